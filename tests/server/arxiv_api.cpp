#include "server/arxiv_api.hpp"

#include <algorithm>
#include <optional>
#include <regex>
#include <set>

#include "server/json_text.hpp"
#include "server/markup.hpp"
#include "server/query_string.hpp"

namespace papers::test {
namespace {

/// An entry of the feed: a work in one of its versions.
struct Hit {
  const Work* work = nullptr;
  int version = 1;
};

std::string element(const std::string& name, std::string_view text) {
  return "    <" + name + ">" + escaped(text) + "</" + name + ">\n";
}

/// arXiv's own check is a search for an id inside the text, not a match of the whole.
bool looks_like_id(const std::string& text) {
  static const std::regex k_id(R"((\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})(v\d+)?)");
  return std::regex_search(text, k_id);
}

std::optional<Hit> find(const Catalogue& catalogue, const std::string& asked) {
  static const std::regex k_versioned("(.*)v([0-9]+)");
  std::smatch parts;
  const bool versioned = std::regex_match(asked, parts, k_versioned);
  const Work* work = catalogue.find(versioned ? parts[1].str() : asked);
  if (work == nullptr) {
    return std::nullopt;
  }
  const int version = versioned ? std::stoi(parts[2].str()) : work->versions;
  if (version < 1 || version > work->versions) {
    return std::nullopt;
  }
  return Hit{work, version};
}

/// What is found, once each, in the catalogue's order.
std::vector<Hit> find_all(const Catalogue& catalogue, const std::vector<std::string>& ids) {
  std::vector<Hit> hits;
  for (const std::string& id : std::set<std::string, std::greater<>>(ids.begin(), ids.end())) {
    if (const auto hit = find(catalogue, id)) {
      hits.push_back(*hit);
    }
  }
  return hits;
}

std::string authors_of(const Work& work) {
  std::string out;
  for (const std::string& author : work.authors) {
    out += "    <author>\n      <name>" + escaped(author) + "</name>\n    </author>\n";
  }
  return out;
}

std::string current_entry(const Hit& hit) {
  const Work& work = *hit.work;
  const std::string name = work.id + "v" + std::to_string(hit.version);
  std::string out =
      "  <entry>\n" + element("id", "http://arxiv.org/abs/" + name) + element("title", work.title) +
      element("updated", hit.version == 1 ? work.published : work.updated) +
      "    <link href=\"https://arxiv.org/abs/" + name + "\" rel=\"alternate\" type=\"text/html\"/>\n" +
      "    <link href=\"https://arxiv.org/pdf/" + name +
      "\" rel=\"related\" type=\"application/pdf\" title=\"pdf\"/>\n" + element("summary", work.abstract);
  for (const std::string& category : work.categories) {
    out += "    <category term=\"" + category + "\" scheme=\"http://arxiv.org/schemas/atom\"/>\n";
  }
  out += element("published", work.published);
  if (!work.comment.empty()) {
    out += element("arxiv:comment", work.comment);
  }
  out += "    <arxiv:primary_category term=\"" + work.categories.at(0) + "\"/>\n";
  if (!work.journal.empty()) {
    out += element("arxiv:journal_ref", work.journal);
  }
  out += authors_of(work);
  if (!work.doi.empty()) {
    out += element("arxiv:doi", work.doi) + "    <link rel=\"related\" href=\"https://doi.org/" +
           escaped(work.doi) + "\" title=\"doi\"/>\n";
  }
  return out + "  </entry>\n";
}

/// The feed before 2025-11: other order, a prefix declared on each element, wrapped titles.
std::string old_entry(const Hit& hit) {
  static const std::string k_prefix = " xmlns:arxiv=\"http://arxiv.org/schemas/atom\"";
  const Work& work = *hit.work;
  const std::string name = work.id + "v" + std::to_string(hit.version);
  std::string title = work.title;
  if (const std::size_t blank = title.find(' ', title.size() / 2); blank != std::string::npos) {
    title.replace(blank, 1, "\n  ");
  }
  std::string out = "  <entry>\n" + element("id", "http://arxiv.org/abs/" + name) +
                    element("updated", hit.version == 1 ? work.published : work.updated) +
                    element("published", work.published) + element("title", title) +
                    element("summary", "  " + work.abstract + "\n") + authors_of(work);
  if (!work.doi.empty()) {
    out += "    <arxiv:doi" + k_prefix + ">" + escaped(work.doi) + "</arxiv:doi>\n";
  }
  if (!work.journal.empty()) {
    out += "    <arxiv:journal_ref" + k_prefix + ">" + escaped(work.journal) + "</arxiv:journal_ref>\n";
  }
  out += "    <link href=\"http://arxiv.org/abs/" + name + "\" rel=\"alternate\" type=\"text/html\"/>\n" +
         "    <link title=\"pdf\" href=\"http://arxiv.org/pdf/" + name +
         "\" rel=\"related\" type=\"application/pdf\"/>\n" + "    <arxiv:primary_category" + k_prefix +
         " term=\"" + work.categories.at(0) + "\" scheme=\"http://arxiv.org/schemas/atom\"/>\n";
  for (const std::string& category : work.categories) {
    out += "    <category term=\"" + category + "\" scheme=\"http://arxiv.org/schemas/atom\"/>\n";
  }
  return out + "  </entry>\n";
}

std::string current_head(std::string_view query, std::size_t per_page, std::size_t total, std::size_t start) {
  return "<?xml version='1.0' encoding='UTF-8'?>\n"
         "<feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\" "
         "xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns=\"http://www.w3.org/2005/Atom\">\n"
         "  <id>https://arxiv.org/api/AAAAAAAAAAAAAAAAAAAAAAAAAAA</id>\n"
         "  <title>arXiv Query: " +
         escaped(query) +
         "</title>\n"
         "  <updated>2026-04-12T22:10:19Z</updated>\n"
         "  <link href=\"https://arxiv.org/api/query?" +
         escaped(query) + "\" type=\"application/atom+xml\"/>\n  <opensearch:itemsPerPage>" +
         std::to_string(per_page) + "</opensearch:itemsPerPage>\n  <opensearch:totalResults>" +
         std::to_string(total) + "</opensearch:totalResults>\n  <opensearch:startIndex>" +
         std::to_string(start) + "</opensearch:startIndex>\n";
}

std::string old_head(std::string_view query, std::size_t per_page, std::size_t total, std::size_t start) {
  static const std::string k_prefix = " xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
         "  <title type=\"html\">ArXiv Query: " +
         escaped(query) +
         "</title>\n"
         "  <id>http://arxiv.org/api/AAAAAAAAAAAAAAAAAAAAAAAAAAA</id>\n"
         "  <updated>2024-10-09T00:00:00-04:00</updated>\n  <opensearch:totalResults" +
         k_prefix + std::to_string(total) + "</opensearch:totalResults>\n  <opensearch:startIndex" +
         k_prefix + std::to_string(start) + "</opensearch:startIndex>\n  <opensearch:itemsPerPage" +
         k_prefix + std::to_string(per_page) + "</opensearch:itemsPerPage>\n";
}

Answer feed(std::string body, int status = 200) {
  return {status, {{"Content-Type", "application/atom+xml; charset=utf-8"}}, std::move(body) + "</feed>\n"};
}

Answer error_feed(const std::string& message) {
  std::string anchor = message;
  std::ranges::replace(anchor, ' ', '_');
  const std::string address = "https://arxiv.org/api/errors#" + escaped(anchor);
  return feed(
      current_head("", 1, 1, 0) + "  <entry>\n    <id>" + address +
          "</id>\n    <title>Error</title>\n    <updated>2026-04-12T22:59:06Z</updated>\n    <link href=\"" +
          address + "\" rel=\"alternate\" type=\"text/html\"/>\n" + element("summary", message) +
          "    <author>\n      <name>arXiv api core</name>\n    </author>\n  </entry>\n",
      400);
}

/// A field that holds a number; its default when absent, nothing when it is no number.
std::optional<std::size_t> number_field(const std::map<std::string, std::string>& fields,
                                        const std::string& name, std::size_t absent) {
  const auto found = fields.find(name);
  if (found == fields.end()) {
    return absent;
  }
  const std::string& text = found->second;
  if (text.empty() || text.size() > 6 || text.find_first_not_of("0123456789") != std::string::npos) {
    return std::nullopt;
  }
  return std::stoul(text);
}

}  // namespace

Answer answer_arxiv(std::string_view query, const Catalogue& catalogue, FeedStyle style) {
  const auto fields = parse_query(query);
  const auto list = fields.find("id_list");
  if (list == fields.end() || list->second.empty()) {
    return error_feed("Either a search_query or id_list must be specified for the classic API.");
  }
  const std::vector<std::string> ids = split(list->second);
  const auto malformed = std::ranges::find_if_not(ids, looks_like_id);
  if (malformed != ids.end()) {
    return error_feed("incorrect id format for " + *malformed);
  }
  const auto start = number_field(fields, "start", 0);
  const auto max_results = number_field(fields, "max_results", 10);
  if (!start || !max_results) {
    return error_feed(start ? "max_results must be an integer" : "start must be an integer");
  }
  const std::vector<Hit> hits = find_all(catalogue, ids);
  const bool current = style == FeedStyle::current;
  std::string body = (current ? current_head : old_head)(query, *max_results, hits.size(), *start);
  for (std::size_t i = *start; i < std::min(hits.size(), *start + *max_results); ++i) {
    body += (current ? current_entry : old_entry)(hits[i]);
  }
  return feed(std::move(body));
}

}  // namespace papers::test
