#include "app/question.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

using app::Question;
using test::Desk;

const Time k_now = test::FakeClock().now();

void save(Desk& desk, const Record& record) {
  Change change = desk.library.begin("test", "test");
  change.save(record);
  change.commit();
}

Question asked(Desk& desk, const std::string& text, const Item& at) {
  const Question question = app::new_question(text, at, k_now);
  save(desk, app::record_of(question));
  return question;
}

TEST_CASE("a question reads back as it was written, open, answered and given up") {
  Desk desk;
  const Item item = desk.put("2403.00835", "CLLMs");
  Question question = app::new_question("what is a Jacobi iteration?", item, k_now);
  question.dived = *parse_identifier("2305.10427");
  CHECK(*app::question_of(app::record_of(question)) == question);
  Question answered = question;
  app::answer(answered, "a fixed-point iteration", k_now);
  CHECK(*app::question_of(app::record_of(answered)) == answered);
  Question given_up = question;
  app::give_up(given_up, k_now);
  CHECK(*app::question_of(app::record_of(given_up)) == given_up);
  CHECK(given_up.state == Question::State::unanswered);
}

TEST_CASE("the body of a question is what its header says") {
  Item item;
  item.ids = {*parse_identifier("2403.00835")};
  Question question = app::new_question("why?", item, k_now);
  CHECK(app::record_of(question).body ==
        R"({"text":"why?","at":"arXiv:2403.00835","dived":null,"to":null,"asked":"2024-11-17T09:00:00Z",)"
        R"("state":"open","answer":null,"closed":null})");
  question.dived = *parse_identifier("2305.10427");
  app::answer(question, "because", k_now);
  CHECK(app::record_of(question).body ==
        R"({"text":"why?","at":"arXiv:2403.00835","dived":"arXiv:2305.10427",)"
        R"("to":null,"asked":"2024-11-17T09:00:00Z","state":"answered","answer":"because",)"
        R"("closed":"2024-11-17T09:00:00Z"})");
}

TEST_CASE("bodies that make no sense are refused by name, and left out of the library's questions") {
  Desk desk;
  const Item item = desk.put("2403.00835", "CLLMs");
  const Question good = asked(desk, "why?", item);
  const std::pair<const char*, const char*> bodies[]{
      {R"({})", "state"},
      {R"({"text":"q","at":"hello world","state":"open"})", "at"},
      {R"({"text":"q","at":"arXiv:2403.00835","state":"maybe"})", "state"},
      {R"({"text":7,"at":"arXiv:2403.00835","state":"open"})", "text"},
      {R"({"text":"q","at":"arXiv:2403.00835","asked":"soon","state":"open"})", "asked"},
  };
  for (const auto& row : bodies) {
    const auto& [body, field] = row;
    CAPTURE(row.first);
    const auto question = app::question_of({"question", "x", body});
    REQUIRE_FALSE(question.ok());
    CHECK(question.error().message.find(field) != std::string::npos);
    save(desk, {"question", "x", body});
    CHECK(app::questions(desk.library) == std::vector<Question>{good});
    CHECK_FALSE(app::question_with_id(desk.library, "x"));
  }
}

TEST_CASE("a question can be about no item in particular") {
  Desk desk;
  const Item item = desk.put("2403.00835", "CLLMs");
  const Question question = app::new_question("where do I begin?", k_now);
  CHECK(*app::question_of(app::record_of(question)) == question);
  CHECK(app::record_of(question).body.find(R"("at":null)") != std::string::npos);
  save(desk, app::record_of(question));
  CHECK(app::open_questions(desk.library) == std::vector<Question>{question});
  CHECK(app::questions_about(desk.library, item).empty());
}

TEST_CASE("questions of an item are those asked there and those it was opened for") {
  Desk desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  const Item medusa = desk.put("2401.10774", "Medusa");
  Question first = app::new_question("what is a draft model?", cllms, k_now);
  first.dived = medusa.ids.front();
  save(desk, app::record_of(first));
  const Question second = asked(desk, "is it fast?", medusa);
  CHECK(app::questions_about(desk.library, cllms) == std::vector<Question>{first});
  CHECK(app::questions_about(desk.library, medusa) == std::vector<Question>{first, second});
  CHECK(app::open_questions(desk.library).size() == 2);
}

TEST_CASE("a question follows its item through a merge of works") {
  Desk desk;
  const Item item = desk.put("2403.00835", "CLLMs");
  asked(desk, "why?", item);
  Item merged = desk.put("doi:10.1145/1.2", "CLLMs");
  merged.ids.push_back(item.ids.front());
  Change change = desk.library.begin("test", "test");
  change.save(merged);
  change.commit();
  const Item now = desk.library.find(*parse_identifier("doi:10.1145/1.2")).value();
  CHECK(app::questions_about(desk.library, now).size() == 1);
}

TEST_CASE("words choose an open question when they are in one alone, but for case and accents") {
  Desk desk;
  const Item item = desk.put("2403.00835", "CLLMs");
  const std::vector<Question> open{asked(desk, "What is a Jacobi iteration?", item),
                                   asked(desk, "What is a naïve draft?", item), asked(desk, "draft", item)};
  CHECK(**app::select_question(open, "JACOBI") == open[0]);
  CHECK(**app::select_question(open, "naive draft") == open[1]);
  CHECK(**app::select_question(open, "Draft") == open[2]);
  CHECK_FALSE(app::select_question(open, "speculation")->has_value());
  const auto several = app::select_question(open, "what is");
  REQUIRE_FALSE(several.ok());
  CHECK(several.error().code == ExitCode::no_match);
  CHECK(several.error().message.find("Jacobi") != std::string::npos);
}

TEST_CASE("what is asked is one clean line, and something") {
  CHECK(*app::checked_words("  what\nis\tthis?\x1b ", "question") == "what is this?\xEF\xBF\xBD");
  for (const char* text : {"", "  ", "\n\t"}) {
    const auto words = app::checked_words(text, "answer");
    REQUIRE_FALSE(words.ok());
    CHECK(words.error().code == ExitCode::usage);
    CHECK(words.error().message.find("answer") != std::string::npos);
  }
}

}  // namespace
}  // namespace papers
