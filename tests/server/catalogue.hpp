// Catalogue: the works that the services of the server know of; one for all of them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/work.hpp"

namespace papers::test {

class Catalogue {
 public:
  /// Works by id, in no order that a client may rely on.
  using Works = std::map<std::string, Work, std::greater<>>;

  Catalogue() = default;
  explicit Catalogue(const std::vector<Work>& works);

  /// Adds a work, or replaces the one of the same id; other names that the test leaves out are made up.
  void publish(Work work);

  [[nodiscard]] const Works& works() const { return m_works; }
  /// By the id that the test gave it. Pointers last until the work is replaced.
  [[nodiscard]] const Work* find(std::string_view id) const;
  /// By any name: DOI (arXiv's too, in any case), paperId, "W...", a former one, or "corpus:" and the number.
  [[nodiscard]] const Work* find_named(std::string_view name) const;
  /// The cited work, where it is known.
  [[nodiscard]] const Work* cited(const Citation& citation) const { return find(citation.work); }
  /// The same with title, author and year as printed: the work's own where the test gave none.
  [[nodiscard]] Citation printed(Citation citation) const;
  /// How many works here cite it.
  [[nodiscard]] int citations_of(const Work& work) const;

 private:
  void count(const Work& work, int step);

  Works m_works;
  std::map<std::string, std::string, std::less<>> m_ids;  ///< by name in lower case
  std::map<std::string, int, std::less<>> m_citations;    ///< by id of the cited work
};

/// So many papers with ids 2401.00001, 2401.00002, ... and titles of their own.
[[nodiscard]] std::vector<Work> numbered_works(int count);

/// "2401.00007" for 7.
[[nodiscard]] std::string numbered_id(int number);

}  // namespace papers::test
