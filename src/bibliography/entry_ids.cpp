#include "bibliography/entry_ids.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

constexpr std::size_t k_longest = 400;  // bytes of a text that names one work and says nothing else

std::string_view without_ends(std::string_view word, std::string_view signs) {
  const auto from = std::min(word.find_first_not_of(signs), word.size());
  word.remove_prefix(from);
  return word.substr(0, word.find_last_not_of(signs) + 1);
}

/// Words around an id that say where it is from.
bool is_filler(std::string_view word) {
  constexpr std::array<std::string_view, 18> k_fillers{
      "arxiv",     "arxiv.org", "preprint", "preprints", "e-print", "e-prints", "eprint", "eprints", "corr",
      "available", "at",        "online",   "url",       "doi",     "see",      "in",     "from",    "the"};
  const std::string lower = util::lower(without_ends(word, ",.;:()"));
  return lower.empty() || std::find(k_fillers.begin(), k_fillers.end(), lower) != k_fillers.end();
}

bool is_year(std::string_view word) {
  constexpr std::size_t k_digits = 4;
  word = without_ends(word, ",.;()");
  return word.size() == k_digits && util::to_int(word).has_value();
}

/// "[cs.CL]", "[quant-ph,", "math.CO]".
bool is_category(std::string_view word) {
  return word.starts_with('[') || without_ends(word, ",.;").ends_with(']');
}

struct Named {
  std::optional<Identifier> id;
  bool something_else = false;
  bool says_arxiv = false;
};

/// Whether a word is a whole identifier that says which kind it is.
std::optional<Identifier> explicit_id(std::string_view word, bool says_arxiv) {
  word = without_ends(word, ",;()");
  const std::string lower = util::lower(word);
  constexpr std::array<std::string_view, 8> k_beginnings{"arxiv:", "abs/", "http://", "https://",
                                                         "doi:",   "10.",  "www.",    "doi.org/"};
  const bool explicitly = std::any_of(k_beginnings.begin(), k_beginnings.end(),
                                      [&lower](std::string_view begin) { return lower.starts_with(begin); });
  if (!explicitly && !says_arxiv) {
    return std::nullopt;
  }
  const auto id = parse_identifier(word);
  const bool usable = id.ok() && (id->scheme == Scheme::arxiv || (explicitly && id->scheme == Scheme::doi));
  return usable ? std::optional(*id) : std::nullopt;
}

Named read_words(std::string_view text) {
  Named named;
  for (const std::string_view word : util::words(text)) {
    if (is_filler(word)) {
      named.says_arxiv = named.says_arxiv || util::starts_with_ignoring_case(word, "arxiv") ||
                         util::starts_with_ignoring_case(word, "corr");
    } else if (auto id = explicit_id(word, named.says_arxiv); id && !named.id) {
      named.id = std::move(id);
    } else if (!is_year(word) && !is_category(word)) {
      named.something_else = true;
    }
  }
  return named;
}

std::optional<Identifier> read_address(const Address& address) {
  const auto parse = [](const std::string& text) {
    const auto id = parse_identifier(text);
    return id.ok() ? std::optional(*id) : std::nullopt;
  };
  switch (address.where) {
    case Address::Where::arxiv: {
      const bool bare = address.value.find(':') == std::string::npos;
      const auto id = parse((bare ? "arXiv:" : "") + address.value);
      return id && id->scheme == Scheme::arxiv ? id : std::nullopt;
    }
    case Address::Where::doi: {
      const auto id = parse(address.value.starts_with("//") ? "https:" + address.value : address.value);
      return id && (id->scheme == Scheme::doi || id->scheme == Scheme::arxiv) ? id : std::nullopt;
    }
    case Address::Where::url: {
      const std::string_view first = util::trim(address.value).substr(0, address.value.find(' '));
      const auto id = parse((first.starts_with("//") ? "https:" : "") + std::string(first));
      return id && id->scheme != Scheme::other && id->scheme != Scheme::local ? id : std::nullopt;
    }
    case Address::Where::text:
      break;
  }
  return work_named_by(address.value);
}

}  // namespace

std::optional<Identifier> work_named_by(std::string_view text) {
  if (text.size() > k_longest) {
    return std::nullopt;
  }
  if (const auto whole = parse_identifier(text);
      whole.ok() && whole->scheme == Scheme::arxiv && text.find(':') != std::string_view::npos) {
    return *whole;
  }
  const Named named = read_words(text);
  return named.something_else ? std::nullopt : named.id;
}

bool is_arxiv_alone(std::string_view venue) {
  if (venue.size() > k_longest) {
    return false;
  }
  const Named named = read_words(venue);
  return !named.something_else && (named.says_arxiv || (named.id && named.id->scheme == Scheme::arxiv));
}

std::vector<Identifier> identifiers_of(const Entry& entry) {
  std::vector<Identifier> ids;
  for (const Address& address : entry.addresses) {
    const auto id = read_address(address);
    if (id && std::none_of(ids.begin(), ids.end(),
                           [&id](const Identifier& other) { return other.scheme == id->scheme; })) {
      ids.push_back(*id);
    }
  }
  std::stable_sort(ids.begin(), ids.end(),
                   [](const Identifier& a, const Identifier& b) { return a.scheme < b.scheme; });
  if (ids.size() > 1) {
    std::erase_if(ids, [](const Identifier& id) { return id.scheme == Scheme::url; });
  }
  return ids;
}

}  // namespace papers::bibliography
