// LogNames: which known work a log means by a name.
//
// Known are the items of the library, works that are shipped with the program, and what the log itself has
// named so far. Papers are guessed by title (weekly/title_guess.hpp), anything else only by the very same
// name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "papers/library.hpp"

#include "app/log_content.hpp"
#include "weekly/title_guess.hpp"

namespace papers::app {

class LogNames {
 public:
  /// Something known: exactly one of the three says what.
  struct Known {
    std::optional<std::size_t> work = {};  ///< place among the works of the log
    std::optional<std::int64_t> row = {};  ///< of an item of the library
    std::optional<Item> shipped = {};
  };

  /// Reads the titles of all items of the library. Those of the rows in `meant` count as wanted by the
  /// reader, as do those that he keeps.
  LogNames(const Library& library, const std::set<std::int64_t>& meant);

  /// A work of the shipped facts, wanted by nobody yet.
  void add_shipped(const Item& item);
  /// A work of the log. What is known of the library under one of its ids is that work from now on.
  void add_work(std::size_t work, const Item& item);
  /// What the log calls a work. A name that is used for two works names none.
  void add_name(std::size_t work, const Item& item, const std::string& name);

  /// By the very name that the reader used for it before, in whatever log.
  [[nodiscard]] const Known* named(const std::string& name) const;
  /// Of papers: by title. The places in `works` of the guess are those of known().
  [[nodiscard]] weekly::TitleGuess guess(const std::string& name) const;
  [[nodiscard]] Known& known(std::size_t place) { return m_known[place]; }

 private:
  std::size_t place_of(std::size_t work, const Item& item);
  enum class Certainty { pinned, said };
  void add_item(const Item& item, bool wanted, const std::vector<std::string>& names);
  void set_name(const std::string& name, std::size_t place, Certainty certainty);

  std::vector<Known> m_known;  ///< in the order of m_titles
  weekly::KnownTitles m_titles;
  std::map<Identifier, std::size_t> m_by_id;  ///< places in m_known
  struct Named {
    std::optional<std::size_t> place;  ///< nothing for a name of several works
    bool is_pinned = false;            ///< understood by an earlier import
  };
  std::map<std::string, Named> m_by_name;  ///< by the letters of the name
};

}  // namespace papers::app
