#include "support/hostile_strings.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

#include "support/shared_folder.hpp"

namespace papers::test {
namespace {

std::string utf8(unsigned long code) {
  const auto tail = [code](unsigned shift) { return static_cast<char>(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80) {
    return {static_cast<char>(code)};
  }
  if (code < 0x800) {
    return {static_cast<char>(0xC0U | (code >> 6U)), tail(0)};
  }
  if (code < 0x10000) {
    return {static_cast<char>(0xE0U | (code >> 12U)), tail(6), tail(0)};
  }
  return {static_cast<char>(0xF0U | (code >> 18U)), tail(12), tail(6), tail(0)};
}

class Decoder {
 public:
  explicit Decoder(std::string_view escaped) : m_rest(escaped) {}

  /// Up to the end, or to a closing brace, which is left where it is.
  std::string decode(bool to_brace) {
    std::string text;
    while (!m_rest.empty() && !(to_brace && m_rest.front() == '}')) {
      const char c = take();
      if (c == '\\') {
        text += escape();
      } else {
        text += c;
      }
    }
    return text;
  }

 private:
  char take() {
    if (m_rest.empty()) {
      throw std::runtime_error("a hostile string ends within an escape");
    }
    const char c = m_rest.front();
    m_rest.remove_prefix(1);
    return c;
  }

  std::string escape() {
    switch (const char c = take(); c) {
      case 'n':
        return "\n";
      case 'r':
        return "\r";
      case 't':
        return "\t";
      case '\\':
        return "\\";
      case 'x': {
        const char high = take();
        const std::string digits{high, take()};
        return {static_cast<char>(std::stoul(digits, nullptr, 16))};
      }
      case 'u':
        return utf8(std::stoul(braces(), nullptr, 16));
      case 'R':
        return repetition();
      default:
        throw std::runtime_error(std::string("no such escape in a hostile string: \\") + c);
    }
  }

  std::string braces() {
    expect('{');
    std::string inside = decode(/*to_brace=*/true);
    expect('}');
    return inside;
  }

  std::string repetition() {
    const auto count = std::stoul(braces());
    const std::string once = braces();
    std::string text;
    text.reserve(count * once.size());
    for (unsigned long i = 0; i < count; ++i) {
      text += once;
    }
    return text;
  }

  void expect(char c) {
    if (take() != c) {
      throw std::runtime_error(std::string("a hostile string lacks ") + c);
    }
  }

  std::string_view m_rest;
};

/// The part between two tabs at the front of `line`, which it leaves.
std::string_view take_column(std::string_view& line) {
  const auto tab = line.find('\t');
  if (tab == std::string_view::npos) {
    throw std::runtime_error("a line of hostile strings has too few columns: " + std::string(line));
  }
  const auto column = line.substr(0, tab);
  line.remove_prefix(tab + 1);
  return column;
}

HostileString read_line(std::string_view line) {
  HostileString result;
  result.name = take_column(line);
  take_column(line);  // the class, which the name repeats
  result.sinks = take_column(line);
  result.text = decode_hostile(take_column(line));
  return result;
}

std::vector<HostileString> read_strings(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<HostileString> strings;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && !line.starts_with('#')) {
      strings.push_back(read_line(line));
    }
  }
  return strings;
}

}  // namespace

std::vector<HostileString> hostile_strings() {
  std::vector<HostileString> strings = read_strings(PAPERS_TESTS_DIR "/fixtures/hostile-strings.txt");
  if (strings.empty()) {
    throw std::runtime_error("tests/fixtures/hostile-strings.txt is missing or empty");
  }
  std::cout << "hostile strings: " << strings.size() << " of our own";
  std::vector<HostileString> others = read_strings(shared_folder() / "hostile-strings.txt");
  if (others.empty()) {
    std::cout << "; ../shared/hostile-strings.txt is not there\n";
  } else {
    std::cout << ", " << others.size() << " read from ../shared\n";
  }
  std::move(others.begin(), others.end(), std::back_inserter(strings));
  return strings;
}

std::string decode_hostile(std::string_view escaped) {
  return Decoder(escaped).decode(/*to_brace=*/false);
}

}  // namespace papers::test
