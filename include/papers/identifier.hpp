// Identifier: the name of a work in some scheme, without its version.
//
// One parser reads every form that people paste (URLs of arXiv and its mirrors,
// DOIs, the stamp in a PDF margin, bare ids, ...); one formatter prints the
// canonical form. A version ("v2") is a field of what was asked for and never
// part of the identity: 2403.00835v1 and 2403.00835v4 are one work.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "papers/result.hpp"

namespace papers {

enum class Scheme {
  arxiv,     ///< value "2403.00835" or "hep-th/9901001"
  doi,       ///< value "10.1145/3600006.3613165", lower case
  s2,        ///< Semantic Scholar paper id, 40 hexadecimal digits, lower case
  openalex,  ///< value "W4385245566"
  url,       ///< an absolute http(s) URL, normalised (see parse_identifier)
  local,     ///< an item that has no name elsewhere; value is a sortable unique id
  other,     ///< a prefix of some data file; value keeps it whole: "acl:P05-1001"
};

struct Identifier {
  Scheme scheme = Scheme::other;
  std::string value;
  int version = 0;  ///< arXiv only; 0 when none was named

  /// Identity: scheme and value. The version does not take part.
  friend bool operator==(const Identifier& a, const Identifier& b) {
    return a.scheme == b.scheme && a.value == b.value;
  }
  friend std::strong_ordering operator<=>(const Identifier& a, const Identifier& b) {
    if (const auto order = a.scheme <=> b.scheme; std::is_neq(order)) {
      return order;
    }
    return a.value.compare(b.value) <=> 0;
  }
};

/// Reads any form that people paste; surrounding white space is ignored.
/// Never throws; linear in the length of the text, which may hold any bytes.
/// URLs that name no work of a known scheme become Scheme::url, normalised: scheme and
/// host in lower case, default port and fragment dropped, no user name allowed.
/// Errors (ExitCode::usage) name the text and what was expected.
[[nodiscard]] Result<Identifier> parse_identifier(std::string_view text);

/// "arXiv:2403.00835", "doi:10.1/x", "s2:...", "openalex:W...", "url:https://...",
/// "local:...", or the value itself for Scheme::other. parse_identifier reads it back.
[[nodiscard]] std::string format(const Identifier& id);

/// As format, with the version when one was named: "arXiv:2403.00835v2".
[[nodiscard]] std::string format_with_version(const Identifier& id);

/// The https address where a reader finds the work, if the scheme has one.
[[nodiscard]] std::optional<std::string> web_address(const Identifier& id);

/// Whether a URL points at a host of source code repositories (GitHub, GitLab, ...).
[[nodiscard]] bool is_code_host(const Identifier& id);

/// The year in which an arXiv id was given out ("2403.00835" -> 2024, "hep-th/9901001" -> 1999).
[[nodiscard]] std::optional<int> arxiv_year(const Identifier& id);

}  // namespace papers
