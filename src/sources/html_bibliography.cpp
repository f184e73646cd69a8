#include "sources/html_bibliography.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "sources/cited_works.hpp"
#include "sources/html_document.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_item = "ltx_bibitem";
constexpr std::size_t k_max_links = 20;    ///< of one entry
constexpr std::size_t k_max_blocks = 50;   ///< of one entry
constexpr std::size_t k_max_text = 4'000;  ///< bytes of a block

/// From the first entry to the end of the list that holds the last one: pages of long papers have megabytes
/// besides.
std::string_view bibliography_of(std::string_view html) {
  const auto first = html.find(k_item);
  if (first == std::string_view::npos) {
    return {};
  }
  const auto begin = html.rfind('<', first);
  const auto last = html.find("</ul>", html.rfind(k_item));
  return begin == std::string_view::npos
             ? ""
             : html.substr(begin, last == std::string_view::npos ? last : last - begin);
}

/// What a reader sees of the text below a node: formulas repeat themselves in TeX.
std::string visible_text(xmlNode* root) {
  std::string text;
  for (xmlNode* node = root; node != nullptr && text.size() < 4 * k_max_text;) {
    const bool is_hidden = is_element(node, "annotation") || is_element(node, "annotation-xml");
    if (node->type == XML_TEXT_NODE) {
      text += content(node);
    } else if (is_element(node, "br")) {
      text += ' ';
    }
    node = is_hidden ? next_beside(node, root) : next_below(node, root);
  }
  return util::clean_line(text, k_max_text);
}

PrintedReference read_item(xmlNode* item) {
  PrintedReference printed;
  for (xmlNode* node = item; node != nullptr;) {
    bool is_done = false;
    if (has_class(node, "ltx_bib_cited")) {
      is_done = true;  // where it is cited
    } else if (has_class(node, "ltx_tag_bibitem")) {
      printed.label = visible_text(node);
      is_done = true;
    } else if (has_class(node, "ltx_bibblock") && printed.blocks.size() < k_max_blocks) {
      printed.blocks.push_back(visible_text(node));
    } else if (is_element(node, "a") && printed.links.size() < k_max_links) {
      printed.links.push_back(attribute(node, "href"));
    }
    node = is_done ? next_beside(node, item) : next_below(node, item);
  }
  printed.blocks.erase(std::remove(printed.blocks.begin(), printed.blocks.end(), ""), printed.blocks.end());
  return printed;
}

}  // namespace

std::vector<PrintedReference> parse_html_bibliography(std::string_view html) {
  const HtmlDocument document = parse_html(bibliography_of(html), "UTF-8");
  xmlNode* root = root_of(document);
  std::vector<PrintedReference> entries;
  for (xmlNode* node = root; node != nullptr && entries.size() < k_max_references;) {
    const bool is_item = is_element(node, "li") && has_class(node, k_item);
    if (is_item) {
      PrintedReference printed = read_item(node);
      if (!printed.blocks.empty()) {
        entries.push_back(std::move(printed));
      }
    }
    node = is_item ? next_beside(node, root) : next_below(node, root);
  }
  return entries;
}

}  // namespace papers::sources
