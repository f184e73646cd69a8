#include "export/page_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "export/paper_words.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

using Paper = ReadingGraph::Paper;

constexpr std::size_t k_longest_name = 400;  // columns
constexpr std::size_t k_day = 10;            // "2024-11-17" of a moment

std::string years(const ReadingGraph& graph) {
  std::optional<int> first;
  std::optional<int> last;
  for (const Paper& paper : graph.papers) {
    if (const auto year = paper.item.year) {
      first = std::min(first.value_or(*year), *year);
      last = std::max(last.value_or(*year), *year);
    }
  }
  if (!first) {
    return "";
  }
  return *first == *last ? fmt::format(" of {}", *first) : fmt::format(", {} to {}", *first, *last);
}

const TermPoints* best_term(const Paper& paper) {
  const TermPoints* best = nullptr;
  if (paper.place) {
    for (const TermPoints& term : paper.place->terms) {
      if (!term.why.empty() && (best == nullptr || term.points > best->points)) {
        best = &term;
      }
    }
  }
  return best;
}

std::string where(const Paper& paper) {
  if (paper.root) {
    return "added by hand";
  }
  if (!paper.depth) {
    return "not cited by any of these";
  }
  return fmt::format(
      "{} back{}", counted(static_cast<std::size_t>(*paper.depth), "step"),
      paper.item.cited_by > 0
          ? fmt::format(", cited by {}", counted(static_cast<std::size_t>(paper.item.cited_by), "paper"))
          : "");
}

}  // namespace

std::string page_title(const ReadingGraph& graph) {
  const auto is_root = [](const Paper& paper) { return paper.root; };
  if (std::count_if(graph.papers.begin(), graph.papers.end(), is_root) != 1 || graph.papers.size() < 2) {
    return "Reading graph";
  }
  const Paper& root = *std::find_if(graph.papers.begin(), graph.papers.end(), is_root);
  return fmt::format("What “{}” builds on", page_name(root));
}

std::string page_summary(const ReadingGraph& graph, const ExportOptions& options) {
  const auto count = [&graph](auto predicate) {
    return std::count_if(graph.papers.begin(), graph.papers.end(), predicate);
  };
  std::string words = counted(graph.papers.size(), "paper");
  if (graph.all_papers > graph.papers.size()) {
    words += fmt::format(" of {} within {}", graph.all_papers,
                         counted(static_cast<std::size_t>(graph.depth_limit), "step"));
  }
  words += years(graph);
  words += fmt::format(" · {} kept", count([](const Paper& paper) { return is_kept(paper.item.state); }));
  words += fmt::format(" · references known for {}",
                       count([](const Paper& paper) { return references_known(paper.item); }));
  if (!graph.since.empty()) {
    words += fmt::format(" · {} new, started or read since {}",
                         count([](const Paper& paper) { return paper.news != News::none; }), graph.since);
  }
  return words + (options.today.empty() ? "" : " · " + options.today);
}

std::string reason(const Paper& paper) {
  if (paper.item.state == State::read) {
    return paper.item.finished ? "read on " + paper.item.finished->substr(0, k_day) : "read";
  }
  if (const TermPoints* term = best_term(paper)) {
    return term->why;
  }
  return where(paper);
}

std::vector<std::string> takeaways(const Item& item) {
  std::vector<std::string> result;
  for (const Note& note : item.notes) {
    if (note.kind == "takeaway") {
      result.push_back(note.text);
    }
  }
  return result;
}

std::string page_name(const Paper& paper) {
  return util::elide(display_title(paper.item), k_longest_name);
}

}  // namespace papers::formats
