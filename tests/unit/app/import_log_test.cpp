#include "app/import_log.hpp"

#include <doctest/doctest.h>

#include "app/decision.hpp"
#include "app/export_library.hpp"
#include "app/question.hpp"
#include "app/reading.hpp"
#include "model/plan.hpp"
#include "unit/app/log_desk.hpp"

namespace papers {
namespace {

using test::LogDesk;
using test::notes_with;

constexpr const char* k_two_weeks = R"(# 2024.11.10
## 本周进度
+ 读论文
  + Medusa: Simple Framework for Accelerating LLM Generation with Multiple Decoding Heads
+ 利用vllm profiler对vllm的性能进行测试
## 下周规划
1. MIT6.5940学习：lec5-6；lab看情况
2. 论文阅读
   + [CLLM](https://arxiv.org/pdf/2403.00835)
# 2024.11.17
## 本周进度
+ 完成mit6.5940的lec3-4学习
## 下周规划
1. MIT6.5940学习：lec5-6；lab看情况
2. 论文阅读（顺延）
   + [CLLM](https://arxiv.org/pdf/2403.00835)
## 问题
+ 感觉效率太低
)";

constexpr const char* k_third_week = R"(# 2024.11.24
## 本周进度
+ 阅读了
  + MEDUSA: Simple LLMInference Acceleration Framework with Multiple Decoding Heads
  + CLLMs: Consistency Large Language Models
)";

void lay_out_two_works(LogDesk& desk) {
  desk.lay_out("2403.00835", "CLLMs: Consistency Large Language Models");
  desk.ship("2401.10774", "Medusa: Simple LLM Inference Acceleration Framework with Multiple Decoding Heads");
}

std::vector<std::string> planned_in(const Library& library, const std::string& week) {
  const auto record = library.record("plan", week);
  std::vector<std::string> titles;
  if (record) {
    const auto plan = model::plan_of(*record);
    for (const model::PlannedItem& planned : plan->items) {
      titles.push_back(library.find(planned.id)->title);
    }
  }
  return titles;
}

std::string exported(LogDesk& desk) {
  return app::export_library(desk.library, **app::find_exporter("jsonl"), {}, {}, {}).bytes;
}

TEST_CASE("a log of two weeks and a third: works that are called by several names are one item each") {
  LogDesk desk;
  lay_out_two_works(desk);
  const app::ImportReport report = desk.read(std::string(k_two_weeks) + k_third_week);
  CHECK(report.problems.empty());
  CHECK(report.added == 4);
  CHECK(desk.items() == 4);
  const Item medusa = *desk.library.find(*parse_identifier("2401.10774"));
  CHECK(medusa.state == State::read);
  CHECK(medusa.finished == "2024-11-10T12:00:00Z");
  CHECK(medusa.root);
  const Item cllm = *desk.library.find(*parse_identifier("2403.00835"));
  CHECK(cllm.title == "CLLMs: Consistency Large Language Models");
  CHECK(cllm.state == State::read);
  CHECK(cllm.finished == "2024-11-24T12:00:00Z");
  CHECK(cllm.added == "2024-11-10T12:00:00Z");
  CHECK_FALSE(notes_with(report, "is taken for arXiv:2401.10774").empty());
}

TEST_CASE("plans of weeks become plans, in their order") {
  LogDesk desk;
  lay_out_two_works(desk);
  (void)desk.read(k_two_weeks);
  const std::vector<std::string> wanted{"MIT6.5940", "CLLMs: Consistency Large Language Models"};
  CHECK(planned_in(desk.library, "2024-W46") == wanted);
  CHECK(planned_in(desk.library, "2024-W47") == wanted);
  const auto plan = model::plan_of(*desk.library.record("plan", "2024-W46"));
  CHECK(plan->ends == "2024-11-17");
  CHECK(plan->made == "2024-11-10T12:00:00Z");
}

TEST_CASE("lectures of a course begin it and do not finish it") {
  LogDesk desk;
  lay_out_two_works(desk);
  (void)desk.read(k_two_weeks);
  const Item course = desk.titled("MIT6.5940");
  CHECK(course.kind == Kind::course);
  CHECK(course.state == State::paused);
  CHECK(course.started == "2024-11-17T12:00:00Z");
  REQUIRE(course.notes.size() == 2);
  CHECK(course.notes[0].text == "MIT6.5940学习：lec5-6；lab看情况");
  CHECK(course.notes[1].text == "完成mit6.5940的lec3-4学习");
  (void)desk.read("# 2024.11.24\n## 本周进度\n+ 完成了mit6.5940的所有lecture\n");
  CHECK(desk.titled("MIT6.5940").state == State::read);
}

TEST_CASE("questions are kept, with the date of the log and about nothing in particular") {
  LogDesk desk;
  lay_out_two_works(desk);
  (void)desk.read(k_two_weeks);
  const auto questions = app::open_questions(desk.library);
  REQUIRE(questions.size() == 1);
  CHECK(questions[0].text == "感觉效率太低");
  CHECK(questions[0].asked == "2024-11-17T12:00:18Z");
  CHECK_FALSE(questions[0].at);
  (void)desk.read("# 2024.11.24\n## 问题\n+ 感觉效率太低（已答：少追溯）\n");
  const auto answered = app::questions(desk.library);
  REQUIRE(answered.size() == 1);
  CHECK(answered[0].answer == "少追溯");
}

TEST_CASE("importing again adds nothing, whatever the reader changed in between") {
  LogDesk desk;
  lay_out_two_works(desk);
  const std::string log = std::string(k_two_weeks) + k_third_week;
  (void)desk.read(log);
  const std::string first = exported(desk);
  const app::ImportReport again = desk.read(log);
  CHECK(again.added + again.changed + again.records == 0);
  CHECK(exported(desk) == first);

  Change change = desk.library.begin("start", "start");
  Item item = *desk.library.find(*parse_identifier("2403.00835"));
  app::start(item, desk.clock.now());
  change.save(item);
  Item course = desk.titled("MIT6.5940");
  course.title = "Efficient deep learning";
  course.own = {"title"};
  app::drop(course, "too long", desk.clock.now());
  change.save(course);
  change.commit();
  const std::string changed = exported(desk);
  CHECK(desk.read(log).changed == 0);
  CHECK(exported(desk) == changed);
}

TEST_CASE("what a report calls done stays done, although its plan still lists it") {
  LogDesk desk;
  lay_out_two_works(desk);
  (void)desk.read(
      "# 2024.11.24\n## 本周进度\n+ 读完 [CLLM](https://arxiv.org/abs/2403.00835)（95 分钟）：不动点\n"
      "## 下周规划\n1. [CLLM](https://arxiv.org/abs/2403.00835)（约 40 分钟）\n");
  const Item item = *desk.library.find(*parse_identifier("2403.00835"));
  CHECK(item.state == State::read);
  CHECK(item.finished == "2024-11-24T12:00:00Z");
  CHECK(item.minutes == 95);
}

TEST_CASE("a title and the same title behind a word for reading are one item") {
  LogDesk desk;
  (void)desk.read("# 2024.11.10\n## Plan\n+ read Attention is all you need\n+ Attention is all you need\n");
  CHECK(desk.items() == 1);
  CHECK(desk.titled("Attention is all you need").kind == Kind::paper);
  (void)desk.read("# 2024.11.17\n## Done\n+ Finished reading Attention is all you need\n");
  CHECK(desk.items() == 1);
  CHECK(desk.titled("Attention is all you need").state == State::read);
}

TEST_CASE("of a log that was added to, only what is new counts") {
  LogDesk desk;
  lay_out_two_works(desk);
  (void)desk.read(k_two_weeks);
  CHECK(desk.library.find(*parse_identifier("2403.00835"))->state == State::queued);
  const app::ImportReport report = desk.read(std::string(k_two_weeks) + k_third_week);
  CHECK(report.added == 0);
  CHECK(report.changed == 1);
  CHECK(desk.library.find(*parse_identifier("2403.00835"))->state == State::read);
}

TEST_CASE("one undo takes back the whole import") {
  LogDesk desk;
  lay_out_two_works(desk);
  const std::string before = exported(desk);
  (void)desk.read(k_two_weeks);
  Change change = desk.library.begin("undo", "undo");
  CHECK(change.undo()->name == "import");
  change.commit();
  CHECK(exported(desk) == before);
  CHECK(desk.read(k_two_weeks).added == 4);
}

TEST_CASE("a dry run keeps nothing, and shows how each line was taken and for which item") {
  LogDesk desk;
  lay_out_two_works(desk);
  const app::ImportReport report = desk.read(k_two_weeks, /*dry_run=*/true);
  CHECK(desk.items() == 0);
  CHECK(desk.library.log(0).empty());
  CHECK(report.added == 4);
  std::string lines;
  for (const app::ImportedLine& line : report.lines) {
    lines += std::to_string(line.line) + " " + line.reading + "\n";
  }
  CHECK(lines.find("9 paper (an arXiv id): CLLM <https://arxiv.org/pdf/2403.00835> → #4 CLLMs: ") !=
        std::string::npos);
  CHECK(lines.find("7 course, lectures 5 to 6") != std::string::npos);
  CHECK(lines.find("18 question (its section): 感觉效率太低") != std::string::npos);
}

TEST_CASE("a name that fits two works is kept as it stands, and both are named") {
  LogDesk desk;
  desk.put("2401.10774", "Consistency Models: A First Work about Images");
  desk.put("2505.11111", "Consistency Models: A Second Work about Sound");
  const app::ImportReport report = desk.read("# 2024.11.10\n## 本周进度\n+ 读论文\n  + Consistency Models\n");
  CHECK(report.added == 1);
  CHECK(desk.titled("Consistency Models").ids.front().scheme == Scheme::local);
  CHECK(desk.library.find(*parse_identifier("2401.10774"))->state == State::queued);
  CHECK(desk.library.find(*parse_identifier("2505.11111"))->state == State::queued);
  const std::string doubt = notes_with(report, "is kept under that name");
  CHECK(doubt.find("papers merge 1 3") != std::string::npos);
  CHECK(doubt.find("papers merge 2 3") != std::string::npos);
}

TEST_CASE("a title that services know becomes that work; a doubtful one is listed and kept by its name") {
  LogDesk desk;
  Item sampling;
  sampling.ids = {*parse_identifier("2302.01318")};
  sampling.title = "Accelerating Large Language Model Decoding with Speculative Sampling";
  sampling.source = "arxiv";
  desk.answers.titles[sampling.title] = {TitleAnswer::Match::same, sampling, "", ""};
  Item other = sampling;
  other.ids = {*parse_identifier("2001.00001")};
  other.title = "Deep Reinforcement Learning from Human Preferences";
  desk.answers.titles[other.title] = {TitleAnswer::Match::possible, other, "the years are 2017 and 2020", ""};
  const app::ImportReport report = desk.read(
      "# 2024.11.10\n## 本周进度\n+ 读论文\n"
      "  + Accelerating Large Language Model Decoding with Speculative Sampling\n"
      "  + Deep Reinforcement Learning from Human Preferences (Christiano et al., 2017)\n"
      "  + A Title that Nobody Has Heard of\n");
  CHECK(desk.library.find(*parse_identifier("2302.01318"))->state == State::read);
  CHECK_FALSE(desk.library.find(*parse_identifier("2001.00001")));
  const Item doubtful = desk.titled(other.title);
  CHECK(doubtful.year == 2017);
  const std::string doubt = notes_with(report, "the years are 2017 and 2020");
  CHECK(doubt.starts_with("line 5: "));
  CHECK(doubt.find("papers add arXiv:2001.00001, then papers merge arXiv:2001.00001 2") != std::string::npos);
  CHECK_FALSE(notes_with(report, "line 6: ").empty());
  CHECK_FALSE(report.later);
}

TEST_CASE("what could not be looked up is kept by its name, and looked up by the next import") {
  LogDesk desk;
  const std::string title = "Accelerating Large Language Model Decoding with Speculative Sampling";
  const std::string log = "# 2024.11.10\n## 下周规划\n+ 读论文\n  + " + title + "\n";
  desk.answers.titles[title] = {TitleAnswer::Match::none, {}, "", "arXiv could not be reached"};
  const app::ImportReport first = desk.read(log);
  CHECK(first.later);
  CHECK_FALSE(notes_with(first, "arXiv could not be reached").empty());
  CHECK(desk.titled(title).state == State::queued);

  Item work;
  work.ids = {*parse_identifier("2302.01318")};
  work.title = title;
  work.source = "arxiv";
  desk.answers.titles[title] = {TitleAnswer::Match::same, work, "", ""};
  const app::ImportReport second = desk.read(log);
  CHECK_FALSE(second.later);
  CHECK(second.added == 0);
  CHECK(second.changed == 1);
  CHECK(desk.items() == 1);
  CHECK(desk.library.find(*parse_identifier("2302.01318"))->state == State::queued);

  desk.answers.titles[title] = {TitleAnswer::Match::none, {}, "", "arXiv could not be reached"};
  const app::ImportReport third = desk.read(log);  // nobody is asked any more
  CHECK_FALSE(third.later);
  CHECK(third.changed == 0);
}

TEST_CASE("an id of which nobody knows anything keeps the name that the log gives it") {
  LogDesk desk;
  const app::ImportReport report =
      desk.read("# 2024.11.10\n## 下周规划\n+ [A Paper](https://arxiv.org/abs/2403.99999)\n");
  const Item item = *desk.library.find(*parse_identifier("2403.99999"));
  CHECK(item.title == "A Paper");
  CHECK(item.state == State::queued);
  CHECK(notes_with(report, "arXiv has no such paper").starts_with("line 3: \"A Paper\""));
}

TEST_CASE("a line in a list of Markdown that no name can be made of is prose, with its number") {
  LogDesk desk;
  desk.asks_nobody = true;
  const app::ImportReport report =
      desk.read("# 2024.11.10\n## 本周进度\n+ 联系了学长，至今还没有回复\n\n![](cat.png)\n");
  CHECK(desk.items() == 0);
  CHECK(notes_with(report, "line 3: left as it is: 联系了学长，至今还没有回复").size() > 0);
  CHECK(notes_with(report, "line 5: left out, a picture").size() > 0);
  CHECK(report.problems.empty());
}

TEST_CASE("headings of the reader's own are settings") {
  LogDesk desk;
  desk.settings.overlay_assignment("log.plan=Ziele,目标");
  (void)desk.read(
      "# 2024.11.10\n## Ziele\n+ [x](https://example.org/a)\n## 目标\n+ [y](https://example.org/b)\n");
  CHECK(planned_in(desk.library, "2024-W46") == std::vector<std::string>{"x", "y"});
}

TEST_CASE("how often something was carried over, and why, comes back although the older plans are lost") {
  LogDesk desk;
  (void)desk.read(
      "# 2024.11.24\n## 本周进度\n+ 未完成 [A post](https://example.org/a)（顺延 3 周：略读）\n  + "
      "原因：太长\n"
      "+ 精读 [B post](https://example.org/b)（95 分钟）：跳过附录\n"
      "## 下周规划\n1. 略读 [A post](https://example.org/a)（约 20 分钟）（顺延 3 周）\n");
  for (const char* week : {"2024-W45", "2024-W46", "2024-W47", "2024-W48"}) {
    CAPTURE(week);
    CHECK(planned_in(desk.library, week) == std::vector<std::string>{"A post"});
  }
  CHECK(planned_in(desk.library, "2024-W44").empty());
  const auto plan = model::plan_of(*desk.library.record("plan", "2024-W47"));
  CHECK(plan->reasons.at("url:https://example.org/a") == "太长");
  const Item read = desk.titled("B post");
  CHECK(read.level == Level::deep);
  CHECK(read.minutes == 95);
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0].kind == "takeaway");
  CHECK(read.notes[0].text == "跳过附录");
}

