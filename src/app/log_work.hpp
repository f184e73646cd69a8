// LogWork: a work that a log names, and the list of those that it names so far.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "papers/item.hpp"
#include "papers/library.hpp"

namespace papers::app {

struct LogWork {
  Item item;     ///< of the library, or a new one with row 0; its state is not that of the log yet
  int line = 0;  ///< where it is first named
  bool by_name_alone = false;         ///< nobody could say which work it is
  std::string doubt = {};             ///< why it is none of the candidates
  std::vector<Item> candidates = {};  ///< works that it may be
  bool sought = false;                ///< services were asked for it by title
  std::string problem = {};           ///< why nothing is known of it, or that it could not be looked up
};

/// Each work once, as far as its ids tell.
class LogWorkList {
 public:
  /// The place of the new work.
  std::size_t add(Item item, int line);
  [[nodiscard]] std::optional<std::size_t> with_id(const Identifier& id) const;
  /// Takes over what a source says of a work.
  void describe(std::size_t place, const Item& fetched);
  /// What was known by name alone turns out to be that work, which may be another of the list, or one of the
  /// library.
  void become(std::size_t place, const Item& found, const Library& library);
  /// The work itself, or the one that it turned out to be.
  [[nodiscard]] std::size_t final_place(std::size_t place) const { return m_same_as[place]; }

  [[nodiscard]] LogWork& operator[](std::size_t place) { return m_works[place]; }
  [[nodiscard]] const std::vector<LogWork>& works() const { return m_works; }
  [[nodiscard]] std::vector<LogWork> take() { return std::move(m_works); }

 private:
  void index(std::size_t place);

  std::vector<LogWork> m_works;
  std::vector<std::size_t> m_same_as;
  std::map<Identifier, std::size_t> m_places;  ///< by all ids
};

}  // namespace papers::app
