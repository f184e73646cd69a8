#include "cli/fetch_references.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/follow.hpp"
#include "app/resolve.hpp"
#include "cli/follow_words.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"

namespace papers::cli {
namespace {

using Match = TitleAnswer::Match;

ExitCode follow(Context& context, const Item& paper, const FetchWishes& wishes) {
  app::FollowLimits limits = follow_limits(context);
  limits.depth = wishes.depth.value_or(limits.depth);
  if (context.options().dry_run) {
    hint(context, fmt::format("the references of {} would be asked for, and followed {} (dry run: nobody was "
                              "asked, and nothing was changed)",
                              paper.key, counted(static_cast<std::size_t>(limits.depth), "step", "steps")));
    return ExitCode::done;
  }
  limits.eager = wishes.eager;
  limits.again = true;
  context.ask_anew();
  ProgressLines progress(context);
  const app::FollowReport report = app::follow_references(
      {paper}, limits, context.writable_library(), [&context]() -> Sources& { return context.sources(); },
      {"", "refs", fmt::format("refs {} --fetch", paper.key)}, progress);
  progress.finish();
  say_followed(context, report, limits);
  if (report.interrupted) {
    return ExitCode::interrupted;
  }
  if (report.worth_repeating()) {
    return ExitCode::try_later;
  }
  return report.problems.empty() ? ExitCode::done : ExitCode::partly;
}

void say_resolved(Context& context, const app::ResolvedReference& resolved) {
  const TitleAnswer& answer = resolved.answer;
  if (!answer.failed.empty()) {
    complain(context, fmt::format("! {}: {}", resolved.entry.title, answer.failed));
  } else if (answer.match == Match::same) {
    hint(context, fmt::format("= {}  {}", format(answer.work->ids.front()), display_title(*answer.work)));
  } else if (answer.match == Match::possible) {
    hint(context,
         fmt::format("? possible: {}  {} ({}); if it is, papers add {}", format(answer.work->ids.front()),
                     display_title(*answer.work), answer.doubt, format(answer.work->ids.front())));
  } else {
    hint(context, fmt::format("- nobody knows: {}", resolved.entry.title));
  }
}

ExitCode resolve(Context& context, const Item& paper) {
  ProgressLines progress(context);
  const app::ResolveReport report = app::resolve_references(
      paper, context.writable_library(), [&context]() -> Sources& { return context.sources(); }, progress,
      context.options().dry_run);
  progress.finish();
  if (report.references.empty()) {
    hint(context, fmt::format("{}: no reference is known by title only", paper.key));
  }
  for (const app::ResolvedReference& resolved : report.references) {
    say_resolved(context, resolved);
  }
  return report.exit_code();
}

}  // namespace

ExitCode fetch_references(Context& context, const Item& paper, const FetchWishes& wishes) {
  ExitCode code = ExitCode::done;
  if (wishes.follows()) {
    code = follow(context, paper, wishes);
  }
  if (wishes.resolve && code == ExitCode::done) {
    code = resolve(context, paper);
  }
  return code;
}

}  // namespace papers::cli
