#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/asking.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/trail_words.hpp"
#include "util/strings.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::vector<std::string> words;
  std::string item;
  std::optional<std::string> answer;
  bool unanswered = false;
  bool advisor = false;
};

app::AskWishes wishes_of(const Options& options) {
  if (options.answer && options.unanswered) {
    throw Failure(ExitCode::usage, "ask: --answer and --unanswered exclude each other; give one of them");
  }
  app::AskWishes wishes;
  wishes.text = value_or_throw(app::checked_words(util::join(options.words, " "), "question"));
  wishes.item = options.item;
  wishes.answer = options.answer ? value_or_throw(app::checked_words(*options.answer, "answer")) : "";
  wishes.unanswered = options.unanswered;
  wishes.to_advisor = options.advisor;
  return wishes;
}

std::string said(const app::AskReport& report) {
  const app::Question& question = report.question;
  const std::string where = report.at ? ", at " + short_title(*report.at) : "";
  if (report.was_there) {
    return fmt::format("Open already{}: {}", where, question.text);
  }
  switch (question.state) {
    case app::Question::State::answered:
      return fmt::format("Answered{}: {}", where, question.text);
    case app::Question::State::unanswered:
      return fmt::format("Given up{}: {}", where, question.text);
    case app::Question::State::open:
      return fmt::format("Open{}: {}", where, question.text);
  }
  return "";
}

ExitCode run(const Options& options, Context& context) {
  const app::AskReport report = app::ask(wishes_of(options), context.writable_library(), context.env().clock,
                                         context.options().dry_run);
  if (context.options().json) {
    print_json(context, {{"outcome", report.was_there ? "known" : app::name_of(report.question.state)},
                         {"items", questions_json({report.question})}});
  } else if (!context.options().quiet) {
    context.env().out << paragraph("", said(report), context.env().terminal.columns);
  }
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.words("QUESTION", options->words, "What you want to know; with --answer words of it will do");
  arguments.text("--in", "ITEM", options->item, "What it is about, if not the item you are at");
  arguments.text("--answer", "TEXT", options->answer, "Answer the open question that has these words");
  arguments.flag("--advisor", options->advisor, "Ask your advisor: the report of the week will say it");
  arguments.flag("--unanswered", options->unanswered, "Give up the open question that has these words");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_ask_command{
    "ask",
    "Read",
    "Note an open question on the item you are at, or answer one",
    "Questions are kept until they are answered: papers alone shows the nearest, papers trail all of them,\n"
    "papers show those of an item. Going back answers the one that led there; this answers any.",
    "papers ask \"why does greedy decoding keep the distribution?\"\n"
    "papers ask greedy --answer \"because rejected tokens are drawn again\"\n"
    "papers ask \"is the code public?\" --in medusa\n"
    "papers ask --advisor \"may I have a week of the cluster?\"",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
