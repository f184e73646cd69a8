#include "model/key_alias.hpp"

#include <algorithm>

#include "util/text.hpp"

namespace papers::model {
namespace {

constexpr std::string_view k_prefix = "key:";
constexpr std::size_t k_longest = 200;  // bytes

bool is_unusable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || byte == 0x7F || std::string_view(",{}\"#%~\\").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<Identifier> key_alias(std::string_view key) {
  if (key.empty() || key.size() > k_longest || std::any_of(key.begin(), key.end(), is_unusable) ||
      util::clean_line(key) != key || util::printable(key) != key) {
    return std::nullopt;
  }
  return Identifier{Scheme::other, std::string(k_prefix) + std::string(key)};
}

Reading read_key_alias(std::string_view key) {
  if (auto alias = key_alias(key)) {
    return *std::move(alias);
  }
  return std::nullopt;
}

bool is_key_alias(const Identifier& id) {
  return id.scheme == Scheme::other && id.value.starts_with(k_prefix);
}

std::string_view aliased_key(const Identifier& id) {
  return std::string_view(id.value).substr(k_prefix.size());
}

}  // namespace papers::model
