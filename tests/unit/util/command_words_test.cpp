#include "util/command_words.hpp"

#include <doctest/doctest.h>

using papers::util::command_words;

TEST_CASE("words are parted as a shell parts them, and nothing else means anything") {
  struct Row {
    std::string_view text;
    std::vector<std::string> words;
  };
  for (const Row& row : std::vector<Row>{{"", {}},
                                         {"  ", {}},
                                         {"less -FRX", {"less", "-FRX"}},
                                         {" list\tstate:queued ", {"list", "state:queued"}},
                                         {"search '\"draft model\"'", {"search", "\"draft model\""}},
                                         {"a \"b c\" d", {"a", "b c", "d"}},
                                         {"a\"b c\"d", {"ab cd"}},
                                         {"a ''", {"a", ""}},
                                         {"a\\ b", {"a b"}},
                                         {R"("a\"b\\c\d")", {R"(a"b\c\d)"}},
                                         {R"('a\b')", {R"(a\b)"}},
                                         {"$HOME `id` $(id) *", {"$HOME", "`id`", "$(id)", "*"}},
                                         {"标签:读", {"标签:读"}}}) {
    CAPTURE(row.text);
    const auto words = command_words(row.text);
    REQUIRE(words.ok());
    CHECK(*words == row.words);
  }
}

TEST_CASE("a quote or backslash without an end is a mistake") {
  for (const char* text : {"a 'b", "a \"b", "a \\", "\"\\"}) {
    CAPTURE(text);
    const auto words = command_words(text);
    REQUIRE_FALSE(words.ok());
    CHECK(words.error().code == papers::ExitCode::usage);
    CHECK(words.error().message.find(text) == 0);
  }
}
