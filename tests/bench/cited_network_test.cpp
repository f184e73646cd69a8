#include "bench/cited_network.hpp"

#include <doctest/doctest.h>

#include "papers/error.hpp"

namespace papers::bench {
namespace {

TEST_CASE("a list of citations is read whatever parts the ids") {
  for (const char* text : {"# citing cited\n9711200\t1001\n9802150\t9711200\n",
                           "9711200,1001\r\n9802150,9711200\r\n", "9711200 1001\n\n9802150 9711200"}) {
    CAPTURE(text);
    const CitedNetwork network = read_network(text);
    REQUIRE(network.papers.size() == 3);
    CHECK(network.papers[0].id == "0001001");
    CHECK(network.papers[0].date == month_of(2000, 1));
    CHECK(network.cited[1] == std::vector<Node>{0});
    CHECK(network.cited[2] == std::vector<Node>{1});
  }
}

TEST_CASE("references to oneself and repeated ones do not count") {
  const CitedNetwork network = read_network("9711200 9711200\n9711200 9611001\n9711200 9611001\n");
  CHECK(network.citations() == 1);
}

TEST_CASE("JSON Lines bring titles and years") {
  const CitedNetwork network = read_network(
      "{\"type\":\"library\",\"schema\":1}\n"
      "{\"type\":\"paper\",\"id\":\"doi:10.1/a\",\"title\":\"A title\",\"year\":2005}\n"
      "{\"type\":\"cites\",\"from\":\"doi:10.1/a\",\"to\":\"doi:10.1/b\"}\n");
  REQUIRE(network.papers.size() == 2);
  CHECK(network.papers[0].title == "A title");
  CHECK(network.papers[0].date == month_of(2005));
  CHECK(network.papers[1].date == std::nullopt);
  CHECK(network.cited[0] == std::vector<Node>{1});
}

TEST_CASE("dates and titles may come in a list of their own") {
  const CitedNetwork network = read_network("a b\n", "a\t2005-03\tOne\nb\t\tTwo\n");
  CHECK(network.papers[0].date == month_of(2005, 3));
  CHECK(network.papers[1].date == std::nullopt);
  CHECK(network.papers[1].title == "Two");
}

TEST_CASE("a line that makes no sense is named") {
  CHECK_THROWS_WITH_AS(static_cast<void>(read_network("a b\nc\n")), doctest::Contains("line 2"), Failure);
  CHECK_THROWS_WITH_AS(static_cast<void>(read_network("{\"type\":\n")), doctest::Contains("line 1"), Failure);
}

}  // namespace
}  // namespace papers::bench
