// The words of weekly reports, in each language that they are written in; logs are read by the same table.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "papers/item.hpp"

namespace papers::weekly {

enum class Language { zh, en };

/// What stands in a report. Numbers stand where "{}" is.
struct ReportWords {
  Language language;
  std::string_view code;  ///< as in settings: "zh"
  // headings
  std::string_view progress;
  std::string_view plan;
  std::string_view questions;
  std::string_view needs;
  // before the title of what was done, with the blank behind them
  std::string_view finished;
  std::string_view skimmed;
  std::string_view read;
  std::string_view studied;
  std::string_view reproduced;
  std::string_view not_done;
  // before the title of what is planned
  std::string_view skim;
  std::string_view read_it;
  std::string_view study;
  std::string_view reproduce;
  // marks behind a title, within brackets
  std::string_view open_bracket;
  std::string_view close_bracket;
  std::string_view open_quote;  ///< around a title that would be read otherwise without
  std::string_view close_quote;
  std::string_view minutes_before;  ///< "" and " 分钟" around the number
  std::string_view minutes_behind;
  std::string_view about;  ///< before estimated minutes
  std::string_view slipped_before;
  std::string_view slipped_behind;
  std::string_view answered;  ///< with its colon
  std::string_view unanswered;
  std::string_view colon;   ///< between a title and what is said of it
  std::string_view comma;   ///< between a decision and what was said of it
  std::string_view reason;  ///< with its colon, in front of a line of its own
  // for other forms than Markdown
  std::string_view slipped_title;
  std::string_view decision;
  std::string_view nothing;  ///< where a list is empty
  std::string_view report_title;
  std::string_view picture;  ///< what the graph shows, for those who cannot see it
};

inline constexpr std::array k_report_words{
    ReportWords{
        .language = Language::zh,
        .code = "zh",
        .progress = "本周进度",
        .plan = "下周规划",
        .questions = "问题",
        .needs = "需要导师的帮助",
        .finished = "完成 ",
        .skimmed = "略读 ",
        .read = "读完 ",
        .studied = "精读 ",
        .reproduced = "复现 ",
        .not_done = "未完成 ",
        .skim = "略读 ",
        .read_it = "读完 ",
        .study = "精读 ",
        .reproduce = "复现 ",
        .open_bracket = "（",
        .close_bracket = "）",
        .open_quote = "「",
        .close_quote = "」",
        .minutes_before = "",
        .minutes_behind = " 分钟",
        .about = "约 ",
        .slipped_before = "顺延 ",
        .slipped_behind = " 周",
        .answered = "已答：",
        .unanswered = "未答",
        .colon = "：",
        .comma = "，",
        .reason = "原因：",
        .slipped_title = "顺延",
        .decision = "决定：",
        .nothing = "（无）",
        .report_title = "周报",
        .picture = "阅读图",
    },
    ReportWords{
        .language = Language::en,
        .code = "en",
        .progress = "Done",
        .plan = "Next week",
        .questions = "Questions",
        .needs = "Needed from you",
        .finished = "Finished ",
        .skimmed = "Skimmed ",
        .read = "Read ",
        .studied = "Studied ",
        .reproduced = "Reproduced ",
        .not_done = "Not done: ",
        .skim = "Skim ",
        .read_it = "Read ",
        .study = "Study ",
        .reproduce = "Reproduce ",
        .open_bracket = " (",
        .close_bracket = ")",
        .open_quote = "“",
        .close_quote = "”",
        .minutes_before = "",
        .minutes_behind = " min",
        .about = "about ",
        .slipped_before = "carried over ",
        .slipped_behind = " weeks",
        .answered = "answered: ",
        .unanswered = "open",
        .colon = ": ",
        .comma = ", ",
        .reason = "Reason: ",
        .slipped_title = "Slipped",
        .decision = "decision: ",
        .nothing = "(nothing)",
        .report_title = "Weekly report",
        .picture = "Reading graph",
    },
};

[[nodiscard]] constexpr const ReportWords& words_of(Language language) {
  return language == Language::zh ? k_report_words[0] : k_report_words[1];
}

/// "zh" or "en"; nothing for another code.
[[nodiscard]] std::optional<Language> language_named(std::string_view code);

/// The word for how far something was read, with its blank; that for "finished" without a level.
[[nodiscard]] std::string_view done_word(const ReportWords& words, std::optional<Level> level);

/// The word for how far something is to be read, with its blank.
[[nodiscard]] std::string_view plan_word(const ReportWords& words, Level level);

/// What was decided about something that kept slipping, by its name as it is typed: "split" -> "拆分". A name
/// that is none comes back as it is.
[[nodiscard]] std::string_view decision_word(Language language, std::string_view name);
/// The name for such a word in any language: "拆分" -> "split"; nothing for other words.
[[nodiscard]] std::optional<std::string_view> decision_named(std::string_view word);

}  // namespace papers::weekly
