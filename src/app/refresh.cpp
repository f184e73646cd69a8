#include "app/refresh.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "model/item_json.hpp"

namespace papers::app {
namespace {

std::optional<Identifier> doi_of(const Item& item) {
  const auto doi = std::find_if(item.ids.begin(), item.ids.end(),
                                [](const Identifier& id) { return id.scheme == Scheme::doi; });
  return doi == item.ids.end() ? std::nullopt : std::optional(*doi);
}

std::string version_news(const Item& now) {
  std::string words = fmt::format("v{}", *now.version);
  if (now.updated) {
    words += ", " + now.updated->substr(0, now.updated->find('T'));
  }
  const bool read_before = now.finished && (!now.updated || *now.updated > *now.finished);
  return words + (read_before ? ", since you read it" : "");
}

std::vector<std::string> news(const Item& before, const Item& now) {
  std::vector<std::string> words;
  if (now.version && now.version != before.version) {
    words.push_back(version_news(now));
  }
  if (now.venue && now.venue != before.venue) {
    words.push_back("venue " + *now.venue);
  }
  if (const auto doi = doi_of(now); doi && doi != doi_of(before)) {
    words.push_back(format(*doi));
  }
  if (now.title != before.title) {
    words.emplace_back("another title");
  }
  if (words.empty() && !(now == before)) {
    words.emplace_back("details");
  }
  return words;
}

class Refreshing {
 public:
  Refreshing(const std::vector<Item>& items, Library& library) : m_items(items), m_library(library) {}

  void fetch(Sources& sources, Progress& progress);
  /// Gives the id of the command in the log.
  std::string keep(bool dry_run);
  RefreshReport take_report() { return std::move(m_report); }

 private:
  [[nodiscard]] std::string summary() const;
  void keep_one(Change& change, const Item& stored);

  const std::vector<Item>& m_items;
  Library& m_library;
  std::map<Identifier, FetchedWork> m_works;
  std::map<Identifier, FetchProblem> m_problems;
  RefreshReport m_report;
};

void Refreshing::fetch(Sources& sources, Progress& progress) {
  std::vector<Identifier> ids;
  for (const Item& item : m_items) {
    ids.push_back(item.ids.front());
  }
  Fetched fetched = sources.fetch(ids, progress);
  m_report.warnings = std::move(fetched.warnings);
  m_report.interrupted = fetched.interrupted;
  for (FetchedWork& work : fetched.works) {
    m_works.emplace(work.asked, std::move(work));
  }
  for (FetchProblem& problem : fetched.problems) {
    m_problems.emplace(problem.id, std::move(problem));
  }
}

std::string Refreshing::summary() const {
  return m_items.size() == 1 ? "refresh " + m_items.front().key
                             : fmt::format("refresh {} items", m_items.size());
}

void Refreshing::keep_one(Change& change, const Item& stored) {
  auto item = change.library().find(stored.ids.front());
  if (!item) {
    return;  // taken out by another process meanwhile
  }
  Refreshed refreshed;
  if (const auto work = m_works.find(stored.ids.front()); work != m_works.end()) {
    const Item before = *item;
    model::merge_fetched(*item, work->second.item);
    change.save(*item);
    refreshed.news = news(before, *item);
  } else if (const auto problem = m_problems.find(stored.ids.front()); problem != m_problems.end()) {
    refreshed.problem = problem->second.message;
    refreshed.later = problem->second.later;
  }
  refreshed.item = *std::move(item);
  m_report.items.push_back(std::move(refreshed));
}

std::string Refreshing::keep(bool dry_run) {
  Change change = m_library.begin("refresh", summary());
  for (const Item& item : m_items) {
    keep_one(change, item);
  }
  std::string command = change.command_id();
  if (!dry_run) {
    change.commit();
  }
  return command;
}

}  // namespace

ExitCode RefreshReport::exit_code() const {
  if (interrupted) {
    return ExitCode::interrupted;
  }
  const auto failed = [](const Refreshed& r) { return !r.problem.empty(); };
  const auto later = [](const Refreshed& r) { return r.later; };
  if (std::any_of(items.begin(), items.end(), later) || followed.worth_repeating()) {
    return ExitCode::try_later;
  }
  const bool all_failed = !items.empty() && std::all_of(items.begin(), items.end(), failed);
  const bool any_failed = std::any_of(items.begin(), items.end(), failed) || !followed.problems.empty();
  return all_failed ? ExitCode::failed : (any_failed ? ExitCode::partly : ExitCode::done);
}

bool can_be_refreshed(const Item& item) {
  const Scheme scheme = item.ids.front().scheme;
  return scheme != Scheme::local && scheme != Scheme::other;
}

RefreshReport refresh_items(const std::vector<Item>& items, const FollowLimits& limits, Library& library,
                            const SourcesOpener& open_sources, Progress& progress, bool dry_run) {
  Refreshing refreshing(items, library);
  refreshing.fetch(open_sources(), progress);
  const std::string command = refreshing.keep(dry_run);
  RefreshReport report = refreshing.take_report();
  if (!dry_run && !report.interrupted) {
    report.followed =
        follow_references(items, limits, library, open_sources, {command, "refresh", "refresh"}, progress);
    report.interrupted = report.followed.interrupted;
  }
  return report;
}

}  // namespace papers::app
