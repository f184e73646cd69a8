// Small things that std::string lacks. ASCII only; other bytes pass through untouched.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace papers::util {

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] bool starts_with_ignoring_case(std::string_view text, std::string_view prefix);
/// "https://user:secret@host/" -> "https://…@host/": what a reader pasted by mistake is not repeated.
[[nodiscard]] std::string without_user_info(std::string_view text);
/// Parts between separators; empty parts are kept. "" gives one empty part.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
/// Parts between runs of ASCII white space; no empty parts.
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);
[[nodiscard]] std::string join(std::span<const std::string> parts, std::string_view separator);
/// The whole text as a decimal number without sign, blanks or overflow.
[[nodiscard]] std::optional<int> to_int(std::string_view text);

}  // namespace papers::util
