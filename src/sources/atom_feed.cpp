#include "sources/atom_feed.hpp"

#include <algorithm>
#include <cstring>
#include <set>
#include <utility>

#include <pugixml.hpp>

#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

constexpr std::string_view k_atom_namespace = "http://www.w3.org/2005/Atom";
constexpr int k_max_depth = 64;
constexpr std::size_t k_max_entries = 2'000;
constexpr std::size_t k_max_authors = 50'000;
constexpr std::size_t k_max_summary = 1U << 20U;
constexpr std::size_t k_prolog = 1024;  ///< bytes in which an HTML page shows itself as one

FeedError not_a_feed(std::string message) {
  return {FeedError::Kind::not_a_feed, std::move(message)};
}

/// The name without its prefix: old feeds declare prefixes on each element, new ones at the root.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([name](const pugi::xml_node& inner) { return local_name(inner) == name; });
}

std::string line(const pugi::xml_node& node) {
  return util::clean_line(node.child_value(), k_max_summary);
}

std::string child_line(const pugi::xml_node& node, std::string_view name) {
  return line(child(node, name));
}

bool is_html(std::string_view text) {
  const std::string prolog = util::lower(text.substr(0, k_prolog));
  return prolog.find("<!doctype html") != std::string::npos || prolog.find("<html") != std::string::npos;
}

/// Stops a walk that goes too deep.
class DepthLimit final : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& /*node*/) override { return depth() < k_max_depth; }
};

bool has_doctype(const pugi::xml_document& document) {
  return static_cast<bool>(
      document.find_child([](const pugi::xml_node& node) { return node.type() == pugi::node_doctype; }));
}

bool is_atom_root(const pugi::xml_node& root) {
  const std::string_view name = root.name();
  const auto colon = name.find(':');
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  return local_name(root) == "feed" && root.attribute(declaration.c_str()).value() == k_atom_namespace;
}

void add_category(AtomEntry& entry, std::set<std::string>& seen, const pugi::xml_node& node) {
  std::string term = util::clean_line(node.attribute("term").value());
  if (!term.empty() && seen.insert(term).second) {
    entry.categories.push_back(std::move(term));
  }
}

void add_dois(AtomEntry& entry, const pugi::xml_node& node) {
  const std::string text = line(node);
  for (const std::string_view doi : util::words(text)) {
    entry.dois.emplace_back(doi);
  }
}

void add_author(AtomEntry& entry, const pugi::xml_node& node) {
  std::string name = child_line(node, "name");
  if (!name.empty() && entry.authors.size() < k_max_authors) {
    entry.authors.push_back(std::move(name));
  }
}

AtomEntry read_entry(const pugi::xml_node& node) {
  AtomEntry entry;
  entry.id = child_line(node, "id");
  entry.title = child_line(node, "title");
  entry.summary = child_line(node, "summary");
  entry.published = child_line(node, "published");
  entry.updated = child_line(node, "updated");
  entry.comment = child_line(node, "comment");
  entry.journal_ref = child_line(node, "journal_ref");
  std::set<std::string> categories;
  add_category(entry, categories, child(node, "primary_category"));
  for (const pugi::xml_node& inner : node) {
    const std::string_view name = local_name(inner);
    if (name == "author") {
      add_author(entry, inner);
    } else if (name == "category") {
      add_category(entry, categories, inner);
    } else if (name == "doi") {
      add_dois(entry, inner);
    }
  }
  return entry;
}

AtomFeed read_feed(const pugi::xml_node& root) {
  AtomFeed feed;
  feed.total_results = util::to_int(child_line(root, "totalResults"));
  for (const pugi::xml_node& node : root) {
    if (local_name(node) == "entry" && feed.entries.size() < k_max_entries) {
      feed.entries.push_back(read_entry(node));
    }
  }
  return feed;
}

}  // namespace

bool AtomEntry::is_error() const {
  return id.find("/api/errors") != std::string::npos;
}

Result<AtomFeed, FeedError> parse_atom_feed(std::string_view text) {
  if (is_html(text)) {
    return not_a_feed("an HTML page instead of an Atom feed (a login page of the network?)");
  }
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_doctype);
  if (has_doctype(document) || parsed.status == pugi::status_bad_doctype) {
    return not_a_feed("a document type of its own (DOCTYPE) instead of a plain Atom feed");
  }
  if (!parsed) {
    return FeedError{FeedError::Kind::cut_short, "an Atom feed that is cut short or garbled"};
  }
  const pugi::xml_node root = document.document_element();
  if (!is_atom_root(root)) {
    return not_a_feed("something else instead of an Atom feed");
  }
  DepthLimit limit;
  if (!document.traverse(limit)) {
    return not_a_feed("an Atom feed that is nested too deep");
  }
  return read_feed(root);
}

}  // namespace papers::sources
