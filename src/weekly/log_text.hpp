// The bytes of a log, made fit for the Markdown parser: bounded, and without the front matter of a blog.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "weekly/weekly_log.hpp"

namespace papers::weekly {

struct LogText {
  std::string markdown;    ///< with as many lines as the log had, so that line numbers hold
  std::string front_date;  ///< what the front matter says after "date:", as written
  std::vector<Unread> unread;
};

/// cmark takes time that grows faster than some inputs: unclosed brackets within one paragraph, list marks
/// within one line. So a text is cut at 2 MiB, a run of lines without an empty one at 64 KiB, and a line
/// with more than 32 marks in front is left out. Everything left out is listed.
[[nodiscard]] LogText prepare(std::string_view text);

/// An entry for the list of what was left out; the text is cleaned and shortened.
[[nodiscard]] Unread unread(int line, std::string why, std::string_view text);

}  // namespace papers::weekly
