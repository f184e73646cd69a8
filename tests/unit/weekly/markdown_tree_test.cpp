#include "weekly/markdown_tree.hpp"

#include <doctest/doctest.h>

#include "support/hostile_strings.hpp"

using namespace papers;
using namespace papers::weekly;

namespace {

/// The tree in one line: "h1(# A) list(item(p(x) list(item(p(y)))))".
std::string shape(const std::vector<Block>& blocks) {
  std::string text;
  for (const Block& block : blocks) {
    text += text.empty() ? "" : " ";
    switch (block.kind) {
      case Block::Kind::heading:
        text += "h" + std::to_string(block.level) + "(" + block.lines.front().text + ")";
        break;
      case Block::Kind::paragraph:
        text += "p(" + block.lines.front().text;
        for (std::size_t i = 1; i < block.lines.size(); ++i) {
          text += "/" + block.lines[i].text;
        }
        text += ")";
        break;
      case Block::Kind::list:
        text += "list(" + shape(block.blocks) + ")";
        break;
      case Block::Kind::item:
        text += "item(" + shape(block.blocks) + ")";
        break;
    }
  }
  return text;
}

std::string shape(const std::string& markdown) {
  return shape(read_markdown(markdown).blocks);
}

}  // namespace

TEST_CASE("headings, texts and lists come as they are nested") {
  CHECK(shape("# A\n\nb\nc\n\n- d\n  - e\n\n> f\n") == "h1(A) p(b/c) list(item(p(d) list(item(p(e))))) p(f)");
  CHECK(shape("1. a\n\n   + b\n\n   + c\n\n2. d") ==
        "list(item(p(a) list(item(p(b)) item(p(c)))) item(p(d)))");
}

TEST_CASE("a list that is indented by less than Markdown wants is nested all the same") {
  CHECK(shape("1. a\n2. b\n\n  + c\n  + d\n\n3. e") ==
        "list(item(p(a)) item(p(b) list(item(p(c)) item(p(d))))) list(item(p(e)))");
}

TEST_CASE("a list that is indented so far that it counts as code is a list") {
  CHECK(shape("Past week:\n\n    1. a\n       - b\n\n    2. c\n") ==
        "p(Past week:) list(item(p(a) list(item(p(b)))) item(p(c)))");
  const Tree tree = read_markdown("x\n\n      - a\n\n      - b\n");
  REQUIRE(tree.blocks.size() == 2);
  CHECK(tree.blocks[1].blocks[1].blocks[0].lines[0].number == 5);
}

TEST_CASE("links keep their place in the text, also over the end of a line") {
  const Tree tree =
      read_markdown("see **[A *b*](https://a.org/x) and** [c\nd](<https://b.org>)\ne [f](mailto:g)");
  REQUIRE(tree.blocks.size() == 1);
  const auto& lines = tree.blocks[0].lines;
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "see A b and c d");
  REQUIRE(lines[0].links.size() == 2);
  CHECK(lines[0].links[0] == LinkAt{4, 7, "https://a.org/x"});
  CHECK(lines[0].links[1] == LinkAt{12, 15, "https://b.org"});
  CHECK(lines[1].number == 3);
  CHECK(lines[1].links[0] == LinkAt{2, 3, ""});  // leads nowhere that papers would follow
}

TEST_CASE("blanks within a link stay outside of it") {
  const Tree tree = read_markdown("a[ b ](https://a.org)c");
  CHECK(tree.blocks[0].lines[0].text == "a b c");
  CHECK(tree.blocks[0].lines[0].links[0] == LinkAt{2, 3, "https://a.org"});
}

TEST_CASE("pictures, code and HTML are left out and listed") {
  const Tree tree = read_markdown("![a](b)\n\n```\nx\n```\n\n<div>\n\nc ![d](e) f\n");
  CHECK(shape(tree.blocks) == "p(c f)");
  REQUIRE(tree.unread.size() == 3);
  CHECK(tree.unread[0] == Unread{1, "a picture", "", true});
  CHECK(tree.unread[1] == Unread{3, "code", "x", true});
  CHECK(tree.unread[2] == Unread{7, "HTML", "<div>", true});
}

TEST_CASE("nesting is followed to a depth and no further") {
  std::string text;
  for (std::size_t depth = 0; depth < 200; ++depth) {
    text += std::string(2 * depth, ' ') + "- a\n";
  }
  const Tree tree = read_markdown(text);
  REQUIRE(tree.unread.size() == 1);
  CHECK(tree.unread[0].why == "nested too deep");
  CHECK(tree.unread[0].line == 33);
}

TEST_CASE("hostile texts come out clean, whatever they stand in") {
  for (const test::HostileString& hostile : test::hostile_strings()) {
    CAPTURE(hostile.name);
    const Tree tree = read_markdown("- [" + hostile.text + "](<" + hostile.text + ">)\n\n# " + hostile.text +
                                    "\n" + hostile.text);
    const std::string all = shape(tree.blocks);
    for (const char c : all) {
      CHECK((static_cast<unsigned char>(c) >= ' ' && c != '\x7f'));
    }
  }
}
