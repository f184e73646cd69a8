#include "cli/trail_effects.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/trail_keeper.hpp"
#include "cli/output.hpp"
#include "cli/paragraph.hpp"
#include "cli/report.hpp"
#include "cli/trail_words.hpp"

namespace papers::cli {
namespace {

using Departure = app::TrailKeeper::Departure;

constexpr std::size_t k_crumbs = 60;  // columns

std::string crumbs(const Library& library, const app::Trail& trail) {
  return breadcrumb(app::stops_of(library, trail), k_crumbs);
}

nlohmann::ordered_json current_json(Context& context, const Library& library) {
  const auto trail = app::current_trail(library);
  return trail ? trail_json(app::stops_of(library, *trail), depth_limit(context)) : nlohmann::ordered_json();
}

/// Questions asked at the item that nobody has answered yet.
void remind(const Library& library, const Item& item, std::vector<std::string>& lines) {
  for (const app::Question& question : app::questions_about(library, item)) {
    if (question.state == app::Question::State::open) {
      lines.push_back(fmt::format("Still open: {} (answer it with papers ask \"{}\" --answer \"…\")",
                                  question.text, question.text));
    }
  }
}

/// Items further down a trail that ended, which are still being read.
std::string left_reading(const Library& library, const app::Trail& trail) {
  std::string names;
  for (const app::Stop& stop : app::stops_of(library, trail)) {
    if (stop.item.state == State::reading) {
      names += (names.empty() ? "" : ", ") + stop.item.key;
    }
  }
  return names;
}

std::string words_for(const Library& library, const Departure& departure) {
  if (!departure.ended) {
    return fmt::format("{} {}", departure.trail.aside.empty() ? "One step back, to" : "Set aside at",
                       crumbs(library, departure.trail));
  }
  const std::string reading = left_reading(library, departure.trail);
  return reading.empty() ? "The trail that began there ends."
                         : fmt::format("The trail that began there ends; still being read: {}.", reading);
}

}  // namespace

AlsoDone begin_trail(Context& context, Change& change, const Item& item) {
  const auto begun = app::TrailKeeper(change, context.now()).begin(item);
  const Library& library = change.library();
  AlsoDone done;
  done.fields["trail"] = trail_json(app::stops_of(library, begun.trail), depth_limit(context));
  if (begun.resumed && begun.trail.depth() > 0) {
    done.lines.push_back(fmt::format("You are at {}", crumbs(library, begun.trail)));
  }
  if (begun.aside) {
    const app::Stop root = app::stops_of(library, *begun.aside).front();
    done.lines.push_back(fmt::format("Set aside: {} (papers start {} goes on with it)",
                                     crumbs(library, *begun.aside), root.item.key));
  }
  return done;
}

AlsoDone leave_trails(Context& context, Change& change, const std::vector<Item>& items) {
  AlsoDone done;
  for (const Item& item : items) {
    const auto departures = app::TrailKeeper(change, context.now()).leave(item);
    for (const Departure& departure : departures) {
      done.lines.push_back(words_for(change.library(), departure));
    }
    if (!departures.empty()) {
      remind(change.library(), item, done.lines);
    }
  }
  done.fields["trail"] = current_json(context, change.library());
  return done;
}

void say_departures(Context& context, Change& change, const std::vector<Item>& items) {
  std::vector<Item> gone;
  std::copy_if(items.begin(), items.end(), std::back_inserter(gone),
               [](const Item& item) { return item.state == State::parked || item.state == State::dropped; });
  const AlsoDone left = leave_trails(context, change, gone);
  for (const std::string& line : context.options().json ? std::vector<std::string>{} : left.lines) {
    report(context, paragraph("", line, context.env().terminal.columns));
  }
}

}  // namespace papers::cli
