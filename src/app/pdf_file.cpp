#include "app/pdf_file.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/question.hpp"
#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "model/pdf_address.hpp"
#include "util/ascii.hpp"

namespace papers::app {
namespace {

using model::Json;
using model::member;

constexpr const char* k_kind = "pdf";
constexpr std::size_t k_longest_stem = 150;

bool is_plain(char c) {
  return util::is_alphanumeric(c) || c == '-' || c == '_';
}

bool is_plain_name(std::string_view name) {
  return name.size() <= k_longest_stem + 32 && name.ends_with(".pdf") && is_plain(name.front()) &&
         name.front() != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_plain(c) || c == '.'; });
}

std::string read_name(const Json& value) {
  std::string name = model::read_line("file", value);
  if (name.empty() || !is_plain_name(name)) {
    throw model::bad_value("file", value, "the plain name of a PDF");
  }
  return name;
}

PdfFile read_file(const Record& record) {
  const Json body = value_or_throw(model::parse_json(record.body));
  PdfFile file;
  file.id = value_or_throw(parse_identifier(record.id));
  file.name = read_name(member(body, "file"));
  if (const auto bytes =
          model::read_int("bytes", member(body, "bytes"), 0, std::numeric_limits<int>::max())) {
    file.bytes = static_cast<std::uint64_t>(*bytes);
  }
  file.fetched = model::read_moment("fetched", member(body, "fetched"));
  file.address = model::read_line("address", member(body, "address"));
  return file;
}

}  // namespace

Record record_of(const PdfFile& file) {
  const Json body{{"file", file.name},
                  {"bytes", file.bytes ? Json(*file.bytes) : Json()},
                  {"fetched", model::text_or_null(file.fetched)},
                  {"address", model::text_or_null(file.address)}};
  return {k_kind, format_with_version(file.id), model::dump(body)};
}

Result<PdfFile> pdf_file_of(const Record& record) {
  try {
    return read_file(record);
  } catch (const Failure& failure) {
    return Error{failure.code(), failure.what()};
  }
}

std::string pdf_stem(const std::string& key, const Identifier& id) {
  std::string stem = key.substr(0, k_longest_stem);
  std::replace_if(
      stem.begin(), stem.end(), [](char c) { return !is_plain(c); }, '_');
  stem = stem.empty() ? "item" : stem;
  stem.front() = stem.front() == '-' ? '_' : stem.front();  // no program takes it for an option
  return id.version > 0 ? fmt::format("{}-v{}", stem, id.version) : stem;
}

std::optional<Identifier> named_version(const Item& item, std::string_view text) {
  const auto named = parse_identifier(text);
  return named && named->version > 0 && is_named(item, *named) ? std::optional(*named) : std::nullopt;
}

std::optional<Identifier> wanted_pdf(const Item& item, std::string_view text) {
  if (auto named = named_version(item, text)) {
    return named;
  }
  const Identifier* id = model::pdf_id(item);
  if (id == nullptr) {
    return std::nullopt;
  }
  Identifier wanted = *id;
  wanted.version = wanted.scheme == Scheme::arxiv ? item.version.value_or(0) : 0;
  return wanted;
}

}  // namespace papers::app
