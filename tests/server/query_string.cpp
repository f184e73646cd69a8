#include "server/query_string.hpp"

#include <charconv>

namespace papers::test {

std::string decode_percent(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned char byte = 0;
    const std::string_view digits = text.substr(std::min(i + 1, text.size()), 2);
    const bool escape = text[i] == '%' && digits.size() == 2 &&
                        std::from_chars(digits.data(), digits.data() + 2, byte, 16).ptr == digits.data() + 2;
    if (escape) {
      decoded += static_cast<char>(byte);
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

std::map<std::string, std::string> parse_query(std::string_view query) {
  std::map<std::string, std::string> fields;
  while (!query.empty()) {
    const std::string_view field = query.substr(0, query.find('&'));
    const std::size_t equals = field.find('=');
    const std::string_view value = equals == std::string_view::npos ? "" : field.substr(equals + 1);
    fields[decode_percent(field.substr(0, equals))] = decode_percent(value);
    query.remove_prefix(std::min(field.size() + 1, query.size()));
  }
  return fields;
}

}  // namespace papers::test
