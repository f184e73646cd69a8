// WebUrl: an absolute http(s) address in one normal form (RFC 3986, section 6), or the reason why not.
//
// Strict where an address can pretend to be another: no user names, no addresses by number, no
// backslashes, no control characters, encoded ones included.
#pragma once

#include <string>
#include <string_view>

#include "papers/result.hpp"

namespace papers::model {

struct WebUrl {
  std::string scheme;  ///< "http" or "https"
  std::string host;    ///< lower case, without a final dot
  std::string port;    ///< "" for the scheme's own
  std::string path;    ///< begins with '/'; without "." and ".." steps; unsafe bytes encoded
  std::string query;   ///< with its '?', or ""

  [[nodiscard]] std::string text() const;
};

/// The fragment is dropped. Linear; reading text() again gives the same.
[[nodiscard]] Result<WebUrl> parse_web_url(std::string_view text);

/// "%41" -> "A", once; what is not an escape stays.
[[nodiscard]] std::string percent_decode(std::string_view text);

/// Encodes all but unreserved characters and those of `safe`.
[[nodiscard]] std::string percent_encode(std::string_view text, std::string_view safe);

}  // namespace papers::model
