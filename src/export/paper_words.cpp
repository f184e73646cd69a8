#include "export/paper_words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "export/dot_style.hpp"

namespace papers::formats {

std::string counted(std::size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

std::string folded_words(const ReadingGraph::Paper& paper) {
  const auto from = paper.hidden_from;
  const auto to = paper.hidden_to;
  const bool all_older = to && paper.item.year && *to <= *paper.item.year;
  const std::string line = fmt::format("+{} {}", paper.hidden + paper.beyond, all_older ? "older" : "more");
  if (!from || !to) {
    return line;
  }
  return line + (*from == *to ? fmt::format(" ({})", *from) : fmt::format(" ({}–{})", *from, *to));
}

std::string author_words(const std::vector<std::string>& authors, std::size_t most) {
  std::string line;
  for (std::size_t i = 0; i < std::min(authors.size(), most); ++i) {
    line += (i == 0 ? "" : ", ") + authors[i];
  }
  if (authors.size() > most) {
    line += fmt::format(" and {} more", authors.size() - most);
  }
  return line;
}

std::string fact_words(const ReadingGraph::Paper& paper) {
  std::string facts(name_of(paper.item.state));
  if (paper.root) {
    facts += ", root";
  } else if (paper.depth) {
    facts += fmt::format(", depth {}", *paper.depth);
  }
  if (paper.item.cited_by > 0) {
    facts += fmt::format(", cited by {}", paper.item.cited_by);
  }
  return facts;
}

std::string reference_words(const ReadingGraph::Paper& paper) {
  if (!references_known(paper.item)) {
    const bool withheld = paper.item.references && paper.item.references->answer == ReferenceAnswer::withheld;
    return withheld ? "references withheld" : "references unknown";
  }
  std::string line;
  const auto add = [&line](int number, std::string_view words) {
    if (number > 0) {
      line += fmt::format("{}{} {}", line.empty() ? "not drawn: " : ", ", number, words);
    }
  };
  add(paper.hidden, "in the library");
  add(paper.beyond, "beyond the limits");
  add(paper.item.references->unresolved, "by title only");
  return line;
}

std::string heading_words(const ReadingGraph::Paper& paper) {
  const std::string mark(node_style(paper.item.state).mark);
  const std::string_view news = name_of(paper.news);
  const std::string who = byline(paper.item);
  return mark + std::string(news) + (news.empty() || who.empty() ? "" : " · ") + who;
}

std::optional<std::string> address(const Identifier& id) {
  const auto found = web_address(id);
  const bool is_web = found && (found->starts_with("https://") || found->starts_with("http://"));
  return is_web ? found : std::nullopt;
}

std::optional<std::string> address(const Item& item) {
  for (const Identifier& id : item.ids) {
    if (auto found = address(id)) {
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace papers::formats
