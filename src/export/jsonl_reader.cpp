#include "export/jsonl_reader.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/item_json.hpp"
#include "model/record_json.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

using nlohmann::ordered_json;

constexpr int k_schema = 1;
constexpr int k_first_year = 1;
constexpr int k_last_year = 9999;
constexpr int k_most = 1'000'000;  // of anything that is counted

[[noreturn]] void fail(std::string message) {
  throw Failure(ExitCode::failed, message);
}

/// The value of a field, or nothing when it is absent or null.
const ordered_json* find(const ordered_json& record, const char* field) {
  const auto found = record.find(field);
  return found == record.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::string> text(const ordered_json& record, const char* field) {
  const ordered_json* value = find(record, field);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (!value->is_string()) {
    fail(fmt::format("\"{}\" must be text", field));
  }
  return util::clean_line(value->get_ref<const std::string&>());
}

std::optional<int> number(const ordered_json& record, const char* field, int least, int most) {
  const ordered_json* value = find(record, field);
  if (value == nullptr) {
    return std::nullopt;
  }
  if (!value->is_number_integer() || *value < least || *value > most) {
    fail(fmt::format("\"{}\" must be a whole number from {} to {}", field, least, most));
  }
  return value->get<int>();
}

bool truth(const ordered_json& record, const char* field) {
  const ordered_json* value = find(record, field);
  if (value != nullptr && !value->is_boolean()) {
    fail(fmt::format("\"{}\" must be true or false", field));
  }
  return value != nullptr && value->get<bool>();
}

/// A moment, or "" when there is none.
std::string moment(const ordered_json& record, const char* field) {
  const std::string value = text(record, field).value_or("");
  if (!value.empty() && !util::from_moment(value)) {
    fail(fmt::format("\"{}\" must be a moment such as 2024-11-17T09:00:00Z", field));
  }
  return value;
}

Identifier identifier(const ordered_json& record, const char* field) {
  const auto value = text(record, field);
  if (!value) {
    fail(fmt::format("\"{}\" is missing", field));
  }
  return value_or_throw(parse_identifier(*value));
}

JsonlRecord read_library(const ordered_json& record) {
  const int schema = number(record, "schema", 1, k_most).value_or(k_schema);
  if (schema > k_schema) {
    fail(fmt::format("schema {} was written by a newer version of papers; this one reads up to {}", schema,
                     k_schema));
  }
  return LibraryRecord{schema};
}

JsonlRecord read_paper(const ordered_json& record) {
  const Identifier id = identifier(record, "id");
  PaperRecord result{{}, record};
  model::apply_json(result.item, record);
  if (result.item.ids.empty()) {
    result.item.ids.push_back(id);
  }
  return result;
}

ReferenceAnswer answer(const ordered_json& record) {
  const auto name = text(record, "answer");
  const auto known = reference_answer_named(name.value_or("listed"));
  if (!known) {
    fail("\"answer\" must be listed, empty, unknown or withheld");
  }
  return *known;
}

JsonlRecord read_references(const ordered_json& record) {
  return ReferencesRecord{{identifier(record, "id"),
                           text(record, "source").value_or(""),
                           moment(record, "fetched"),
                           number(record, "stated", 0, k_most),
                           truth(record, "complete"),
                           {},
                           answer(record)},
                          number(record, "beyond", 0, k_most).value_or(0)};
}

ReferenceRecord read_reference(const ordered_json& record) {
  Reference reference;
  reference.position = number(record, "position", 0, k_most).value_or(0);
  reference.title = text(record, "title").value_or("");
  reference.year = number(record, "year", k_first_year, k_last_year);
  reference.author = text(record, "author").value_or("");
  if (const ordered_json* contexts = find(record, "contexts")) {
    reference.contexts = model::read_contexts(*contexts);
  }
  return {identifier(record, "from"), text(record, "source").value_or(""), reference};
}

JsonlRecord read_cites(const ordered_json& record) {
  ReferenceRecord result = read_reference(record);
  result.reference.id = identifier(record, "to");
  return result;
}

JsonlRecord read_unresolved(const ordered_json& record) {
  return read_reference(record);
}

struct Reader {
  std::string_view type;
  JsonlRecord (*read)(const ordered_json&);
};

constexpr std::array k_readers{
    Reader{"library", read_library},       Reader{"paper", read_paper},
    Reader{"references", read_references}, Reader{"cites", read_cites},
    Reader{"unresolved", read_unresolved},
};

JsonlRecord read_record(const ordered_json& record) {
  if (!record.is_object()) {
    fail("expected an object in braces");
  }
  const auto type = text(record, "type");
  if (!type) {
    fail("\"type\" is missing, expected \"paper\", \"cites\", ...");
  }
  const auto* const reader =
      std::find_if(k_readers.begin(), k_readers.end(), [&](const Reader& row) { return row.type == *type; });
  if (reader != k_readers.end()) {
    return reader->read(record);
  }
  const bool is_record = model::is_record_kind(*type) && find(record, "id") != nullptr;
  return is_record ? JsonlRecord(model::record_from_json(record)) : OtherRecord{*type};
}

std::string_view without_mark(std::string_view line) {
  constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
  return line.starts_with(k_byte_order_mark) ? line.substr(k_byte_order_mark.size()) : line;
}

}  // namespace

Result<JsonlRecord> read_jsonl_line(std::string_view line) {
  const std::string_view content = util::trim(without_mark(line));
  if (content.empty()) {
    return JsonlRecord(BlankLine{});
  }
  const auto record = model::parse_json(content);
  if (!record) {
    return record.error();
  }
  try {
    return read_record(*record);
  } catch (const Failure& failure) {
    return Error{ExitCode::failed, failure.what()};
  }
}

ReferenceList& ReferenceLists::list(const Identifier& citing, const std::string& source) {
  ReferenceList& found = m_lists[{citing, source}];
  found.citing = citing;
  found.source = source;
  return found;
}

void ReferenceLists::add(const ReferencesRecord& record) {
  ReferenceList& found = list(record.list.citing, record.list.source);
  found.fetched = record.list.fetched;
  found.stated = record.list.stated;
  found.complete = record.list.complete;
  found.answer = record.list.answer;
  if (record.beyond > 0) {
    m_beyond.emplace(record.list.citing, record.list.source);
  }
}

void ReferenceLists::add(const ReferenceRecord& record) {
  list(record.from, record.source).entries.push_back(record.reference);
}

bool ReferenceLists::leads_beyond(const Identifier& citing, const std::string& source) const {
  return m_beyond.contains({citing, source});
}

std::vector<ReferenceList> ReferenceLists::take() {
  std::vector<ReferenceList> result;
  for (auto& [key, list] : m_lists) {
    auto& entries = list.entries;
    const auto unplaced = std::stable_partition(entries.begin(), entries.end(),
                                                [](const Reference& entry) { return entry.position > 0; });
    std::stable_sort(entries.begin(), unplaced,
                     [](const Reference& a, const Reference& b) { return a.position < b.position; });
    int last = unplaced == entries.begin() ? 0 : std::prev(unplaced)->position;
    std::for_each(unplaced, entries.end(), [&](Reference& entry) { entry.position = ++last; });
    list.answer = entries.empty() ? list.answer : ReferenceAnswer::listed;
    result.push_back(std::move(list));
  }
  m_lists.clear();
  return result;
}

}  // namespace papers::formats
