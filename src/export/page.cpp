// One page of HTML that holds everything it needs and asks nobody for anything: the picture as Graphviz laid
// it out, the list, and what a script needs to search, filter and explore them. Without the script, and on
// paper, the list and the picture remain.
//
// A browser uses the style and the script because the page names their hashes; it would use no others, and
// load nothing, whatever a title says.

#include <algorithm>
#include <functional>
#include <ostream>
#include <set>

#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include "export/dot_style.hpp"
#include "export/formats.hpp"
#include "export/html_text.hpp"
#include "export/page_data.hpp"
#include "export/page_layout.hpp"
#include "export/page_list.hpp"
#include "export/page_picture.hpp"
#include "export/page_text.hpp"
#include "export/page_words.hpp"
#include "util/html_text.hpp"

namespace papers::formats {
namespace {

/// Everything that is filled in where the page has its name in double braces.
struct Filling {
  std::string_view name;
  std::function<void(std::ostream&)> write;
};

/// Each part of the page once, from its beginning to its end; what is filled in is not looked at again.
void fill(std::string_view html, const std::vector<Filling>& fillings, std::ostream& out) {
  while (true) {
    const std::size_t begin = html.find("{{");
    out << html.substr(0, begin);
    if (begin == std::string_view::npos) {
      return;
    }
    const std::size_t end = html.find("}}", begin);
    const std::string_view name = html.substr(begin + 2, end - begin - 2);
    for (const Filling& filling : fillings) {
      if (filling.name == name) {
        filling.write(out);
      }
    }
    html.remove_prefix(end + 2);
  }
}

unsigned hex_digit(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/// Hexadecimal digits, as CMake gives hashes, in base 64, as browsers want them. Three digits make two.
std::string base64(std::string_view hex) {
  constexpr std::string_view k_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (std::size_t at = 0; at < hex.size(); at += 3) {
    const auto digit = [&](std::size_t i) { return at + i < hex.size() ? hex_digit(hex[at + i]) : 0U; };
    const unsigned bits = digit(0) << 8U | digit(1) << 4U | digit(2);
    result += k_digits[bits >> 6U];
    if (at + 1 < hex.size()) {
      result += k_digits[bits & 63U];
    }
  }
  return result.append((4 - result.size() % 4) % 4, '=');
}

void write_state_chips(const ReadingGraph& graph, std::ostream& out) {
  for (const NodeStyle& style : node_styles()) {
    const auto count = std::count_if(graph.papers.begin(), graph.papers.end(),
                                     [&style](const auto& paper) { return paper.item.state == style.state; });
    if (count > 0) {
      const std::string_view name = name_of(style.state);
      fmt::print(out,
                 R"(<button type="button" class="chip state {}" data-state="{}" aria-pressed="true">)"
                 "<i></i>{} <span>{}</span></button>\n",
                 name, name, name, count);
    }
  }
}

std::set<std::string> tags_of(const ReadingGraph& graph) {
  std::set<std::string> tags;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    tags.insert(paper.item.tags.begin(), paper.item.tags.end());
  }
  return tags;
}

void write_tag_chips(const std::set<std::string>& tags, std::ostream& out) {
  for (const std::string& tag : tags) {
    fmt::print(out,
               R"(<button type="button" class="chip tag" data-tag="{}" aria-pressed="false">{}</button>)",
               util::html_text(tag), util::html_text(tag));
    out << '\n';
  }
}

/// The greatest depth of any paper: where the slider ends.
int deepest(const ReadingGraph& graph) {
  int depth = 0;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    depth = std::max(depth, paper.depth.value_or(0));
  }
  return depth;
}

/// Writes the same text wherever it is asked for.
std::function<void(std::ostream&)> text(std::string value) {
  return [value = std::move(value)](std::ostream& out) { out << value; };
}

}  // namespace

void write_page(const ReadingGraph& graph, const ExportOptions& options, std::string_view drawn,
                std::ostream& out) {
  const Layout layout = value_or_throw(read_layout(graph, drawn));
  const int depth = deepest(graph);
  const std::set<std::string> tags = tags_of(graph);
  const std::vector<Filling> fillings{
      {"title", text(util::html_text(page_title(graph)))},
      {"summary", text(util::html_text(page_summary(graph, options)))},
      {"style", text(std::string(k_page_text.style))},
      {"style hash", text(base64(k_page_text.style_hash))},
      {"script", text(std::string(k_page_text.script))},
      {"script hash", text(base64(k_page_text.script_hash))},
      {"depth", text(std::to_string(depth))},
      {"depth hidden", text(depth == 0 ? " hidden" : "")},
      {"tags hidden", text(tags.empty() ? " hidden" : "")},
      {"state chips", [&](std::ostream& to) { write_state_chips(graph, to); }},
      {"tag chips", [&](std::ostream& to) { write_tag_chips(tags, to); }},
      {"list", [&](std::ostream& to) { write_list(graph, to); }},
      {"picture", [&](std::ostream& to) { write_picture(graph, layout, to); }},
      {"data", [&](std::ostream& to) { to << json_in_html(page_data(graph, layout)); }},
  };
  fill(k_page_text.html, fillings, out);
}

}  // namespace papers::formats
