// An HTML document in libxml2's tree, and ways to walk through it.
//
// Lenient as browsers are. Nothing is fetched, and no walk recurses: pages nest as they like.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <libxml/HTMLparser.h>

namespace papers::sources {

struct HtmlCleanup {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using HtmlDocument = std::unique_ptr<xmlDoc, HtmlCleanup>;

/// nullptr when nothing can be read. `charset` may be nullptr: as the page says.
[[nodiscard]] HtmlDocument parse_html(std::string_view html, const char* charset);

/// The element at the root, nullptr when there is none.
[[nodiscard]] xmlNode* root_of(const HtmlDocument& document);

[[nodiscard]] bool is_element(const xmlNode* node, std::string_view name);
[[nodiscard]] std::string attribute(xmlNode* node, const char* name);
/// Whether `name` is among the words of the attribute "class".
[[nodiscard]] bool has_class(xmlNode* node, std::string_view name);

/// All the text below a node, as it stands there.
[[nodiscard]] std::string content(xmlNode* node);

/// The node after this one in the order of the document, within the tree below `root`; nullptr at its end.
[[nodiscard]] xmlNode* next_below(xmlNode* node, const xmlNode* root);
/// As next_below, but for the nodes below this one.
[[nodiscard]] xmlNode* next_beside(xmlNode* node, const xmlNode* root);

}  // namespace papers::sources
