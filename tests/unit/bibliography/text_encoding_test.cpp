#include "bibliography/text_encoding.hpp"

#include <string>

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

TEST_CASE("UTF-8 stays, without its byte order mark") {
  CHECK(to_utf8("Gödel") == "Gödel");
  CHECK(to_utf8("\xEF\xBB\xBF"
                "Gödel") == "Gödel");
  CHECK(to_utf8("") == "");
}

TEST_CASE("bytes of Latin-1 and Windows-1252 become letters, mixed with UTF-8 too") {
  CHECK(to_utf8("G\xF6"
                "del") == "Gödel");
  CHECK(to_utf8("\x93quoted\x94 \x80 5") == "“quoted” € 5");
  CHECK(to_utf8("L\xE9vy and Lévy") == "Lévy and Lévy");
  CHECK(to_utf8("\xE9") == "é");
}

TEST_CASE("UTF-16 is told by its byte order mark") {
  CHECK(to_utf8(std::string_view("\xFF\xFE"
                                 "A\0\xF6\0",
                                 6)) == "Aö");
  CHECK(to_utf8(std::string_view("\xFE\xFF"
                                 "\0A\xD8\x35\xDC\xD0",
                                 8)) == "A𝓐");
  CHECK(to_utf8(std::string_view("\xFE\xFF\xD8\x35", 4)) == "\uFFFD");
}

}  // namespace
}  // namespace papers::bibliography
