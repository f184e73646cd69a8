// LogMemory: which lines of weekly logs were imported, so that importing again changes nothing.
//
// What a line says is taken over once. The reader may change the item afterwards, and import the log again
// when a week was added to it: only the new lines count. A line that was edited is a new one.
// A record of kind "logged" for each week, its id the date of the week, "undated" without one. Its body:
//   {"lines": [FINGERPRINT, ...]}
#pragma once

#include <map>
#include <set>
#include <string>

#include "papers/library.hpp"

#include "app/log_content.hpp"

namespace papers::app {

class LogMemory {
 public:
  /// The library must outlive it.
  explicit LogMemory(const Library& library) : m_library(library) {}

  /// Whether the line was imported before this import.
  [[nodiscard]] bool knows(const Mention& mention);
  /// The line is known to later imports.
  void add(const Mention& mention);
  void save(Change& change) const;

 private:
  struct Lines {
    std::set<std::string> before;
    std::set<std::string> all;
  };
  Lines& lines_of(const weekly::Week& week);

  const Library& m_library;
  std::map<std::string, Lines> m_weeks;
};

}  // namespace papers::app
