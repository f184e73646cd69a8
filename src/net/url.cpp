#include "net/url.hpp"

#include <algorithm>
#include <memory>

#include <curl/curl.h>
#include <fmt/format.h>

#include "papers/error.hpp"

#include "net/address.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::net {
namespace {

struct Cleanup {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
  void operator()(char* text) const { curl_free(text); }
};
using CurlUrl = std::unique_ptr<CURLU, Cleanup>;
using CurlText = std::unique_ptr<char, Cleanup>;

std::string part(const CurlUrl& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) {
    return {};
  }
  const CurlText owned(text);
  return owned.get();
}

/// Sets the whole URL; a relative one is resolved against what is there.
bool set_url(const CurlUrl& url, std::string_view text) {
  const bool holds_nul = text.find('\0') != std::string_view::npos;
  return url && !holds_nul &&
         curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(),
                      CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME) == CURLUE_OK;
}

/// Letters, digits and signs of names and addresses.
bool is_plain_host(std::string_view host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return util::is_alphanumeric(c) || std::string_view("-._:[]").find(c) != std::string_view::npos;
  });
}

std::optional<Url> read_parts(const CurlUrl& url) {
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  Url parts;
  parts.text = part(url, CURLUPART_URL);
  parts.scheme = util::lower(part(url, CURLUPART_SCHEME));
  parts.host = util::lower(part(url, CURLUPART_HOST));
  parts.port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  parts.path = part(url, CURLUPART_PATH);
  parts.has_user = !part(url, CURLUPART_USER).empty() || !part(url, CURLUPART_PASSWORD).empty();
  if (parts.text.empty() || !is_plain_host(parts.host)) {
    return std::nullopt;
  }
  return parts;
}

/// libcurl decodes "%30" in a host and writes "0", which it would read as 0.0.0.0: an address that means
/// another one when it is read again is none.
std::optional<Url> parts_of(const CurlUrl& url) {
  const auto parts = read_parts(url);
  const CurlUrl again(curl_url());
  const auto same = parts && set_url(again, parts->text) ? read_parts(again) : std::nullopt;
  return same && same->same_origin(*parts) && same->path == parts->path ? parts : std::nullopt;
}

bool is_web(const Url& url) {
  return url.scheme == "https" || url.scheme == "http";
}

}  // namespace

bool Url::same_origin(const Url& other) const {
  return scheme == other.scheme && host == other.host && port == other.port;
}

std::optional<Url> parse_url(std::string_view text) {
  const CurlUrl url(curl_url());
  return set_url(url, text) ? parts_of(url) : std::nullopt;
}

std::optional<Url> resolve_url(const Url& base, std::string_view location) {
  const CurlUrl url(curl_url());
  if (!set_url(url, base.text) || util::trim(location).empty() || !set_url(url, util::trim(location))) {
    return std::nullopt;
  }
  return parts_of(url);
}

bool is_loopback_host(std::string_view host) {
  if (host == "localhost") {
    return true;
  }
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  return is_loopback_address(std::string(host));
}

std::string percent_encode(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = util::is_alphanumeric(c) || std::string_view("-._~").find(c) != std::string_view::npos;
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

std::string percent_decode(std::string_view text) {
  if (text.empty()) {
    return {};  // libcurl takes a length of 0 as that of a C string
  }
  int length = 0;
  const CurlText decoded(curl_easy_unescape(nullptr, text.data(), static_cast<int>(text.size()), &length));
  return decoded ? std::string(decoded.get(), static_cast<std::size_t>(length)) : std::string(text);
}

std::string with_address(const std::string& url, const std::string& replacement) {
  if (replacement.empty()) {
    return url;
  }
  const std::optional<Url> other = parse_url(replacement);
  if (!other || !is_web(*other)) {
    throw Failure(
        ExitCode::usage,
        fmt::format("'{}' is no service address; expected one like \"http://127.0.0.1:8080\"", replacement));
  }
  const auto path = url.find('/', url.find("://") + 3);
  return other->scheme + "://" + other->authority() + (path == std::string::npos ? "" : url.substr(path));
}

}  // namespace papers::net
