// The words by which logs are understood, Chinese and English, as tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "weekly/weekly_log.hpp"

namespace papers::weekly {

struct SectionGuess {
  SectionKind kind = SectionKind::other;
  bool this_week = false;  ///< a plan of the week that is under way
};

/// The section that a heading announces: the row whose words are in it, the longest where several are; names
/// of the caller come before the usual ones. Case, accents and punctuation do not count; Latin words count
/// whole. Nothing when no row fits.
[[nodiscard]] std::optional<SectionGuess> section_of(std::string_view heading,
                                                     const std::vector<SectionName>& names);

/// How many weeks a heading speaks of: "两周进度", "last 3 weeks"; 1 unless it says so, at most 8.
[[nodiscard]] int weeks_in(std::string_view heading);

/// Lists of words; a row may be Latin (found as whole words, whatever their case) or Chinese (anywhere).
enum class WordList {
  papers,     ///< reading of papers: "论文", "paper"
  posts,      ///< "博客"
  code,       ///< "代码", "profiler"
  vague,      ///< nothing that is named: "几篇", "several"
  reading,    ///< nothing but that what follows was read: "阅读了"
  work,       ///< own writing and appearances: "submission", "camera-ready"
  to_do,      ///< first words of things to do: "check", "整理"
  undone,     ///< "没完成", "incomplete"
  partly,     ///< "进行中", "partially"
  companion,  ///< of links that go with a paper: "blog", "slides"
};

[[nodiscard]] bool has_word(std::string_view text, WordList list);
/// Whether the text is such a word and nothing else.
[[nodiscard]] bool is_word(std::string_view text, WordList list);
/// Whether the text begins with such a word.
[[nodiscard]] bool begins_with_word(std::string_view text, WordList list);

}  // namespace papers::weekly
