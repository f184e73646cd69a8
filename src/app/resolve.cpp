#include "app/resolve.hpp"

#include <algorithm>
#include <set>

#include "util/text.hpp"

namespace papers::app {
namespace {

using Match = TitleAnswer::Match;

std::vector<TitleQuestion> questions_for(const std::vector<Reference>& entries) {
  std::vector<TitleQuestion> questions;
  for (const Reference& entry : entries) {
    questions.push_back({entry.title, entry.author, entry.year});
  }
  return questions;
}

void keep(const Item& paper, const ResolveReport& report, Library& library) {
  Change change = library.begin("refs", "refs " + paper.key + " --resolve");
  for (const ResolvedReference& resolved : report.references) {
    if (resolved.answer.match == Match::same && resolved.answer.work) {
      Item work = *resolved.answer.work;
      const bool known = std::any_of(work.ids.begin(), work.ids.end(), [&change](const Identifier& id) {
        return change.library().find(id).has_value();
      });
      if (!known) {
        work.state = State::found;
        change.save(work);
      }
    }
  }
  change.commit();
}

}  // namespace

ExitCode ResolveReport::exit_code() const {
  const auto failed = [](const ResolvedReference& resolved) { return !resolved.answer.failed.empty(); };
  return std::any_of(references.begin(), references.end(), failed) ? ExitCode::try_later : ExitCode::done;
}

std::vector<Reference> unresolved_references(const Library& library, const Item& paper) {
  std::vector<Reference> entries;
  std::set<std::string> seen;
  for (const Item& known : library.references_of(paper.row)) {
    seen.insert(util::fold(known.title));
  }
  for (const ReferenceList& list : library.reference_lists(paper.row)) {
    for (const Reference& entry : list.entries) {
      if (!entry.id && !entry.title.empty() && seen.insert(util::fold(entry.title)).second) {
        entries.push_back(entry);
      }
    }
  }
  return entries;
}

ResolveReport resolve_references(const Item& paper, Library& library, const SourcesOpener& open_sources,
                                 Progress& progress, bool dry_run) {
  ResolveReport report;
  const std::vector<Reference> entries = unresolved_references(library, paper);
  if (entries.empty()) {
    return report;
  }
  std::vector<TitleAnswer> answers = open_sources().find_titles(questions_for(entries), progress);
  for (std::size_t i = 0; i < entries.size() && i < answers.size(); ++i) {
    report.references.push_back({entries[i], std::move(answers[i])});
  }
  if (!dry_run) {
    keep(paper, report, library);
  }
  return report;
}

}  // namespace papers::app
