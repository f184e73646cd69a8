#include "app/trail.hpp"

#include <memory>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/trail_words.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

using Stops = std::vector<app::Stop>;

struct Sight {
  Stops stops;                      ///< of the current trail; empty without one
  std::vector<app::Question> open;  ///< all of them
  std::vector<Stops> aside;         ///< trails set aside, newest first
};

Sight look(const Library& library) {
  Sight sight;
  const auto current = app::current_trail(library);
  for (const app::Trail& trail : app::unfinished_trails(library)) {
    Stops stops = app::stops_of(library, trail);
    if (current && trail.id == current->id) {
      sight.stops = std::move(stops);
    } else {
      sight.aside.push_back(std::move(stops));
    }
  }
  sight.open = app::open_questions(library);
  return sight;
}

std::string distance(const Stops& stops, int limit) {
  if (stops.size() == 1) {
    return fmt::format("at its root; {} may be taken", steps_back(limit));
  }
  const std::string years = years_words(app::years_back(stops.front().item, stops.back().item));
  return fmt::format("{} from {} (limit {}){}", steps_back(static_cast<int>(stops.size()) - 1),
                     short_title(stops.front().item), limit, years.empty() ? "" : ", " + years);
}

std::string stops_table(const Stops& stops, std::size_t columns) {
  Table table({{Table::Align::right}, {Table::Align::right}, {Table::Align::left, true}, {}, {}});
  for (const app::Stop& stop : stops) {
    table.row({std::to_string(&stop - stops.data()), short_name(stop.item), display_title(stop.item),
               byline(stop.item),
               fmt::format("{} {}{}", state_mark(stop.item.state), name_of(stop.item.state),
                           stop.step.forced ? ", forced" : "")});
  }
  return table.render(columns);
}

std::string place_of(const Library& library, const app::Question& question) {
  if (!question.at) {
    return "";
  }
  const auto item = library.find(*question.at);
  return "at " + (item ? short_title(*item) : format(*question.at));
}

std::string questions_table(const Library& library, const std::vector<app::Question>& questions,
                            std::size_t columns) {
  Table table({{}, {Table::Align::left, true}, {Table::Align::left, true}});
  for (const app::Question& question : questions) {
    table.row({"?", question.text, place_of(library, question)});
  }
  return table.render(columns);
}

void say(Context& context, const Sight& sight) {
  const std::size_t columns = context.env().terminal.columns;
  std::ostream& out = context.env().out;
  if (sight.stops.empty()) {
    hint(context, "you are on no trail; begin one with `papers start ITEM`");
  } else {
    out << breadcrumb(sight.stops, columns) << '\n'
        << paragraph("", distance(sight.stops, depth_limit(context)), columns) << '\n'
        << stops_table(sight.stops, columns);
  }
  if (!sight.open.empty()) {
    out << (sight.stops.empty() ? "" : "\n") << "open questions\n"
        << questions_table(context.library(), sight.open, columns);
  }
  for (const Stops& stops : sight.aside) {
    out << paragraph(
        util::fit("set aside", 11),
        fmt::format("{}: papers start {}", breadcrumb(stops, columns / 2), stops.front().item.key), columns);
  }
}

nlohmann::ordered_json to_json(const Sight& sight, int limit) {
  using Json = nlohmann::ordered_json;
  Json object =
      sight.stops.empty()
          ? Json{{"depth", nullptr}, {"limit", limit}, {"years_back", nullptr}, {"items", Json::array()}}
          : trail_json(sight.stops, limit);
  auto aside = Json::array();
  for (const Stops& stops : sight.aside) {
    aside.push_back(trail_json(stops, limit));
  }
  object["questions"] = questions_json(sight.open);
  object["aside"] = std::move(aside);
  return object;
}

ExitCode run(Context& context) {
  const Sight sight = look(context.library());
  if (context.options().json) {
    print_json(context, to_json(sight, depth_limit(context)));
  } else {
    say(context, sight);
  }
  return ExitCode::done;
}

Action declare(Arguments& /*arguments*/) {
  return run;
}

}  // namespace

const Command k_trail_command{
    "trail",
    "Read",
    "Show where you are, how far back that is, and which questions are open",
    "The trail is the stack of items being read now: the one you started, and each dive from there. Another\n"
    "start sets it aside; starting its root or top again goes on with it.",
    "papers trail\npapers trail --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
