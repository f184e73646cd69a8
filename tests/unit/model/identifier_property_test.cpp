// Identifiers over many made-up texts: what holds for all of them.
#include <array>
#include <random>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "papers/identifier.hpp"

using namespace papers;

namespace {

class Maker {
 public:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(m_random() % limit); }

  std::string letters(std::string_view alphabet, std::uint32_t fewest, std::uint32_t most) {
    std::string text;
    for (auto count = fewest + below(most - fewest + 1); count > 0; --count) {
      text += alphabet[below(static_cast<std::uint32_t>(alphabet.size()))];
    }
    return text;
  }

  Identifier id() {
    switch (below(7)) {
      case 0:
        return new_arxiv();
      case 1:
        return old_arxiv();
      case 2:
        return {Scheme::doi,
                fmt::format("10.{}/{}x", 1000 + below(90000), letters("abc019._-;()<>:", 0, 20))};
      case 3:
        return {Scheme::s2, letters("0123456789abcdef", 40, 40)};
      case 4:
        return {Scheme::openalex, fmt::format("W{}", 1 + below(4000000000U))};
      case 5:
        return {Scheme::url, fmt::format("https://{}.example/{}", letters("abc019", 1, 9),
                                         letters("aZ09-_~!$&'()*+,;=:@", 0, 20))};
      default:
        return {Scheme::local, letters("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 26, 26)};
    }
  }

  /// A text made of `text` by changing, adding or dropping some bytes.
  std::string mutated(std::string text) {
    for (auto count = 1 + below(3); count > 0; --count) {
      const auto at = below(static_cast<std::uint32_t>(text.size()) + 1);
      const auto byte = static_cast<char>(below(256));
      if (below(3) == 0 && at < text.size()) {
        text.erase(at, 1);
      } else if (below(2) == 0 && at < text.size()) {
        text[at] = byte;
      } else {
        text.insert(at, 1, byte);
      }
    }
    return text;
  }

  std::string bytes() {
    std::string text(below(60), '\0');
    for (auto& c : text) {
      c = static_cast<char>(below(256));
    }
    return text;
  }

 private:
  Identifier new_arxiv() {
    const auto year = 8 + below(92);
    const auto number = 1 + below(9999);
    return {Scheme::arxiv, fmt::format("{:02}{:02}.{:0{}}", year, 1 + below(12), number, year < 15 ? 4 : 5),
            static_cast<int>(below(30))};
  }

  Identifier old_arxiv() {
    constexpr std::array<std::string_view, 5> k_archives{"hep-th", "cs", "math", "astro-ph", "solv-int"};
    return {
        Scheme::arxiv,
        fmt::format("{}/{:02}{:02}{:03}", k_archives[below(5)], 92 + below(8), 1 + below(12), 1 + below(999)),
        static_cast<int>(below(30))};
  }

  std::mt19937 m_random{20240317};  // NOLINT: the same every time
};

void check_reading(const std::string& text) {
  CAPTURE(text);
  const auto id = parse_identifier(text);
  if (!id.ok()) {
    REQUIRE_FALSE(id.error().message.empty());
    return;
  }
  const auto again = parse_identifier(format_with_version(*id));
  REQUIRE(again.ok());
  REQUIRE(*again == *id);
  REQUIRE(again->version == id->version);
}

}  // namespace

TEST_CASE("every identifier is read back from its printed form") {
  Maker make;
  for (int i = 0; i < 20000; ++i) {
    const auto id = make.id();
    CAPTURE(format_with_version(id));
    const auto read = parse_identifier(format_with_version(id));
    REQUIRE(read.ok());
    REQUIRE(*read == id);
    REQUIRE(read->version == id.version);
  }
}

TEST_CASE("an identifier is read from the address where its work is found") {
  Maker make;
  for (int i = 0; i < 5000; ++i) {
    const auto id = make.id();
    if (const auto address = web_address(id); address) {
      CAPTURE(*address);
      const auto read = parse_identifier(*address);
      REQUIRE(read.ok());
      REQUIRE(*read == id);
    }
  }
}

TEST_CASE("damaged identifiers are refused or read back as the same") {
  Maker make;
  for (int i = 0; i < 20000; ++i) {
    const auto id = make.id();
    check_reading(make.mutated(format_with_version(id)));
    check_reading(make.mutated(web_address(id).value_or("")));
  }
}

TEST_CASE("any bytes are refused or read back as the same") {
  Maker make;
  for (int i = 0; i < 20000; ++i) {
    check_reading(make.bytes());
  }
}

TEST_CASE("a megabyte of anything is answered") {
  constexpr std::size_t k_million = 1U << 20U;
  for (const auto* unit : {"a", "0", ".", "/", "[", "<", "%2e", "%", "10.1/", "arXiv:", "https://", "v1",
                           "\u00a0", "\xff", ":", "\""}) {
    std::string text;
    while (text.size() < k_million) {
      text += unit;
    }
    CAPTURE(unit);
    CHECK_FALSE(parse_identifier(text).ok());
    CHECK_FALSE(parse_identifier("2403.00835" + text + "x").ok());
    CHECK_FALSE(parse_identifier("https://example.org/" + text + "x").ok());
  }
}
