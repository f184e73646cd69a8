#include "sources/crossref_work.hpp"

#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sources/json_fields.hpp"
#include "util/calendar.hpp"

namespace papers::sources {
namespace {

/// The first of a list of texts: titles and venues come so.
std::string first_text(const Json& list) {
  return list.is_array() && !list.empty() ? plain(list.front()) : std::string();
}

std::string author_name(const Json& author) {
  const std::string given = plain(field(author, "given"));
  const std::string family = plain(field(author, "family"));
  if (family.empty() && given.empty()) {
    return plain(field(author, "name"));  // a group
  }
  return given.empty() || family.empty() ? given + family : given + " " + family;
}

std::vector<std::string> authors_of(const Json& list) {
  std::vector<std::string> names;
  for (const Json& author : elements(list)) {
    if (std::string name = author_name(author); !name.empty() && names.size() < k_max_authors) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

std::optional<int> date_part(const Json& date, std::size_t index) {
  const Json& parts = elements(field(date, "date-parts"));
  const Json& first = elements(parts.empty() ? parts : parts.front());
  return index < first.size() ? year(first[index]) : std::nullopt;
}

void set_date(Item& item, const Json& message) {
  const Json& issued = field(message, "issued");
  item.year = date_part(issued, 0);
  const auto month = date_part(issued, 1);
  const auto day = date_part(issued, 2);
  if (item.year && month && day) {
    const std::string date = fmt::format("{:04}-{:02}-{:02}", *item.year, *month, *day);
    item.published = util::is_day(date) ? std::optional(date) : std::nullopt;
  }
}

Kind kind_of(const Json& type) {
  static constexpr std::array k_books{"book", "monograph", "edited-book", "reference-book"};
  for (const char* book : k_books) {
    if (type == book) {
      return Kind::book;
    }
  }
  return Kind::paper;
}

}  // namespace

Result<Item> parse_crossref_work(std::string_view body) {
  const Result<Json> answer = read_answer(body);
  if (!answer) {
    return answer.error();
  }
  const Json& message = field(*answer, "message");
  const Result<Identifier> doi = parse_identifier("doi:" + plain(field(message, "DOI")));
  Item item;
  item.title = first_text(field(message, "title"));
  if (!doi || item.title.empty()) {
    return nonsense("a record without a DOI or a title");
  }
  item.ids = {*doi};
  item.kind = kind_of(field(message, "type"));
  item.authors = authors_of(field(message, "author"));
  set_date(item, message);
  if (const std::string venue = first_text(field(message, "container-title")); !venue.empty()) {
    item.venue = venue;
  }
  if (const std::string abstract = plain(field(message, "abstract")); !abstract.empty()) {
    item.abstract = abstract;
  }
  item.source = "crossref";
  return item;
}

Verdict judge_crossref(const HttpResponse& response) {
  return verdict(parse_crossref_work(response.body).ok(), response.body);
}

}  // namespace papers::sources
