#include "weekly/clauses.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "papers/identifier.hpp"

#include "util/strings.hpp"
#include "weekly/log_words.hpp"
#include "weekly/marks.hpp"
#include "weekly/verbs.hpp"

namespace papers::weekly {
namespace {

constexpr std::array<std::string_view, 3> k_clause_ends{"，", "；", "。"};

/// What stands before an address, without the bracket that it is in.
std::string_view before_address(std::string_view text) {
  text = util::trim(text);
  while (text.ends_with('(') || text.ends_with("（") || text.ends_with('<')) {
    const bool wide = text.ends_with("（");
    text = util::trim(text.substr(0, text.size() - (wide ? std::string_view("（").size() : 1)));
  }
  return text;
}

/// "Fuzzing" for "), Fuzzing:".
std::string name_before(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" ,;:)]-");
  if (first == std::string_view::npos) {
    return "";
  }
  text = text.substr(first, text.find_last_not_of(" ,;:-") - first + 1);
  return std::string(text.ends_with(k_wide_colon) ? text.substr(0, text.size() - k_wide_colon.size()) : text);
}

/// What stands before a bare address, unless it only says what was done with it: "read", "and".
std::string name_or_address(const std::string& name, const Ref& ref) {
  const bool is_name = !name.empty() && name != "and" && name != "和" && !is_word(name, WordList::reading) &&
                       read_doing(name + " ").size <= name.size();
  return is_name || ref.is_id ? name : ref.link.url;
}

/// Whether an address without a name is of another thing than the one before it, which has no name either:
/// two pages are, but an arXiv id and a DOI side by side are of one paper.
bool is_other_thing(const Naming& last, std::string_view between, const Ref& ref) {
  if (last.title != last.links.front().url) {
    return false;
  }
  const auto a = parse_identifier(last.links.front().url);
  const auto b = parse_identifier(ref.link.url);
  return !between.empty() || (a && b && a->scheme == b->scheme);
}

}  // namespace

void drop_front(Draft& draft, std::size_t size) {
  drop(draft, 0, std::min(draft.text.find_first_not_of(' ', size), draft.text.size()));
}

void drop(Draft& draft, std::size_t at, std::size_t size) {
  size = std::min(size, draft.text.size() - at);
  draft.text.erase(at, size);
  const auto moved = [&](std::size_t place) { return place - std::clamp(place, at, at + size) + at; };
  for (LinkAt& link : draft.links) {  // of one that was dropped with the rest the address stays
    link = {moved(link.begin), moved(link.end), std::move(link.url)};
  }
}

std::vector<Ref> refs_of(const Draft& draft) {
  std::vector<Ref> refs;
  const std::string_view text = draft.text;
  for (const LinkAt& link : draft.links) {
    Link named{std::string(text.substr(link.begin, link.end - link.begin)), link.url};
    refs.push_back({link.begin, link.end, std::move(named), true, false});
  }
  for (const Address& address : find_addresses(text)) {
    const auto overlaps = [&](const LinkAt& link) {
      return address.begin < link.end && link.begin < address.end;
    };
    if (std::none_of(draft.links.begin(), draft.links.end(), overlaps)) {
      Link bare{"", std::string(text.substr(address.begin, address.end - address.begin))};
      refs.push_back({address.begin, address.end, std::move(bare), false, address.is_id});
    }
  }
  std::erase_if(refs, [](const Ref& ref) { return ref.link.url.empty(); });
  std::stable_sort(refs.begin(), refs.end(), [](const Ref& a, const Ref& b) { return a.begin < b.begin; });
  return refs;
}

std::vector<Clause> split_clauses(const Draft& draft, const std::vector<Ref>& refs, std::size_t end) {
  std::vector<Clause> clauses{Clause{}};
  const std::string_view text = std::string_view(draft.text).substr(0, end);
  auto ref = refs.begin();
  int open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (ref != refs.end() && at >= ref->begin) {
      clauses.back().refs.push_back(*ref);
      at = std::max(ref->end, at + 1) - 1;
      ++ref;
      continue;
    }
    const std::string_view rest = text.substr(at);
    open += rest.starts_with("（") ? 1 : 0;
    open -= rest.starts_with("）") && open > 0 ? 1 : 0;
    const auto* const sign =
        std::find_if(k_clause_ends.begin(), k_clause_ends.end(),
                     [&](std::string_view clause_end) { return rest.starts_with(clause_end); });
    if (sign != k_clause_ends.end() && open == 0) {
      clauses.back().end = at;
      at += sign->size() - 1;
      clauses.push_back({at + 1, at + 1, {}});
    }
  }
  clauses.back().end = text.size();
  std::erase_if(clauses,
                [&](const Clause& clause) { return text_of(draft, clause).empty() && clause.refs.empty(); });
  return clauses;
}

std::string_view text_of(const Draft& draft, const Clause& clause) {
  return util::trim(std::string_view(draft.text).substr(clause.begin, clause.end - clause.begin));
}

std::vector<Naming> namings_of(const Draft& draft, const Clause& clause) {
  std::vector<Naming> namings;
  std::size_t begin = clause.begin;
  for (const Ref& ref : clause.refs) {
    const auto before = before_address(std::string_view(draft.text).substr(begin, ref.begin - begin));
    const bool labelled = !ref.is_link && (before.ends_with(':') || before.ends_with(k_wide_colon));
    const bool companion = ref.is_link && is_word(ref.link.text, WordList::companion);
    const bool other = !namings.empty() && !ref.is_link && is_other_thing(namings.back(), before, ref);
    if (namings.empty() || ref.is_id || labelled || other || (ref.is_link && !companion)) {
      namings.push_back({ref.is_link ? ref.link.text : name_or_address(name_before(before), ref), {}});
    }
    namings.back().links.push_back({labelled ? name_before(before) : ref.link.text, ref.link.url});
    begin = ref.end;
  }
  return namings;
}

std::string unwrapped(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> k_pairs{
      {{"[", "]"}, {"《", "》"}, {"\"", "\""}}};
  while (text.ends_with(':') || text.ends_with('.') || text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  for (const auto& [open, close] : k_pairs) {
    if (text.size() > open.size() + close.size() && text.starts_with(open) && text.ends_with(close)) {
      const auto inside = text.substr(open.size(), text.size() - open.size() - close.size());
      return std::string(inside.find(close) == std::string_view::npos ? inside : text);
    }
  }
  return std::string(text);
}

}  // namespace papers::weekly
