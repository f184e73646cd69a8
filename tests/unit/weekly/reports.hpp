// A week with everything that a report can say.
#pragma once

#include "weekly/week_report.hpp"

namespace papers::test {

inline weekly::WeekReport full_week() {
  weekly::WeekReport report;
  report.week = *util::week_named("2024-W47", util::WeekStart::monday);
  report.done = {
      {{"arXiv:2403.00835", "CLLMs: Consistency Large Language Models", "https://arxiv.org/abs/2403.00835"},
       Level::read,
       95,
       "任意 Jacobi 状态一步收敛到不动点"},
      {{"arXiv:2401.10774", "Medusa", "https://arxiv.org/abs/2401.10774"}, Level::skim, 20, ""},
      {{"local:course", "cs231n 的 module2", ""}, std::nullopt, std::nullopt, ""},
      {{"url:https://example.org/kernels(1)", "Kernels <fast & small>", "https://example.org/kernels(1)"},
       Level::reproduce,
       180,
       "2x on a laptop; see \"notes\" [1]"},
  };
  report.slipped = {
      {{"local:profiling", "用 profiler 测试 vllm 的性能", ""}, 3, "拆分", "机器排队"},
      {{"arXiv:2306.13549", "A Survey on Multimodal Large Language Models",
        "https://arxiv.org/abs/2306.13549"},
       1,
       "",
       ""},
  };
  report.plan = {
      {{"arXiv:2305.10427", "Accelerating Transformer Inference", "https://arxiv.org/abs/2305.10427"},
       std::nullopt,
       40,
       0,
       ""},
      {{"local:profiling", "用 profiler 测试 vllm 的性能", ""}, std::nullopt, 120, 3, "拆分，先跑通"},
      {{"arXiv:2306.13549", "A Survey on Multimodal Large Language Models",
        "https://arxiv.org/abs/2306.13549"},
       Level::skim,
       25,
       1,
       ""},
  };
  report.questions = {
      {"Jacobi 迭代是什么？", "对所有 token 同时做不动点迭代"},
      {"speculative sampling 的接受率为什么保持分布不变？", ""},
  };
  report.needs = {"能否借用一周 A100？"};
  report.picture = "<svg viewBox=\"0 0 10 10\"><circle cx=\"5\" cy=\"5\" r=\"4\"/></svg>";
  return report;
}

inline weekly::WeekReport empty_week() {
  weekly::WeekReport report;
  report.week = *util::week_named("2024-W48", util::WeekStart::monday);
  return report;
}

}  // namespace papers::test
