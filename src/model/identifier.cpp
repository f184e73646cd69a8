#include "papers/identifier.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "model/arxiv_id.hpp"
#include "model/key_alias.hpp"
#include "model/reading.hpp"
#include "model/service_ids.hpp"
#include "model/web_routes.hpp"
#include "model/web_url.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers {
namespace {

using model::Reading;
using model::unreadable;
using util::is_alphanumeric;

constexpr std::size_t k_longest = 8U << 10U;  // bytes; longer than any address that is in use

bool all_of(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_alphanumeric(c) || others.find(c) != std::string_view::npos; });
}

/// What pasting puts around a text: blanks of all kinds, marks without width, <...> and quotes.
std::string_view unwrap(std::string_view text) {
  constexpr std::array<std::string_view, 5> k_unicode_blanks{"\u00A0", "\u3000", "\u200B", "\uFEFF",
                                                             "\u2003"};
  for (bool again = true; again;) {
    text = util::trim(text);
    again = false;
    for (const auto blank : k_unicode_blanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        again = true;
      } else if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        again = true;
      }
    }
  }
  const bool wrapped = text.size() > 2 && ((text.front() == '<' && text.back() == '>') ||
                                           (text.front() == '"' && text.back() == '"'));
  return wrapped ? util::trim(text.substr(1, text.size() - 2)) : text;
}

Reading read_url(std::string_view text) {
  const auto url = model::parse_web_url(text);
  if (!url) {
    return url.error();
  }
  const auto work = model::route(*url);
  return work ? *work : Identifier{Scheme::url, url->text()};
}

/// An address as browsers show it, without "https://"; only of sites that no other text looks like.
Reading read_bare_url(std::string_view text) {
  const auto host = text.substr(0, text.find_first_of("/?#"));
  const bool www = util::starts_with_ignoring_case(host, "www.");
  if (!www && (host.size() == text.size() || !model::is_known_site(host))) {
    return std::nullopt;
  }
  return read_url(fmt::format("https://{}", text));
}

Reading read_full_url(std::string_view text) {
  return text.find("://") == std::string_view::npos ? std::nullopt : read_url(text);
}

/// An id, or the stamp in the margin of a PDF: "2403.00835v2 [cs.CL] 8 Mar 2024".
Reading read_stamp(std::string_view text) {
  const auto blank = text.find_first_of(" \t");
  const bool stamp = blank != std::string_view::npos && util::trim(text.substr(blank)).starts_with('[');
  return model::read_arxiv_id(stamp ? text.substr(0, blank) : text);
}

/// The title of an arXiv page: "[2403.00835] CLLMs: Consistency Large Language Models".
Reading read_page_title(std::string_view text) {
  const auto end = text.find(']');
  if (!text.starts_with('[') || end == std::string_view::npos) {
    return std::nullopt;
  }
  auto id = util::trim(text.substr(1, end - 1));
  if (util::starts_with_ignoring_case(id, "arxiv:")) {
    id = util::trim(id.substr(6));
  }
  return model::read_arxiv_id(id);
}

Reading read_doi_value(std::string_view text) {
  return util::starts_with_ignoring_case(text, "http") ? read_full_url(text) : model::read_doi(text);
}

Reading read_local(std::string_view text) {
  constexpr std::size_t k_most = 64;
  if (text.empty() || text.size() > k_most || !all_of(text, "-_")) {
    return std::nullopt;
  }
  return Identifier{Scheme::local, std::string(text)};
}

/// Forms that say what they are.
struct Prefix {
  std::string_view name;
  std::string_view expected;
  Reading (*read)(std::string_view);
};

constexpr std::array<Prefix, 10> k_prefixes{{
    {"arxiv:", "arXiv:2403.00835", read_stamp},
    {"arxiv preprint arxiv:", "arXiv:2403.00835", read_stamp},
    {"oai:arxiv.org:", "oai:arXiv.org:2403.00835", model::read_arxiv_id},
    {"abs/", "abs/2403.00835", model::read_arxiv_id},
    {"doi:", "doi:10.1145/3600006.3613165", read_doi_value},
    {"s2:", "s2: and 40 hexadecimal digits", model::read_s2_id},
    {"openalex:", "openalex:W4385245566", model::read_openalex_id},
    {"url:", "url:https://example.org/page", read_full_url},
    {"local:", "local: and letters and digits", read_local},
    {"key:", "key: and the key of a bibliography", model::read_key_alias},
}};

Reading read_prefixed(std::string_view text) {
  for (const auto& prefix : k_prefixes) {
    if (util::starts_with_ignoring_case(text, prefix.name)) {
      const auto reading = prefix.read(util::trim(text.substr(prefix.name.size())));
      return reading ? *reading
                     : unreadable(text, fmt::format("not an id of this kind; expected {}", prefix.expected));
    }
  }
  return std::nullopt;
}

