#include "server/catalogue.hpp"

#include <utility>

#include "server/work_ids.hpp"

namespace papers::test {
namespace {

Work completed(Work work) {
  if (work.s2.empty()) {
    work.s2 = s2_id_of(work.id);
  }
  if (work.openalex.empty()) {
    work.openalex = openalex_id_of(work.id);
  }
  if (work.doi.empty() && is_doi(work.id)) {
    work.doi = work.id;
  }
  return work;
}

std::vector<std::string> names_of(const Work& work) {
  std::vector<std::string> names{work.s2, work.openalex, "corpus:" + std::to_string(corpus_id_of(work.id))};
  if (!work.doi.empty()) {
    names.push_back(work.doi);
  }
  if (is_arxiv_id(work.id)) {
    names.push_back(arxiv_doi(work.id));
  }
  names.insert(names.end(), work.former.begin(), work.former.end());
  return names;
}

}  // namespace

Catalogue::Catalogue(const std::vector<Work>& works) {
  for (const Work& work : works) {
    publish(work);
  }
}

void Catalogue::publish(Work work) {
  work = completed(std::move(work));
  for (const std::string& name : names_of(work)) {
    m_ids[lower(name)] = work.id;
  }
  if (const Work* replaced = find(work.id)) {
    count(*replaced, -1);
  }
  count(work, 1);
  const std::string id = work.id;
  m_works[id] = std::move(work);
}

void Catalogue::count(const Work& work, int step) {
  for (const Citation& citation : work.references) {
    m_citations[citation.work] += step;
  }
}

const Work* Catalogue::find(std::string_view id) const {
  const auto found = m_works.find(id);
  return found == m_works.end() ? nullptr : &found->second;
}

const Work* Catalogue::find_named(std::string_view name) const {
  const auto found = m_ids.find(lower(name));
  return found == m_ids.end() ? nullptr : find(found->second);
}

Citation Catalogue::printed(Citation citation) const {
  const auto fill = [](std::string& text, const std::string& own) {
    if (text.empty()) {
      text = own;
    }
  };
  if (const Work* work = cited(citation)) {
    fill(citation.title, work->title);
    fill(citation.author, work->authors.empty() ? "" : work->authors.front());
    fill(citation.year, year_of(*work));
  }
  return citation;
}

int Catalogue::citations_of(const Work& work) const {
  const auto found = m_citations.find(work.id);
  return found == m_citations.end() ? 0 : found->second;
}

std::string numbered_id(int number) {
  const std::string digits = std::to_string(number);
  return "2401." + std::string(5 - digits.size(), '0') + digits;
}

std::vector<Work> numbered_works(int count) {
  std::vector<Work> works;
  for (int n = 1; n <= count; ++n) {
    const std::string number = std::to_string(n);
    works.push_back({.id = numbered_id(n),
                     .title = "Paper Number " + number + " of Many",
                     .authors = {"Ada Author" + number, "Ben Beta"},
                     .published = "2024-01-01T00:00:00Z",
                     .updated = "2024-01-01T00:00:00Z"});
  }
  return works;
}

}  // namespace papers::test
