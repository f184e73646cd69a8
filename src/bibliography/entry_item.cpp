#include "bibliography/entry_item.hpp"

#include <algorithm>
#include <utility>

#include "bibliography/entry_ids.hpp"
#include "model/details.hpp"
#include "model/key_alias.hpp"
#include "util/ascii.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

/// The first four digits in a row: "c. 1999", "2015-02-06", "in press (2003)".
std::optional<int> year_in(std::string_view date) {
  constexpr std::size_t k_digits = 4;
  constexpr int k_first = 1000;
  constexpr int k_last = 2999;
  for (std::size_t at = 0; at < date.size();) {
    const auto end =
        std::find_if_not(date.begin() + static_cast<std::ptrdiff_t>(at), date.end(), util::is_digit);
    const auto length = static_cast<std::size_t>(end - date.begin()) - at;
    const auto year = length == k_digits ? util::to_int(date.substr(at, length)) : std::nullopt;
    if (year && *year >= k_first && *year <= k_last) {
      return year;
    }
    at += length + 1;
  }
  return std::nullopt;
}

Kind kind_for(const Entry& entry, const std::vector<Identifier>& ids) {
  const bool has_paper_id = std::any_of(ids.begin(), ids.end(), [](const Identifier& id) {
    return id.scheme != Scheme::url && id.scheme != Scheme::other;
  });
  const Kind kind = entry.type->kind;
  if (kind == Kind::post && has_paper_id) {
    return Kind::paper;
  }
  const bool is_code = ids.size() == 1 && is_code_host(ids.front());
  return is_code && kind != Kind::book ? Kind::code : kind;
}

/// "07" of "1998-07": a month without a day is no day of publication.
std::string month_alone(const std::string& date) {
  constexpr std::size_t k_year_and_month = 7;
  return date.size() == k_year_and_month && util::is_day(date + "-01") ? date.substr(5) : "";
}

std::vector<Detail> details_of(const Entry& entry) {
  std::vector<Detail> details = entry.details;
  model::add_detail(details, model::k_entry_type, entry.type->name);
  model::add_detail(details, "month", month_alone(entry.date));
  return details;
}

/// Whether papers itself would call the item so.
bool is_own_key(const Item& item, std::string_view key) {
  const std::string own = citation_key(item);
  if (!key.starts_with(own)) {
    return false;
  }
  const std::string_view rest = key.substr(own.size());
  return std::all_of(rest.begin(), rest.end(), util::is_lower) && rest.size() <= 2;
}

/// What the bibliography calls it: its key where that is of our own making, else one more name.
void take_key(Item& item, const std::string& key) {
  if (item.key.empty() && is_own_key(item, key)) {
    item.key = key;
    return;
  }
  auto alias = model::key_alias(key);
  if (alias && std::find(item.ids.begin(), item.ids.end(), *alias) == item.ids.end()) {
    item.ids.push_back(*std::move(alias));
  }
}

}  // namespace

Item item_from(const Entry& entry, std::string_view source) {
  Item item;
  item.ids = identifiers_of(entry);
  item.kind = kind_for(entry, item.ids);
  item.title = entry.title;
  item.authors = entry.authors;
  item.year = year_in(entry.date);
  if (util::is_day(entry.date)) {
    item.published = entry.date;
  }
  if (!entry.venue.empty() && !is_arxiv_alone(entry.venue)) {
    item.venue = entry.venue;
  }
  if (!entry.abstract.empty()) {
    item.abstract = entry.abstract;
  }
  item.categories = entry.categories;
  item.details = details_of(entry);
  item.source = source;
  for (Identifier& id : item.ids) {
    if (const int version = std::exchange(id.version, 0); version > 0) {
      item.version = version;  // a fact, but no part of the name
    }
  }
  take_key(item, entry.key);
  for (const std::string& key : entry.further_keys) {
    take_key(item, key);
  }
  return item;
}

}  // namespace papers::bibliography
