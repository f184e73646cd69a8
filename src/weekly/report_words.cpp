#include "weekly/report_words.hpp"

#include <algorithm>
#include <array>

namespace papers::weekly {
namespace {

struct DecisionWord {
  std::string_view name;
  std::string_view zh;
};

constexpr std::array k_decisions{DecisionWord{"split", "拆分"}, DecisionWord{"skim", "略读"},
                                 DecisionWord{"swap", "替换"}, DecisionWord{"park", "搁置"},
                                 DecisionWord{"drop", "放弃"}};

}  // namespace

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

std::string_view plan_word(const ReportWords& words, Level level) {
  switch (level) {
    case Level::skim:
      return words.skim;
    case Level::read:
      return words.read_it;
    case Level::deep:
      return words.study;
    case Level::reproduce:
      return words.reproduce;
  }
  return "";
}

std::string_view decision_word(Language language, std::string_view name) {
  const auto* const row = std::find_if(k_decisions.begin(), k_decisions.end(),
                                       [&](const DecisionWord& decision) { return decision.name == name; });
  return row == k_decisions.end() || language == Language::en ? name : row->zh;
}

std::optional<std::string_view> decision_named(std::string_view word) {
  const auto* const row = std::find_if(
      k_decisions.begin(), k_decisions.end(),
      [&](const DecisionWord& decision) { return decision.name == word || decision.zh == word; });
  return row == k_decisions.end() ? std::nullopt : std::optional(row->name);
}

}  // namespace papers::weekly
