#include "app/question.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"
#include "model/json_value.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"
#include "util/unique_id.hpp"

namespace papers::app {
namespace {

using model::Json;
using model::member;

constexpr const char* k_advisor = "advisor";
constexpr const char* k_kind = "question";

constexpr std::array<std::pair<Question::State, std::string_view>, 3> k_states{{
    {Question::State::open, "open"},
    {Question::State::answered, "answered"},
    {Question::State::unanswered, "unanswered"},
}};

Question::State read_state(const Json& value) {
  const std::string name = model::read_line("state", value);
  const auto* const row =
      std::find_if(k_states.begin(), k_states.end(), [&](const auto& known) { return known.second == name; });
  if (row == k_states.end()) {
    throw model::bad_value("state", value, "open, answered or unanswered");
  }
  return row->first;
}

Question read_question(const std::string& id, const Json& body) {
  Question question;
  question.id = id;
  question.text = model::read_line("text", member(body, "text"));
  if (const Json& at = member(body, "at"); !at.is_null()) {
    question.at = model::read_identifier("at", at);
  }
  if (const Json& dived = member(body, "dived"); !dived.is_null()) {
    question.dived = model::read_identifier("dived", dived);
  }
  const Json& to = member(body, "to");
  question.to_advisor = to.is_string() && to == k_advisor;  // who else could be meant is not known here
  question.asked = model::read_moment("asked", member(body, "asked"));
  question.state = read_state(member(body, "state"));
  question.answer = model::read_line("answer", member(body, "answer"));
  question.closed = model::read_moment("closed", member(body, "closed"));
  return question;
}

std::vector<Question> questions_that(const Library& library,
                                     const std::function<bool(const Question&)>& wanted) {
  std::vector<Question> found;
  for (const Record& record : library.records(k_kind)) {
    if (auto question = question_of(record); question && wanted(*question)) {
      found.push_back(*std::move(question));
    }
  }
  return found;
}

bool holds_all(std::string_view text, const std::vector<std::string_view>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

Error ambiguous(std::string_view text, const std::vector<Question>& questions) {
  std::string message = fmt::format("{}: fits {} open questions; say more of one:", text, questions.size());
  for (const Question& question : questions) {
    message += "\n  " + question.text;
  }
  return {ExitCode::no_match, message};
}

}  // namespace

std::string_view name_of(Question::State state) {
  return k_states.at(static_cast<std::size_t>(state)).second;
}

Record record_of(const Question& question) {
  const Json body{{"text", question.text},
                  {"at", question.at ? Json(format(*question.at)) : Json()},
                  {"dived", question.dived ? Json(format(*question.dived)) : Json()},
                  {"to", question.to_advisor ? Json(k_advisor) : Json()},
                  {"asked", question.asked},
                  {"state", name_of(question.state)},
                  {"answer", model::text_or_null(question.answer)},
                  {"closed", model::text_or_null(question.closed)}};
  return {k_kind, question.id, model::dump(body)};
}

Result<Question> question_of(const Record& record) {
  try {
    return read_question(record.id, value_or_throw(model::parse_json(record.body)));
  } catch (const Failure& failure) {
    return Error{failure.code(), failure.what()};
  }
}

Question new_question(std::string text, const Item& at, Time now) {
  Question question = new_question(std::move(text), now);
  question.at = at.ids.front();
  return question;
}

Question new_question(std::string text, Time now) {
  Question question;
  question.id = util::unique_id(now);
  question.text = std::move(text);
  question.asked = util::to_moment(now);
  return question;
}

void answer(Question& question, std::string text, Time now) {
  question.state = Question::State::answered;
  question.answer = std::move(text);
  question.closed = util::to_moment(now);
}

void give_up(Question& question, Time now) {
  question.state = Question::State::unanswered;
  question.answer.clear();
  question.closed = util::to_moment(now);
}

Result<std::string> checked_words(std::string_view text, std::string_view what) {
  std::string clean = util::clean_line(text);
  if (clean.empty()) {
    return Error{ExitCode::usage, fmt::format("an empty text is no {}; put it in quotes", what)};
  }
  return clean;
}

std::vector<Question> questions(const Library& library) {
  return questions_that(library, [](const Question&) { return true; });
}

std::vector<Question> open_questions(const Library& library) {
  return questions_that(library,
                        [](const Question& question) { return question.state == Question::State::open; });
}

std::vector<Question> questions_about(const Library& library, const Item& item) {
  return questions_that(library, [&item](const Question& question) {
    return is_named(item, question.at) || is_named(item, question.dived);
  });
}

std::optional<Question> question_with_id(const Library& library, const std::string& id) {
  const auto record = id.empty() ? std::nullopt : library.record(k_kind, id);
  auto question = record ? std::optional(question_of(*record)) : std::nullopt;
  return question && *question ? std::optional(**std::move(question)) : std::nullopt;
}

bool is_named(const Item& item, const std::optional<Identifier>& id) {
  return id && std::find(item.ids.begin(), item.ids.end(), *id) != item.ids.end();
}

Result<std::optional<Question>> select_question(const std::vector<Question>& open, std::string_view text) {
  const std::string wanted = util::fold(text);
  const std::vector<std::string_view> words = util::words(wanted);
  std::vector<Question> fitting;
  for (const Question& question : open) {
    const std::string folded = util::fold(question.text);
    if (folded == wanted) {
      return std::optional(question);
    }
    if (holds_all(folded, words)) {
      fitting.push_back(question);
    }
  }
  if (fitting.size() > 1) {
    return ambiguous(text, fitting);
  }
  return fitting.empty() ? std::nullopt : std::optional(std::move(fitting.front()));
}

}  // namespace papers::app
