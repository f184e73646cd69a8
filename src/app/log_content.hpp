// What a weekly log is about, laid out flat: things to read or do, questions, and what is neither.
#pragma once

#include <string>
#include <vector>

#include "papers/item.hpp"

#include "weekly/weekly_log.hpp"

namespace papers::app {

/// One thing at one place of a log. It points into the log, which must outlive it.
struct Mention {
  const weekly::Week* week = nullptr;
  const weekly::Section* section = nullptr;
  const weekly::Entry* entry = nullptr;
  std::vector<const weekly::Entry*> remarks = {};  ///< what is said of it below it
};

struct LogContent {
  /// In the order of time: what has no date first, of each week what was done before what is planned.
  std::vector<Mention> things;
  std::vector<Mention> questions;
  std::vector<Mention> prose;  ///< what is said of no thing in particular
};

[[nodiscard]] LogContent content_of(const weekly::WeeklyLog& log);

/// What an entry that is a thing would be as an item.
[[nodiscard]] Kind kind_of(weekly::EntryKind kind);

}  // namespace papers::app
