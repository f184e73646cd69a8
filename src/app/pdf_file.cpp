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

namespace papers::app {
namespace {

using model::Json;
using model::member;

constexpr const char* k_kind = "pdf";
constexpr std::size_t k_longest_stem = 150;

bool is_plain(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

bool is_plain_name(std::string_view name) {
  return name.size() <= k_longest_stem + 32 && name.ends_with(".pdf") && is_plain(name.front()) &&
         name.front() != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_plain(c) || c == '.'; });
}

/// A key may have come from anywhere; what a file name should not hold becomes '_'.
std::string stem_of(const std::string& key, const Identifier& id) {
  std::string stem = key.substr(0, k_longest_stem);
  std::replace_if(
      stem.begin(), stem.end(), [](char c) { return !is_plain(c); }, '_');
  stem = stem.empty() ? "item" : stem;
  stem.front() = stem.front() == '-' ? '_' : stem.front();  // no program takes it for an option
  return id.version > 0 ? fmt::format("{}-v{}", stem, id.version) : stem;
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

/// Records that make no sense are left out.
std::vector<PdfFile> recorded(const Library& library) {
  std::vector<PdfFile> files;
  for (const Record& record : library.records(k_kind)) {
    if (auto file = pdf_file_of(record)) {
      files.push_back(*std::move(file));
    }
  }
  return files;
}

bool exists(const std::filesystem::path& folder, const std::string& name) {
  std::error_code ignored;
  return std::filesystem::is_regular_file(folder / name, ignored);
}

/// That of the newest version that is known.
std::optional<Identifier> wanted_id(const Item& item) {
  const Identifier* id = model::pdf_id(item);
  if (id == nullptr) {
    return std::nullopt;
  }
  Identifier wanted = *id;
  wanted.version = id->scheme == Scheme::arxiv ? item.version.value_or(0) : 0;
  return wanted;
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

std::vector<PdfFile> pdf_files(const Library& library, const Item& item,
                               const std::filesystem::path& folder) {
  std::vector<PdfFile> files = recorded(library);
  std::erase_if(files,
                [&](const PdfFile& file) { return !is_named(item, file.id) || !exists(folder, file.name); });
  std::stable_sort(files.begin(), files.end(),
                   [](const PdfFile& a, const PdfFile& b) { return a.id.version > b.id.version; });
  const auto has = [&](const std::string& name) {
    return std::any_of(files.begin(), files.end(), [&](const PdfFile& file) { return file.name == name; });
  };
  if (const auto wanted = wanted_id(item)) {
    const std::string name = pdf_name(library, item, *wanted);
    if (!has(name) && exists(folder, name)) {
      files.insert(files.begin(), PdfFile{*wanted, name});
    }
  }
  return files;
}

std::string pdf_name(const Library& library, const Item& item, const Identifier& id) {
  const std::vector<PdfFile> files = recorded(library);
  const auto own = std::find_if(files.begin(), files.end(), [&](const PdfFile& file) {
    return file.id == id && file.id.version == id.version;
  });
  if (own != files.end()) {
    return own->name;
  }
  const std::string stem = stem_of(item.key, id);
  std::string name = stem + ".pdf";
  const auto is_taken = [&](const PdfFile& file) { return file.name == name; };
  for (int copy = 2; std::any_of(files.begin(), files.end(), is_taken); ++copy) {
    name = fmt::format("{}-{}.pdf", stem, copy);
  }
  return name;
}

}  // namespace papers::app
