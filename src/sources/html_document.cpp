#include "sources/html_document.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "util/strings.hpp"

namespace papers::sources {
namespace {

struct TextCleanup {
  void operator()(xmlChar* text) const { xmlFree(text); }
};
using Text = std::unique_ptr<xmlChar, TextCleanup>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

}  // namespace

HtmlDocument parse_html(std::string_view html, const char* charset) {
  if (html.empty() || html.size() > std::numeric_limits<int>::max()) {
    return nullptr;
  }
  constexpr int k_options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  return HtmlDocument(
      htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, charset, k_options));
}

xmlNode* root_of(const HtmlDocument& document) {
  return document ? xmlDocGetRootElement(document.get()) : nullptr;
}

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && util::lower(view(node->name)) == name;
}

std::string attribute(xmlNode* node, const char* name) {
  const Text value(xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)));
  return std::string(view(value.get()));
}

bool has_class(xmlNode* node, std::string_view name) {
  if (node->type != XML_ELEMENT_NODE) {
    return false;
  }
  const std::string classes = attribute(node, "class");
  const std::vector<std::string_view> words = util::words(classes);
  return std::find(words.begin(), words.end(), name) != words.end();
}

std::string content(xmlNode* node) {
  const Text value(xmlNodeGetContent(node));
  return std::string(view(value.get()));
}

xmlNode* next_below(xmlNode* node, const xmlNode* root) {
  return node->children != nullptr && node->type == XML_ELEMENT_NODE ? node->children
                                                                     : next_beside(node, root);
}

xmlNode* next_beside(xmlNode* node, const xmlNode* root) {
  while (node != nullptr && node != root && node->next == nullptr) {
    node = node->parent;
  }
  return node == nullptr || node == root ? nullptr : node->next;
}

}  // namespace papers::sources
