#include "weekly/report_words.hpp"

#include <algorithm>

namespace papers::weekly {

std::optional<Language> language_named(std::string_view code) {
  const auto* const row = std::find_if(k_report_words.begin(), k_report_words.end(),
                                       [&](const ReportWords& words) { return words.code == code; });
  return row == k_report_words.end() ? std::nullopt : std::optional(row->language);
}

std::string_view done_word(const ReportWords& words, std::optional<Level> level) {
  if (!level) {
    return words.finished;
  }
  switch (*level) {
    case Level::skim:
      return words.skimmed;
    case Level::read:
      return words.read;
    case Level::deep:
      return words.studied;
    case Level::reproduce:
      return words.reproduced;
  }
  return words.finished;
}

}  // namespace papers::weekly
