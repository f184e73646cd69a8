// A report in Markdown is a log: read into an empty library, it makes the same report.
#include <doctest/doctest.h>

#include "app/decision.hpp"
#include "app/question.hpp"
#include "app/week_report.hpp"
#include "unit/app/log_desk.hpp"
#include "unit/app/weeks.hpp"

namespace papers {
namespace {

using test::noon;
using test::week_on;
using weekly::Language;

std::string markdown(const Library& library, const std::string& week, Language language) {
  const auto report = app::week_report(library, *util::week_named(week, util::WeekStart::monday),
                                       week_on("2024-11-24"), language);
  return weekly::report_markdown(report, weekly::words_of(language));
}

std::string read_back(const std::string& report, const std::string& week, Language language) {
  test::LogDesk desk;
  desk.today = "2024-11-24";
  desk.clock.time = noon("2024-11-24");
  desk.asks_nobody = false;
  desk.read(report);
  return markdown(desk.library, week, language);
}

void decide(test::Weeks& desk, const Item& item, app::Verdict verdict, const std::string& because) {
  Change change = desk.library.begin("decide", "decide");
  app::save_decision(change, {item.ids.front(), verdict, 3, because, ""}, noon("2024-11-20"));
  change.commit();
}

/// Everything that a report can say, with titles that look like more than titles.
void live(test::Weeks& desk) {
  const Item cllms = desk.put("2403.00835", "CLLMs: Consistency Large Language Models");
  const Item medusa = desk.put("2401.10774", "Medusa [Cai+]");
  const Item sampling = desk.put("2302.01318", "Speculative Sampling");
  const Item survey = desk.put("2306.13549", "A Survey on *Multimodal* Models (20 min)");
  Item course = desk.put("url:https://example.org/course", "cs231n 的 module2");
  const Item profiling = desk.put("local:profiling", "用 profiler 测试 vllm 的性能，写报告");
  desk.plan("2024-W45", {profiling, survey});
  desk.plan("2024-W46", {profiling});
  desk.plan("2024-W47", {cllms, profiling, medusa, course, survey}, {{"local:profiling", "机器排队"}});
  desk.plan("2024-W48", {sampling, profiling, survey});
  decide(desk, profiling, app::Verdict::split, "先跑通");
  desk.done(medusa, "2024-11-19", {Level::skim, std::nullopt, 20, "", ""});
  desk.done(cllms, "2024-11-20", {Level::read, std::nullopt, 95, "", "任意 Jacobi 状态一步收敛：见第 3 节"});
  desk.done(course, "2024-11-21");
  app::Question first = app::new_question("Jacobi 迭代是什么？", cllms, noon("2024-11-19"));
  app::answer(first, "对所有 token 同时做不动点迭代", noon("2024-11-20"));
  desk.save(app::record_of(first));
  desk.save(app::record_of(app::new_question("接受率为什么保持分布不变？", sampling, noon("2024-11-21"))));
  app::Question need = app::new_question("能否借用一周 A100？", noon("2024-11-22"));
  need.to_advisor = true;
  desk.save(app::record_of(need));
}

TEST_CASE("a report read into an empty library makes the same report, in Chinese and in English") {
  test::Weeks desk;
  live(desk);
  for (const Language language : {Language::zh, Language::en}) {
    const std::string report = markdown(desk.library, "2024-W47", language);
    CAPTURE(report);
    CHECK(read_back(report, "2024-W47", language) == report);
  }
}

TEST_CASE("a report of nothing brings nothing") {
  const test::Weeks desk;
  const std::string report = markdown(desk.library, "2024-W47", Language::zh);
  test::LogDesk other;
  other.read(report);
  CHECK(other.items() == 0);
  CHECK(other.library.records("plan").empty());
  CHECK(other.library.records("question").empty());
}

TEST_CASE("reading a report twice adds nothing to reading it once") {
  test::Weeks desk;
  live(desk);
  const std::string report = markdown(desk.library, "2024-W47", Language::zh);
  test::LogDesk other;
  other.today = "2024-11-24";
  other.clock.time = test::noon("2024-11-24");
  other.read(report);
  const std::size_t items = other.items();
  other.read(report);
  CHECK(other.items() == items);
  CHECK(markdown(other.library, "2024-W47", Language::zh) == report);
}

}  // namespace
}  // namespace papers
