#include "bibliography/ris_reader.hpp"

#include <string>

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

constexpr const char* k_entry =
    "\xEF\xBB\xBFTY  - JOUR\r\nTI  - A title that goes\r\non in the next line\r\nAU  - Kou, Siqi\r\n"
    "AU  - van den Oord, Aaron\r\nA1  - King, Martin Luther, Jr.\r\nPY  - 2014/02/28/\r\nJF  - eLife\r\n"
    "DO  - 10.7554/eLife.01567\r\nUR  - http://arxiv.org/abs/2403.00835\r\nID  - kou14\r\n"
    "AB  - Two\r\n lines.\r\nER  - \r\n";

TEST_CASE("a text of RIS is told by the line that begins an entry") {
  CHECK(looks_like_ris(k_entry));
  CHECK(looks_like_ris("Provider: somebody\n\nTY  - BOOK\n"));
  CHECK_FALSE(looks_like_ris("TYPE - none"));
  CHECK_FALSE(looks_like_ris("- TY  - no"));
}

TEST_CASE("an entry of RIS is read with its lines, byte order mark and names") {
  const Bibliography read = read_ris(k_entry);
  CHECK(read.problems.empty());
  CHECK(read.notes.empty());
  REQUIRE(read.entries.size() == 1);
  const Entry& entry = read.entries.front();
  CHECK(entry.line == 1);
  CHECK(entry.key == "kou14");
  CHECK(entry.title == "A title that goes on in the next line");
  CHECK(entry.authors ==
        std::vector<std::string>{"Siqi Kou", "Aaron van den Oord", "Martin Luther King Jr."});
  CHECK(entry.date == "2014-02-28");
  CHECK(entry.venue == "eLife");
  CHECK(entry.abstract == "Two lines.");
  CHECK(entry.addresses == std::vector<Address>{{Address::Where::text, "eLife"},
                                                {Address::Where::doi, "10.7554/eLife.01567"},
                                                {Address::Where::url, "http://arxiv.org/abs/2403.00835"}});
}

TEST_CASE("an entry without its end comes in, and that is noted; at the end of the text it is a problem") {
  const Bibliography read = read_ris("TY  - JOUR\nTI  - One\nTY  - BOOK\nTI  - Two\n");
  REQUIRE(read.entries.size() == 2);
  CHECK(read.entries[1].type->kind == Kind::book);
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0].line == 1);
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].line == 3);
}

TEST_CASE("a tag in which the text breaks off is no part of the title") {
  for (const char* rest : {"AU  ", "AU", "A1  -", "AU \n\n"}) {
    CAPTURE(rest);
    const Bibliography read = read_ris(std::string("TY  - JOUR\nTI  - Cut off in the\n") + rest);
    REQUIRE(read.entries.size() == 1);
    CHECK(read.entries[0].title == "Cut off in the");
    CHECK(read.problems ==
          std::vector<Remark>{{1, "this entry does not end: the text ends before its line ER"}});
  }
  CHECK(read_ris("TY  - JOUR\nTI  - Whole\nER  ").problems.empty());
  CHECK(read_ris("TY  - JOUR\nTI  - The use of\nAI\nER  - \n").entries.front().title == "The use of AI");
}

TEST_CASE("text outside of entries is named once") {
  const Bibliography read =
      read_ris("TY  - JOUR\nTI  - One\nER  -\nstray\nAU  - Lost, A\nTY  - JOUR\nTI  - Two\nER  - \n");
  CHECK(read.entries.size() == 2);
  REQUIRE(read.problems.size() == 1);
  CHECK(read.problems[0].line == 4);
}

}  // namespace
}  // namespace papers::bibliography
