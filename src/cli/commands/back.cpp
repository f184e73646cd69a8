#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/way_back.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/trail_words.hpp"
#include "model/item_json.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::optional<std::string> answer;
  bool unanswered = false;
};

/// What became of the question that led there.
std::string outcome(const app::BackReport& report) {
  const std::string name = short_title(report.left);
  if (!report.question) {
    return report.noted ? fmt::format("No question led to {}: what you say is a note of it now.", name) : "";
  }
  const app::Question& question = *report.question;
  switch (question.state) {
    case app::Question::State::answered:
      return fmt::format("Answered: {}", question.text);
    case app::Question::State::unanswered:
      return fmt::format("Unanswered: {}", question.text);
    case app::Question::State::open:
      return fmt::format("Still open: {}", question.text);
  }
  return "";
}

void say(Context& context, const app::BackReport& report) {
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  if (report.at_root) {
    out << paragraph("", "This is where the trail begins: there is no way back. It ends with `papers done`.",
                     columns);
  } else {
    out << paragraph("", outcome(report), columns);
    if (report.question) {
      out << paragraph(std::string(10, ' '), report.question->answer, columns);
    }
    for (const app::Question& question : report.open) {
      out << paragraph("", fmt::format("Still open at {}: {}", short_title(report.left), question.text),
                       columns);
    }
  }
  out << place_line(report.stops, columns);
  if (report.left.state == State::paused) {
    out << paragraph(std::string(12, ' '),
                     fmt::format("{} is paused; when it is read: papers done {}", short_title(report.left),
                                 typed_name(report.left)),
                     columns);
  }
}

nlohmann::ordered_json to_json(const app::BackReport& report, int limit) {
  using Json = nlohmann::ordered_json;
  auto items = Json::array();
  if (!report.at_root) {
    items.push_back(model::item_to_json(report.left));
  }
  return {{"outcome", report.at_root ? "root" : "back"},
          {"items", std::move(items)},
          {"question", report.question ? question_json(*report.question) : Json()},
          {"questions", questions_json(report.open)},
          {"trail", trail_json(report.stops, limit)}};
}

ExitCode run(const Options& options, Context& context) {
  if (options.answer && options.unanswered) {
    throw Failure(ExitCode::usage, "back: --answer and --unanswered exclude each other; give one of them");
  }
  app::BackWishes wishes;
  wishes.answer = options.answer ? value_or_throw(app::checked_words(*options.answer, "answer")) : "";
  wishes.unanswered = options.unanswered;
  const app::BackReport report =
      app::go_back(wishes, context.writable_library(), context.env().clock, context.options().dry_run);
  if (context.options().json) {
    print_json(context, to_json(report, depth_limit(context)));
  } else if (!context.options().quiet) {
    say(context, report);
  }
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.text("--answer", "TEXT", options->answer, "What you found out");
  arguments.flag("--unanswered", options->unanswered, "Give the question up");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_back_command{
    "back",
    "Read",
    "Return to where you came from, with an answer or without",
    "The question that led here gets the answer, or is given up with --unanswered; with neither it stays\n"
    "open. The item you leave is paused and stays in the queue: whether it was read is yours to say, with\n"
    "done. At the root of the trail there is no way back.",
    "papers back --answer \"fixed-point iteration over all tokens at once\"\npapers back --unanswered\n"
    "papers back",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
