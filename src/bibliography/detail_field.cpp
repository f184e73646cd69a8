#include "bibliography/detail_field.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

using enum DetailShape;

// SP and EP, which divide pages, and SN, which is either number, are dealt with where RIS is read and
// written.
constexpr std::array k_fields{
    DetailField{"annotation", "annote", "", "annote"},
    DetailField{"chapter", "chapter", "", "chapter-number"},
    DetailField{"edition", "edition", "ET", "edition"},
    DetailField{"editor", "editor", "A2", "editor", names},
    DetailField{"eventtitle", "eventtitle", "", "event-title"},
    DetailField{"howpublished", "howpublished", "", "medium"},
    DetailField{"isbn", "isbn", "SN", "ISBN"},
    DetailField{"issn", "issn", "SN", "ISSN"},
    DetailField{"keywords", "keywords", "KW", "keyword", keywords},
    DetailField{"language", "language", "LA", "language"},
    DetailField{"location", "address", "CY", "publisher-place"},
    DetailField{"note", "note", "N1", "note"},
    DetailField{"number", "number", "IS", "issue"},
    DetailField{"pages", "pages", "SP", "page", pages},
    DetailField{"publisher", "publisher", "PB", "publisher"},
    DetailField{"series", "series", "T3", "collection-title"},
    DetailField{"translator", "translator", "", "translator", names},
    DetailField{"type", "type", "M3", "genre"},
    DetailField{"volume", "volume", "VL", "volume"},
};

/// A hyphen, or what stands for a dash in BibTeX, in a word or between blanks.
std::string_view without_dashes(std::string_view text) {
  while (text.starts_with('-') || text.starts_with(' ')) {
    text.remove_prefix(1);
  }
  return text;
}

bool is_page(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), util::is_alphanumeric);
}

}  // namespace

std::span<const DetailField> detail_fields() {
  return k_fields;
}

const DetailField* detail_field(std::string_view name) {
  const auto* const row = std::find_if(k_fields.begin(), k_fields.end(), [name](const DetailField& field) {
    return field.name == name || field.bibtex == name;
  });
  return row == k_fields.end() ? nullptr : row;
}

std::string page_range(std::string_view pages) {
  const std::string_view first = util::trim(pages.substr(0, pages.find('-')));
  const std::string_view last =
      util::trim(without_dashes(pages.substr(std::min(pages.find('-'), pages.size()))));
  return is_page(first) && is_page(last) ? fmt::format("{}–{}", first, last) : std::string(pages);
}

std::vector<std::string> parted(std::string_view text, std::string_view separators) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(separators), text.size());
    if (const auto word = util::trim(text.substr(0, end)); !word.empty()) {
      words.emplace_back(word);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace papers::bibliography
