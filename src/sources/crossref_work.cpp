#include "sources/crossref_work.hpp"

#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "sources/html_page.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"

namespace papers::sources {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t k_max_authors = 50'000;

Error nonsense(const char* what) {
  return {ExitCode::failed, what};
}

const Json& field(const Json& object, const char* name) {
  static const Json k_null;
  const auto found = object.is_object() ? object.find(name) : object.end();
  return object.is_object() && found != object.end() ? *found : k_null;
}

std::string text(const Json& value) {
  return value.is_string() ? plain_text(value.get_ref<const std::string&>()) : std::string();
}

/// The first of a list of texts: titles and venues come so.
std::string first_text(const Json& list) {
  return list.is_array() && !list.empty() ? text(list.front()) : std::string();
}

std::string author_name(const Json& author) {
  const std::string given = text(field(author, "given"));
  const std::string family = text(field(author, "family"));
  if (family.empty() && given.empty()) {
    return text(field(author, "name"));  // a group
  }
  return given.empty() || family.empty() ? given + family : given + " " + family;
}

std::vector<std::string> authors_of(const Json& list) {
  std::vector<std::string> names;
  if (list.is_array()) {
    for (const Json& author : list) {
      if (std::string name = author_name(author); !name.empty() && names.size() < k_max_authors) {
        names.push_back(std::move(name));
      }
    }
  }
  return names;
}

std::optional<int> date_part(const Json& date, std::size_t index) {
  const Json& parts = field(date, "date-parts");
  const Json& first = parts.is_array() && !parts.empty() ? parts.front() : Json::array();
  if (!first.is_array() || index >= first.size() || !first[index].is_number_integer()) {
    return std::nullopt;
  }
  const auto number = first[index].get<std::int64_t>();
  return number >= 1 && number <= 9999 ? std::optional(static_cast<int>(number)) : std::nullopt;
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
  const Result<Json> answer = model::parse_json(body);
  if (!answer) {
    return nonsense(util::trim(body).starts_with('<')
                        ? "a page instead of JSON (a login page of the network?)"
                        : "JSON that is cut short or garbled");
  }
  const Json& message = field(*answer, "message");
  const Result<Identifier> doi = parse_identifier("doi:" + text(field(message, "DOI")));
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
  if (const std::string abstract = text(field(message, "abstract")); !abstract.empty()) {
    item.abstract = abstract;
  }
  item.source = "crossref";
  return item;
}

Verdict judge_crossref(const HttpResponse& response) {
  if (parse_crossref_work(response.body)) {
    return Verdict::good;
  }
  const std::string_view body = util::trim(response.body);
  const bool is_cut_short = body.empty() || (body.starts_with('{') && !body.ends_with('}'));
  return is_cut_short ? Verdict::again : Verdict::bad;
}

}  // namespace papers::sources
