#include "app/standing_answer.hpp"

#include <doctest/doctest.h>

#include "support/fakes.hpp"
#include "util/calendar.hpp"

namespace papers {
namespace {

using test::FakeClock;

constexpr std::chrono::hours k_day{24};

ReferenceList answered(ReferenceAnswer answer, int entries = 0) {
  ReferenceList list;
  list.citing = {Scheme::arxiv, "2401.00001"};
  list.source = "semantic-scholar";
  list.fetched = util::to_moment(FakeClock().now());
  list.answer = answer;
  for (int position = 1; position <= entries; ++position) {
    list.entries.push_back({position, std::nullopt, "A title", std::nullopt, ""});
  }
  return list;
}

TEST_CASE("answers without entries stand for 30 days, lists for good") {
  const Time then = FakeClock().now();
  for (const auto answer : {ReferenceAnswer::empty, ReferenceAnswer::unknown, ReferenceAnswer::withheld}) {
    CAPTURE(name_of(answer));
    CHECK(app::stands(answered(answer), then));
    CHECK(app::stands(answered(answer), then + 29 * k_day));
    CHECK_FALSE(app::stands(answered(answer), then + 30 * k_day));
  }
  CHECK(app::stands(answered(ReferenceAnswer::listed, 1), then + 10'000 * k_day));
}

TEST_CASE("an answer without a date does not stand") {
  ReferenceList list = answered(ReferenceAnswer::unknown);
  list.fetched.clear();
  CHECK_FALSE(app::stands(list, FakeClock().now()));
}

TEST_CASE("nothing says less than a list, and fewer entries say less unless the source vouches for them") {
  const ReferenceList kept = answered(ReferenceAnswer::listed, 5);
  CHECK(app::says_less(answered(ReferenceAnswer::unknown), kept, false));
  CHECK(app::says_less(answered(ReferenceAnswer::empty), kept, false));
  CHECK(app::says_less(answered(ReferenceAnswer::listed, 4), kept, false));
  CHECK_FALSE(app::says_less(answered(ReferenceAnswer::listed, 5), kept, true));
  CHECK_FALSE(app::says_less(answered(ReferenceAnswer::listed, 6), kept, true));
  ReferenceList whole = answered(ReferenceAnswer::listed, 4);
  whole.complete = true;
  CHECK_FALSE(app::says_less(whole, kept, false));
  CHECK(app::says_less(whole, kept, /*from_cache=*/true));
  ReferenceList nothing = answered(ReferenceAnswer::empty);
  nothing.complete = true;
  CHECK(app::says_less(nothing, kept, false));
  CHECK_FALSE(app::says_less(answered(ReferenceAnswer::unknown), answered(ReferenceAnswer::empty), false));
}

}  // namespace
}  // namespace papers
