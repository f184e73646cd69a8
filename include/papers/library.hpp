// Library: the reader's items, reference lists and everything that was done to them.
//
// One file, library.sqlite, holds all that cannot be fetched again; any number of processes
// may use it at once. Reading never writes. Every change happens inside one Change, which is
// one command to the reader: all of it takes effect or none, it survives a crash once
// commit() has returned, and undo() takes back the whole of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "papers/clock.hpp"
#include "papers/item.hpp"
#include "papers/ranking.hpp"
#include "papers/record.hpp"
#include "papers/reference_list.hpp"
#include "papers/search.hpp"

namespace papers {

struct LibraryPlaces {
  std::filesystem::path file;     ///< .../library.sqlite; its folder is made (0700) when first written
  std::filesystem::path backups;  ///< folder for backups made before migrations
};

/// Which items, in which order. Filters that need more than this look at each item themselves.
struct ItemQuery {
  std::vector<State> states;  ///< empty: every state
  enum class Order { number, added, year, title, finished, identity } order = Order::number;
  bool descending = false;  ///< items without the value come last either way
  std::size_t most = 0;     ///< so many of them, the first ones; 0: all
};

/// One citation of the graph: rows of items.
struct Citation {
  std::int64_t citing = 0;
  std::int64_t cited = 0;
};

/// An item that was planned for weeks that have ended, and not done in them.
struct Slipped {
  std::int64_t row = 0;
  std::vector<std::string> weeks;  ///< names, ascending
};

/// What something read took, as the reader told it.
struct TimedReading {
  Kind kind = Kind::paper;
  std::optional<Level> level;  ///< that it was read to
  int minutes = 0;
  std::string comment;  ///< of the source, which may tell the number of pages
};

/// What a view of the whole citation graph needs of an item. Narrow on purpose, as Candidate is.
struct Outline {
  std::int64_t row = 0;
  std::string id;     ///< formatted identity
  std::string title;  ///< "" when unknown
  std::optional<int> year;
  Kind kind = Kind::paper;
  State state = State::found;
  bool root = false;
  std::optional<int> number;  ///< ascends with the time when it was first kept or parked
  std::optional<ReferenceAnswer>
      references;  ///< the best that any source answered; nothing when never fetched
};

/// What an item may be called. Narrow on purpose, as Candidate is.
struct Naming {
  std::int64_t row = 0;
  std::vector<Identifier> ids;  ///< the identity first
  std::string key;
  std::string title;  ///< "" when unknown
  State state = State::found;
};

/// One command of the log.
struct LoggedCommand {
  std::string id;  ///< sortable, unique over machines
  std::string device;
  std::string time;     ///< moment
  std::string name;     ///< "start"
  std::string summary;  ///< "start kou2024cllms"
  enum class Status {
    done,
    undone,
    dead
  } status = Status::done;  ///< dead: undone, and a new command came after
  int operations = 0;
};

/// One change of one thing within a command; before and after are JSON objects of the fields
/// that differ, "" where the thing did not exist.
struct LoggedOperation {
  std::string id;
  std::string kind;      ///< "item", "references", "record"
  std::string identity;  ///< canonical identifier of the item
  std::string before;
  std::string after;
};

struct CheckReport {
  std::vector<std::string> damage;    ///< one line each; empty when all is well
  std::vector<std::string> repaired;  ///< derived data that was made anew
  int items = 0;
  int reference_lists = 0;
  int commands = 0;
};

/// Two items that may be one work: title and first author agree, and the years within one.
struct PossibleVersion {
  std::int64_t a = 0;
  std::int64_t b = 0;
};

/// How much of the reading needs an item.
struct Support {
  std::int64_t row = 0;
  int kept_citing = 0;  ///< kept papers that cite it
};

class Change;

class Library {
 public:
  enum class Mode { read, write };

  /// Opens, creating (Mode::write) or treating as empty (Mode::read) a library that is not there.
  /// Opening for writing migrates an older schema after a backup; a newer one is refused, as is
  /// a file that is not ours or lies on a network file system. Throws Failure.
  static Library open(const LibraryPlaces& places, Mode mode, Clock& clock);

  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  ~Library();

