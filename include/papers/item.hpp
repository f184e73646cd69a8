// Item: anything that can be read or done, with all that the library knows of it.
//
// A plain value. Texts are clean (valid UTF-8 in NFC, no control characters: see
// util/text.hpp) from the moment they enter an Item. Dates are ISO 8601 strings, which
// compare in the order of time: "2024-02-28" for days, "2024-02-28T06:49:24Z" for moments,
// always UTC except `due`, which is a day in the reader's own zone.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "papers/identifier.hpp"
#include "papers/reference_list.hpp"

namespace papers {

enum class Kind { paper, post, course, code, book, video, task };

enum class State {
  found,  ///< seen as a reference, not judged
  queued,
  reading,
  paused,
  read,
  parked,   ///< wanted, but beyond the limit; never proposed until promoted
  dropped,  ///< never followed, never suggested again
};

enum class Level { skim, read, deep, reproduce };

enum class Priority { low, medium, high };

/// Whether the reader decided for this item: queued, reading, paused or read.
[[nodiscard]] bool is_kept(State state);

// Names as they are typed, printed and stored. Reading an unknown name gives nothing.
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::string_view name_of(State state);
[[nodiscard]] std::string_view name_of(Level level);
[[nodiscard]] std::string_view name_of(Priority priority);  ///< "H", "M", "L"
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);
[[nodiscard]] std::optional<State> state_named(std::string_view name);
[[nodiscard]] std::optional<Level> level_named(std::string_view name);
[[nodiscard]] std::optional<Priority> priority_named(std::string_view name);  ///< also "high", "h", ...

inline constexpr std::array k_kinds{Kind::paper, Kind::post,  Kind::course, Kind::code,
                                    Kind::book,  Kind::video, Kind::task};
inline constexpr std::array k_states{State::found, State::queued, State::reading, State::paused,
                                     State::read,  State::parked, State::dropped};
inline constexpr std::array k_levels{Level::skim, Level::read, Level::deep, Level::reproduce};
inline constexpr std::array k_priorities{Priority::low, Priority::medium, Priority::high};

/// A sentence of the reader's own.
struct Note {
  std::string written;  ///< moment
  std::string kind;     ///< "note", "takeaway" (the one line kept of a finished item), "reason" (why dropped)
  std::string text;
  bool operator==(const Note&) const = default;
};

/// How a work was printed, as far as a reference to it says so and the library itself has no use for it.
struct Detail {
  /// Of the field in BibLaTeX: "volume", "number", "pages", "publisher", "editor" (names parted by "; "),
  /// "keywords" (parted by ", "); or "entrytype", a name of bibliography/work_type.hpp. Letters a to z,
  /// digits and hyphens.
  std::string name;
  std::string text;  ///< a line, never empty; a range of pages has an en dash
  bool operator==(const Detail&) const = default;
};

/// What is known of an item's reference list, for showing; counted over all its sources.
struct ReferenceSummary {
  int known = 0;              ///< references that are items of the library
  std::optional<int> stated;  ///< how many the source says there are; nothing when it does not say
  int unresolved = 0;         ///< known by title only
  std::string source;         ///< "semantic-scholar", "seed", ...; several are joined by ", "
  std::string fetched;        ///< moment of the newest list
  bool complete = false;      ///< a source vouches that the list is whole
  /// The best that any source answered; known, unresolved and beyond are 0 unless it is `listed`.
  ReferenceAnswer answer = ReferenceAnswer::listed;
  int beyond = 0;  ///< named by an id that is no item of the library: past a limit
  bool operator==(const ReferenceSummary&) const = default;
};

struct Item {
  std::int64_t row = 0;         ///< the library's own handle; 0 while not stored; never shown
  std::vector<Identifier> ids;  ///< all names of the work; the first is its identity; never empty once stored
  std::string key;              ///< citation key, unique in a library: "kou2024cllms"
  std::optional<int> number;    ///< short number shown by lists; given when the item is first kept or parked

  // What sources say. A fetch replaces these, except those named in `own`.
  Kind kind = Kind::paper;
  std::string title;  ///< empty when unknown
  std::vector<std::string> authors;
  std::optional<int> year;
  std::optional<std::string> published;
  std::optional<std::string> updated;
  std::optional<int> version;  ///< newest arXiv version seen
  std::optional<std::string> venue;
  std::vector<std::string> categories;
  std::optional<std::string> abstract;
  std::optional<std::string> comment;
  std::vector<Detail> details;  ///< sorted by name, each name once; a fetch fills gaps and replaces nothing
  std::string source;           ///< where the above came from: "arxiv", "seed", "web", "user", ""

  // What the reader says. A fetch never touches these.
  State state = State::found;
  bool root = false;  ///< added by the reader himself; depth is counted from here
  std::optional<Priority> priority;
  std::optional<std::string> due;  ///< day
  std::vector<std::string> tags;   ///< sorted, unique
  std::optional<int> effort_minutes;
  std::optional<Level> level;
  std::optional<int> rating;   ///< 1 to 5
  std::optional<int> minutes;  ///< time spent so far
  std::string added;           ///< moment
  std::optional<std::string> started;
  std::optional<std::string> finished;
  std::vector<Note> notes;  ///< oldest first
  std::vector<std::string>
      own;  ///< names of source fields that the reader entered: "title", "kind", ...; sorted

  // Derived by the library; ignored when an item is saved.
  std::optional<int> depth;  ///< fewest reference steps from a root; nothing when unreachable
  int cited_by = 0;          ///< in-degree: papers of the library whose known references include it
  int slips = 0;             ///< weeks for which it was planned and not done
  std::optional<ReferenceSummary> references;  ///< nothing when never fetched

  bool operator==(const Item&) const = default;
};

/// Whether a source has said what it cites, be it nothing.
[[nodiscard]] bool references_known(const Item& item);

/// The text of a detail, "" for none.
[[nodiscard]] std::string_view detail(const Item& item, std::string_view name);

/// "Kou+ 2024", "Song 2023", "Kou+", or "" when neither author nor year is known.
[[nodiscard]] std::string byline(const Item& item);

/// The title, or the identity in brackets when there is no title. Never empty for a stored item.
[[nodiscard]] std::string display_title(const Item& item);

/// A citation key from first author's surname, year and first title word: "kou2024cllms".
/// Only [a-z0-9]; "item" when nothing is known. Not made unique here: the library appends b, c, ...
[[nodiscard]] std::string citation_key(const Item& item);

}  // namespace papers
