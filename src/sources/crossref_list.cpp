#include "sources/crossref_list.hpp"

#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "sources/cited_works.hpp"
#include "sources/json_fields.hpp"
#include "sources/paper_ids.hpp"
#include "sources/printed_reference.hpp"

namespace papers::sources {
namespace {

constexpr int k_most_counted = 1'000'000;

/// The first of these fields that says something.
std::string first_of(const Json& reference, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (std::string text = plain(field(reference, name)); !text.empty()) {
      return text;
    }
  }
  return {};
}

/// Publishers give fields, or the whole as printed, or both.
Item work_from(const Json& reference) {
  const std::string printed = plain(field(reference, "unstructured"));
  Item work = printed.empty() ? Item{} : read_printed({"", {printed}, {}});
  add_id(work.ids, "doi:" + plain(field(reference, "DOI")));
  for (const Identifier& id : ids_in(first_of(reference, {"journal-title", "volume-title"}))) {
    add_id(work.ids, format(id));
  }
  sort_ids(work.ids);
  if (std::string title = first_of(reference, {"article-title", "volume-title", "series-title"});
      !title.empty()) {
    work.title = std::move(title);
  }
  if (std::string author = plain(field(reference, "author")); !author.empty()) {
    work.authors = {std::move(author)};
  }
  if (const auto printed_year = year_in(plain(field(reference, "year")))) {
    work.year = printed_year;
  }
  work.source = "crossref";
  return work;
}

}  // namespace

Result<CrossrefList> parse_crossref_list(std::string_view body) {
  const Result<Json> answer = read_answer(body);
  if (!answer) {
    return answer.error();
  }
  const Json& message = field(*answer, "message");
  const Result<Identifier> doi = parse_identifier("doi:" + plain(field(message, "DOI")));
  if (!doi) {
    return nonsense("a record without a DOI");
  }
  CrossrefList list{*doi, {}, number(field(message, "reference-count"), 1, k_most_counted)};
  for (const Json& reference : elements(field(message, "reference"))) {
    if (list.works.size() < k_max_references) {
      list.works.push_back(work_from(reference));
    }
  }
  return list;
}

}  // namespace papers::sources
