#include "export/page_list.hpp"

#include <algorithm>
#include <limits>
#include <ostream>
#include <tuple>

#include <fmt/ostream.h>

#include "export/page_picture.hpp"
#include "export/page_words.hpp"
#include "export/paper_words.hpp"
#include "util/html_text.hpp"

namespace papers::formats {
namespace {

using Paper = ReadingGraph::Paper;

/// Byline, venue and a link to the paper's page, parted by dots.
void write_byline(const Paper& paper, std::ostream& out) {
  const std::string who = byline(paper.item);
  const std::string id = format(paper.item.ids.front());
  out << "<p class=\"by\">";
  if (paper.news != News::none) {
    fmt::print(out, "<span class=\"news\">{}</span> · ", name_of(paper.news));
  }
  out << util::html_text(who) << (who.empty() ? "" : " · ");
  if (const auto url = address(paper.item)) {
    fmt::print(out, R"(<a href="{}" target="_blank" rel="noopener noreferrer">{}</a>)", util::html_text(*url),
               util::html_text(id));
  } else {
    out << util::html_text(id);
  }
  out << "</p>\n";
}

void write_entry(std::size_t number, const Paper& paper, std::ostream& out) {
  fmt::print(out, "<li id=\"entry-{}\" class=\"entry {}\">\n", number, state_classes(paper));
  fmt::print(out, "<a class=\"name\" href=\"#paper-{}\">{}</a>\n", number, util::html_text(page_name(paper)));
  write_byline(paper, out);
  fmt::print(out, "<p class=\"reason\">{}</p>\n", util::html_text(reason(paper)));
  for (const std::string& takeaway : takeaways(paper.item)) {
    fmt::print(out, "<p class=\"takeaway\">“{}”</p>\n", util::html_text(takeaway));
  }
  out << "</li>\n";
}

}  // namespace

const std::vector<ListSection>& list_sections() {
  static const std::vector<ListSection> k_sections{{"Reading", {State::reading, State::paused}},
                                                   {"Next", {State::queued}},
                                                   {"Suggested", {State::found}},
                                                   {"Set aside", {State::parked}},
                                                   {"Read", {State::read}},
                                                   {"Dropped", {State::dropped}}};
  return k_sections;
}

std::vector<std::size_t> section_papers(const ReadingGraph& graph, const ListSection& section) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < graph.papers.size(); ++i) {
    const State state = graph.papers[i].item.state;
    if (std::find(section.states.begin(), section.states.end(), state) != section.states.end()) {
      result.push_back(i);
    }
  }
  const auto before = [&graph](std::size_t left, std::size_t right) {
    const Paper& a = graph.papers[left];
    const Paper& b = graph.papers[right];
    const auto place = [](const Paper& paper) {
      return paper.place ? paper.place->rank : std::numeric_limits<int>::max();
    };
    // Moments compare in the order of time; the later one comes first.
    return std::tuple(place(a), b.item.finished.value_or(""), -a.item.year.value_or(0), left) <
           std::tuple(place(b), a.item.finished.value_or(""), -b.item.year.value_or(0), right);
  };
  std::sort(result.begin(), result.end(), before);
  return result;
}

void write_list(const ReadingGraph& graph, std::ostream& out) {
  for (const ListSection& section : list_sections()) {
    const std::vector<std::size_t> papers = section_papers(graph, section);
    if (papers.empty()) {
      continue;
    }
    fmt::print(out, "<section>\n<h2>{} <span class=\"count\">{}</span></h2>\n<ol>\n", section.title,
               papers.size());
    for (const std::size_t number : papers) {
      write_entry(number, graph.papers[number], out);
    }
    out << "</ol>\n</section>\n";
  }
}

}  // namespace papers::formats
