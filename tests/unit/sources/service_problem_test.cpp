#include "sources/service_problem.hpp"

#include <doctest/doctest.h>

using namespace papers;
using sources::describe;

namespace {

constexpr Time k_now{std::chrono::seconds(1'731'834'000)};  // 2024-11-17T09:00:00Z

}  // namespace

TEST_CASE("only errors that pass are worth another try") {
  using Kind = HttpError::Kind;
  for (const Kind kind : {Kind::offline, Kind::timeout, Kind::broken, Kind::interrupted}) {
    CHECK(describe("arXiv", HttpError{kind, "h: x"}).later);
  }
  for (const Kind kind : {Kind::refused, Kind::too_large, Kind::insecure}) {
    CHECK_FALSE(describe("arXiv", HttpError{kind, "h: x"}).later);
  }
  CHECK(describe("arXiv", HttpError{Kind::broken, "h: x"}).message == "arXiv could not be reached (h: x)");
}

TEST_CASE("a service that names a time is quoted with it") {
  const HttpResponse response{429, "", {{"retry-after", "5400"}}, ""};
  CHECK(describe("arXiv", response, k_now).message ==
        "arXiv asks to be left alone until 2024-11-17T10:30:00Z (HTTP 429)");
  CHECK(describe("arXiv", response, k_now).later);
}

TEST_CASE("every status has words") {
  for (const int status : {0, 100, 204, 206, 300, 304, 401, 403, 404, 429, 500, 599, 999, 1000, -1}) {
    CAPTURE(status);
    const auto problem = describe("arXiv", HttpResponse{status, "", {}, ""}, k_now);
    CHECK(problem.message.find("arXiv ") == 0);
  }
}
