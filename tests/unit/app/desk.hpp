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
#include "util/atomic_file.hpp"

namespace papers::test {

/// What the services would say.
struct Answers {
  std::map<std::string, FetchedWork> works;             ///< by formatted id
  std::map<std::string, FetchedReferences> references;  ///< by formatted identity of the citing paper
  std::map<std::string, TitleAnswer> titles;            ///< by title
  bool down = false;                             ///< references that are not laid out cannot be asked for
  std::string interrupted_at;                    ///< Ctrl-C comes while this paper is asked for
  std::string unwritable;                        ///< the PDF of this id cannot be written into its file
  std::map<std::string, FetchProblem> problems;  ///< others are unknown
  std::map<std::string, std::string> pdfs;       ///< contents, by formatted id with version
  std::vector<std::string> asked;
};

/// The answer of a service that does not know the paper.
inline ReferenceList unknown_list(const Identifier& citing) {
  ReferenceList list;
  list.citing = citing;
  list.source = "laid-out";
  list.fetched = "2024-11-01T00:00:00Z";
  list.answer = ReferenceAnswer::unknown;
  return list;
}

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
      if (!question.answered.empty()) {
        continue;
      }
      m_answers.asked.push_back("references of " + name);
      if (m_answers.interrupted_at == name) {
        fetched.interrupted = true;
        break;
      }
      if (const auto answer = m_answers.references.find(name); answer != m_answers.references.end()) {
        fetched.answers.push_back(answer->second);
      } else if (m_answers.down) {
        fetched.problems.push_back({question.paper.ids.front(), FetchProblem::Kind::failed, "laid-out",
                                    "the service could not be reached", true});
      } else {
        fetched.answers.push_back({unknown_list(question.paper.ids.front()), {}, {}});
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

  PdfAnswer fetch_pdf(const PdfQuestion& question, Progress& /*progress*/) override {
    const std::string name = format_with_version(question.id);
    m_answers.asked.push_back("PDF of " + name);
    if (m_answers.interrupted_at == name) {
      return {0, std::nullopt, false, true};
    }
    if (m_answers.unwritable == name) {
      throw Failure(ExitCode::failed, "a.pdf.part: cannot be written");
    }
    if (const auto problem = m_answers.problems.find(name); problem != m_answers.problems.end()) {
      return {0, problem->second, problem->second.later, false};
    }
    const auto pdf = m_answers.pdfs.find(name);
    if (pdf == m_answers.pdfs.end()) {
      return {0, FetchProblem{question.id, FetchProblem::Kind::unknown, "pdf", "arXiv has no PDF of " + name},
              false, false};
    }
    util::write_file(question.file, pdf->second);
    return {pdf->second.size(), std::nullopt, false, false};
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

  /// What the service says that a paper cites: arXiv ids with years 20xx and titles of their own.
  void lay_out_references(const std::string& citing, const std::vector<std::string>& cited) {
    FetchedReferences answer;
    answer.list = unknown_list(*parse_identifier(citing));
    answer.list.answer = cited.empty() ? ReferenceAnswer::empty : ReferenceAnswer::listed;
    for (const std::string& text : cited) {
      Item work;
      work.ids = {*parse_identifier(text)};
      work.title = "A work on " + text;
      work.year = arxiv_year(work.ids.front());
      work.source = "laid-out";
      answer.list.entries.push_back(
          {static_cast<int>(answer.list.entries.size()) + 1, work.ids.front(), work.title, work.year, ""});
      answer.cited.push_back(std::move(work));
    }
    answers.references[format(answer.list.citing)] = std::move(answer);
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
