#include "model/record_json.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/ascii.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

constexpr std::array<std::string_view, 5> k_types_of_lines{"library", "paper", "references", "cites",
                                                           "unresolved"};
constexpr std::size_t k_most_shown = 80;

Failure no_record(std::string_view what, std::string_view shown, std::string_view expected) {
  return {ExitCode::usage,
          fmt::format("{}: {}; expected {}", what, util::clean_line(shown, k_most_shown), expected)};
}

/// All texts in a value clean, names of members included.
Json cleaned(const Json& value) {
  if (value.is_string()) {
    return util::clean_text(value.get_ref<const std::string&>());
  }
  if (!value.is_structured()) {
    return value;
  }
  Json result = value.is_array() ? Json::array() : Json::object();
  for (const auto& [name, member] : value.items()) {
    if (value.is_array()) {
      result.push_back(cleaned(member));
    } else {
      result[util::clean_line(name)] = cleaned(member);
    }
  }
  return result;
}

Json read_body(const std::string& text) {
  Json body = value_or_throw(parse_json(text));
  if (!body.is_object()) {
    throw no_record("body", text, "an object in braces");
  }
  body = cleaned(body);
  for (const char* const taken : {"type", "id"}) {
    if (body.contains(taken)) {
      throw no_record("body", text, fmt::format("no \"{}\", which names the record itself", taken));
    }
  }
  return body;
}

}  // namespace

bool is_record_kind(std::string_view kind) {
  const bool is_word = !kind.empty() && std::all_of(kind.begin(), kind.end(),
                                                    [](char c) { return util::is_lower(c) || c == '-'; });
  return is_word &&
         std::find(k_types_of_lines.begin(), k_types_of_lines.end(), kind) == k_types_of_lines.end();
}

Record stored_form(const Record& record) {
  if (!is_record_kind(record.kind)) {
    throw no_record("kind", record.kind, "small letters and hyphens, and no type of another line");
  }
  if (record.id.empty() || record.id != util::clean_line(record.id)) {
    throw no_record("id", record.id, "a text in one line");
  }
  return {record.kind, record.id, dump(read_body(record.body))};
}

nlohmann::ordered_json record_to_json(const Record& record) {
  Json line{{"type", record.kind}, {"id", record.id}};
  line.update(value_or_throw(parse_json(record.body)));
  return line;
}

Record record_from_json(const nlohmann::ordered_json& line) {
  Json body = line;
  body.erase("type");
  body.erase("id");
  return stored_form(
      {read_line("type", member(line, "type")), read_line("id", member(line, "id")), dump(body)});
}

}  // namespace papers::model
