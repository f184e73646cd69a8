#include "util/calendar.hpp"

#include <array>
#include <string>

#include <doctest/doctest.h>
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): setenv is POSIX
#include <time.h>    // NOLINT(modernize-deprecated-headers): tzset is POSIX

using namespace papers::util;
using papers::Time;

namespace {

/// The zone of the C library, put back at the end.
class Zone {
 public:
  explicit Zone(const char* name) : m_old(getenv("TZ") == nullptr ? "" : getenv("TZ")) { set(name); }
  Zone(const Zone&) = delete;
  Zone& operator=(const Zone&) = delete;
  ~Zone() { set(m_old.c_str()); }

 private:
  static void set(const char* name) {
    setenv("TZ", name, 1);
    tzset();
  }
  std::string m_old;
};

struct TextPair {
  std::string_view text;
  std::string_view expected;
};

}  // namespace

TEST_CASE("moments are read with zones, fractions and as mere days, and printed in UTC") {
  constexpr std::array<TextPair, 11> k_rows{{
      {"2024-11-17T09:00:00Z", "2024-11-17T09:00:00Z"},
      {"2024-11-17t09:00:00z", "2024-11-17T09:00:00Z"},
      {"2024-11-17", "2024-11-17T00:00:00Z"},
      {"2024-11-17T09:00:00.123456Z", "2024-11-17T09:00:00Z"},
      {"2024-11-17T09:00:00+08:00", "2024-11-17T01:00:00Z"},
      {"2024-11-17T20:00:00-0500", "2024-11-18T01:00:00Z"},
      {"2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
      {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
      {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"},
      {"2024-01-01T00:30:00+01:00", "2023-12-31T23:30:00Z"},
  }};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    const auto moment = from_moment(row.text);
    REQUIRE(moment.has_value());
    CHECK(to_moment(*moment) == row.expected);
  }
}

TEST_CASE("what is no moment is not read") {
  for (const auto* bad : {"",
                          "2024",
                          "2024-11",
                          "2024-11-31",
                          "2023-02-29",
                          "2024-13-01",
                          "0000-01-01",
                          "24-11-17",
                          "2024/11/17",
                          "2024-11-17 09:00:00Z",
                          "2024-11-17T09:00:00",
                          "2024-11-17T24:00:00Z",
                          "2024-11-17T09:60:00Z",
                          "2024-11-17T09:00:60Z",
                          "2024-11-17T09:00:00.Z",
                          "2024-11-17T09:00Z",
                          "2024-11-17T09:00:00+8",
                          "2024-11-17T",
                          "2024-11-17T09:00:00+08:00x",
                          "2024-11-17T09:00:00+24:00",
                          " 2024-11-17",
                          "-024-11-17",
                          "+024-11-17",
                          "0001-01-01T00:00:00+01:00",
                          "9999-12-31T23:59:59-01:00",
                          "10000-01-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(from_moment(bad).has_value());
  }
}

TEST_CASE("a day is the reader's own") {
  const Time evening = *from_moment("2024-11-17T20:00:00Z");
  const Zone utc("UTC");
  CHECK(local_day(evening) == "2024-11-17");
  {
    const Zone shanghai("CST-8");
    CHECK(local_day(evening) == "2024-11-18");
  }
  const Zone pacific("PST8");
  CHECK(local_day(*from_moment("2024-11-17T07:59:59Z")) == "2024-11-16");
}

TEST_CASE("days are real ones in one notation") {
  CHECK(is_day("2024-02-29"));
  CHECK_FALSE(is_day("2023-02-29"));
  CHECK_FALSE(is_day("1900-02-29"));
  CHECK(is_day("2000-02-29"));
  CHECK_FALSE(is_day("2024-2-9"));
  CHECK_FALSE(is_day("0000-01-01"));
  CHECK_FALSE(is_day("2024-11-17T09:00:00Z"));
}

TEST_CASE("days are counted over months, years and both directions") {
  CHECK(days_between("2024-02-28", "2024-03-01") == 2);
  CHECK(days_between("2024-03-01", "2024-02-28") == -2);
  CHECK(days_between("2024-01-01", "2025-01-01") == 366);
  CHECK(add_days("2024-12-31", 1) == "2025-01-01");
  CHECK(add_days("2024-03-01", -1) == "2024-02-29");
  CHECK(add_days("9999-12-31", 1) == "9999-12-31");
  CHECK(add_days("0001-01-01", -1) == "0001-01-01");
}

TEST_CASE("adding the days between two days leads from one to the other") {
  for (int days = -800; days <= 800; days += 7) {
    const auto day = add_days("2024-02-29", days);
    REQUIRE(days_between("2024-02-29", day) == days);
  }
}

TEST_CASE("people type days in many ways") {
  constexpr std::string_view k_sunday = "2024-11-17";
  constexpr std::array<TextPair, 14> k_rows{{{"2024-11-24", "2024-11-24"},
                                             {"today", "2024-11-17"},
                                             {"Tomorrow", "2024-11-18"},
                                             {"fri", "2024-11-22"},
                                             {"Friday", "2024-11-22"},
                                             {"sun", "2024-11-24"},
                                             {"mon", "2024-11-18"},
                                             {"3d", "2024-11-20"},
                                             {"2w", "2024-12-01"},
                                             {"1m", "2024-12-17"},
                                             {"0d", "2024-11-17"},
                                             {"14m", "2026-01-17"},
                                             {" 3D ", "2024-11-20"},
                                             {"2020-01-01", "2020-01-01"}}};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    CHECK(parse_day(row.text, k_sunday) == std::string(row.expected));
  }
}

TEST_CASE("people type days that have been in as many ways") {
  constexpr std::string_view k_sunday = "2024-11-17";
  constexpr std::array<TextPair, 11> k_rows{{{"2024-11-10", "2024-11-10"},
                                             {"2024-11", "2024-11-01"},
                                             {"today", "2024-11-17"},
                                             {"Yesterday", "2024-11-16"},
                                             {"fri", "2024-11-15"},
                                             {"Sunday", "2024-11-10"},
                                             {"mon", "2024-11-11"},
                                             {"3d", "2024-11-14"},
                                             {"2w", "2024-11-03"},
                                             {"1m", "2024-10-17"},
                                             {"9m", "2024-02-17"}}};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    CHECK(parse_past_day(row.text, k_sunday) == std::string(row.expected));
  }
  for (const auto* bad :
       {"", "tomorrow", "someday", "2024-13", "2024", "2024-1", "-3d", "99999w", "2024-11-31"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_past_day(bad, "0100-01-01").has_value());
  }
}

TEST_CASE("a month later is never in the month after") {
  CHECK(parse_day("1m", "2024-01-31") == "2024-02-29");
  CHECK(parse_day("1m", "2023-01-31") == "2023-02-28");
  CHECK(parse_day("3m", "2024-08-31") == "2024-11-30");
}

TEST_CASE("what is no day is not read") {
  for (const auto* bad : {"", "soon", "f", "fr", "frid", "d", "3", "-3d", "3y", "3 d", "99999999999d",
                          "999999d", "100000m", "2024-11-31", "2024-11", "11/24", "99999w"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_day(bad, "9000-01-01").has_value());
  }
}

TEST_CASE("ISO weeks belong to the year of their Thursday") {
  CHECK(iso_week("2024-11-17") == IsoWeek{2024, 46});
  CHECK(iso_week("2024-11-18") == IsoWeek{2024, 47});
  CHECK(iso_week("2021-01-03") == IsoWeek{2020, 53});
  CHECK(iso_week("2021-01-04") == IsoWeek{2021, 1});
  CHECK(iso_week("2024-12-30") == IsoWeek{2025, 1});
  CHECK(iso_week("2026-12-31") == IsoWeek{2026, 53});
  CHECK(iso_week("2023-01-01") == IsoWeek{2022, 52});
}

TEST_CASE("a day is written out for readers") {
  CHECK(long_day("2024-11-24") == "Sunday 24 Nov 2024");
  CHECK(long_day("2024-01-01") == "Monday 1 Jan 2024");
}

TEST_CASE("durations are minutes") {
  CHECK(parse_minutes("45m") == 45);
  CHECK(parse_minutes("90") == 90);
  CHECK(parse_minutes("2h") == 120);
  CHECK(parse_minutes("1h30") == 90);
  CHECK(parse_minutes("1h30m") == 90);
  CHECK(parse_minutes(" 1H 5m ") == 65);
  for (const auto* bad :
       {"", "h", "m", "h30", "-5", "1.5h", "1h30h", "45s", "99999999999", "2147483647h", "600001", "1h m"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_minutes(bad).has_value());
  }
}
