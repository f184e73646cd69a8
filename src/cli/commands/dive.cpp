#include "app/dive.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/follow_words.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/progress.hpp"
#include "cli/trail_words.hpp"
#include "model/item_json.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

struct Options {
  std::string item;
  std::string question;
  bool force = false;
};

bool can_be_cited(const Item& item) {
  return item.kind == Kind::paper || item.kind == Kind::book;
}

/// "3 steps back from CLLMs (limit 2), ten years back, and one of your papers cites it."
std::string meter_words(const app::DiveReport& report) {
  const app::BacktrackMeter& meter = report.meter;
  std::string text = fmt::format("{} from {} (limit {})", steps_back(meter.steps),
                                 short_title(report.stops.front().item), meter.limit);
  const std::string years = years_words(meter.years);
  text += years.empty() ? "" : ", " + years;
  return text + (can_be_cited(report.item) ? ", and " + citing_words(meter.kept_citing) + "." : ".");
}

/// The item that the reader came from, or is still at.
const Item& current_of(const app::DiveReport& report) {
  const std::size_t back = report.refused ? 1 : 2;
  return report.stops[report.stops.size() - back].item;
}

std::string parked_words(const app::DiveReport& report) {
  const std::string who = byline(report.item);
  const std::string name = display_title(report.item) + (who.empty() ? "" : " (" + who + ")");
  const std::string question =
      report.question ? fmt::format(", for \"{}\"", report.question->text) : std::string();
  return is_kept(report.item.state) ? fmt::format("Not parked, for it is {} already: {}{}",
                                                  name_of(report.item.state), name, question)
                                    : fmt::format("Parked: {}{}", name, question);
}

std::vector<std::string> remarks(const app::DiveReport& report) {
  std::vector<std::string> lines;
  if (report.meter.by_current == app::BacktrackMeter::Cited::no) {
    lines.push_back(fmt::format("{} does not cite it, as far as its references are known.",
                                short_title(current_of(report))));
  } else if (report.meter.by_current == app::BacktrackMeter::Cited::unknown && can_be_cited(report.item) &&
             can_be_cited(current_of(report))) {
    lines.push_back(fmt::format("Whether {} cites it is not known: papers refs {} --fetch asks.",
                                short_title(current_of(report)), typed_name(current_of(report))));
  }
  if (!report.refused && report.before == State::read) {
    lines.emplace_back("You have read it, and it stays read.");
  }
  if (!report.refused && report.meter.beyond()) {
    lines.emplace_back("Beyond the limit, as you wished; the log says so.");
  } else if (!report.refused && report.meter.steps == report.meter.limit) {
    lines.emplace_back("That is as far as the limit goes: what is further back will be parked.");
  }
  if (!report.refused && report.meter.is_far_fetched()) {
    lines.emplace_back("A long way for so little: what do you need from it? A skim may do.");
  }
  return lines;
}

std::string there_words(const app::DiveReport& report) {
  const std::string place = fmt::format("You are at {} already", short_title(report.item));
  return report.question ? fmt::format("{}; open there: {}", place, report.question->text)
                         : place + "; nothing was changed.";
}

/// The way back, and the way on where it was refused, on one line if there is room.
std::string ways_on(const app::DiveReport& report, std::size_t columns) {
  const std::string indent(12, ' ');
  const std::string back = report.stops.size() > 1 ? "papers back --answer \"…\"" : "";
  const std::string on =
      report.refused ? fmt::format("go on anyway: papers dive {} --force", typed_name(report.item)) : "";
  if (back.empty() || on.empty()) {
    return back.empty() && on.empty() ? "" : indent + back + on + "\n";
  }
  const std::string line = indent + back + "      " + on + "\n";
  return util::width(line) <= columns ? line : indent + back + "\n" + indent + on + "\n";
}

void say(Context& context, const app::DiveReport& report) {
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  if (report.there) {
    out << paragraph("", there_words(report), columns);
    return;
  }
  out << paragraph("", (report.refused ? "That would be " : "") + meter_words(report), columns);
  for (const std::string& line : remarks(report)) {
    out << paragraph("", line, columns);
  }
  if (report.refused) {
    out << paragraph("", parked_words(report), columns);
  }
  out << place_line(report.stops, columns);
  if (!report.refused && report.question) {
    out << paragraph(std::string(12, ' '), "for: " + report.question->text, columns);
  }
  out << ways_on(report, columns);
}

nlohmann::ordered_json to_json(const app::DiveReport& report) {
  using Json = nlohmann::ordered_json;
  using Cited = app::BacktrackMeter::Cited;
  const app::BacktrackMeter& meter = report.meter;
  return {{"outcome", report.there     ? "there"
                      : report.refused ? "refused"
                                       : "gone"},
          {"items", Json::array({model::item_to_json(report.item)})},
          {"meter",
           {{"steps_back", meter.steps},
            {"limit", meter.limit},
            {"years_back", meter.years ? Json(*meter.years) : Json()},
            {"cited_by", meter.kept_citing},
            {"cited_by_current",
             meter.by_current == Cited::unknown ? Json() : Json(meter.by_current == Cited::yes)}}},
          {"question", report.question ? question_json(*report.question) : Json()},
          {"trail", trail_json(report.stops, meter.limit)},
          {"warnings", report.warnings}};
}

ExitCode exit_code(const app::DiveReport& report) {
  if (report.interrupted) {
    return ExitCode::interrupted;
  }
  return report.refused ? ExitCode::refused : ExitCode::done;
}

ExitCode run(const Options& options, Context& context) {
  app::DiveWishes wishes;
  wishes.text = options.item;
  wishes.question =
      options.question.empty() ? "" : value_or_throw(app::checked_words(options.question, "question"));
  wishes.force = options.force;
  wishes.limit = depth_limit(context);
  wishes.follow = follow_limits(context);
  ProgressLines progress(context);
  const app::DiveReport report = app::dive(
      wishes, context.writable_library(), [&context]() -> Sources& { return context.sources(); },
      context.env().clock, progress, context.options().dry_run);
  progress.finish();
  for (const std::string& warning : report.warnings) {
    complain(context, "! " + warning);
  }
  if (context.options().json) {
    print_json(context, to_json(report));
  } else if (report.refused || !context.options().quiet) {
    say(context, report);
  }
  if (context.options().dry_run) {
    hint(context, "(dry run: nothing was changed)");
  }
  return exit_code(report);
}

Action declare(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.word("ITEM", options->item,
                 "A reference of the current paper, another item, or an address to fetch");
  arguments.text("--for", "QUESTION", options->question, "What you need from it");
  arguments.flag("--force", options->force, "Go beyond the limit, or into what you dropped; the log says so");
  return [options](Context& context) { return run(*options, context); };
}

}  // namespace

const Command k_dive_command{
    "dive",
    "Read",
    "Go one step back from the item you are at, with a question",
    "Words are looked for among the references of the current paper first, then in the library; an address\n"
    "that the library does not know is fetched. Within limits.depth steps from the root of the trail the\n"
    "item becomes the one you are at. Beyond it papers does not go: the item is parked, its question kept,\n"
    "the way back is printed, and the exit code is 5. Items on the trail count as being read, but dive does\n"
    "not look at limits.reading: the depth limits it.",
    "papers dive 2305.10427 --for \"what is a Jacobi iteration?\"\n"
    "papers dive attention --for \"where does it come from?\"\n"
    "papers dive 9 --force   # beyond the limit",
    /*changes=*/true,
    declare};

}  // namespace papers::cli
