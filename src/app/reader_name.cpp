#include "app/reader_name.hpp"

#include <utility>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "model/title_match.hpp"
#include "util/fingerprint.hpp"

namespace papers::app {
namespace {

using model::Json;
using model::member;

constexpr const char* k_kind = "name";

std::string id_of(std::string_view text) {
  return util::fingerprint(model::title_key(text));
}

}  // namespace

Record record_of(const ReaderName& name) {
  const Json body{
      {"text", name.text}, {"item", format(name.item)}, {"sought", model::text_or_null(name.sought)}};
  return {k_kind, id_of(name.text), model::dump(body)};
}

Result<ReaderName> reader_name_of(const Record& record) {
  try {
    const Json body = value_or_throw(model::parse_json(record.body));
    return ReaderName{model::read_line("text", member(body, "text")),
                      model::read_identifier("item", member(body, "item")),
                      model::read_moment("sought", member(body, "sought"))};
  } catch (const Failure& failure) {
    return Error{failure.code(), failure.what()};
  }
}

std::optional<ReaderName> reader_name(const Library& library, std::string_view text) {
  const auto record = library.record(k_kind, id_of(text));
  auto name = record ? std::optional(reader_name_of(*record)) : std::nullopt;
  const bool fits = name && *name && model::title_key((*name)->text) == model::title_key(text);
  return fits ? std::optional(**std::move(name)) : std::nullopt;
}

std::vector<ReaderName> reader_names(const Library& library) {
  std::vector<ReaderName> names;
  for (const Record& record : library.records(k_kind)) {
    if (auto name = reader_name_of(record)) {
      names.push_back(*std::move(name));
    }
  }
  return names;
}

}  // namespace papers::app
