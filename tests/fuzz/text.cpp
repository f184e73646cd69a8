// Every cleaner and escaper over any bytes: what comes out is safe where it goes, and stays as it is when it
// goes through again.
#include <cstddef>
#include <cstdint>

#include "export/dot_text.hpp"
#include "fuzz/require.hpp"
#include "model/person_name.hpp"
#include "model/title_match.hpp"
#include "util/letters.hpp"

using namespace papers;
using fuzz::require;

namespace {

bool holds_control(std::string_view text, bool keep_newlines) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool is_c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if ((c < 0x20 && !(keep_newlines && c == '\n')) || c == 0x7F || is_c1) {
      return true;
    }
  }
  return false;
}

void check_terminal(std::string_view text) {
  for (const bool keep_newlines : {false, true}) {
    const std::string shown = util::printable(text, keep_newlines);
    require(util::is_utf8(shown) && !holds_control(shown, keep_newlines));
    require(util::printable(shown, keep_newlines) == shown);
    for (const std::size_t columns : {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{80}}) {
      require(util::width(util::elide(shown, columns)) <= columns);
      require(keep_newlines || util::width(util::fit(shown, columns)) == columns);
    }
  }
}

void check_clean(std::string_view text) {
  const std::string line = util::clean_line(text);
  require(util::is_utf8(line) && !holds_control(line, false) && util::clean_line(line) == line);
  const std::string lines = util::clean_text(text);
  require(util::is_utf8(lines) && !holds_control(lines, true) && util::clean_text(lines) == lines);
  require(util::clean_line(text, 10).size() <= 10);
  require(util::fold(util::fold(line)) == util::fold(line));
  const std::string letters = util::letters_and_digits(line);
  require(util::letters_and_digits(letters) == letters);
}

/// Between its quotes no quote ends it early.
void check_quoted(const std::string& quoted) {
  require(quoted.size() >= 2 && quoted.front() == '"' && quoted.back() == '"');
  bool escaped = false;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    require(quoted[i] != '"' || escaped);
    escaped = quoted[i] == '\\' && !escaped;
  }
  require(!escaped && !holds_control(quoted, true));
}

void check_dot(const std::string& line) {
  check_quoted(formats::dot_string(line));
  check_quoted(formats::dot_name(line));
  const auto wrapped = formats::wrap(line, 20, 3);
  require(wrapped.size() <= 3);
  for (const std::string& part : wrapped) {
    require(util::width(part) <= 20);
  }
  check_quoted(formats::dot_label(wrapped));
  check_quoted(formats::dot_tooltip(wrapped));
}

void check_names(const std::string& line) {
  const std::string_view family = model::surname(line);
  require(family.empty() || (family.data() >= line.data() && family.data() < line.data() + line.size()));
  for (const char c : model::ascii_letters(line)) {
    require((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
  const std::string half = line.substr(0, line.size() / 2);
  const model::WorkFacts whole{line, 2024, family};
  const model::WorkFacts part{half, 2021, ""};
  require(model::match_titles(whole, part).match == model::match_titles(part, whole).match);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::view(data, size);
  check_terminal(text);
  check_clean(text);
  const std::string line = util::clean_line(text);
  check_dot(line);
  check_names(line);
  return 0;
}
