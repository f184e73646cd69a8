#include "app/pdf_shelf.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "app/question.hpp"

namespace papers::app {
namespace {

constexpr const char* k_kind = "pdf";

/// Records that make no sense are left out.
std::vector<PdfFile> read_all(const Library& library) {
  std::vector<PdfFile> files;
  for (const Record& record : library.records(k_kind)) {
    if (auto file = pdf_file_of(record)) {
      files.push_back(*std::move(file));
    }
  }
  return files;
}

std::optional<PdfFile> read_one(const Library& library, const Identifier& id) {
  const auto record = library.record(k_kind, format_with_version(id));
  auto file = record ? std::optional(pdf_file_of(*record)) : std::nullopt;
  return file && *file ? std::optional(**std::move(file)) : std::nullopt;
}

bool has_name(const std::vector<PdfFile>& files, const std::string& name) {
  return std::any_of(files.begin(), files.end(), [&](const PdfFile& file) { return file.name == name; });
}

}  // namespace

PdfShelf::PdfShelf(const Library& library, std::filesystem::path folder)
    : m_library(library), m_folder(std::move(folder)) {}

std::vector<PdfFile> PdfShelf::files_of(const Item& item) {
  std::vector<PdfFile> files;
  for (const PdfFile& file : recorded()) {
    if (is_named(item, file.id) && holds(file.name)) {
      files.push_back(file);
    }
  }
  std::stable_sort(files.begin(), files.end(),
                   [](const PdfFile& a, const PdfFile& b) { return a.id.version > b.id.version; });
  const auto wanted = wanted_pdf(item);
  const auto newest = wanted ? file_of(item, *wanted) : std::nullopt;
  if (newest && !has_name(files, newest->name)) {
    files.insert(files.begin(), *newest);
  }
  return files;
}

std::optional<PdfFile> PdfShelf::file_of(const Item& item, const Identifier& id) {
  auto file = read_one(m_library, id);
  if (!file) {
    file = PdfFile{id, name_for(item, id)};
  }
  return holds(file->name) ? file : std::nullopt;
}

std::string PdfShelf::name_for(const Item& item, const Identifier& id) {
  if (const auto own = read_one(m_library, id)) {
    return own->name;
  }
  const std::string stem = pdf_stem(item.key, id);
  std::string name = stem + ".pdf";
  for (int copy = 2; has_name(recorded(), name); ++copy) {
    name = fmt::format("{}-{}.pdf", stem, copy);
  }
  return name;
}

void PdfShelf::put(PdfFile file) {
  if (m_recorded) {
    m_recorded->push_back(std::move(file));
  }
}

std::vector<PdfFile>& PdfShelf::recorded() {
  if (!m_recorded) {
    m_recorded = read_all(m_library);
  }
  return *m_recorded;
}

bool PdfShelf::holds(const std::string& name) const {
  std::error_code ignored;
  return std::filesystem::is_regular_file(m_folder / name, ignored);
}

}  // namespace papers::app
