#include "app/log_questions.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "app/log_saying.hpp"
#include "app/question.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

std::optional<Question> asked_before(const Library& library, const std::string& text) {
  const std::string wanted = util::fold(text);
  const std::vector<Question> all = questions(library);
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Question& question) { return util::fold(question.text) == wanted; });
  return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<Identifier> subject_of(const Library& library, const weekly::Entry& entry) {
  const auto id =
      entry.links.empty() ? std::nullopt : std::optional(parse_identifier(entry.links.front().url));
  const bool is_item = id && *id && library.find(**id).has_value();
  return is_item ? std::optional(**id) : std::nullopt;
}

}  // namespace

bool keep_question(Change& change, const Mention& mention, Time now) {
  const weekly::Entry& entry = *mention.entry;
  const std::chrono::seconds place{entry.line % 3600};  // questions of a day keep the order of the log
  const Time asked = util::from_moment(moment_on(mention.week->date)).value_or(now) + place;
  const auto before = asked_before(change.library(), entry.title);
  Question question = before ? *before : new_question(entry.title, asked);
  question.at = before ? question.at : subject_of(change.library(), entry);
  question.to_advisor = before ? question.to_advisor : mention.section->kind == weekly::SectionKind::needs;
  const bool is_answered = entry.answer && !entry.answer->empty();
  const bool closes = is_answered && question.state == Question::State::open;
  if (closes) {
    answer(question, *entry.answer, asked);
  }
  if (before && !closes) {
    return false;
  }
  change.save(record_of(question));
  return true;
}

}  // namespace papers::app
