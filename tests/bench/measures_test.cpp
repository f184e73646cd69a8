#include "bench/measures.hpp"

#include <cmath>

#include <doctest/doctest.h>

namespace papers::bench {
namespace {

/// 1 / log2(rank + 1).
const double k_second = 1 / std::log2(3.0);
const double k_third = 0.5;

TEST_CASE("the best order has a gain of one, and one without hits none") {
  CHECK(ndcg({true, true, false, false}, 2, 50) == doctest::Approx(1));
  CHECK(ndcg({false, false}, 2, 50) == 0);
  CHECK(ndcg({}, 2, 50) == 0);
}

TEST_CASE("a needed paper counts less the further down it is, as worked out by hand") {
  CHECK(ndcg({false, true, true}, 2, 50) == doctest::Approx((k_second + k_third) / (1 + k_second)));
  CHECK(ndcg({true, false, true}, 3, 50) == doctest::Approx((1 + k_third) / (1 + k_second + k_third)));
}

TEST_CASE("what lies below the depth does not count, for the best order either") {
  CHECK(ndcg({true, false, true}, 2, 2) == doctest::Approx(1 / (1 + k_second)));
  CHECK(ndcg({true, true, false}, 40, 2) == doctest::Approx(1));
}

TEST_CASE("precision divides by the depth, recall by what was needed") {
  const Hits hits{true, false, true, false, true};
  CHECK(precision(hits, 4) == doctest::Approx(0.5));
  CHECK(precision(hits, 10) == doctest::Approx(0.3));
  CHECK(recall(hits, 4, 3) == doctest::Approx(0.5));
  CHECK(recall(hits, 4, 20) == doctest::Approx(0.75));
}

TEST_CASE("the standard error of 1, 2, 3, 4 is the root of 5/3 over 2") {
  const Mean mean = mean_of({1, 2, 3, 4});
  CHECK(mean.value == doctest::Approx(2.5));
  CHECK(mean.error == doctest::Approx(std::sqrt(5.0 / 3.0) / 2));
  CHECK(mean_of({7}).error == 0);
  CHECK(mean_of({}).value == 0);
}

TEST_CASE("differences are taken task by task") {
  const Mean difference = mean_difference({1, 5}, {0, 4});
  CHECK(difference.value == doctest::Approx(1));
  CHECK(difference.error == doctest::Approx(0));
}

}  // namespace
}  // namespace papers::bench
