#include "util/text.hpp"

#include <array>
#include <random>

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"

using namespace papers::util;
using papers::test::hostile_strings;

namespace {

struct TextPair {
  std::string_view text;
  std::string_view expected;
};

std::string repeated(std::size_t count, std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) {
    result += text;
  }
  return result;
}

bool has_byte_below_blank(std::string_view text) {
  for (const char c : text) {
    if ((c >= 0 && c < ' ') || c == 0x7F) {
      return true;
    }
  }
  return false;
}

/// C1 controls in UTF-8: C2 80 to C2 9F.
bool has_c1(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '\xC2' && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      return true;
    }
  }
  return false;
}

void check_clean(const std::string& line) {
  CHECK(is_utf8(line));
  CHECK_FALSE(has_byte_below_blank(line));
  CHECK_FALSE(has_c1(line));
  CHECK(clean_line(line) == line);
}

void check_printable(const std::string& text) {
  CHECK(is_utf8(text));
  CHECK_FALSE(has_byte_below_blank(text));
  CHECK_FALSE(has_c1(text));
  CHECK(printable(text) == text);
}

/// Pieces of text that break careless code, in random order.
std::string random_text(std::mt19937& random) {
  constexpr std::array<std::string_view, 24> k_pieces{
      "a",       "Z",      " ",      "\t",         "\n",           "\r\n",
      "\x1b[2J", "\x7f",   "\xff",   "\xe2\x82",   "\xed\xa0\x80", "\u0301",
      "\u0323",  "e",      "\u0085", "\u2028",     "\ufeff",       "\u3000",
      "\u202e",  "\u200b", "\u0f73", "\U0001f468", "\uac00",       "\u11a8"};
  std::string text;
  for (auto count = random() % 40; count > 0; --count) {
    text += k_pieces[random() % k_pieces.size()];
  }
  return text;
}

}  // namespace

TEST_CASE("a clean line is one line of valid text in its composed form") {
  constexpr std::array<TextPair, 21> k_rows{{
      {"", ""},
      {" plain  text\t", "plain text"},
      {"a\nb\r\nc\u2028d\u0085e", "a b c d e"},
      {"\u3000\u00a0\u2003\u2800", ""},
      {"a\u00a0\u3000b", "a b"},
      {"caf\xc3", "caf\ufffd"},
      {"M\xfcller", "M\ufffdller"},
      {"\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
      {"\xc0\xae/", "\ufffd\ufffd/"},
      {"\x1b[31mred", "\ufffd[31mred"},
      {"a\u009b", "a\ufffd"},
      {"\ufffe\U0010ffff\ufdd0", "\ufffd\ufffd\ufffd"},
      {"\ufeffBOM", "BOM"},
      {"a\ufeff b", "a b"},
      {"Poincare\u0301", "Poincaré"},
      {"\u1100\u1161\u11a8", "각"},
      {"a\u0301\u0323", "ạ\u0301"},
      {"report\u202efdp.exe", "report\u202efdp.exe"},
      {"A\U000e0041", "A\U000e0041"},
      {"\u212b", "Å"},
      {"深度学习 综述", "深度学习 综述"},
  }};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    CHECK(clean_line(row.text) == row.expected);
  }
}

TEST_CASE("clean text keeps its lines, with at most one empty one in a row") {
  CHECK(clean_text("a\nb") == "a\nb");
  CHECK(clean_text("\n\n a \r\n b \r\r\n\n\n c\n") == "a\nb\n\nc");
  CHECK(clean_text("a\u2028b\u0085c\vd") == "a\nb\nc\nd");
  CHECK(clean_text("a\t \tb") == "a b");
  CHECK(clean_text("a\r\n\r\nb") == "a\n\nb");
  CHECK(clean_text(" \n ").empty());
}

TEST_CASE("long text is cut before a character, its marks included, and says so") {
  CHECK(clean_line("abcdef", 6) == "abcdef");
  CHECK(clean_line("abcdefg", 6) == "abc…");
  CHECK(clean_line("äöüä", 7) == "äö…");
  CHECK(clean_line("äöüä", 6) == "ä…");
  CHECK(clean_line("abx\u0323\u0301\u0301\u0301", 8) == "ab…");
  CHECK(clean_line("abcdef", 3) == "…");
  CHECK(clean_line("abcdef", 2).empty());
  CHECK(clean_text(std::string(2U << 20U, 'a')).size() == 1U << 20U);
}

TEST_CASE("cleaning twice is cleaning once, for any bytes") {
  std::mt19937 random(1);  // NOLINT: the same every time
  for (int i = 0; i < 2000; ++i) {
    const auto text = random_text(random);
    CAPTURE(text);
    const auto limit = random() % 60;
    const auto line = clean_line(text);
    REQUIRE(clean_line(line) == line);
    REQUIRE(clean_line(clean_line(text, limit), limit) == clean_line(text, limit));
    REQUIRE(clean_line(text, limit).size() <= limit);
    const auto lines = clean_text(text);
    REQUIRE(clean_text(lines) == lines);
    REQUIRE(is_utf8(lines));
    REQUIRE(printable(printable(text)) == printable(text));
    REQUIRE(fold(fold(line)) == fold(line));
  }
}

