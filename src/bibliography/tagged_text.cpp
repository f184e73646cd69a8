#include "bibliography/tagged_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

constexpr std::size_t k_longest_tag = 200;  // bytes

bool is_tag(std::string_view inside) {
  constexpr std::array<std::string_view, 10> k_names{"i",    "b",  "sup", "sub",    "sc",
                                                     "span", "em", "p",   "strong", "br"};
  inside = util::trim(inside.substr(inside.starts_with('/') ? 1 : 0));
  const std::string name = util::lower(inside.substr(0, inside.find_first_of(" /")));
  return name.starts_with("jats:") || std::find(k_names.begin(), k_names.end(), name) != k_names.end();
}

/// The length of the tag at the front, 0 for none.
std::size_t tag_length(std::string_view text) {
  const auto end = text.substr(0, k_longest_tag).find('>');
  return text.starts_with('<') && end != std::string_view::npos && is_tag(text.substr(1, end - 1)) ? end + 1
                                                                                                   : 0;
}

struct Reference {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Reference, 6> k_references{
    {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}}};

/// The one that stands at the front, or the end of the table.
const Reference* reference_at(std::string_view text) {
  return std::find_if(k_references.begin(), k_references.end(),
                      [text](const Reference& reference) { return text.starts_with(reference.name); });
}

}  // namespace

std::string without_tags(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  while (!text.empty()) {
    if (const std::size_t length = tag_length(text); length > 0) {
      text.remove_prefix(length);
      continue;
    }
    const Reference* const known = reference_at(text);
    plain += known == k_references.end() ? text.substr(0, 1) : known->text;
    text.remove_prefix(known == k_references.end() ? 1 : known->name.size());
  }
  return plain;
}

std::string with_references(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (; !text.empty(); text.remove_prefix(1)) {
    if (tag_length(text) > 0) {
      result += "&lt;";
    } else if (reference_at(text) != k_references.end()) {
      result += "&amp;";
    } else {
      result += text.front();
    }
  }
  return result;
}

}  // namespace papers::bibliography
