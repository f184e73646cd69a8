#include "model/web_url.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "model/reading.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

constexpr std::string_view k_safe_in_path = "!$&'()*+,;=:@/";
constexpr std::string_view k_safe_in_query = "!$&'()*+,;=:@/?[]";

bool is_unreserved(char c) {
  return util::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

int hex_value(char c) {
  constexpr std::string_view k_digits = "0123456789abcdefABCDEF";
  const auto at = k_digits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at < 16 ? at : at - 6);
}

/// The byte that an escape at the front of `text` stands for.
std::optional<char> escape_at_front(std::string_view text) {
  if (text.size() < 3 || text[0] != '%' || hex_value(text[1]) < 0 || hex_value(text[2]) < 0) {
    return std::nullopt;
  }
  return static_cast<char>(16 * hex_value(text[1]) + hex_value(text[2]));
}

void append_escape(std::string& text, char c) {
  text += fmt::format("%{:02X}", static_cast<unsigned char>(c));
}

/// Escapes in capitals and only where needed.
std::string normalise_escapes(std::string_view text, std::string_view safe) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto escaped = escape_at_front(text);
    const char c = escaped.value_or(text.front());
    if (is_unreserved(c) || (!escaped && safe.find(c) != std::string_view::npos)) {
      result += c;
    } else {
      append_escape(result, c);
    }
    text.remove_prefix(escaped ? 3 : 1);
  }
  return result;
}

bool has_encoded_control(std::string_view text) {
  for (auto at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
    const auto c = escape_at_front(text.substr(at));
    if (c && ((*c >= 0 && *c < ' ') || *c == 0x7F)) {
      return true;
    }
  }
  return false;
}

/// RFC 3986, section 5.2.4. The path begins with '/'.
std::string without_dot_steps(std::string_view path) {
  std::vector<std::string_view> kept;
  const auto steps = util::split(path.substr(1), '/');
  for (const auto step : steps) {
    if (step == ".." && !kept.empty()) {
      kept.pop_back();
    } else if (step != "." && step != "..") {
      kept.push_back(step);
    }
  }
  std::string result;
  for (const auto step : kept) {
    result.append("/").append(step);
  }
  const bool ends_in_folder = steps.back() == "." || steps.back() == "..";
  return ends_in_folder || result.empty() ? result + '/' : result;
}

/// Whether a resolver would take the host for an IPv4 address in some notation: its last part is a number.
bool is_number(std::string_view host) {
  const auto last = host.substr(host.rfind('.') + 1);
  const bool hexadecimal = last.starts_with("0x");
  return hexadecimal || std::all_of(last.begin(), last.end(), util::is_digit);
}

std::string_view host_problem(std::string_view host) {
  const auto allowed = [](char c) { return is_unreserved(c) && c != '~'; };
  const auto labels = util::split(host, '.');
  if (!std::all_of(host.begin(), host.end(), util::is_ascii)) {
    return "a host name beyond ASCII; write it as xn--...";
  }
  if (host.empty() || host.size() > 253 || !std::all_of(host.begin(), host.end(), allowed) ||
      std::any_of(labels.begin(), labels.end(),
                  [](auto label) { return label.empty() || label.size() > 63; })) {
    return "no host name in it; addresses look like https://example.org/page";
  }
  if (is_number(host) && host != "127.0.0.1") {
    return "an address by number; give the name of the host";
  }
  return "";
}

std::string_view port_problem(std::string_view port) {
  const auto number = util::to_int(port);
  return port.empty() || (port.size() <= 5 && number && *number > 0 && *number < 65536)
             ? ""
             : "no such port; ports are 1 to 65535";
}

/// What is wrong with an address as a whole, or "".
std::string_view text_problem(std::string_view text) {
  if (text.find_first_of(" \t\r\n\\") != std::string_view::npos) {
    return "blanks or backslashes in an address; encode them (%20)";
  }
  if (util::printable(text) != text || has_encoded_control(text)) {
    return "control characters in an address; copy it again";
  }
  return "";
}

/// Fills in host and port. What is wrong with them, or "".
std::string_view read_authority(WebUrl& url, std::string_view authority) {
  if (authority.find('@') != std::string_view::npos) {
    return "a user name in an address; leave it out";
  }
  if (authority.starts_with('[')) {
    return "an address by number; give the name of the host";
  }
  const auto colon = authority.find(':');
  url.host = util::lower(authority.substr(0, colon));
  if (url.host.ends_with('.')) {
    url.host.pop_back();
  }
  if (const auto problem = host_problem(url.host); !problem.empty()) {
    return problem;
  }
  const auto port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1);
  if (const auto problem = port_problem(port); !problem.empty()) {
    return problem;
  }
  const int number = util::to_int(port).value_or(0);
  const int own = url.scheme == "https" ? 443 : 80;
  url.port = number == 0 || number == own ? "" : std::to_string(number);
  return "";
}

}  // namespace

std::string WebUrl::text() const {
  return fmt::format("{}://{}{}{}{}{}", scheme, host, port.empty() ? "" : ":", port, path, query);
}

Result<WebUrl> parse_web_url(std::string_view text) {
  const auto scheme_end = text.find("://");
  WebUrl url;
  url.scheme = util::lower(text.substr(0, scheme_end));
  if (scheme_end == std::string_view::npos || (url.scheme != "http" && url.scheme != "https")) {
    return unreadable(text, "not an address that is read; they begin with https:// or http://");
  }
  if (const auto problem = text_problem(text); !problem.empty()) {
    return unreadable(text, problem);
  }
  auto rest = text.substr(scheme_end + 3);
  rest = rest.substr(0, rest.find('#'));
  const auto authority = rest.substr(0, rest.find_first_of("/?"));
  if (const auto problem = read_authority(url, authority); !problem.empty()) {
    return unreadable(text, problem);
  }
  rest.remove_prefix(authority.size());
  const auto question = std::min(rest.find('?'), rest.size());
  url.path =
      without_dot_steps(normalise_escapes(question == 0 ? "/" : rest.substr(0, question), k_safe_in_path));
  url.query =
      question == rest.size() ? "" : "?" + normalise_escapes(rest.substr(question + 1), k_safe_in_query);
  return url;
}

std::string percent_decode(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  while (!text.empty()) {
    const auto escaped = escape_at_front(text);
    result += escaped.value_or(text.front());
    text.remove_prefix(escaped ? 3 : 1);
  }
  return result;
}

std::string percent_encode(std::string_view text, std::string_view safe) {
  std::string result;
  for (const char c : text) {
    if (is_unreserved(c) || safe.find(c) != std::string_view::npos) {
      result += c;
    } else {
      append_escape(result, c);
    }
  }
  return result;
}

}  // namespace papers::model
