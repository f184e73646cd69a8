#include "export/page_data.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "export/page_words.hpp"
#include "export/paper_words.hpp"
#include "util/text.hpp"

namespace papers::formats {
namespace {

using nlohmann::ordered_json;
using Paper = ReadingGraph::Paper;

constexpr std::size_t k_most_authors = 60;

ordered_json visible(const std::vector<std::string>& texts) {
  auto list = ordered_json::array();
  for (const std::string& text : texts) {
    list.push_back(util::printable(text));
  }
  return list;
}

ordered_json authors(const Item& item) {
  const std::size_t most = std::min(item.authors.size(), k_most_authors);
  ordered_json list =
      visible({item.authors.begin(), item.authors.begin() + static_cast<std::ptrdiff_t>(most)});
  if (item.authors.size() > most) {
    list.push_back(fmt::format("and {} more", item.authors.size() - most));
  }
  return list;
}

ordered_json links(const Item& item) {
  auto list = ordered_json::array();
  for (const Identifier& id : item.ids) {
    if (const auto url = address(id)) {
      list.push_back({{"name", util::printable(format(id))}, {"url", *url}});
    }
  }
  return list;
}

ordered_json terms(const Paper& paper) {
  auto list = ordered_json::array();
  if (paper.place) {
    for (const TermPoints& term : paper.place->terms) {
      list.push_back({{"name", term.name}, {"why", util::printable(term.why)}, {"points", term.points}});
    }
  }
  return list;
}

/// "2nd" would have to be said in words; a number is enough.
std::string standing(const Paper& paper) {
  if (!paper.place) {
    return "";
  }
  const std::string_view where = paper.item.state == State::found ? "among the suggestions" : "in the queue";
  return fmt::format("Number {} {}", paper.place->rank, where);
}

/// Of the papers that cite it from one step nearer to a root the first that is kept, else the first.
ordered_json previous(const ReadingGraph& graph, const CitationGraph& citations, std::size_t number) {
  const auto depth = graph.papers[number].depth;
  std::optional<std::size_t> best;
  for (const std::size_t citing : citations.citing(number)) {
    const Paper& paper = graph.papers[citing];
    const bool leads = depth && paper.depth && *paper.depth + 1 == *depth;
    if (leads && (!best || (is_kept(paper.item.state) && !is_kept(graph.papers[*best].item.state)))) {
      best = citing;
    }
  }
  return best ? ordered_json(*best) : ordered_json(nullptr);
}

ordered_json facts(const Paper& paper) {
  const Item& item = paper.item;
  return {{"id", util::printable(format(item.ids.front()))},
          {"key", util::printable(item.key)},
          {"title", util::printable(page_name(paper))},
          {"authors", authors(item)},
          {"year", item.year ? ordered_json(*item.year) : ordered_json(nullptr)},
          {"venue", item.venue ? ordered_json(util::printable(*item.venue)) : ordered_json(nullptr)},
          {"byline", util::printable(byline(item))},
          {"state", name_of(item.state)},
          {"news", name_of(paper.news)},
          {"depth", paper.depth ? ordered_json(*paper.depth) : ordered_json(nullptr)},
          {"tags", visible(item.tags)},
          {"links", links(item)},
          {"reason", util::printable(reason(paper))},
          {"standing", standing(paper)},
          {"score", paper.place ? paper.place->score : 0.0},
          {"terms", terms(paper)},
          {"takeaways", visible(takeaways(item))},
          {"abstract", item.abstract ? ordered_json(util::printable(*item.abstract, /*keep_newlines=*/true))
                                     : ordered_json(nullptr)},
          {"references", reference_words(paper)}};
}

double rounded(double pixels) {
  return std::round(pixels * 10) / 10;
}

}  // namespace

ordered_json page_data(const ReadingGraph& graph, const Layout& layout) {
  const CitationGraph citations(graph.papers.size(), graph.arcs);
  auto papers = ordered_json::array();
  for (std::size_t i = 0; i < graph.papers.size(); ++i) {
    ordered_json paper = facts(graph.papers[i]);
    paper["via"] = previous(graph, citations, i);
    paper["x"] = rounded(layout.centres[i].x);
    paper["y"] = rounded(layout.centres[i].y);
    paper["height"] = rounded(card_of(graph.papers[i]).height);
    papers.push_back(std::move(paper));
  }
  auto arcs = ordered_json::array();
  for (const Arc& arc : citations.arcs()) {
    arcs.push_back({arc.first, arc.second});
  }
  return {{"papers", std::move(papers)}, {"arcs", std::move(arcs)}};
}

}  // namespace papers::formats