  // ---- reading; each call is O(log n) plus what it returns
  [[nodiscard]] std::optional<Item> find(const Identifier& id) const;  ///< by any of its ids
  [[nodiscard]] std::optional<Item> find_row(std::int64_t row) const;
  [[nodiscard]] std::optional<Item> find_number(int number) const;
  [[nodiscard]] std::optional<Item> find_key(std::string_view key) const;
  /// Items whose title, ids or key contain all the words, best known first; at most `limit`. Where there are
  /// items in which each of the words begins one, it is those alone: "form" finds "Formal", and "Transformer"
  /// only when nothing begins so, which is known after a look at all items, O(n). Of more than 500 the best
  /// known of the 500 that come first by key, id and row.
  [[nodiscard]] std::vector<Item> find_words(std::string_view words, int limit) const;
  /// Those in which each of the words begins one: first by key, then by id, then by row; at most `limit`.
  /// While a name is being typed, it is among what these are called. Never looks at all items.
  [[nodiscard]] std::vector<Naming> find_begun(std::string_view words, int limit) const;

  /// Items that have all the terms, negated ones left out: judged ones before found ones before dropped ones,
  /// then by score, by citing papers and by number. Without a term that is not negated nothing is found.
  /// O(items that have the words).
  [[nodiscard]] std::vector<SearchHit> search(std::span<const SearchTerm> terms) const;

  /// Streams items; stops when `visit` returns false.
  void each_item(const ItemQuery& query, const std::function<bool(const Item&)>& visit) const;
  /// All items in brief, by row. For views of the whole graph; O(items).
  [[nodiscard]] std::vector<Outline> outlines() const;
  [[nodiscard]] int count(State state) const;
  [[nodiscard]] int kept_papers() const;  ///< queued, being read, paused or read; books among them
  [[nodiscard]] std::vector<std::string> tags() const;  ///< of what is kept or parked; sorted
  /// Items in this state that at least so many (1 or more) kept papers cite; most first, then by number.
  /// O(items in the state and their citations).
  [[nodiscard]] std::vector<Support> supported(State state, int least) const;

  [[nodiscard]] std::vector<Item> references_of(std::int64_t row) const;  ///< known ones, by position
  [[nodiscard]] std::vector<Item> citing(std::int64_t row) const;
  [[nodiscard]] std::vector<ReferenceList> reference_lists(std::int64_t row) const;  ///< one for each source
  void each_reference_list(
      const std::function<bool(const ReferenceList&)>& visit) const;  ///< by identity of citing
  [[nodiscard]] std::vector<Citation> citations() const;              ///< every known edge once, sorted

  /// Items whose title is this one but for case, accents, punctuation and spaces. O(log n).
  [[nodiscard]] std::vector<Item> titled(std::string_view title) const;
  /// Pairs that the reader has not told apart (a record of kind "different" does). Sorted.
  [[nodiscard]] std::vector<PossibleVersion> possible_versions() const;

  // ---- what ranking needs; narrow rows, out of one index
  /// Of all items in these states. O(n).
  [[nodiscard]] std::vector<Candidate> candidates(std::span<const State> states) const;
  /// The `most` most relevant ones, in the order of rank(), of every sort that occurs, sort by sort: a sort
  /// is what has the same state, priority, due day and key references. Whatever ranks by these and by
  /// relevance alone has its best `most` among them. O(sorts (log n + most)).
  [[nodiscard]] std::vector<Candidate> leading_candidates(std::span<const State> states,
                                                          std::size_t most) const;
  /// Those of the rows that are in these states.
  [[nodiscard]] std::vector<Candidate> candidates_at(std::span<const std::int64_t> rows,
                                                     std::span<const State> states) const;
  /// Least and greatest relevance among the items in these states; nothing when there are none.
  [[nodiscard]] std::optional<std::pair<double, double>> relevance_range(std::span<const State> states) const;
  /// Nothing for what is not kept, or has no known citation.
  [[nodiscard]] std::optional<Standing> standing(std::int64_t row) const;
  /// Items that slipped, by row.
  [[nodiscard]] std::vector<Slipped> slipped() const;
  /// Of items that can be read now and are due on that day or before, soonest first.
  [[nodiscard]] std::vector<std::int64_t> rows_due_by(std::string_view day) const;
  [[nodiscard]] std::vector<std::int64_t> rows_tagged(std::string_view tag) const;  ///< ascending
  [[nodiscard]] std::vector<std::int64_t> rows_cited_by(std::int64_t row) const;    ///< ascending
  [[nodiscard]] std::vector<TimedReading> timed_readings(int limit) const;          ///< newest first

  [[nodiscard]] std::vector<Record> records(std::string_view kind) const;  ///< by id
  [[nodiscard]] std::optional<Record> record(std::string_view kind, std::string_view id) const;
  void each_record(const std::function<bool(const Record&)>& visit) const;  ///< by kind, id

