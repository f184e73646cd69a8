#include "weekly/marks.hpp"

#include <array>

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"

using namespace papers;
using namespace papers::weekly;

TEST_CASE("brackets that say how long, how often or what was answered are marks") {
  CHECK(read_mark("（95 分钟）rest")->mark.minutes == 95);
  CHECK(read_mark("（95 分钟）rest")->size == std::string_view("（95 分钟）").size());
  CHECK(read_mark("（约 40 分钟）")->mark.minutes == 40);
  CHECK(read_mark("(about 40 min)")->mark.minutes == 40);
  CHECK(read_mark("（约40分钟）")->mark.minutes == 40);
  CHECK(read_mark("(about 40 min)")->mark.is_estimate);
  CHECK(read_mark("（约 40 分钟）")->mark.is_estimate);
  CHECK_FALSE(read_mark("（40 分钟）")->mark.is_estimate);
  CHECK(read_mark("(1h30)")->mark.minutes == 90);
  CHECK(read_mark("（顺延）")->mark.slip == Slip{1, "", ""});
  CHECK(read_mark("【顺延】")->mark.slip == Slip{1, "", ""});
  CHECK(read_mark("（顺延 3 周）")->mark.slip == Slip{3, "", ""});
  CHECK(read_mark("（顺延3次：拆分为两步）")->mark.slip == Slip{3, "拆分为两步", ""});
  CHECK(read_mark("(carried over 2 weeks: park it)")->mark.slip == Slip{2, "park it", ""});
  CHECK(read_mark("(postponed)")->mark.slip == Slip{1, "", ""});
  CHECK(read_mark("（未答）")->mark.answer == "");
  CHECK(read_mark("（已答：不动点）")->mark.answer == "不动点");
}

TEST_CASE("free text in a mark goes to the bracket that ends the line") {
  CHECK(read_mark("（已答：f（x）= x（见下））")->mark.answer == "f（x）= x（见下）");
  CHECK(read_mark("（顺延 2 周：先（略读））")->mark.slip == Slip{2, "先（略读）", ""});
  const auto two = read_mark("（约 40 分钟）（顺延 3 周：D）");
  REQUIRE(two);
  CHECK(two->mark.minutes == 40);
  CHECK(two->size == std::string_view("（约 40 分钟）").size());
}

TEST_CASE("other brackets are part of the title") {
  for (const std::string_view text :
       {"（忘记网址了）", "(2024)", "(min)", "()", "（", "(", "(95", "(95)", "(carried out)", "（顺延线）",
        "[DD]", "(99999999999999999999 min)", "x（95 分钟）", ""}) {
    CAPTURE(text);
    CHECK_FALSE(read_mark(text));
  }
}

TEST_CASE("boxes and signs say what was done") {
  CHECK(read_box("[x] a").outcome == Outcome::done);
  CHECK(read_box("[ ] a").outcome == Outcome::open);
  CHECK(read_box("[ ] a").size == 4);
  CHECK(read_box("✅ a").outcome == Outcome::done);
  CHECK(read_box("[y] a").size == 0);
  CHECK(read_box("[x]a").size == 0);
  CHECK(emoji_code(":star:[T]") == 6);
  CHECK(emoji_code("::") == 0);
  CHECK(emoji_code(": a :") == 0);
}

TEST_CASE("addresses end where the sentence goes on") {
  struct Row {
    std::string_view text;
    std::vector<std::string_view> addresses;
  };
  const std::array k_rows{
      Row{"see https://a.org/x.", {"https://a.org/x"}},
      Row{"T (https://a.org/x)", {"https://a.org/x"}},
      Row{"https://a.org/x_(y)", {"https://a.org/x_(y)"}},
      Row{"见https://a.org/x的论文", {"https://a.org/x"}},
      Row{"（https://a.org/x）和http://b.org", {"https://a.org/x", "http://b.org"}},
      Row{"topological,  1810.03068, 2010.15010", {"1810.03068", "2010.15010"}},
      Row{"arXiv:2403.00835v2", {"2403.00835"}},
      Row{"10.1145/3460319.3464822", {}},
      Row{"2024.11010", {}},  // no month has that number
      Row{"12403.00835 and 2403.008351", {}},
      Row{"version 2403.00835.1", {}},
      Row{"https://", {}},
      Row{"http//a.org", {}},
  };
  for (const Row& row : k_rows) {
    CAPTURE(row.text);
    std::vector<std::string_view> found;
    for (const Address& address : find_addresses(row.text)) {
      found.push_back(row.text.substr(address.begin, address.end - address.begin));
    }
    CHECK(found == row.addresses);
  }
}

TEST_CASE("marks are looked for in hostile texts without harm") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    for (const Address& address : find_addresses(hostile.text)) {
      CHECK(address.begin < address.end);
      CHECK(address.end <= hostile.text.size());
    }
    const std::string bracketed = "（" + hostile.text;
    if (const auto mark = read_mark(bracketed)) {
      CHECK(mark->size <= bracketed.size());
    }
    CHECK(read_box(hostile.text).size <= hostile.text.size());
  }
}
