#include "cli/source_names.hpp"

#include <algorithm>
#include <array>

#include "util/strings.hpp"

namespace papers::cli {
namespace {

struct SourceName {
  std::string_view source;
  std::string_view name;
  std::string_view mark;
};

constexpr std::array k_names{
    SourceName{"arxiv", "arXiv", "arXiv"}, SourceName{"arxiv-html", "arXiv HTML", "HTML"},
    SourceName{"crossref", "Crossref", "CR"}, SourceName{"openalex", "OpenAlex", "OA"},
    SourceName{"semantic-scholar", "Semantic Scholar", "S2"}};

const SourceName* row_of(std::string_view source) {
  const auto* row = std::find_if(k_names.begin(), k_names.end(),
                                 [source](const SourceName& name) { return name.source == source; });
  return row == k_names.end() ? nullptr : row;
}

}  // namespace

std::string_view source_name(std::string_view source) {
  const SourceName* row = row_of(source);
  return row == nullptr ? source : row->name;
}

std::string_view source_mark(std::string_view source) {
  const SourceName* row = row_of(source);
  return row == nullptr ? source : row->mark;
}

std::string source_names(std::string_view joined) {
  std::string names;
  for (const std::string_view part : util::split(joined, ',')) {
    names += (names.empty() ? "" : ", ") + std::string(source_name(util::trim(part)));
  }
  return names;
}

}  // namespace papers::cli
