#include "util/command_words.hpp"

#include <fmt/format.h>

namespace papers::util {
namespace {

/// Reads a command letter by letter.
class WordReader {
 public:
  void read(char c) {
    if (m_escaped) {
      add_escaped(c);
    } else if (c == '\\' && m_quote != '\'') {
      m_escaped = true;
      m_in_word = true;
    } else if (m_quote != '\0') {
      c == m_quote ? close_quote() : add(c);
    } else if (c == '"' || c == '\'') {
      m_quote = c;
      m_in_word = true;
    } else if (c == ' ' || c == '\t' || c == '\n') {
      end_word();
    } else {
      add(c);
    }
  }

  [[nodiscard]] bool is_complete() const { return !m_escaped && m_quote == '\0'; }

  std::vector<std::string> finish() {
    end_word();
    return std::move(m_words);
  }

 private:
  void add(char c) {
    m_word += c;
    m_in_word = true;
  }
  void add_escaped(char c) {
    if (m_quote == '"' && c != '"' && c != '\\') {
      m_word += '\\';
    }
    m_word += c;
    m_escaped = false;
  }
  void close_quote() { m_quote = '\0'; }
  void end_word() {
    if (m_in_word) {
      m_words.push_back(std::move(m_word));
    }
    m_word.clear();
    m_in_word = false;
  }

  std::vector<std::string> m_words;
  std::string m_word;
  bool m_in_word = false;  ///< also for "", which is a word
  bool m_escaped = false;
  char m_quote = '\0';
};

}  // namespace

Result<std::vector<std::string>> command_words(std::string_view text) {
  WordReader reader;
  for (const char c : text) {
    reader.read(c);
  }
  if (!reader.is_complete()) {
    return Error{ExitCode::usage, fmt::format("{}: a quote or backslash has no end", text)};
  }
  return reader.finish();
}

}  // namespace papers::util
