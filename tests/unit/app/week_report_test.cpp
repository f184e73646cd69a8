#include "app/week_report.hpp"

#include <doctest/doctest.h>

#include "app/decision.hpp"
#include "app/question.hpp"
#include "app/reading.hpp"
#include "unit/app/weeks.hpp"

namespace papers {
namespace {

using test::noon;
using test::week_on;
using weekly::Language;

std::vector<std::string> titles(const auto& list) {
  std::vector<std::string> names;
  for (const auto& one : list) {
    names.push_back(one.item.title);
  }
  return names;
}

weekly::WeekReport report(test::Weeks& desk, const std::string& week, const std::string& today,
                          Language language = Language::en) {
  desk.clock.time = noon(today);
  return app::week_report(desk.library, *util::week_named(week, util::WeekStart::monday), week_on(today),
                          language);
}

app::Question asked(test::Weeks& desk, const std::string& text, const Item& at, const std::string& day) {
  app::Question question = app::new_question(text, at, noon(day));
  desk.save(app::record_of(question));
  return question;
}

TEST_CASE("what was finished in the week is told in its order, with minutes, level and takeaway") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  const Item medusa = desk.put("2401.10774", "Medusa");
  const Item early = desk.put("2302.01318", "Sampling");
  desk.done(medusa, "2024-11-19", {Level::skim, std::nullopt, 20, "", ""});
  desk.done(cllms, "2024-11-20", {Level::read, std::nullopt, 95, "", "one step"});
  desk.done(early, "2024-11-17");
  const auto made = report(desk, "2024-W47", "2024-11-24");
  CHECK(titles(made.done) == std::vector<std::string>{"Medusa", "CLLMs"});
  CHECK(made.done[0].level == Level::skim);
  CHECK(made.done[1].takeaway == "one step");
  CHECK(made.done[1].item.url == "https://arxiv.org/abs/2403.00835");
  CHECK(made.minutes() == 115);
  CHECK(titles(report(desk, "2024-W46", "2024-11-24").done) == std::vector<std::string>{"Sampling"});
}

TEST_CASE("what was planned and not done slipped, with how often and why") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  const Item medusa = desk.put("2401.10774", "Medusa");
  desk.plan("2024-W45", {cllms});
  desk.plan("2024-W46", {cllms, medusa}, {{"arXiv:2403.00835", "the queue was full"}});
  desk.plan("2024-W47", {cllms, medusa});
  desk.done(medusa, "2024-11-19");

  const auto ended = report(desk, "2024-W46", "2024-11-20");
  CHECK(titles(ended.slipped) == std::vector<std::string>{"CLLMs", "Medusa"});
  CHECK(ended.slipped[0].weeks == 2);
  CHECK(ended.slipped[0].reason == "the queue was full");
  CHECK(ended.slipped[1].weeks == 1);
  CHECK(titles(ended.plan) == std::vector<std::string>{"CLLMs", "Medusa"});
  CHECK(ended.plan[0].weeks == 2);
  CHECK(ended.plan[0].minutes == 40);

  const auto lasting = report(desk, "2024-W47", "2024-11-20");
  CHECK(titles(lasting.slipped) == std::vector<std::string>{"CLLMs"});
  CHECK(lasting.slipped[0].weeks == 3);
  CHECK(lasting.slipped[0].reason.empty());
  CHECK(lasting.plan.empty());
}

// It stood under "Done" and under "Next week", and reading the report back put it in the queue again.
TEST_CASE("what was done or dropped before a week is no part of the plan for it") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  const Item medusa = desk.put("2401.10774", "Medusa");
  Item sampling = desk.put("2302.01318", "Sampling");
  desk.plan("2024-W48", {cllms, medusa, sampling});
  desk.done(cllms, "2024-11-20");
  Change change = desk.library.begin("drop", "drop");
  app::drop(sampling, "", noon("2024-11-21"));
  change.save(sampling);
  change.commit();
  const auto made = report(desk, "2024-W47", "2024-11-24");
  CHECK(titles(made.done) == std::vector<std::string>{"CLLMs"});
  CHECK(titles(made.plan) == std::vector<std::string>{"Medusa"});
  desk.done(medusa, "2024-11-27");  // in the week that it was planned for
  CHECK(titles(report(desk, "2024-W47", "2024-11-27").plan) == std::vector<std::string>{"Medusa"});
}

TEST_CASE("the week looks the same while it lasts and when it has ended") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  desk.plan("2024-W46", {cllms});
  desk.plan("2024-W47", {cllms});
  desk.plan("2024-W48", {cllms});
  CHECK(report(desk, "2024-W47", "2024-11-24") == report(desk, "2024-W47", "2024-12-20"));
}

TEST_CASE("a decision is told in the language of the report") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  desk.plan("2024-W46", {cllms});
  desk.plan("2024-W47", {cllms});
  Change change = desk.library.begin("decide", "decide");
  app::save_decision(change, {cllms.ids.front(), app::Verdict::split, 1, "two halves", ""},
                     noon("2024-11-19"));
  change.commit();
  CHECK(report(desk, "2024-W47", "2024-11-20").slipped[0].decision == "split, two halves");
  CHECK(report(desk, "2024-W47", "2024-11-20", Language::zh).slipped[0].decision == "拆分，two halves");
  CHECK(report(desk, "2024-W46", "2024-11-20").slipped[0].decision.empty());
}

TEST_CASE("questions are told while they are open, and in the week in which they were answered") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  app::Question first = asked(desk, "what is it?", cllms, "2024-11-05");
  asked(desk, "why?", cllms, "2024-11-19");
  app::answer(first, "a fixed point", noon("2024-11-20"));
  desk.save(app::record_of(first));

  using List = std::vector<weekly::ReportedQuestion>;
  CHECK(report(desk, "2024-W44", "2024-11-27").questions == List{});
  CHECK(report(desk, "2024-W46", "2024-11-27").questions == List{{"what is it?", ""}});
  CHECK(report(desk, "2024-W47", "2024-11-27").questions ==
        List{{"what is it?", "a fixed point"}, {"why?", ""}});
  CHECK(report(desk, "2024-W48", "2024-11-27").questions == List{{"why?", ""}});
}

TEST_CASE("what the advisor is asked stands apart until it is answered") {
  test::Weeks desk;
  const Item cllms = desk.put("2403.00835", "CLLMs");
  app::Question question = app::new_question("may I have a week of the cluster?", cllms, noon("2024-11-19"));
  question.to_advisor = true;
  desk.save(app::record_of(question));
  CHECK(report(desk, "2024-W47", "2024-11-20").needs ==
        std::vector<std::string>{"may I have a week of the cluster?"});
  CHECK(report(desk, "2024-W47", "2024-11-20").questions.empty());
  app::answer(question, "yes", noon("2024-11-20"));
  desk.save(app::record_of(question));
  CHECK(report(desk, "2024-W47", "2024-11-20").needs.empty());
  CHECK(report(desk, "2024-W47", "2024-11-20").questions ==
        std::vector<weekly::ReportedQuestion>{{"may I have a week of the cluster?", "yes"}});
}

TEST_CASE("an empty library has a report, with nothing in it") {
  test::Weeks desk;
  weekly::WeekReport empty;
  empty.week = *util::week_named("2024-W47", util::WeekStart::monday);
  CHECK(report(desk, "2024-W47", "2024-11-20") == empty);
  CHECK(app::report_picture(desk.library, empty).empty());
}

}  // namespace
}  // namespace papers
