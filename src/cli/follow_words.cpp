#include "cli/follow_words.hpp"

#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/output.hpp"

namespace papers::cli {
namespace {

std::string papers(int number) {
  return counted(static_cast<std::size_t>(number), "paper", "papers");
}

/// "41 papers 1 step back, 440 papers 2 steps back"
std::string level_words(const app::FollowReport& report) {
  std::string words;
  for (std::size_t depth = 1; depth < report.levels.size(); ++depth) {
    if (report.levels[depth] > 0) {
      words += fmt::format("{}{} {} back", words.empty() ? "" : ", ", papers(report.levels[depth]),
                           counted(depth, "step", "steps"));
    }
  }
  return words;
}

std::vector<std::string> stops(const app::FollowReport& report, const app::FollowLimits& limits) {
  std::vector<std::string> words;
  if (limits.depth == 0) {
    words.emplace_back("the depth limit 0: no references are followed");
  }
  if (report.beyond_papers > 0) {
    words.push_back(fmt::format("the limit of {} a root: {} left out, the least cited ones (--max-papers)",
                                papers(limits.max_papers), papers(report.beyond_papers)));
  }
  if (report.beyond_depth > 0 && limits.depth > 0) {
    words.push_back(fmt::format("the depth limit {}: what {} cite lies beyond", limits.depth,
                                papers(report.beyond_depth)));
  }
  if (report.too_old > 0) {
    words.push_back(
        fmt::format("the year floor {}: {} not followed", limits.year_floor, papers(report.too_old)));
  }
  return words;
}

/// One line for each reason, with how many papers it concerns.
void say_problems(Context& context, const std::vector<FetchProblem>& problems) {
  std::map<std::string, int> papers_by_reason;
  for (const FetchProblem& problem : problems) {
    ++papers_by_reason[problem.message];
  }
  for (const auto& [reason, number] : papers_by_reason) {
    complain(context, fmt::format("! {}: references of {} not fetched; run this again to go on", reason,
                                  papers(number)));
  }
}

}  // namespace

app::FollowLimits follow_limits(Context& context) {
  const config::Settings& settings = context.settings();
  app::FollowLimits limits;
  limits.depth = settings.whole("limits.depth");
  limits.max_papers = settings.whole("limits.max_papers");
  limits.year_floor = settings.whole("limits.year_floor");
  limits.offline = context.offline();
  limits.now = context.now();
  return limits;
}

void say_followed(Context& context, const app::FollowReport& report, const app::FollowLimits& limits) {
  for (const std::string& warning : report.warnings) {
    complain(context, "! " + warning);
  }
  say_problems(context, report.problems);
  if (report.levels.empty() || report.levels.front() == 0) {
    return;
  }
  if (const std::string words = level_words(report); !words.empty()) {
    hint(context, fmt::format("  {}; {} new", words, report.brought));
  }
  for (const std::string& stop : stops(report, limits)) {
    hint(context, "  stopped by " + stop);
  }
}

nlohmann::ordered_json followed_json(const app::FollowReport& report) {
  auto unanswered = nlohmann::ordered_json::array();
  for (const FetchProblem& problem : report.problems) {
    unanswered.push_back({{"id", format(problem.id)},
                          {"source", problem.source},
                          {"message", problem.message},
                          {"later", problem.later}});
  }
  return {{"asked", report.asked},
          {"brought", report.brought},
          {"levels", report.levels},
          {"beyond_depth", report.beyond_depth},
          {"beyond_papers", report.beyond_papers},
          {"too_old", report.too_old},
          {"unanswered", std::move(unanswered)}};
}

}  // namespace papers::cli
