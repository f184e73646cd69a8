#include "export/dot_text.hpp"

#include <doctest/doctest.h>

#include "util/text.hpp"

namespace papers::formats {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("text loses all meaning between quotes") {
  struct Row {
    const char* text;
    const char* dot;
  };
  for (const Row& row :
       {Row{"", R"("")"}, Row{"plain", R"("plain")"}, Row{R"(a "b" c)", R"("a \"b\" c")"},
        Row{R"(\N \G ends \)", R"("\\N \\G ends \\")"},
        Row{"AT&T &lt;b&gt;", R"("AT&amp;T &amp;lt;b&amp;gt;")"}, Row{"<b>bold</b>", R"("<b>bold</b>")"},
        Row{"a\nb\x07", R"("a<0A>b<07>")"}, Row{"né 中文", R"("né 中文")"}}) {
    CAPTURE(row.text);
    CHECK(dot_string(row.text) == row.dot);
  }
}

TEST_CASE("names and addresses keep their ampersands") {
  CHECK(dot_name("https://x.org/?a=1&b=\"\\") == R"("https://x.org/?a=1&b=\"\\")");
}

TEST_CASE("lines are joined by escape sequences that the text cannot make") {
  CHECK(dot_label(Lines{"a", R"(b\n)", "c"}) == R"("a\nb\\n\nc")");
  CHECK(dot_label(Lines{}) == R"("")");
  CHECK(dot_tooltip(Lines{"a", R"(b\n)", "c"}) == R"("a\nb\\\\n\nc")");
}

TEST_CASE("titles are wrapped between words and cut with an ellipsis") {
  CHECK(wrap("Attention Is All You Need", 22, 2) == Lines{"Attention Is All You", "Need"});
  CHECK(wrap("Consistency Models", 22, 2) == Lines{"Consistency Models"});
  CHECK(wrap("SpecInfer: Accelerating Generative LLM Serving", 22, 2) ==
        Lines{"SpecInfer:", "Accelerating…"});
  CHECK(wrap("one two three four five six", 8, 2) == Lines{"one two", "three…"});
  CHECK(wrap("exactly eight!!!", 8, 2) == Lines{"exactly", "eight!!!"});
  CHECK(wrap("  blanks  around  ", 22, 2) == Lines{"blanks  around"});
  CHECK(wrap("", 22, 2).empty());
  CHECK(wrap("   ", 22, 2).empty());
}

TEST_CASE("words longer than a line and languages without blanks are broken between characters") {
  CHECK(wrap("Pneumonoultramicroscopic", 10, 3) == Lines{"Pneumonoul", "tramicrosc", "opic"});
  CHECK(wrap("投机解码：原理与实现", 10, 2) == Lines{"投机解码：", "原理与实现"});
  CHECK(wrap("投机解码：原理与实现以及分布", 10, 2) == Lines{"投机解码：", "原理与实…"});
  CHECK(wrap("前瞻解码（Lookahead Decoding）加速推理", 22, 2) ==
        Lines{"前瞻解码（Lookahead", "Decoding）加速推理"});
}

TEST_CASE("no line is wider than asked for, whatever the text") {
  for (const std::string& text :
       {std::string(500, 'x'), std::string(500, ' ') + "x",
        std::string("e\u0301\u0302 ") + std::string(99, 'y'), std::string("a b c d e f g h i j k l m n o p"),
        std::string("宽宽宽宽宽宽宽 宽 宽宽宽宽宽宽宽宽宽")}) {
    for (std::size_t columns = 2; columns < 30; ++columns) {
      for (const std::string& line : wrap(text, columns, 3)) {
        CHECK(util::width(line) <= columns);
        CHECK(util::is_utf8(line));
      }
    }
  }
}

}  // namespace
}  // namespace papers::formats
