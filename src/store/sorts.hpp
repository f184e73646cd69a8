// Sorts: candidates out of the index items_by_rank, in which those that the reader spoke of alike lie
// together.
//
// A sort is what has the same state, priority, due day and key references. Sorts are few where items are
// many: from the end of one the index is asked for the beginning of the next (a "skip scan").
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "papers/item.hpp"
#include "papers/ranking.hpp"

#include "store/database.hpp"

namespace papers::store {

class Sorts {
 public:
  /// The database must outlive it.
  explicit Sorts(const Database& db) : m_db(&db) {}

  // As the members of Library that these serve.
  [[nodiscard]] std::vector<Candidate> all(std::span<const State> states) const;
  [[nodiscard]] std::vector<Candidate> leading(std::span<const State> states, std::size_t most) const;
  [[nodiscard]] std::vector<Candidate> at(std::span<const std::int64_t> rows,
                                          std::span<const State> states) const;

 private:
  void add_like(std::vector<Candidate>& result, const Candidate& one, std::size_t most) const;
  /// A candidate of which only the sort is meant.
  [[nodiscard]] std::optional<Candidate> next_sort(const Candidate& one) const;

  const Database* m_db;
};

}  // namespace papers::store
