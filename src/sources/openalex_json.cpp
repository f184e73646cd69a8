#include "sources/openalex_json.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sources/cited_works.hpp"
#include "sources/json_fields.hpp"
#include "sources/paper_ids.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

constexpr std::size_t k_max_error = 200;      ///< bytes
constexpr std::size_t k_max_locations = 100;  ///< copies of one work
constexpr int k_most_counted = 1'000'000;

/// Places where copies lie say which preprint a work is, and other names that it has had.
std::vector<Identifier> places_of(const Json& work) {
  std::vector<Identifier> places;
  add_id(places, line(field(field(work, "primary_location"), "landing_page_url")));
  for (const Json& location : elements(field(work, "locations"))) {
    if (places.size() < k_max_locations) {
      add_id(places, line(field(location, "landing_page_url")));
    }
  }
  return places;
}

std::vector<std::string> authors_of(const Json& list) {
  std::vector<std::string> names;
  for (const Json& authorship : elements(list)) {
    std::string name = line(field(field(authorship, "author"), "display_name"));
    if (!name.empty() && names.size() < k_max_authors) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

Item item_from(const Json& json, const std::vector<Identifier>& places) {
  Item work;
  add_id(work.ids, line(field(json, "doi")));
  add_id(work.ids, line(field(json, "id")));
  if (const Identifier* preprint = id_of(places, Scheme::arxiv)) {
    add_id(work.ids, format(*preprint));
  }
  sort_ids(work.ids);
  work.title = plain(field(json, "title"));
  work.year = year(field(json, "publication_year"));
  work.authors = authors_of(field(json, "authorships"));
  work.kind = field(json, "type") == "book" ? Kind::book : Kind::paper;
  const Json& source = field(field(json, "primary_location"), "source");
  if (std::string venue = line(field(source, "display_name")); !venue.empty()) {
    work.venue = std::move(venue);
  }
  work.source = "openalex";
  return work;
}

std::vector<Identifier> cited_by(const Json& json) {
  std::vector<Identifier> cited;
  for (const Json& reference : elements(field(json, "referenced_works"))) {
    const Result<Identifier> id = parse_identifier(line(reference));
    if (id && id->scheme == Scheme::openalex && cited.size() < k_max_references) {
      cited.push_back(*id);
    }
  }
  return cited;
}

OpenAlexWork work_from(const Json& json) {
  OpenAlexWork work;
  work.elsewhere = places_of(json);
  work.work = item_from(json, work.elsewhere);
  work.cited = cited_by(json);
  work.stated = number(field(json, "referenced_works_count"), 0, k_most_counted);
  return work;
}

std::string error_words(const Json& answer) {
  const std::string error = line(field(answer, "error"));
  const std::string message = line(field(answer, "message"));
  const std::string separator = error.empty() || message.empty() ? "" : ": ";
  return util::clean_line(error + separator + message, k_max_error);
}

Error unexpected(const Json& answer, const char* expected) {
  const std::string words = error_words(answer);
  return nonsense(words.empty() ? fmt::format("something else instead of {}", expected)
                                : fmt::format("an error: {}", words));
}

}  // namespace

Result<OpenAlexWork> parse_openalex_work(std::string_view body) {
  const Result<Json> answer = read_answer(body);
  if (!answer) {
    return answer.error();
  }
  OpenAlexWork work = work_from(*answer);
  if (id_of(work.work.ids, Scheme::openalex) == nullptr) {
    return unexpected(*answer, "a work");
  }
  return work;
}

Result<std::vector<OpenAlexWork>> parse_openalex_list(std::string_view body) {
  const Result<Json> answer = read_answer(body);
  if (!answer) {
    return answer.error();
  }
  const Json& results = field(*answer, "results");
  if (!results.is_array()) {
    return unexpected(*answer, "a list of works");
  }
  std::vector<OpenAlexWork> works;
  for (const Json& json : results) {
    OpenAlexWork work = work_from(json);
    if (id_of(work.work.ids, Scheme::openalex) != nullptr) {
      works.push_back(std::move(work));
    }
  }
  return works;
}

std::string openalex_error_words(std::string_view body) {
  const Result<Json> answer = read_answer(body);
  return answer ? error_words(*answer) : "";
}

}  // namespace papers::sources
