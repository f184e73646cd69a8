// A weekly log in Markdown, read into values: weeks, their sections, and what every line seems to be.
//
// Logs are written by people for people, in Chinese and English, so reading never fails: what is not
// understood is listed with its line. Nothing is looked up here and nothing is decided: whether two lines
// are about one work is for title_guess.hpp, what becomes of the library for the caller.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/item.hpp"

#include "util/week.hpp"

namespace papers::weekly {

enum class SectionKind {
  progress,   ///< done in the week that ends
  plan,       ///< for the week that begins
  questions,  ///< what is not understood, what does not go well
  needs,      ///< what is wanted from the advisor
  review,     ///< of an older plan: what was left undone
  wanted,     ///< a reading list, for no week in particular
  other,
};

/// Words in a heading, and the section that they announce.
struct SectionName {
  std::string words;
  SectionKind kind = SectionKind::other;
};

/// What an entry seems to be.
enum class EntryKind {
  group,  ///< a heading over the entries below it
  paper,
  post,
  course,
  code,
  book,
  video,
  task,  ///< to be done, and none of the above
  question,
  reason,  ///< why the entry above was not done
  note,    ///< said, not to be done: prose, remarks below a paper
};

struct Link {
  std::string text;  ///< what was shown for it, or the words before a bare address: "Fuzzing"; may be ""
  std::string url;   ///< http(s), or an arXiv id that stands in the text; never ""
  bool operator==(const Link&) const = default;
};

/// How much of a course, a book or a series: lectures 5 to 6.
struct Part {
  std::string unit;  ///< "lecture", "module", "chapter", "lab", "episode", "page", ...
  int from = 0;      ///< 0: all of them
  int to = 0;
  bool operator==(const Part&) const = default;
};

/// That it was planned before and not done.
struct Slip {
  int weeks = 1;         ///< how often so far, at least 1
  std::string decision;  ///< "split into two steps", or ""
  std::string reason;    ///< "" when none is given
  bool operator==(const Slip&) const = default;
};

/// Whether it was done, where the entry itself says so (check boxes, "not done"); else its section decides.
enum class Outcome { unsaid, done, partly, open };

struct Entry {
  int line = 0;
  EntryKind kind = EntryKind::note;
  std::string evidence;    ///< for `kind`, in words: "arXiv link", "course number cs231n"
  std::string text;        ///< as written, without marks of the list
  std::string title;       ///< what names the thing: the text of its link, or the text without marks
  bool delimited = false;  ///< the title is the text of a link or a quote, so it ends where it says
  std::string comment;     ///< what follows the title and a colon: a takeaway, parts of a course
  std::vector<Link> links;
  std::vector<Part> parts;
  Outcome outcome = Outcome::unsaid;
  std::optional<Level> level;  ///< "skimmed", "read"
  std::optional<int> minutes;
  bool is_estimate = false;           ///< of the minutes: "about 40 min", not "40 min"
  std::optional<Slip> slip;           ///< carried over; from the group above too
  std::optional<std::string> answer;  ///< of a question: "" when marked as open, nothing when unmarked
  std::vector<Entry> entries;         ///< nested below it
  bool operator==(const Entry&) const = default;
};

struct Section {
  int line = 0;  ///< of its heading; 0 when there is none
  SectionKind kind = SectionKind::other;
  std::string name;        ///< as written: "本周进度"
  bool this_week = false;  ///< a plan for the week of its date, not for the one after
  std::vector<Entry> entries;
  bool operator==(const Section&) const = default;
};

struct Week {
  int line = 0;          ///< of its heading; 0 when there is none
  std::string date;      ///< day; "" when nothing says which
  std::string dated_by;  ///< "heading", "front matter", "file name", "the week before it"
  util::Week closed;     ///< that it reports on: its own, or at the beginning of a week the one before
  std::string last_day;  ///< the date, or the last day of `closed` when that is earlier
  int weeks = 1;         ///< how many weeks it reports on ("两周进度": 2)
  std::vector<Section> sections;
  bool operator==(const Week&) const = default;
};

/// A line that was left out.
struct Unread {
  int line = 0;
  std::string why;             ///< "a picture"
  std::string text;            ///< its beginning
  bool is_decoration = false;  ///< pictures, code, HTML: nothing that could name a thing
  bool operator==(const Unread&) const = default;
};

struct WeeklyLog {
  std::vector<Week> weeks;  ///< in the order of the log
  std::vector<Unread> unread;
  bool operator==(const WeeklyLog&) const = default;
};

/// What the caller knows of a log besides its text.
struct LogHints {
  std::string file_name;  ///< "20210104_report.txt", "Y2020W44.md": a date or a week in it counts
  std::string today;      ///< day; dates that must be concluded are never later. "": no limit
  util::WeekStart week_start = util::WeekStart::monday;
};

/// Reads any bytes. A heading is a section when it holds the words of one of `names` or of the usual names
/// (log_words.hpp), and otherwise belongs to the section above it. Linear in the length of the text, of which
/// at most 2 MiB are read; nesting is followed 32 levels deep. Texts in the result are clean lines.
[[nodiscard]] WeeklyLog parse_log(std::string_view text, const std::vector<SectionName>& names = {},
                                  const LogHints& hints = {});

/// Names as they are shown: "progress", "paper", ...
[[nodiscard]] std::string_view name_of(SectionKind kind);
[[nodiscard]] std::string_view name_of(EntryKind kind);
/// The section of that name ("plan"), for settings; nothing for another word.
[[nodiscard]] std::optional<SectionKind> section_named(std::string_view name);

/// The week that a section of `week` plans for, when it is a plan and the week has a date.
[[nodiscard]] std::optional<util::Week> planned_week(const Week& week, const Section& section,
                                                     util::WeekStart start = util::WeekStart::monday);

/// How one line of the log was read, for showing.
struct LineReading {
  int line = 0;
  std::string reading;  ///< "paper, carried over, by its arXiv link: CLLM"
};

/// Every line that was read or left out, in their order; several for a line with several entries. `more` may
/// add what became of an entry.
[[nodiscard]] std::vector<LineReading> line_readings(
    const WeeklyLog& log, const std::function<std::string(const Entry&)>& more = nullptr);

}  // namespace papers::weekly
