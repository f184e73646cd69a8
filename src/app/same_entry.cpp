#include "app/same_entry.hpp"

#include <algorithm>

#include "model/key_alias.hpp"
#include "model/person_name.hpp"
#include "model/title_match.hpp"
#include "util/letters.hpp"

namespace papers::app {
namespace {

model::WorkFacts facts_of(const Item& item) {
  return {item.title, item.year, item.authors.empty() ? std::string_view() : item.authors.front()};
}

std::string family(const std::string& name) {
  return util::letters_and_digits(model::byline_name(name));
}

bool same_first_author(const Item& a, const Item& b) {
  return !a.authors.empty() && !b.authors.empty() && family(a.authors.front()) == family(b.authors.front());
}

bool same_authors(const Item& a, const Item& b) {
  return std::equal(a.authors.begin(), a.authors.end(), b.authors.begin(), b.authors.end(),
                    [](const std::string& x, const std::string& y) { return family(x) == family(y); });
}

bool same_venue(const Item& a, const Item& b) {
  return !a.venue || !b.venue || util::letters_and_digits(*a.venue) == util::letters_and_digits(*b.venue);
}

/// A name that is known beyond one bibliography.
bool is_strong(const Identifier& id) {
  return id.scheme != Scheme::local && !model::is_key_alias(id);
}

bool has_strong_id(const Item& item) {
  return std::any_of(item.ids.begin(), item.ids.end(), is_strong);
}

/// Whether both have an id of one scheme, and not the same.
bool ids_contradict(const Item& a, const Item& b) {
  for (const Scheme scheme : {Scheme::arxiv, Scheme::doi}) {
    const auto is_of = [scheme](const Identifier& id) { return id.scheme == scheme; };
    const auto mine = std::find_if(a.ids.begin(), a.ids.end(), is_of);
    const auto other = std::find_if(b.ids.begin(), b.ids.end(), is_of);
    if (mine != a.ids.end() && other != b.ids.end() &&
        std::find(a.ids.begin(), a.ids.end(), *other) == a.ids.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool agrees_by_id(const Item& stored, const Item& entry, const Identifier& shared) {
  if (stored.title.empty() || entry.title.empty() ||
      model::match_titles(facts_of(stored), facts_of(entry)).match != model::TitleMatch::different) {
    return true;
  }
  const bool nobody_known = stored.authors.empty() || entry.authors.empty();
  return shared.scheme != Scheme::url && (nobody_known || same_first_author(stored, entry));
}

bool agrees_by_key(const Item& stored, const Item& entry) {
  return !ids_contradict(stored, entry) &&
         model::match_titles(facts_of(stored), facts_of(entry)).match != model::TitleMatch::different;
}

bool looks_the_same(const Item& stored, const Item& entry) {
  constexpr std::size_t k_long_title = 24;  // bytes of its letters and digits
  const std::string key = model::title_key(entry.title);
  return !key.empty() && key == model::title_key(stored.title) && stored.year == entry.year &&
         same_authors(stored, entry) && same_venue(stored, entry) &&
         (!entry.authors.empty() || key.size() >= k_long_title) &&
         !(has_strong_id(stored) && has_strong_id(entry));
}

bool may_be_versions(const Item& stored, const Item& entry) {
  return model::match_titles(facts_of(stored), facts_of(entry)).match == model::TitleMatch::same;
}

}  // namespace papers::app
