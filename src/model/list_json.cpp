// list_to_json and list_from_json of item_json.hpp.
#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/json_value.hpp"

namespace papers::model {
namespace {

constexpr int k_most = std::numeric_limits<int>::max();

Json reference_to_json(const Reference& reference) {
  return {{"position", reference.position},
          {"id", reference.id ? Json(format(*reference.id)) : Json()},
          {"title", text_or_null(reference.title)},
          {"year", number_or_null(reference.year)},
          {"author", text_or_null(reference.author)}};
}

Reference reference_from_json(const Json& record, int position) {
  if (!record.is_object()) {
    throw bad_value("entries", record, "a list of objects");
  }
  Reference reference;
  reference.position = read_int("position", member(record, "position"), 1, k_most).value_or(position);
  if (const auto& id = member(record, "id"); !id.is_null()) {
    reference.id = read_identifier("id", id);
  }
  reference.title = read_line("title", member(record, "title"));
  reference.year = read_int("year", member(record, "year"), 1, 9999);
  reference.author = read_line("author", member(record, "author"));
  return reference;
}

}  // namespace

nlohmann::ordered_json list_to_json(const ReferenceList& list) {
  Json entries = Json::array();
  for (const auto& reference : list.entries) {
    entries.push_back(reference_to_json(reference));
  }
  return {{"citing", format(list.citing)},
          {"source", list.source},
          {"fetched", text_or_null(list.fetched)},
          {"stated", number_or_null(list.stated)},
          {"complete", list.complete},
          {"entries", std::move(entries)}};
}

ReferenceList list_from_json(const nlohmann::ordered_json& record) {
  if (!record.is_object()) {
    throw bad_value("references", record, "an object");
  }
  ReferenceList list;
  list.citing = read_identifier("citing", member(record, "citing"));
  list.source = read_line("source", member(record, "source"));
  list.fetched = read_moment("fetched", member(record, "fetched"));
  list.stated = read_int("stated", member(record, "stated"), 0, k_most);
  list.complete = read_bool("complete", member(record, "complete"));
  const auto& entries = member(record, "entries");
  if (!entries.is_null() && !entries.is_array()) {
    throw bad_value("entries", entries, "a list of objects");
  }
  for (const auto& entry : entries) {
    list.entries.push_back(reference_from_json(entry, static_cast<int>(list.entries.size()) + 1));
  }
  std::stable_sort(list.entries.begin(), list.entries.end(),
                   [](const Reference& a, const Reference& b) { return a.position < b.position; });
  return list;
}

}  // namespace papers::model
