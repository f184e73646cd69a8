#include "sources/html_page.hpp"

#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include <libxml/HTMLparser.h>

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

struct Cleanup {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using Document = std::unique_ptr<xmlDoc, Cleanup>;
using Text = std::unique_ptr<xmlChar, Cleanup>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

Document parse(std::string_view html, const char* charset) {
  if (html.empty() || html.size() > std::numeric_limits<int>::max()) {
    return nullptr;
  }
  constexpr int k_options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  return Document(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, charset, k_options));
}

std::string attribute(xmlNode* node, const char* name) {
  const Text value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
  return std::string(view(value.get()));
}

std::string content(xmlNode* node) {
  const Text value(xmlNodeGetContent(node));
  return std::string(view(value.get()));
}

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && util::lower(view(node->name)) == name;
}

/// The node after this one in the order of the document, without recursion: pages nest as they like.
xmlNode* next_in_document(xmlNode* node) {
  if (node->children != nullptr && node->type == XML_ELEMENT_NODE) {
    return node->children;
  }
  while (node != nullptr && node->next == nullptr) {
    node = node->parent != nullptr && node->parent->type == XML_ELEMENT_NODE ? node->parent : nullptr;
  }
  return node == nullptr ? nullptr : node->next;
}

}  // namespace

std::string page_title(std::string_view html, const std::string& charset) {
  const Document document = parse(html, charset.empty() ? nullptr : charset.c_str());
  std::string title;
  xmlNode* node = document ? xmlDocGetRootElement(document.get()) : nullptr;
  for (; node != nullptr; node = next_in_document(node)) {
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
  const Document document = parse(wrapped, "UTF-8");
  xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  return util::clean_line(root == nullptr ? std::string(html) : content(root));
}

}  // namespace papers::sources
