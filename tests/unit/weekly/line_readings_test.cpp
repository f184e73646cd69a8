#include <doctest/doctest.h>

#include "weekly/weekly_log.hpp"

using namespace papers::weekly;

TEST_CASE("every line is shown as it was read, with the evidence") {
  const WeeklyLog log = parse_log(
      "# 2024.3.10\n## 下周规划\n1. MIT6.1234：lec5-6\n2. [PDSM](https://arxiv.org/pdf/2401.00111)（约 40 "
      "分钟）（顺延 2 "
      "周）\n\n"
      "![a](b)\n\n## 问题\n- 为什么？\n");
  std::string all;
  for (const LineReading& reading : line_readings(log)) {
    all += std::to_string(reading.line) + " " + reading.reading + "\n";
  }
  CHECK(all ==
        "1 week 2024-W10, reported on 2024-03-10 (date from heading)\n"
        "2 section plan: 下周规划\n"
        "3 course, lectures 5 to 6 (the course number MIT6.1234): MIT6.1234\n"
        "4 paper, carried over 2 weeks, about 40 min (an arXiv id): PDSM <https://arxiv.org/pdf/2401.00111>\n"
        "6 left out, a picture\n"
        "8 section questions: 问题\n"
        "9 question (its section): 为什么？\n");
}

TEST_CASE("the caller may say what became of an entry") {
  const WeeklyLog log = parse_log("# 2024.3.10\n## Done\n- [a](https://x.org/a)\n");
  const auto readings =
      line_readings(log, [](const Entry& entry) { return " → " + entry.links.front().url; });
  CHECK(readings.back().reading == "post (a web page): a <https://x.org/a> → https://x.org/a");
}