TEST_CASE("hostile strings are clean once cleaned, and harmless once printable") {
  for (const auto& hostile : hostile_strings()) {
    CAPTURE(hostile.name);
    const auto line = clean_line(hostile.text);
    check_clean(line);
    check_printable(printable(line));
    check_printable(printable(hostile.text));
    CHECK(width(elide(line, 40)) <= 40);
    CHECK(width(fit(line, 40)) == 40);
    CHECK(is_utf8(fold(hostile.text)));
  }
}

TEST_CASE("huge texts of every awkward kind are cleaned whole") {
  constexpr std::size_t k_million = 1U << 20U;
  CHECK(clean_line("Z" + repeated(500, "\u0301")).size() == 2 * 500);
  CHECK(clean_line(repeated(2000, "\ufdfa")) == repeated(2000, "\ufdfa"));
  CHECK(fold(repeated(2000, "\ufdfa")).size() > 30000);
  CHECK(clean_line(std::string(k_million, 'A'), k_million).size() == k_million);
  const auto marks =
      clean_line(repeated(k_million / 8, "\u0f73\u0301"), 16 * k_million);  // each out of order
  CHECK(marks.size() >= k_million / 2);
  CHECK(printable(std::string(k_million, '\a')).size() == 4 * k_million);
  CHECK(elide(repeated(k_million, "\u0301"), 1).size() == 2 * k_million);
}

TEST_CASE("only well-formed UTF-8 is UTF-8") {
  for (const auto* good : {"", "a", "é", "深", "\U0001f468", "\uffff", "\U0010ffff"}) {
    CHECK(is_utf8(good));
  }
  for (const auto* bad : {"\x80", "\xc3", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                          "\xf8\x88\x80\x80\x80", "a\xff", "\xe6\xb7"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_utf8(bad));
  }
}

TEST_CASE("width is counted in columns of a terminal") {
  CHECK(width("") == 0);
  CHECK(width("abc") == 3);
  CHECK(width("深度") == 4);
  CHECK(width("ＡＴ") == 4);
  CHECK(width("Z" + repeated(500, "\u0301")) == 1);
  CHECK(width("é…–") == 3);
  CHECK(width("\xff") == 1);
}

TEST_CASE("what a terminal would obey or hide is shown instead") {
  constexpr std::array<TextPair, 17> k_rows{{
      {"plain é 深 …", "plain é 深 …"},
      {"\x1b]0;x\x07", "<1B>]0;x<07>"},
      {"a\tb\r", "a<09>b<0D>"},
      {"a\x7f", "a<7F>"},
      {"\x9b"
       "31m",
       "<9B>31m"},
      {"\u009b31m", "<U+009B>31m"},
      {"\u202efdp", "<U+202E>fdp"},
      {"\u2066\u2069\u200e\u061c", "<U+2066><U+2069><U+200E><U+061C>"},
      {"Att\u200ben\u2060\ufeff", "Att<U+200B>en<U+2060><U+FEFF>"},
      {"A\U000e0049", "A<U+E0049>"},
      {"\u2028\u2029", "<U+2028><U+2029>"},
      {"\ufffe", "<U+FFFE>"},
      {"\u00ad", "<U+00AD>"},
      {"\u3164\u115f", "<U+3164><U+115F>"},
      {"\xed\xa0\x80", "<ED><A0><80>"},
      {"e\u0301", "e\u0301"},
      {"\U0001f468\u200d\U0001f469", "\U0001f468<U+200D>\U0001f469"},
  }};
  for (const auto& row : k_rows) {
    CAPTURE(row.expected);
    CHECK(printable(row.text) == row.expected);
  }
  CHECK(printable(std::string_view("a\0b", 3)) == "a<00>b");
}

TEST_CASE("line ends are kept only where they are wanted") {
  CHECK(printable("a\nb") == "a<0A>b");
  CHECK(printable("a\nb\r\n", /*keep_newlines=*/true) == "a\nb<0D>\n");
}

TEST_CASE("text is elided on the border of a character") {
  CHECK(elide("abcdef", 6) == "abcdef");
  CHECK(elide("abcdef", 5) == "abcd…");
  CHECK(elide("深度学习", 8) == "深度学习");
  CHECK(elide("深度学习", 7) == "深度学…");
  CHECK(elide("深度学习", 6) == "深度…");
  CHECK(elide("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
  CHECK(elide("abc", 1) == "…");
  CHECK(elide("abc", 0).empty());
  CHECK(elide("深", 1) == "…");
  CHECK(elide("", 0).empty());
}

TEST_CASE("fitted text has exactly the wanted width") {
  CHECK(fit("abc", 5) == "abc  ");
  CHECK(fit("深度学习", 6) == "深度… ");
  CHECK(fit("", 2) == "  ");
  CHECK(fit("abc", 0).empty());
}

TEST_CASE("folded text compares words without accents and case") {
  constexpr std::array<TextPair, 9> k_rows{{{"Poincaré", "poincare"},
                                            {"Poincare\u0301", "poincare"},
                                            {"STRASSE straße", "strasse strasse"},
                                            {"Σσς", "σσσ"},
                                            {"İstanbul dış", "istanbul dıs"},
                                            {"ＡＴＴ", "att"},
                                            {"ﬁnite", "finite"},
                                            {"深度", "深度"},
                                            {"ÀÉ A", "ae a"}}};
  for (const auto& row : k_rows) {
    CAPTURE(row.text);
    CHECK(fold(row.text) == row.expected);
  }
  CHECK(fold("А") != fold("A"));  // a Cyrillic letter is another letter
  CHECK(fold("caf\xc3\x28") == "caf\ufffd(");
}
