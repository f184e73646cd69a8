// Url: the parts of an http or https address, as libcurl itself reads them.
//
// All parsing goes through curl_url, so what our rules look at is what is then connected to: two
// parsers that disagree about an address are how such rules are got around.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace papers::net {

struct Url {
  std::string text;       ///< normalised, without fragment
  std::string scheme;     ///< lower case
  std::string host;       ///< lower case; IPv6 addresses in brackets
  std::string port;       ///< the scheme's own when none was named
  std::string path;       ///< begins with '/', percent-encoded
  bool has_user = false;  ///< a user name or password is part of it

  /// "host:port".
  [[nodiscard]] std::string authority() const { return host + ":" + port; }
  /// Same scheme, host and port: the same party in every respect.
  [[nodiscard]] bool same_origin(const Url& other) const;
};

/// Nothing when the text is no absolute URL.
[[nodiscard]] std::optional<Url> parse_url(std::string_view text);

/// What a Location header means, seen from where it was read (RFC 3986, 5.2).
[[nodiscard]] std::optional<Url> resolve_url(const Url& base, std::string_view location);

/// "localhost", or a literal address in 127.0.0.0/8 or ::1.
[[nodiscard]] bool is_loopback_host(std::string_view host);

/// Every byte but letters, digits and "-._~" as %XX.
[[nodiscard]] std::string percent_encode(std::string_view text);
[[nodiscard]] std::string percent_decode(std::string_view text);

/// `url`, a service's own address, with scheme, host and port taken from `replacement`
/// ("http://127.0.0.1:8080"); unchanged when that is empty.
/// Throws Failure (usage) naming the replacement when it is no http(s) address.
[[nodiscard]] std::string with_address(const std::string& url, const std::string& replacement);

}  // namespace papers::net
