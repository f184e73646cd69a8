#include "app/asking.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "app/selector.hpp"
#include "app/trail.hpp"
#include "app/way_back.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

constexpr std::size_t k_longest_summary = 200;  // bytes

bool closes(const AskWishes& wishes) {
  return wishes.unanswered || !wishes.answer.empty();
}

std::string summary_of(const AskWishes& wishes) {
  std::string text = "ask: " + wishes.text;
  if (wishes.unanswered) {
    text += " (unanswered)";
  } else if (!wishes.answer.empty()) {
    text += fmt::format(" (answered: {})", wishes.answer);
  }
  return util::clean_line(text, k_longest_summary);
}

/// What the advisor is asked need be about no item.
std::optional<Item> item_of(const Library& library, const AskWishes& wishes) {
  if (!wishes.item.empty()) {
    return value_or_throw(select_item(library, wishes.item));
  }
  if (!current_trail(library)) {
    if (wishes.to_advisor) {
      return std::nullopt;
    }
    throw Failure(ExitCode::no_match,
                  "you are on no trail; begin one with `papers start ITEM`, or say with --in ITEM what the "
                  "question is about");
  }
  return stops_of(library, required_trail(library)).back().item;
}

/// Those at the item that the reader is at come first, so that they are meant before others.
std::vector<Question> nearest_first(const Library& library) {
  std::vector<Question> open = open_questions(library);
  if (const auto trail = current_trail(library)) {
    const Item top = stops_of(library, *trail).back().item;
    std::stable_partition(open.begin(), open.end(),
                          [&top](const Question& question) { return is_named(top, question.at); });
  }
  return open;
}

std::optional<Item> item_at(const Library& library, const Question& question) {
  auto item = question.at ? library.find(*question.at) : std::nullopt;
  if (question.at && !item) {
    item.emplace().ids = {*question.at};
  }
  return item;
}

Question asked(const AskWishes& wishes, const std::optional<Item>& at, Time now) {
  Question question = at ? new_question(wishes.text, *at, now) : new_question(wishes.text, now);
  question.to_advisor = wishes.to_advisor;
  return question;
}

AskReport close(Change& change, const AskWishes& wishes, Time now) {
  auto meant = value_or_throw(select_question(nearest_first(change.library()), wishes.text));
  if (!meant && wishes.unanswered) {
    throw Failure(ExitCode::no_match,
                  fmt::format("{}: no open question fits; `papers trail` lists them", wishes.text));
  }
  AskReport report;
  const Question question = meant ? *std::move(meant) : asked(wishes, item_of(change.library(), wishes), now);
  report.question = close_question(change, question, wishes.answer, now);
  report.at = item_at(change.library(), question);
  return report;
}

AskReport note(Change& change, const AskWishes& wishes, Time now) {
  AskReport report;
  report.at = item_of(change.library(), wishes);
  const std::string text = util::fold(wishes.text);
  for (const Question& open : open_questions(change.library())) {
    const bool is_here = report.at ? is_named(*report.at, open.at) : !open.at;
    if (is_here && open.to_advisor == wishes.to_advisor && util::fold(open.text) == text) {
      report.question = open;
      report.was_there = true;
      return report;
    }
  }
  report.question = asked(wishes, report.at, now);
  change.save(record_of(report.question));
  return report;
}

}  // namespace

AskReport ask(const AskWishes& wishes, Library& library, Clock& clock, bool dry_run) {
  Change change = library.begin("ask", summary_of(wishes));
  AskReport report = (closes(wishes) ? close : note)(change, wishes, clock.now());
  if (!dry_run) {
    change.commit();
  }
  return report;
}

}  // namespace papers::app