Reading read_bare_arxiv_id(std::string_view text) {
  while (!text.empty() && std::string_view(".,;").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  return model::read_arxiv_id(text);
}

/// Bare ids of OpenAlex only at a length that no word has.
Reading read_bare_openalex_id(std::string_view text) {
  constexpr std::size_t k_fewest = 7;
  return text.size() < k_fewest ? std::nullopt : model::read_openalex_id(text);
}

/// "acl:P05-1001": a prefix of some data file. The value needs a digit, as ids have, so that schemes of
/// addresses ("javascript:") and stray words with a colon are not taken for one.
Reading read_other(std::string_view text) {
  constexpr std::array<std::string_view, 12> k_addresses{"http",   "https",      "file",   "ftp",
                                                         "gopher", "javascript", "mailto", "data",
                                                         "ssh",    "localhost",  "blob",   "about"};
  const auto colon = std::min(text.find(':'), text.size());
  const std::string prefix = util::lower(text.substr(0, colon));
  const auto value = text.substr(std::min(colon + 1, text.size()));
  constexpr std::size_t k_longest_prefix = 16;
  if (prefix.size() < 2 || prefix.size() > k_longest_prefix || !util::is_letter(prefix.front()) ||
      !all_of(prefix, "-") || value.empty() || !is_alphanumeric(value.front()) || !all_of(value, "-._/:") ||
      value.find("..") != std::string_view::npos ||
      value.find_first_of("0123456789") == std::string_view::npos ||
      std::find(k_addresses.begin(), k_addresses.end(), prefix) != k_addresses.end()) {
    return std::nullopt;
  }
  return Identifier{Scheme::other, fmt::format("{}:{}", prefix, value)};
}

/// The grammars in the order in which they may claim a text.
constexpr std::array k_grammars{read_prefixed,     read_page_title,       read_full_url,
                                read_bare_url,     read_bare_arxiv_id,    model::read_doi,
                                model::read_s2_id, read_bare_openalex_id, read_other};

std::string_view prefix_of(Scheme scheme) {
  constexpr std::array<std::string_view, 7> k_names{
      "arXiv:", "doi:", "s2:", "openalex:", "url:", "local:", ""};
  return k_names[static_cast<std::size_t>(scheme)];
}

}  // namespace

Result<Identifier> parse_identifier(std::string_view text) {
  const auto bare = unwrap(text);
  if (bare.empty()) {
    return Error{ExitCode::usage, "an empty text: expected an arXiv id, DOI or URL"};
  }
  if (bare.size() > k_longest) {
    return unreadable(bare.substr(0, k_longest),
                      fmt::format("longer than {} bytes; expected an arXiv id, DOI or URL", k_longest));
  }
  for (const auto grammar : k_grammars) {
    if (const auto reading = grammar(bare); reading) {
      return *reading;
    }
  }
  return unreadable(bare, "not an arXiv id, DOI or URL; ids look like 2403.00835");
}

std::string format(const Identifier& id) {
  return fmt::format("{}{}", prefix_of(id.scheme), id.value);
}

std::string format_with_version(const Identifier& id) {
  return id.version > 0 ? fmt::format("{}v{}", format(id), id.version) : format(id);
}

std::optional<std::string> web_address(const Identifier& id) {
  constexpr std::string_view k_safe_in_doi = "/:;()!$&'*+,=@";
  switch (id.scheme) {
    case Scheme::arxiv:
      return "https://arxiv.org/abs/" + format_with_version(id).substr(prefix_of(Scheme::arxiv).size());
    case Scheme::doi:
      return "https://doi.org/" + model::percent_encode(id.value, k_safe_in_doi);
    case Scheme::s2:
      return "https://www.semanticscholar.org/paper/" + id.value;
    case Scheme::openalex:
      return "https://openalex.org/" + id.value;
    case Scheme::url:
      return id.value;
    case Scheme::local:
      return std::nullopt;
    case Scheme::other:
      break;
  }
  constexpr std::string_view k_acl = "acl:";
  if (!id.value.starts_with(k_acl)) {
    return std::nullopt;
  }
  return "https://aclanthology.org/" + model::percent_encode(id.value.substr(k_acl.size()), "");
}

bool is_code_host(const Identifier& id) {
  if (id.scheme != Scheme::url) {
    return false;
  }
  const auto url = model::parse_web_url(id.value);
  return url && model::is_code_site(url->host);
}

std::optional<int> arxiv_year(const Identifier& id) {
  if (id.scheme != Scheme::arxiv) {
    return std::nullopt;
  }
  constexpr int k_first_year = 91;
  const auto slash = id.value.find('/');
  const bool old_style = slash != std::string::npos;
  const auto year = util::to_int(std::string_view(id.value).substr(old_style ? slash + 1 : 0).substr(0, 2));
  if (!year) {
    return std::nullopt;
  }
  return old_style && *year >= k_first_year ? 1900 + *year : 2000 + *year;
}

}  // namespace papers
