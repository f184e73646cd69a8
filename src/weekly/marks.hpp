// Marks that people put around what they list: boxes that are checked, "(carried over)", "（95 分钟）",
// "[ShortName]", and the addresses that stand in a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "weekly/weekly_log.hpp"

namespace papers::weekly {

/// Whether a text begins like an http(s) address that has a host.
[[nodiscard]] bool is_web_address(std::string_view text);

/// What brackets behind a title can say.
struct Mark {
  std::optional<int> minutes;
  bool is_estimate = false;  ///< "about 40 min"
  std::optional<Slip> slip;
  std::optional<std::string> answer;
};

/// A mark in its brackets at the front of `text`, and the bytes that it takes. Free text in it (an answer, a
/// decision) goes to the bracket that ends the text. Nothing when these brackets are part of the title.
struct MarkFront {
  Mark mark;
  std::size_t size = 0;
};
[[nodiscard]] std::optional<MarkFront> read_mark(std::string_view text);

/// Takes what a mark says over to the entry. False when it says what entries of this section cannot.
bool apply(const Mark& mark, SectionKind section, Entry& entry);

/// A check box, or a sign that stands for one, at the front of a text.
struct BoxFront {
  Outcome outcome = Outcome::unsaid;
  std::size_t size = 0;
};
[[nodiscard]] BoxFront read_box(std::string_view text);

/// The bytes that pictures written as words take at the front of a text, ":star:".
[[nodiscard]] std::size_t emoji_code(std::string_view text);

/// Addresses that stand bare in a text: http(s), and arXiv ids ("2403.00835", "arXiv:2403.00835").
struct Address {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_id = false;
};
[[nodiscard]] std::vector<Address> find_addresses(std::string_view text);

}  // namespace papers::weekly
