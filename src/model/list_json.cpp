// list_to_json and list_from_json of item_json.hpp.
#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

constexpr int k_most = std::numeric_limits<int>::max();

/// Contexts are left out where there are none: few sources give any.
Json reference_to_json(const Reference& reference) {
  Json json{{"position", reference.position},
            {"id", reference.id ? Json(format(*reference.id)) : Json()},
            {"title", text_or_null(reference.title)},
            {"year", number_or_null(reference.year)},
            {"author", text_or_null(reference.author)}};
  if (!reference.contexts.empty()) {
    json["contexts"] = reference.contexts;
  }
  return json;
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
  reference.contexts = read_contexts(member(record, "contexts"));
  return reference;
}

ReferenceAnswer read_answer(const Json& value, bool has_entries) {
  if (value.is_null()) {
    return ReferenceAnswer::listed;
  }
  const auto answer =
      value.is_string() ? reference_answer_named(value.get_ref<const std::string&>()) : std::nullopt;
  if (!answer) {
    throw bad_value("answer", value, "one of listed, empty, unknown, withheld");
  }
  if (has_entries && answer != ReferenceAnswer::listed) {
    throw bad_value("answer", value, "listed, for there are entries");
  }
  return *answer;
}

}  // namespace

std::vector<std::string> read_contexts(const nlohmann::ordered_json& value) {
  constexpr std::size_t k_longest = 2000;  // bytes: several sentences
  std::vector<std::string> contexts = read_lines("contexts", value);
  contexts.resize(std::min(contexts.size(), k_max_contexts));
  for (std::string& context : contexts) {
    context = util::clean_line(context, k_longest);
  }
  return contexts;
}

nlohmann::ordered_json list_to_json(const ReferenceList& list) {
  Json entries = Json::array();
  for (const auto& reference : list.entries) {
    entries.push_back(reference_to_json(reference));
  }
  Json json{{"citing", format(list.citing)},
            {"source", list.source},
            {"fetched", text_or_null(list.fetched)},
            {"stated", number_or_null(list.stated)},
            {"complete", list.complete}};
  if (list.answer != ReferenceAnswer::listed) {
    json["answer"] = name_of(list.answer);
  }
  json["entries"] = std::move(entries);
  return json;
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
  list.answer = read_answer(member(record, "answer"), !list.entries.empty());
  return list;
}

}  // namespace papers::model
