#include "cli/reference_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/source_names.hpp"
#include "util/calendar.hpp"

namespace papers::cli {
namespace {

int listed_in(const ReferenceSummary& summary) {
  return summary.known + summary.unresolved + summary.beyond;
}

/// A source that vouches for nothing but lists as many as it says there are is believed.
bool is_incomplete(const ReferenceSummary& summary) {
  return !summary.complete && (!summary.stated || listed_in(summary) < *summary.stated);
}

std::string listed_words(const ReferenceSummary& summary) {
  const int listed = listed_in(summary);
  const bool is_counted = summary.stated || summary.complete || summary.beyond > 0;
  const std::string all =
      is_counted ? fmt::format(" of {}", std::max(summary.stated.value_or(0), listed)) : "";
  const bool is_one = summary.known == 1 && all.empty();
  std::string words = fmt::format("{}{} reference{} known", summary.known, all, is_one ? "" : "s");
  words += summary.unresolved > 0 ? fmt::format(", {} by title only", summary.unresolved) : "";
  words += summary.beyond > 0 ? fmt::format(", {} beyond the limit", summary.beyond) : "";
  return words;
}

/// What is said before the sources, and the words between.
std::string answer_words(const ReferenceSummary& summary, const std::string& sources) {
  switch (summary.answer) {
    case ReferenceAnswer::listed:
      return fmt::format("{} ({}{})", listed_words(summary), sources,
                         is_incomplete(summary) ? ", incomplete" : "");
    case ReferenceAnswer::empty:
      return fmt::format("cites nothing ({})", sources);
    case ReferenceAnswer::unknown:
      return fmt::format("references unknown ({})", sources);
    case ReferenceAnswer::withheld:
      return fmt::format("references withheld ({})", sources);
  }
  return "";
}

std::string words(const Item& item, bool dated) {
  if (!item.references) {
    return "references not fetched";
  }
  std::string sources = source_names(item.references->source);
  const auto moment = dated ? util::from_moment(item.references->fetched) : std::nullopt;
  if (moment) {
    sources += (sources.empty() ? "" : ", ") + util::local_day(*moment);
  }
  return answer_words(*item.references, sources);
}

}  // namespace

std::string reference_words(const Item& item) {
  return words(item, /*dated=*/false);
}

std::string dated_reference_words(const Item& item) {
  return words(item, /*dated=*/true);
}

}  // namespace papers::cli
