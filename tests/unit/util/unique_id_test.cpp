#include "util/unique_id.hpp"

#include <array>
#include <set>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using papers::Time;
using papers::util::unique_id;

namespace {

Time at(long long seconds) {
  return Time(std::chrono::seconds(seconds));
}

}  // namespace

TEST_CASE("an id has 26 characters of Crockford's alphabet, and begins with the time") {
  const auto id = unique_id(at(1469918176));
  CHECK(id.size() == 26);
  CHECK(id.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") == std::string::npos);
  CHECK(id.substr(0, 10) == "01ARYZ6RR0");  // 1469918176000 in base 32
}

TEST_CASE("ids of one moment ascend, and so do those of later ones") {
  std::string last = unique_id(at(1000));
  for (int i = 0; i < 10000; ++i) {
    const auto next = unique_id(at(1000 + i / 100));
    REQUIRE(last < next);
    last = next;
  }
}

TEST_CASE("ids are unique although the clock goes back") {
  std::set<std::string> ids;
  for (int i = 0; i < 1000; ++i) {
    ids.insert(unique_id(at(5000 + i % 2)));
  }
  CHECK(ids.size() == 1000);
}

TEST_CASE("a forked process makes ids of its own in the same moment") {
  std::set<std::string> ids{unique_id(at(7000))};
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  constexpr int k_children = 3;
  for (int child = 0; child < k_children; ++child) {
    const pid_t pid = ::fork();
    if (pid == 0) {
      const std::string id = unique_id(at(7000));
      ::_exit(::write(ends[1], id.data(), id.size()) == static_cast<ssize_t>(id.size()) ? 0 : 1);
    }
    int status = 1;
    REQUIRE(::waitpid(pid, &status, 0) == pid);
    REQUIRE(status == 0);
    std::string id(26, ' ');
    REQUIRE(::read(ends[0], id.data(), id.size()) == 26);
    ids.insert(id);
  }
  ids.insert(unique_id(at(7000)));
  CHECK(ids.size() == k_children + 2);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("a time before 1970 counts as its beginning") {
  CHECK(unique_id(at(-5)).substr(0, 10) == "0000000000");
}
