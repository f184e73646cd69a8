#include "model/arxiv_id.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "util/ascii.hpp"
#include "util/strings.hpp"

namespace papers::model {
namespace {

using util::is_digit;
using util::is_letter;

/// Every archive that gave out ids of the old style.
constexpr std::array<std::string_view, 34> k_archives{
    "acc-phys", "adap-org", "alg-geom", "ao-sci",  "astro-ph", "atom-ph",  "bayes-an", "chao-dyn", "chem-ph",
    "cmp-lg",   "comp-gas", "cond-mat", "cs",      "dg-ga",    "funct-an", "gr-qc",    "hep-ex",   "hep-lat",
    "hep-ph",   "hep-th",   "math",     "math-ph", "mtrl-th",  "nlin",     "nucl-ex",  "nucl-th",  "patt-sol",
    "physics",  "plasm-ph", "q-alg",    "q-bio",   "quant-ph", "solv-int", "supr-con"};

constexpr std::array<std::string_view, 7> k_file_endings{"",    ".pdf",    ".ps",  ".ps.gz",
                                                         ".gz", ".tar.gz", ".html"};

constexpr std::size_t k_most_version_digits = 4;

/// The digits at the front of `text`, which they leave.
std::string_view take_digits(std::string_view& text) {
  const auto length =
      static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  const auto digits = text.substr(0, length);
  text.remove_prefix(length);
  return digits;
}

bool is_zero(std::string_view digits) {
  return digits.find_first_not_of('0') == std::string_view::npos;
}

/// What is wrong with the four digits of year and month, or "".
std::string month_problem(std::string_view digits) {
  const auto month = digits.substr(2);
  return month < "01" || month > "12"
             ? fmt::format("month {} in an arXiv id; ids look like 2403.00835", month)
             : "";
}

/// Takes "v2" off the front of `front.rest`. What is wrong with it, or "".
std::string take_version(ArxivFront& front) {
  auto rest = front.rest;
  if (rest.size() < 2 || (rest[0] != 'v' && rest[0] != 'V') || !is_digit(rest[1])) {
    return {};
  }
  rest.remove_prefix(1);
  const auto digits = take_digits(rest);
  if (digits.front() == '0' || digits.size() > k_most_version_digits) {
    return fmt::format("version {} in an arXiv id; versions are v1, v2, ...", digits.substr(0, 8));
  }
  front.id.version = *util::to_int(digits);
  front.rest = rest;
  return {};
}

std::string new_style_problem(std::string_view month, std::string_view number) {
  if (auto problem = month_problem(month); !problem.empty()) {
    return problem;
  }
  if (month < "0704") {
    return "ids of this form begin with 0704; older ones look like hep-th/9901001";
  }
  const std::size_t expected = month <= "1412" ? 4 : 5;
  if (number.size() != expected) {
    return fmt::format("{} digits after the dot; arXiv ids of {} have {}", number.size(), month, expected);
  }
  return is_zero(number) ? "number 0 in an arXiv id; they begin with 1" : "";
}

std::optional<Result<ArxivFront>> scan_new_style(std::string_view text) {
  auto rest = text;
  const auto month = take_digits(rest);
  if (month.size() != 4 || rest.size() < 2 || rest[0] != '.' || !is_digit(rest[1])) {
    return std::nullopt;
  }
  rest.remove_prefix(1);
  const auto number = take_digits(rest);
  if (const auto problem = new_style_problem(month, number); !problem.empty()) {
    return unreadable(text, problem);
  }
  ArxivFront front{{Scheme::arxiv, fmt::format("{}.{}", month, number)}, rest};
  if (const auto problem = take_version(front); !problem.empty()) {
    return unreadable(text, problem);
  }
  return front;
}

/// "hep-th" for "HEP-TH", "hepth" and "hep-th"; "" for anything else.
std::string_view archive_named(std::string_view name) {
  const auto bare = [](std::string_view text) {
    std::string letters = util::lower(text);
    letters.erase(std::remove(letters.begin(), letters.end(), '-'), letters.end());
    return letters;
  };
  const std::string wanted = bare(name);
  const auto* const found = std::find_if(k_archives.begin(), k_archives.end(),
                                         [&](std::string_view archive) { return bare(archive) == wanted; });
  return found == k_archives.end() ? "" : *found;
}

std::string old_style_problem(std::string_view archive, std::string_view digits) {
  if (archive.empty()) {
    return "no such arXiv archive; old ids look like hep-th/9901001";
  }
  if (digits.size() != 7) {
    return fmt::format("{} digits after the slash; old arXiv ids have 7, as in hep-th/9901001",
                       digits.size());
  }
  const auto month = digits.substr(0, 4);
  if (auto problem = month_problem(month); !problem.empty()) {
    return problem;
  }
  if (month > "0703" && month < "9108") {
    return "old arXiv ids run from 9108 to 0703; newer ones look like 2403.00835";
  }
  return is_zero(digits.substr(4)) ? "number 0 in an arXiv id; they begin with 1" : "";
}

/// Letters and hyphens, a subject class behind a dot.
bool is_archive_shaped(std::string_view text) {
  const auto dot = text.find('.');
  const auto shaped = [](std::string_view part) {
    return part.size() >= 2 && part.size() <= 12 &&
           std::all_of(part.begin(), part.end(), [](char c) { return is_letter(c) || c == '-'; });
  };
  return shaped(text.substr(0, dot)) && (dot == std::string_view::npos || shaped(text.substr(dot + 1)));
}

std::optional<Result<ArxivFront>> scan_old_style(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos || !is_archive_shaped(text.substr(0, slash))) {
    return std::nullopt;
  }
  auto rest = text.substr(slash + 1);
  const auto digits = take_digits(rest);
  const auto archive = archive_named(text.substr(0, std::min(slash, text.find('.'))));
  if (digits.empty() || (archive.empty() && digits.size() != 7)) {
    return std::nullopt;
  }
  if (const auto problem = old_style_problem(archive, digits); !problem.empty()) {
    return unreadable(text, problem);
  }
  ArxivFront front{{Scheme::arxiv, fmt::format("{}/{}", archive, digits)}, rest};
  if (const auto problem = take_version(front); !problem.empty()) {
    return unreadable(text, problem);
  }
  return front;
}

}  // namespace

std::optional<Result<ArxivFront>> scan_arxiv_id(std::string_view text) {
  auto front = scan_new_style(text);
  return front ? front : scan_old_style(text);
}

Reading read_arxiv_id(std::string_view text) {
  const auto front = scan_arxiv_id(text);
  if (!front) {
    return std::nullopt;
  }
  if (!*front) {
    return front->error();
  }
  const auto& [id, rest] = **front;
  if (!is_file_ending(rest)) {
    return unreadable(text, fmt::format("text behind the arXiv id {}; give the id alone", id.value));
  }
  return id;
}

bool is_file_ending(std::string_view text) {
  const std::string ending = util::lower(text.substr(0, 16));
  return text.size() <= 16 &&
         std::find(k_file_endings.begin(), k_file_endings.end(), ending) != k_file_endings.end();
}

}  // namespace papers::model
