// A library in a folder of its own, short ways to fill it, and all of it as one value.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "papers/library.hpp"

#include "support/fakes.hpp"
#include "support/temp_folder.hpp"

namespace papers::test {

inline Identifier id(std::string_view text) {
  return value_or_throw(parse_identifier(text));
}

/// An item in the making: paper("2403.00835").titled("...").in(State::queued).
class paper {
 public:
  explicit paper(std::string_view name) { m_item.ids = {id(name)}; }
  paper& also(std::string_view name) {
    m_item.ids.push_back(id(name));
    return *this;
  }
  paper& titled(std::string title) {
    m_item.title = std::move(title);
    return *this;
  }
  paper& by(std::string author) {
    m_item.authors.push_back(std::move(author));
    return *this;
  }
  paper& year(int year) {
    m_item.year = year;
    return *this;
  }
  paper& in(State state) {
    m_item.state = state;
    return *this;
  }
  paper& root() {
    m_item.root = true;
    return in(State::queued);
  }
  operator Item() const { return m_item; }  // NOLINT: implicit by design

 private:
  Item m_item;
};

/// What `citing` cites: identifiers, or titles when they begin with a quote.
inline ReferenceList list_of(std::string_view citing, const std::vector<std::string>& cited,
                             std::string source = "test") {
  ReferenceList list;
  list.citing = id(citing);
  list.source = std::move(source);
  list.fetched = "2024-11-17T09:00:00Z";
  for (const std::string& name : cited) {
    Reference entry;
    entry.position = static_cast<int>(list.entries.size()) + 1;
    if (name.front() == '"') {
      entry.title = name.substr(1);
    } else {
      entry.id = id(name);
    }
    list.entries.push_back(std::move(entry));
  }
  return list;
}

/// All that a reader can see.
struct Snapshot {
  std::vector<Item> items;
  std::vector<ReferenceList> lists;
  std::vector<std::pair<std::int64_t, std::int64_t>> citations;
  std::vector<Record> records;
  bool operator==(const Snapshot&) const = default;
};

inline Snapshot snapshot(const Library& library) {
  Snapshot all;
  library.each_item({.states = {}, .order = ItemQuery::Order::identity}, [&](const Item& item) {
    all.items.push_back(item);
    return true;
  });
  library.each_reference_list([&](const ReferenceList& list) {
    all.lists.push_back(list);
    return true;
  });
  for (const Citation& citation : library.citations()) {
    all.citations.emplace_back(citation.citing, citation.cited);
  }
  library.each_record([&](const Record& record) {
    all.records.push_back(record);
    return true;
  });
  return all;
}

class LibraryFixture {
 public:
  [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }
  [[nodiscard]] LibraryPlaces places() const { return {folder() / "library.sqlite", folder() / "backups"}; }
  Library open(Library::Mode mode = Library::Mode::write) { return Library::open(places(), mode, clock); }

  FakeClock clock;

 private:
  TempFolder m_folder;
};

/// One command that saves these items; gives them as they are then in the library.
inline std::vector<Item> save(Library& library, std::vector<Item> items, std::string_view name = "add") {
  Change change = library.begin(name, name);
  for (Item& item : items) {
    change.save(item);
  }
  change.commit();
  for (Item& item : items) {
    item = library.find_row(item.row).value();
  }
  return items;
}

inline void save(Library& library, const ReferenceList& list,
                 Change::Unknown unknown = Change::Unknown::make) {
  Change change = library.begin("refs", "refs");
  change.save(list, unknown);
  change.commit();
}

inline void save(Library& library, const Record& record) {
  Change change = library.begin("ask", "ask");
  change.save(record);
  change.commit();
}

/// An entry of a bibliography without an id.
inline Reference by_title(int position, std::string title, std::optional<int> year = {},
                          std::string author = "") {
  return {position, std::nullopt, std::move(title), year, std::move(author)};
}

inline std::optional<LoggedCommand> undo(Library& library) {
  Change change = library.begin("undo", "undo");
  auto undone = change.undo();
  change.commit();
  return undone;
}

inline std::optional<LoggedCommand> redo(Library& library) {
  Change change = library.begin("redo", "redo");
  auto redone = change.redo();
  change.commit();
  return redone;
}

}  // namespace papers::test