TEST_CASE("a decision is taken over unless it is the last one already, whichever log comes first") {
  const auto week = [](const std::string& date, const std::string& slip) {
    return "# " + date + "\n## 本周进度\n+ 未完成 [A post](https://example.org/a)（" + slip + "）\n";
  };
  LogDesk desk;
  (void)desk.read(week("2024.10.27", "顺延 3 周：拆分，先跑通"));
  (void)desk.read(week("2024.10.13", "顺延 1 周：略读") + week("2024.10.20", "顺延 2 周：拆分，先跑通"));
  (void)desk.read(week("2024.11.03", "顺延 4 周：拆分，先跑通") + week("2024.11.10", "顺延 5 周：略读") +
                  week("2024.11.17", "顺延 6 周：略读"));
  const auto decisions = app::decisions(desk.library);
  REQUIRE(decisions.size() == 3);
  CHECK(decisions[0].verdict == app::Verdict::skim);
  CHECK(decisions[0].made == "2024-10-13T12:00:00Z");
  CHECK(decisions[1].verdict == app::Verdict::split);
  CHECK(decisions[1].because == "先跑通");
  CHECK(decisions[1].made == "2024-10-27T12:00:00Z");
  CHECK(decisions[2].verdict == app::Verdict::skim);
  CHECK(decisions[2].slips == 5);
}

TEST_CASE("hostile lines become clean text or are named, and nothing is made of them silently") {
  LogDesk desk;
  const app::ImportReport report = desk.read(
      "# 2024.11.10\n## 下周规划\n+ [a\x1b[31mred\x07](https://example.org/\xe2\x80\xae)\n"
      "+ [js](javascript:alert(1))\n+ [u](https://user:secret@example.org/p)\n" +
      std::string(40, '-') + "\n" + std::string("- ", 2) + "\n");
  desk.library.each_item({}, [](const Item& item) {
    CHECK(item.title.find('\x1b') == std::string::npos);
    return true;
  });
  CHECK(exported(desk).find("secret") == std::string::npos);
  CHECK(report.format.empty());
}

}  // namespace
}  // namespace papers
