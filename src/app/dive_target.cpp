#include "app/dive_target.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/selector.hpp"
#include "model/item_json.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

/// The title of a reference of which nothing else is known, when it holds all the words.
std::optional<std::string> bare_title(const Library& library, const Item& top, std::string_view text) {
  const std::string folded = util::fold(text);
  const std::vector<std::string_view> words = util::words(folded);
  for (const ReferenceList& list : library.reference_lists(top.row)) {
    for (const Reference& entry : list.entries) {
      const std::string title = util::fold(entry.title);
      if (!entry.id && !title.empty() && std::all_of(words.begin(), words.end(), [&](std::string_view word) {
            return title.find(word) != std::string::npos;
          })) {
        return entry.title;
      }
    }
  }
  return std::nullopt;
}

Failure nothing_fits(const Library& library, const Item& top, std::string_view text) {
  const std::string name = util::clean_line(util::without_user_info(text), 200);
  if (const auto title = bare_title(library, top, text)) {
    return {ExitCode::no_match,
            fmt::format("{}: known by its title alone (\"{}\"); find its address and `papers dive` that",
                        name, *title)};
  }
  return {ExitCode::no_match,
          fmt::format("{}: no reference of {} and no item of the library; give an arXiv id, a DOI or a web "
                      "address to fetch it",
                      name, display_title(top))};
}

ExitCode code_of(const FetchProblem& problem) {
  if (problem.kind == FetchProblem::Kind::unknown) {
    return ExitCode::no_match;
  }
  return problem.later ? ExitCode::try_later : ExitCode::failed;
}

Result<FetchedWork> fetched_work(const Identifier& id, Fetched& fetched) {
  if (!fetched.works.empty()) {
    return std::move(fetched.works.front());
  }
  if (fetched.interrupted) {
    return Error{ExitCode::interrupted, "interrupted"};
  }
  if (fetched.problems.empty()) {
    return Error{ExitCode::failed, fmt::format("{}: the sources gave no answer", format(id))};
  }
  const FetchProblem& problem = fetched.problems.front();
  const std::string name = problem.message.starts_with(format(id)) ? "" : format(id) + ": ";
  return Error{code_of(problem), name + problem.message};
}

/// Whether the sources were not able to say; that they know nothing of it is an answer.
bool could_not_ask(const Error& error) {
  return error.code == ExitCode::try_later || error.code == ExitCode::failed;
}

Kind kind_of(const Identifier& id) {
  if (id.scheme != Scheme::url) {
    return Kind::paper;
  }
  return is_code_host(id) ? Kind::code : Kind::post;
}

bool is_anywhere(const Identifier& id) {
  return id.scheme != Scheme::local && id.scheme != Scheme::other;
}

}  // namespace

DiveTarget find_target(const Library& library, const Item& top, std::string_view text, Description wanted,
                       const SourcesOpener& open_sources, Progress& progress) {
  DiveTarget target;
  const auto found = value_or_throw(select_near(library, text, library.references_of(top.row)));
  if (found && (!found->title.empty() || !is_anywhere(found->ids.front()))) {
    target.m_names = found->ids;
    return target;
  }
  const auto id = found ? Result<Identifier>(found->ids.front()) : parse_identifier(text);
  if (!id || !is_anywhere(*id)) {
    throw nothing_fits(library, top, text);
  }
  target.m_names = found ? found->ids : std::vector<Identifier>{*id};
  Fetched fetched = open_sources().fetch(std::span(&*id, 1), progress);
  target.warnings = std::move(fetched.warnings);
  auto work = fetched_work(*id, fetched);
  if (work) {
    target.m_names.insert(target.m_names.end(), work->item.ids.begin(), work->item.ids.end());
    target.m_work = *std::move(work);
  } else if (found || (wanted == Description::if_it_can_be_had && could_not_ask(work.error()))) {
    target.warnings.push_back(work.error().message);
  } else {
    throw Failure(work.error().code, work.error().message + "; you stay where you are");
  }
  return target;
}

std::optional<Item> DiveTarget::stored(const Library& library) const {
  for (const Identifier& name : m_names) {
    if (auto item = library.find(name)) {
      return item;
    }
  }
  return std::nullopt;
}

Item DiveTarget::described(Time now) const {
  Item item;
  item.ids = {m_names.front()};
  item.kind = kind_of(m_names.front());
  item.added = util::to_moment(now);
  if (m_work) {
    model::merge_fetched(item, m_work->item);
  }
  item.year = item.year ? item.year : arxiv_year(m_names.front());
  return item;
}

Item DiveTarget::saved(Change& change, Time now) const {
  auto item = stored(change.library());
  if (!item) {
    item = described(now);
  } else if (m_work) {
    model::merge_fetched(*item, m_work->item);
  }
  change.save(*item);
  return *std::move(item);
}

}  // namespace papers::app
