#include "cli/tree_lines.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using app::Folded;
using app::TreePaper;
using Below = TreePaper::Below;

constexpr std::size_t k_gap = 2;
constexpr std::size_t k_least_title = 16;
constexpr std::size_t k_wide = 100;  // below, titles need the room, and marks say the states

struct Line {
  std::string branches;  ///< "│  ├─ "
  std::string text;      ///< mark and title, or what is folded
  std::string byline{};
  std::string words{};
  std::string below{};  ///< branches of further lines, where the text is a paragraph
  bool is_paragraph = false;
};

void add(std::string& words, const std::string& more, std::string_view separator = ", ") {
  words += (words.empty() || more.empty() ? "" : std::string(separator)) + more;
}

std::string folded_words(const Folded& folded) {
  std::string words;
  if (folded.papers > 0) {
    words = fmt::format("{} more", folded.papers);
    if (folded.from) {
      words += *folded.from == *folded.to ? fmt::format(" ({})", *folded.from)
                                          : fmt::format(" ({} to {})", *folded.from, *folded.to);
    }
    add(words,
        folded.shared > 0 ? fmt::format("{} of them cited by two or more of yours", folded.shared) : "");
    add(words, folded.dropped > 0 ? fmt::format("{} dropped", folded.dropped) : "");
  }
  add(words, folded.title_only > 0 ? fmt::format("{} by title only", folded.title_only) : "", "; ");
  add(words, folded.beyond > 0 ? fmt::format("{} beyond the limit", folded.beyond) : "", "; ");
  add(words, folded.not_known > 0 ? fmt::format("references not known for {}", folded.not_known) : "", "; ");
  return words;
}

class Lines {
 public:
  Lines(const TreePaper& root, bool with_states) : m_with_states(with_states) { add_paper(root, "", ""); }

  [[nodiscard]] const std::vector<Line>& lines() const { return m_lines; }

 private:
  void add_paper(const TreePaper& paper, const std::string& branches, const std::string& below);
  [[nodiscard]] std::string words_of(const TreePaper& paper) const;

  bool m_with_states;
  std::vector<Line> m_lines;
  std::set<std::int64_t> m_told;  ///< rows of the papers that are opened above
};

std::string Lines::words_of(const TreePaper& paper) const {
  const bool with_state = m_with_states && paper.item.state != State::found;
  std::string words(with_state ? name_of(paper.item.state) : "");
  if (paper.below == Below::elsewhere) {
    add(words, m_told.contains(paper.item.row) ? "see above" : "see below");
    return words;
  }
  if (paper.also_cited_by > 0 && paper.depth > 0) {
    add(words, fmt::format("also by {} of yours", paper.also_cited_by));
  }
  if (paper.below == Below::limit && paper.depth > 0 && paper.folded.papers > 0) {
    add(words, fmt::format("cites {}", paper.folded.papers));
  } else if (paper.below == Below::not_known && paper.depth == 0) {
    add(words, "references not known");
  }
  return words;
}

void Lines::add_paper(const TreePaper& paper, const std::string& branches, const std::string& below) {
  m_lines.push_back(
      {branches,
       fmt::format("{} {}", state_mark(paper.item.state), util::printable(display_title(paper.item))),
       util::printable(byline(paper.item)), words_of(paper)});
  if (paper.below != Below::elsewhere) {
    m_told.insert(paper.item.row);
  }
  // At the limit the line itself says how much there is; only the root has nothing else to say it.
  const std::string folded = paper.below == Below::limit && paper.depth > 0 ? "" : folded_words(paper.folded);
  for (std::size_t i = 0; i < paper.papers.size(); ++i) {
    const bool is_last = i + 1 == paper.papers.size() && folded.empty();
    add_paper(paper.papers[i], below + (is_last ? "└─ " : "├─ "), below + (is_last ? "   " : "│  "));
  }
  if (!folded.empty()) {
    m_lines.push_back(
        {.branches = below + "└─ … ", .text = folded, .below = below + "     ", .is_paragraph = true});
  }
}

std::size_t widest(const std::vector<Line>& lines, std::string Line::*part) {
  std::size_t most = 0;
  for (const Line& line : lines) {
    most = std::max(most, util::width(line.*part));
  }
  return most;
}

std::size_t widest_text(const std::vector<Line>& lines) {
  std::size_t most = 0;
  for (const Line& line : lines) {
    most = std::max(most, line.is_paragraph ? 0 : util::width(line.branches) + util::width(line.text));
  }
  return most;
}

std::string rendered(const Line& line, std::size_t left, std::size_t who, std::size_t words) {
  const std::size_t taken = util::width(line.branches);
  const std::size_t title = std::max(k_least_title, left > taken ? left - taken : 0);
  std::string text = line.branches + util::fit(line.text, title);
  text += std::string(k_gap + who - util::width(line.byline), ' ') + line.byline;
  text += std::string(k_gap, ' ') + util::elide(line.words, words);
  text.erase(text.find_last_not_of(' ') + 1);
  return text + '\n';
}

}  // namespace

std::string tree_lines(const TreePaper& tree, std::size_t columns) {
  const Lines all(tree, columns >= k_wide);
  const std::size_t who = widest(all.lines(), &Line::byline);
  const std::size_t words = std::min(widest(all.lines(), &Line::words), columns * 2 / 5);
  const std::size_t taken = who + words + 2 * k_gap;
  const std::size_t left = std::min(columns > taken ? columns - taken : 0, widest_text(all.lines()));
  std::string text;
  for (const Line& line : all.lines()) {
    text += line.is_paragraph ? paragraph(line.branches, line.text, columns, line.below)
                              : rendered(line, left, who, words);
  }
  return text;
}

}  // namespace papers::cli
