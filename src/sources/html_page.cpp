#include "sources/html_page.hpp"

#include "sources/html_document.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::sources {

std::string page_title(std::string_view html, const std::string& charset) {
  const HtmlDocument document = parse_html(html, charset.empty() ? nullptr : charset.c_str());
  std::string title;
  xmlNode* root = root_of(document);
  for (xmlNode* node = root; node != nullptr; node = next_below(node, root)) {
    if (is_element(node, "meta") && util::lower(attribute(node, "property")) == "og:title") {
      if (std::string quoted = util::clean_line(attribute(node, "content")); !quoted.empty()) {
        return quoted;
      }
    } else if (title.empty() && is_element(node, "title")) {
      title = util::clean_line(content(node));
    }
  }
  return title;
}

std::string plain_text(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos) {
    return util::clean_line(html);
  }
  const std::string wrapped = "<div>" + std::string(html) + "</div>";
  const HtmlDocument document = parse_html(wrapped, "UTF-8");
  xmlNode* root = root_of(document);
  return util::clean_line(root == nullptr ? std::string(html) : content(root));
}

}  // namespace papers::sources
