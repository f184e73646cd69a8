#include "model/service_ids.hpp"

#include <algorithm>
#include <string>

#include "model/arxiv_id.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::model {
namespace {

using util::is_digit;

constexpr std::string_view k_arxiv_doi = "10.48550/arxiv.";

bool all_of(std::string_view text, bool (*test)(char)) {
  return std::all_of(text.begin(), text.end(), test);
}

/// Without the punctuation that belongs to the sentence around it.
std::string_view without_sentence_end(std::string_view text) {
  const auto surplus = [&](char open, char close) {
    return std::count(text.begin(), text.end(), close) - std::count(text.begin(), text.end(), open);
  };
  auto round = surplus('(', ')');
  auto square = surplus('[', ']');
  auto angle = surplus('<', '>');
  for (; !text.empty(); text.remove_suffix(1)) {
    const char last = text.back();
    const bool closes_outside =
        (last == ')' && round-- > 0) || (last == ']' && square-- > 0) || (last == '>' && angle-- > 0);
    if (!closes_outside && std::string_view(".,;:\"'").find(last) == std::string_view::npos) {
      break;
    }
  }
  return text;
}

/// Digits with dots between them, as in "1145" or "1000.10".
bool is_registrant(std::string_view text) {
  const auto parts = util::split(text, '.');
  return text.size() <= 20 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           return !part.empty() && all_of(part, is_digit);
         });
}

/// Visible ASCII, and no steps of a path that would lead out of a service's address.
bool is_suffix(std::string_view text) {
  const bool visible =
      all_of(text, [](char c) { return c > ' ' && c < 0x7F && c != '"' && c != '\\' && c != '`'; });
  const auto parts = util::split(text, '/');
  return visible && !text.empty() && std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
           return part == "." || part == "..";
         });
}

}  // namespace

Reading read_doi(std::string_view text) {
  if (!text.starts_with("10.")) {
    return std::nullopt;
  }
  if (util::starts_with_ignoring_case(text, k_arxiv_doi)) {
    const auto id = read_arxiv_id(without_sentence_end(text.substr(k_arxiv_doi.size())));
    return id ? *id
              : unreadable(text,
                           "no arXiv id behind 10.48550/arXiv.; it looks like 10.48550/arXiv.2403.00835");
  }
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || !is_registrant(text.substr(3, slash - 3))) {
    return std::nullopt;
  }
  const auto doi = without_sentence_end(text);
  if (doi.size() <= slash || !is_suffix(doi.substr(slash + 1))) {
    return unreadable(text, "not a DOI; they look like 10.1145/3600006.3613165");
  }
  return Identifier{Scheme::doi, util::lower(doi)};
}

Reading read_s2_id(std::string_view text) {
  const auto is_hex = [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
  if (text.size() != 40 || !all_of(text, is_hex)) {
    return std::nullopt;
  }
  return Identifier{Scheme::s2, util::lower(text)};
}

Reading read_openalex_id(std::string_view text) {
  constexpr std::size_t k_most_digits = 15;
  if (text.size() < 2 || text.size() > 1 + k_most_digits || (text[0] != 'W' && text[0] != 'w') ||
      text[1] == '0' || !all_of(text.substr(1), is_digit)) {
    return std::nullopt;
  }
  return Identifier{Scheme::openalex, "W" + std::string(text.substr(1))};
}

}  // namespace papers::model
