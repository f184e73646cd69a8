#include "sources/semantic_scholar_json.hpp"

#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sources/cited_works.hpp"
#include "sources/json_fields.hpp"
#include "sources/paper_ids.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

constexpr std::size_t k_max_context = 500;  ///< bytes
constexpr std::size_t k_max_error = 200;    ///< bytes
constexpr int k_most_counted = 1'000'000;

std::vector<Identifier> ids_of(const Json& paper) {
  const Json& external = field(paper, "externalIds");
  std::vector<Identifier> ids;
  for (const auto& [name, prefix] : {std::pair{"ArXiv", "arXiv:"}, {"DOI", "doi:"}}) {
    if (const std::string value = line(field(external, name)); !value.empty()) {
      add_id(ids, prefix + value);
    }
  }
  if (const std::string own = line(field(paper, "paperId")); !own.empty()) {
    add_id(ids, "s2:" + own);
  }
  sort_ids(ids);
  return ids;
}

std::vector<std::string> authors_of(const Json& list) {
  std::vector<std::string> names;
  for (const Json& author : elements(list)) {
    if (std::string name = line(field(author, "name")); !name.empty() && names.size() < k_max_authors) {
      names.push_back(std::move(name));
    }
  }
  return names;
}

Item work_from(const Json& paper) {
  Item work;
  work.ids = ids_of(paper);
  work.title = line(field(paper, "title"));
  work.year = year(field(paper, "year"));
  work.authors = authors_of(field(paper, "authors"));
  if (std::string venue = line(field(paper, "venue")); !venue.empty()) {
    work.venue = std::move(venue);
  }
  work.source = "semantic-scholar";
  return work;
}

std::vector<std::string> contexts_of(const Json& list) {
  std::vector<std::string> contexts;
  for (const Json& context : elements(list)) {
    if (std::string text = util::clean_line(line(context), k_max_context);
        !text.empty() && contexts.size() < k_max_contexts) {
      contexts.push_back(std::move(text));
    }
  }
  return contexts;
}

template <class Read>
std::vector<S2Entry> entries_of(const Json& list, const Read& read) {
  std::vector<S2Entry> entries;
  for (const Json& element : elements(list)) {
    if (element.is_object() && entries.size() < k_max_references) {
      entries.push_back(read(element));
    }
  }
  return entries;
}

S2Entry nested_entry(const Json& cited) {
  return {work_from(cited), {}};
}

S2Entry page_entry(const Json& entry) {
  return {work_from(field(entry, "citedPaper")), contexts_of(field(entry, "contexts"))};
}

S2Paper paper_from(const Json& json) {
  S2Paper paper;
  paper.ids = ids_of(json);
  paper.stated = number(field(json, "referenceCount"), 0, k_most_counted);
  const Json& references = field(json, "references");
  paper.entries = entries_of(references, nested_entry);
  if (references.is_array()) {
    paper.answer = ReferenceAnswer::listed;
  } else if (json.contains("references") && references.is_null()) {
    paper.answer = ReferenceAnswer::withheld;
  }
  return paper;
}

std::string error_words(const Json& answer) {
  std::string words = line(field(answer, "error"));
  if (words.empty()) {
    words = line(field(answer, "message"));
  }
  return util::clean_line(words, k_max_error);
}

/// What came instead of what was expected.
Error unexpected(const Json& answer, const char* expected) {
  const std::string words = error_words(answer);
  return nonsense(words.empty() ? fmt::format("something else instead of {}", expected)
                                : fmt::format("an error: {}", words));
}

}  // namespace

Result<S2Batch> parse_s2_batch(std::string_view body, std::size_t asked) {
  const Result<Json> answer = read_answer(body);
  if (!answer) {
    return answer.error();
  }
  if (!answer->is_array()) {
    return unexpected(*answer, "a list of papers");
  }
  if (answer->size() != asked) {
    return nonsense(fmt::format("an answer for {} of {} papers", answer->size(), asked));
  }
  S2Batch batch;
  for (const Json& paper : *answer) {
    batch.push_back(paper.is_object() ? std::optional(paper_from(paper)) : std::nullopt);
  }
  return batch;
}

Result<S2Page> parse_s2_page(std::string_view body) {
  const Result<Json> answer = read_answer(body);
  if (!answer) {
    return answer.error();
  }
  const Json& data = field(*answer, "data");
  const bool withheld = answer->is_object() && answer->contains("data") && data.is_null();
  if (!data.is_array() && !withheld) {
    return unexpected(*answer, "a list of references");
  }
  return S2Page{withheld, entries_of(data, page_entry), number(field(*answer, "next"), 1, k_most_counted)};
}

Result<std::vector<Item>> parse_s2_matches(std::string_view body) {
  const Result<Json> answer = read_answer(body);
  if (!answer) {
    return answer.error();
  }
  const Json& data = field(*answer, "data");
  if (!data.is_array()) {
    return unexpected(*answer, "a list of papers");
  }
  constexpr std::size_t k_most = 10;
  std::vector<Item> works;
  for (const Json& paper : data) {
    Item work = work_from(paper);
    if (!work.ids.empty() && !work.title.empty() && works.size() < k_most) {
      works.push_back(std::move(work));
    }
  }
  return works;
}

std::string s2_error_words(std::string_view body) {
  const Result<Json> answer = read_answer(body);
  return answer ? error_words(*answer) : "";
}

}  // namespace papers::sources
