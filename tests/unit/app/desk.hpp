// A desk to work at: a library in a folder of its own, a clock that stands still, sources with answers laid
// out.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "papers/library.hpp"
#include "papers/source.hpp"

#include "support/fakes.hpp"
#include "support/temp_folder.hpp"

namespace papers::test {

/// What the services would say.
struct Answers {
  std::map<std::string, FetchedWork> works;             ///< by formatted id
  std::map<std::string, FetchedReferences> references;  ///< by formatted identity of the citing paper
  std::map<std::string, TitleAnswer> titles;            ///< by title
  std::map<std::string, FetchProblem> problems;         ///< others are unknown
  std::vector<std::string> asked;
};

class LaidOutSources final : public Sources {
 public:
  explicit LaidOutSources(Answers& answers) : m_answers(answers) {}

  Fetched fetch(std::span<const Identifier> ids, Progress& /*progress*/) override {
    Fetched fetched;
    for (const Identifier& id : ids) {
      const std::string name = format(id);
      m_answers.asked.push_back(name);
      if (const auto work = m_answers.works.find(name); work != m_answers.works.end()) {
        fetched.works.push_back(work->second);
        fetched.works.back().asked = id;
      } else if (const auto problem = m_answers.problems.find(name); problem != m_answers.problems.end()) {
        fetched.problems.push_back(problem->second);
        fetched.problems.back().id = id;
      } else {
        fetched.problems.push_back(
            {id, FetchProblem::Kind::unknown, "arXiv", "arXiv has no such paper", false});
      }
    }
    return fetched;
  }

  FetchedReferenceLists fetch_references(std::span<const ReferenceQuestion> questions,
                                         Progress& /*progress*/) override {
    FetchedReferenceLists fetched;
    for (const ReferenceQuestion& question : questions) {
      const std::string name = format(question.paper.ids.front());
      m_answers.asked.push_back("references of " + name);
      if (const auto answer = m_answers.references.find(name); answer != m_answers.references.end()) {
        fetched.answers.push_back(answer->second);
      }
    }
    return fetched;
  }

  std::vector<TitleAnswer> find_titles(std::span<const TitleQuestion> questions,
                                       Progress& /*progress*/) override {
    std::vector<TitleAnswer> found;
    for (const TitleQuestion& question : questions) {
      const auto answer = m_answers.titles.find(question.title);
      found.push_back(answer == m_answers.titles.end() ? TitleAnswer{} : answer->second);
    }
    return found;
  }

 private:
  Answers& m_answers;
};

struct Desk {
  TempFolder folder;
  FakeClock clock;
  FakeProgress progress;
  Answers answers;
  Library library = Library::open({folder.path() / "library.sqlite", folder.path() / "backups"},
                                  Library::Mode::write, clock);

  Item put(const std::string& id, const std::string& title, State state = State::queued) {
    Item item;
    item.ids = {*parse_identifier(id)};
    item.title = title;
    item.state = state;
    item.root = is_kept(state);
    item.added = "2024-11-01T00:00:00Z";
    Change change = library.begin("test", "test");
    change.save(item);
    change.commit();
    return *library.find_row(item.row);
  }

  void cite(const std::string& citing, const std::vector<std::string>& cited) {
    ReferenceList list;
    list.citing = *parse_identifier(citing);
    list.source = "test";
    list.fetched = "2024-11-01T00:00:00Z";
    for (const std::string& id : cited) {
      list.entries.push_back(
          {static_cast<int>(list.entries.size()) + 1, *parse_identifier(id), "", std::nullopt, ""});
    }
    Change change = library.begin("test", "test");
    change.save(list);
    change.commit();
  }

  void lay_out(const std::string& id, const std::string& title, const std::string& source = "arxiv") {
    FetchedWork work;
    work.item.ids = {*parse_identifier(id)};
    work.item.title = title;
    work.item.year = 2024;
    work.item.source = source;
    answers.works[format(work.item.ids.front())] = work;
  }
};

}  // namespace papers::test
