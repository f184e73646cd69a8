// parse_json and dump of item_json.hpp: text to JSON and back, for text that anyone may have written.
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

constexpr std::size_t k_deepest = 64;
constexpr std::size_t k_longest = 64U << 20U;   // bytes
constexpr std::size_t k_most_members = 4096;    // of one object: they are searched one by one
constexpr std::size_t k_longest_message = 200;  // bytes

/// Looks at brackets, colons and quotes alone, before anything is built: the library builds any depth,
/// but overflows the stack when such a value is copied.
class ShapeCheck {
 public:
  /// What is too large about the text, or "".
  std::string problem(std::string_view text) {
    for (const char c : text) {
      if (m_in_string) {
        string_byte(c);
      } else if (c == '"') {
        m_in_string = true;
      } else if (!bracket_or_colon(c)) {
        return m_depth > k_deepest ? fmt::format("nested deeper than {} levels", k_deepest)
                                   : fmt::format("more than {} members in an object", k_most_members);
      }
    }
    return {};
  }

 private:
  void string_byte(char c) {
    if (m_escaped) {
      m_escaped = false;
    } else if (c == '\\') {
      m_escaped = true;
    } else if (c == '"') {
      m_in_string = false;
    }
  }

  bool bracket_or_colon(char c) {
    if (c == '[' || c == '{') {
      if (++m_depth > k_deepest) {
        return false;
      }
      m_members[m_depth] = 0;
    } else if ((c == ']' || c == '}') && m_depth > 0) {
      --m_depth;
    } else if (c == ':') {
      return ++m_members[m_depth] <= k_most_members;
    }
    return true;
  }

  std::array<std::size_t, k_deepest + 1> m_members{};
  std::size_t m_depth = 0;
  bool m_in_string = false;
  bool m_escaped = false;
};

Error not_json(std::string_view why) {
  return {ExitCode::failed,
          fmt::format("not JSON that can be read: {}", util::clean_line(why, k_longest_message))};
}

/// The library's words without their number: "parse error at line 1, column 5: ...".
std::string_view words_of(const nlohmann::json::exception& problem) {
  const std::string_view words = problem.what();
  const auto end = words.find("] ");
  return end == std::string_view::npos ? words : words.substr(end + 2);
}

}  // namespace

Result<nlohmann::ordered_json> parse_json(std::string_view text) {
  if (text.size() > k_longest) {
    return not_json(fmt::format("longer than {} bytes", k_longest));
  }
  if (const auto problem = ShapeCheck().problem(text); !problem.empty()) {
    return not_json(problem);
  }
  try {
    return nlohmann::ordered_json::parse(text);
  } catch (const nlohmann::json::exception& problem) {
    return not_json(words_of(problem));
  }
}

std::string dump(const nlohmann::ordered_json& value) {
  constexpr int k_one_line = -1;
  return value.dump(k_one_line, ' ', /*ensure_ascii=*/false,
                    nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace papers::model
