#include "app/log_questions.hpp"

#include <chrono>
#include <optional>

#include "app/log_addresses.hpp"
#include "app/log_saying.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"

namespace papers::app {
namespace {

std::optional<Identifier> subject_of(const Library& library, const weekly::Entry& entry) {
  const auto id = address_of(entry);
  return id && library.find(*id) ? id : std::nullopt;
}

}  // namespace

LogQuestions::LogQuestions(Change& change) : m_change(change) {
  for (Question& question : questions(change.library())) {
    m_known.emplace(util::fold(question.text), std::move(question));
  }
}

bool LogQuestions::keep(const Mention& mention, Time now) {
  const weekly::Entry& entry = *mention.entry;
  const std::chrono::seconds later{entry.line % 3600};  // questions of a day keep the order of the log
  const Time asked = util::from_moment(moment_on(mention.week->date)).value_or(now) + later;
  const auto [place, is_new] = m_known.try_emplace(util::fold(entry.title));
  Question& question = place->second;
  if (is_new) {
    question = new_question(entry.title, asked);
    question.at = subject_of(m_change.library(), entry);
    question.to_advisor = mention.section->kind == weekly::SectionKind::needs;
  }
  const bool is_answered = entry.answer && !entry.answer->empty();
  const bool closes = is_answered && question.state == Question::State::open;
  if (closes) {
    answer(question, *entry.answer, asked);
  }
  if (is_new || closes) {
    m_change.save(record_of(question));
  }
  return is_new || closes;
}

}  // namespace papers::app
