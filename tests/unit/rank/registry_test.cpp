// What every term of the ranking must keep to.

#include <algorithm>
#include <climits>
#include <limits>
#include <set>

#include <doctest/doctest.h>

#include "candidates.hpp"

namespace papers {
namespace {

using test::candidate;

std::vector<Candidate> awkward_candidates() {
  return {
      candidate(""),
      candidate().cited(-1),
      candidate().slipped(-1),
      candidate().slipped(INT_MAX),
      candidate().relevant(1e308),
      candidate().relevant(-std::numeric_limits<double>::infinity()),
      candidate().relevant(std::numeric_limits<double>::quiet_NaN()),
      candidate().unlocking(-1),
      candidate().unlocking(std::numeric_limits<double>::infinity()),
      candidate().ready(7, 3),
      candidate().ready(-1, -1),
      candidate().due_on("soon"),
      candidate().due_on("2024-02-30"),
      candidate().due_on("0001-01-01"),
      candidate().due_on("9999-12-31"),
      candidate().added_at("yesterday"),
      candidate().added_at("0001-01-01T00:00:00Z"),
      candidate().added_at("9999-12-31T23:59:59Z"),
      candidate().in(State::reading).with(Priority::high).due_on("2024-11-24").focused(),
      candidate().in(State::dropped).with(Priority::low),
  };
}

const std::vector<RankContext> k_contexts{
    {"2024-11-24", -2, 3, "vlm"}, {"2024-11-24", 0, 0, ""}, {"", 1, -1, ""}, {"today", -1e308, 1e308, ""}};

TEST_CASE("terms are sorted by weight, unique and documented") {
  const auto table = rank_terms();
  CHECK(std::is_sorted(table.begin(), table.end(), [](const RankTerm& a, const RankTerm& b) {
    return a.default_weight > b.default_weight;
  }));
  std::set<std::string_view> names;
  for (const RankTerm& term : table) {
    CAPTURE(term.name);
    CHECK(names.insert(term.name).second);
    CHECK(!term.name.empty());
    CHECK(term.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
    CHECK(term.summary.size() > 10);
    CHECK(term.default_weight > 0);
  }
}

TEST_CASE("every value lies between 0 and 1 and is put into words, whatever the candidate") {
  for (const RankTerm& term : rank_terms()) {
    CAPTURE(term.name);
    for (const Candidate& awkward : awkward_candidates()) {
      for (const RankContext& context : k_contexts) {
        const double value = term.value(awkward, context);
        CHECK(value >= 0);
        CHECK(value <= 1);
        CHECK(!term.why(awkward, context).empty());
      }
    }
  }
}

}  // namespace
}  // namespace papers
