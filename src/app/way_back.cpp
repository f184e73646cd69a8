#include "app/way_back.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/reading.hpp"
#include "app/trail_keeper.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

constexpr std::size_t k_longest_summary = 200;  // bytes

bool closes(const BackWishes& wishes) {
  return wishes.unanswered || !wishes.answer.empty();
}

std::string summary_of(const BackWishes& wishes, const std::vector<Stop>& stops) {
  std::string text = "back";
  if (stops.size() > 1) {
    const Item& to = stops[stops.size() - 2].item;
    text += fmt::format(" to {}", to.key.empty() ? format(to.ids.front()) : to.key);
  }
  if (closes(wishes)) {
    text += wishes.unanswered ? ", unanswered" : fmt::format(", answered: {}", wishes.answer);
  }
  const auto& question = stops.back().question;
  return util::clean_line(question ? fmt::format("{} (to: {})", text, question->text) : text,
                          k_longest_summary);
}

Failure no_question(const Item& root) {
  return {ExitCode::no_match,
          fmt::format("{} is where the trail begins: no question led there; answer one with `papers ask "
                      "QUESTION --answer TEXT`",
                      display_title(root))};
}

/// Leaves the item, which `done` alone makes read.
void leave(Change& change, Item& item, const std::string& note, Time now) {
  if (item.row == 0) {
    return;
  }
  if (item.state == State::reading) {
    pause(item);
  }
  if (!note.empty()) {
    item.notes.push_back({util::to_moment(now), "note", note});
  }
  change.save(item);
}

void return_to(Change& change, Item item, Time now) {
  if (item.state == State::paused) {
    start(item, now);
    change.save(item);
  }
}

std::vector<Question> open_at(const Library& library, const Item& item) {
  std::vector<Question> open = open_questions(library);
  std::erase_if(open, [&item](const Question& question) { return !is_named(item, question.at); });
  return open;
}

void step_back(Change& change, const BackWishes& wishes, Trail& trail, BackReport& report, Time now) {
  const std::vector<Stop> stops = stops_of(change.library(), trail);
  report.left = stops.back().item;
  report.question = stops.back().question;
  report.noted = !report.question && !wishes.answer.empty();
  leave(change, report.left, report.noted ? wishes.answer : "", now);
  if (report.question && closes(wishes)) {
    report.question = close_question(change, *report.question, wishes.answer, now);
  }
  TrailKeeper(change, now).step_back(trail);
  return_to(change, stops[stops.size() - 2].item, now);
  report.open = open_at(change.library(), report.left);
}

}  // namespace

Question close_question(Change& change, Question question, const std::string& answer, Time now) {
  const auto close = [&](Question& open) {
    if (answer.empty()) {
      give_up(open, now);
    } else {
      app::answer(open, answer, now);
    }
    change.save(record_of(open));
  };
  close(question);
  const std::string text = util::fold(question.text);
  for (Question& other : open_questions(change.library())) {
    if (other.at == question.at && util::fold(other.text) == text) {
      close(other);
    }
  }
  return question;
}

BackReport go_back(const BackWishes& wishes, Library& library, Clock& clock, bool dry_run) {
  const std::vector<Stop> before = stops_of(library, required_trail(library));
  Change change = library.begin("back", summary_of(wishes, before));
  Trail trail = required_trail(change.library());
  BackReport report;
  report.at_root = trail.steps.size() == 1;
  if (report.at_root && closes(wishes)) {
    throw no_question(stops_of(change.library(), trail).front().item);
  }
  if (!report.at_root) {
    step_back(change, wishes, trail, report, clock.now());
  }
  report.stops = stops_of(change.library(), trail);
  if (!dry_run) {
    change.commit();
  }
  return report;
}

}  // namespace papers::app