  /// One state of the library: as long as the object lives, every call that reads sees what was there when it
  /// was made, whatever other processes write. For use cases that read much and must not mix two states;
  /// meanwhile no Change may begin on this Library. Inside a Change it does nothing.
  class Snapshot;
  [[nodiscard]] Snapshot snapshot() const;

  [[nodiscard]] std::vector<LoggedCommand> log(int limit) const;  ///< newest first; limit 0: all
  [[nodiscard]] std::vector<LoggedOperation> operations(const std::string& command_id) const;

  // ---- writing
  /// Takes the write lock and begins. `name` and `summary` go into the log.
  /// Throws Failure(try_later), naming the holder's pid, when the lock is not free within 15 s.
  [[nodiscard]] Change begin(std::string_view name, std::string_view summary);
  /// As begin, for a command that commits in parts so that a kill loses little: what this change does joins
  /// the command of that id, and one undo takes back all of it. When another command has come
  /// in between, it is a command of its own.
  [[nodiscard]] Change continue_command(const std::string& command_id, std::string_view name,
                                        std::string_view summary);

  // ---- care
  /// Writes a consistent copy, checked after writing. Refuses to overwrite.
  void backup(const std::filesystem::path& target) const;
  /// Looks at every page, row checksum and reference; with `repair` derived data is made anew.
  CheckReport check(bool repair);

 private:
  friend class Change;
  struct Impl;
  explicit Library(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> m_impl;  ///< shared with the Change, which may outlive the Library
};

class Library::Snapshot {
 public:
  Snapshot(Snapshot&& other) noexcept;
  Snapshot& operator=(Snapshot&&) = delete;
  ~Snapshot();

 private:
  friend class Library;
  explicit Snapshot(std::shared_ptr<Impl> impl);
  std::shared_ptr<Impl> m_impl;  ///< nothing inside a Change
};

/// One command in the making. Destroyed without commit(), it leaves no trace.
class Change {
 public:
  Change(Change&&) noexcept;
  ~Change();

  /// Inserts (row 0) or updates an item; fills in row, key and number where they are missing. A new item
  /// whose key or number is taken gets the next free one; an old one may not take another's (Failure, usage).
  /// When one of its ids already names another item, the two are one work and become one item: what
  /// the reader entered in either is kept, and `item` is then the whole of it.
  /// Writes and logs only what differs; saving an unchanged item does nothing.
  void save(Item& item);
  /// Makes two items of the library one work although they share no id. `into` keeps its row, and its key,
  /// number and identity unless `other` alone was judged; it takes over names, tags and notes, the state that
  /// is further on, and reference lists: of two from one source the one that says more (an answer with
  /// entries, then the longer, then the newer). `other` is gone; all its names name `into`, which is then the
  /// whole. Throws Failure when they are one item already, or one of them is not in the library.
  void merge(Item& into, const Item& other);
  /// What becomes of ids that the library does not know.
  enum class Unknown {
    make,   ///< each becomes an item in state `found`
    leave,  ///< none does; the citation is drawn when an item of that name comes
  };
  /// Replaces the list that this source gave for the citing paper. The citing item must exist. The
  /// list reads back as it was saved; a paper's reference to itself makes no citation, a
  /// repeated one makes one. An entry without an id makes a citation when the library has one item with
  /// that title whose year and first author do not speak against it.
  void save(const ReferenceList& list, Unknown unknown = Unknown::make);

  /// Inserts or replaces a record; nothing when it is there already. The body must be a JSON object.
  void save(const Record& record);
  void remove(const Record& record);

  /// Undoes the newest command that is done, redoes the oldest undone one.
  /// Nothing when there is none. Called at most once in a Change named "undo" or "redo".
  std::optional<LoggedCommand> undo();
  std::optional<LoggedCommand> redo();

  /// The reader as the change sees it, changes so far included. What is to be changed should be read here,
  /// where no other process can change it meanwhile. Derived fields (depth, cited_by, references) are
  /// those of before the change until settle() or commit(), and so are citations by title alone.
  [[nodiscard]] const Library& library() const;
  /// Brings derived fields up to date, for a command that shows them before it commits (or never does).
  /// O(all citations) when roots or citations changed: once a command, not once a paper.
  void settle();
  /// Whether anything differs from what was there.
  [[nodiscard]] bool empty() const;

  /// Makes it last. A change without differences leaves no entry in the log.
  void commit();
  /// The id of the command in the log; of use to continue_command.
  [[nodiscard]] const std::string& command_id() const;

 private:
  friend class Library;
  struct Impl;
  explicit Change(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

}  // namespace papers
