#include "cli/output.hpp"

#include <doctest/doctest.h>

#include "unit/cli/shell.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers {
namespace {

using cli::Table;

TEST_CASE("rows fit the line; wide characters count as two columns") {
  Table table({{Table::Align::right}, {Table::Align::left, true}, {}});
  table.row({"1", "深度学习综述深度学习综述深度学习综述深度学习综述", "Kou 2024"});
  table.row({"12", "short", "Song 2023"});
  for (const std::size_t columns : {40U, 60U, 80U}) {
    const std::string text = table.render(columns);
    for (const std::string_view line : util::split(text, '\n')) {
      CHECK(util::width(line) <= columns);
    }
  }
  CHECK(table.render(40) ==
        " 1  深度学习综述深度学习综述…  Kou 2024\n12  short                      Song 2023\n");
}

TEST_CASE("marks that combine and emoji keep the columns in line") {
  Table table({{Table::Align::left, true}, {}});
  for (const char* title : {"plain", "Poincare\xcc\x81", "e\xcc\x81\xcc\x80\xcc\x82 x", "扩散模型", "한국어",
                            "🙂 emoji", "ﬀ ligature", "ｆｕｌｌ", "שלום", "हिन्दी"}) {
    table.row({title, "|"});
  }
  const std::string text = table.render(40);
  std::size_t column = 0;
  for (const std::string_view line : util::split(text, '\n')) {
    if (!line.empty()) {
      const std::size_t here = util::width(line.substr(0, line.rfind('|')));
      CHECK((column == 0 || here == column));
      column = here;
    }
  }
}

TEST_CASE("names end in NUL and nothing else") {
  test::Shell shell;
  shell.lay_out("2403.00835", "CLLMs");
  REQUIRE(shell.run({"add", "2403.00835", "--no-refs"}) == 0);
  CHECK(shell.run({"list", "-0"}) == 0);
  CHECK(shell.out == std::string("arXiv:2403.00835\0", 17));
}

TEST_CASE("flexible columns share what is left") {
  Table table({{}, {Table::Align::left, true}, {Table::Align::left, true}});
  table.row({"x", std::string(100, 'a'), std::string(100, 'b')});
  CHECK(util::width(util::split(table.render(61), '\n').front()) == 61);
}

TEST_CASE("cells are made printable") {
  Table table(std::vector<Table::Column>(1));
  table.row({"a\nb\x1b[2J"});
  CHECK(table.render(80).find('\x1b') == std::string::npos);
  CHECK(util::split(table.render(80), '\n').size() == 2);
}

TEST_CASE("an item is named by its number, its identity, or its key where that is shorter") {
  Item item;
  item.ids = {*parse_identifier("arXiv:2403.00835")};
  item.key = "kou2024cllms";
  CHECK(cli::short_name(item) == "arXiv:2403.00835");
  item.ids = {*parse_identifier("doi:10.18653/v1/p18-1082")};
  CHECK(cli::short_name(item) == "kou2024cllms");
  item.key.clear();
  CHECK(cli::short_name(item) == "doi:10.18653/v1/p18-1082");
  item.number = 7;
  CHECK(cli::short_name(item) == "#7");
}

TEST_CASE("every state has a mark of one column of its own") {
  std::vector<std::string_view> marks;
  for (const State state : k_states) {
    marks.push_back(cli::state_mark(state));
    CHECK(util::width(marks.back()) == 1);
  }
  std::sort(marks.begin(), marks.end());
  CHECK(std::adjacent_find(marks.begin(), marks.end()) == marks.end());
}

TEST_CASE("counts agree with their nouns") {
  CHECK(cli::counted(1, "paper", "papers") == "1 paper");
  CHECK(cli::counted(0, "paper", "papers") == "0 papers");
}

}  // namespace
}  // namespace papers
