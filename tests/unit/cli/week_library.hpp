// A reader on Monday 18 November 2024, with papers, a course and code, none of which he said anything of.
#pragma once

#include "unit/cli/reader.hpp"
#include "util/calendar.hpp"

namespace papers::test {

inline constexpr const char* k_week_library =
    R"({"type":"library","schema":1}
{"type":"paper","id":"arXiv:2403.00835","key":"kou2024cllms","title":"CLLMs: Consistency Large Language Models","authors":["Siqi Kou","Lanxiang Hu"],"year":2024,"state":"queued","root":true,"number":1,"added":"2024-11-01T00:00:00Z"}
{"type":"paper","id":"arXiv:2305.10427","key":"santilli2023parallel","title":"Parallel Decoding for Translation","authors":["Andrea Santilli","Silvio Severino"],"year":2023,"state":"queued","root":true,"number":2,"added":"2024-11-01T00:00:00Z"}
{"type":"paper","id":"arXiv:2401.10774","key":"cai2024medusa","title":"Medusa: Simple LLM Inference Acceleration Framework","authors":["Tianle Cai","Yuhong Li"],"year":2024,"state":"queued","root":true,"number":3,"added":"2024-11-02T00:00:00Z"}
{"type":"paper","id":"arXiv:2302.01318","key":"chen2023speculative","title":"Speculative Sampling","authors":["Charlie Chen"],"year":2023,"state":"queued","root":true,"number":4,"added":"2024-11-02T00:00:00Z"}
{"type":"paper","id":"arXiv:1706.03762","key":"vaswani2017attention","title":"Attention Is All You Need","authors":["Ashish Vaswani","Noam Shazeer"],"year":2017,"added":"2024-11-01T00:00:00Z"}
{"type":"paper","id":"url:https://example.org/cs336","key":"cs336","kind":"course","title":"CS336: Language Modeling from Scratch","state":"queued","root":true,"number":5,"tags":["lm"],"added":"2024-11-03T00:00:00Z"}
{"type":"paper","id":"url:https://github.com/example/vllm","key":"vllm","kind":"code","title":"vLLM profiling","state":"queued","root":true,"number":6,"tags":["serving"],"added":"2024-11-03T00:00:00Z"}
{"type":"cites","from":"arXiv:2403.00835","to":"arXiv:2305.10427","source":"test","position":1}
{"type":"cites","from":"arXiv:2403.00835","to":"arXiv:2401.10774","source":"test","position":2}
{"type":"cites","from":"arXiv:2403.00835","to":"arXiv:2302.01318","source":"test","position":3}
{"type":"cites","from":"arXiv:2401.10774","to":"arXiv:2302.01318","source":"test","position":1}
{"type":"cites","from":"arXiv:2401.10774","to":"arXiv:1706.03762","source":"test","position":2}
{"type":"cites","from":"arXiv:2305.10427","to":"arXiv:1706.03762","source":"test","position":1}
)";

struct Week : Reader {
  Week() : Reader(k_week_library) { on("2024-11-18"); }

  /// Noon of that day; the transcript says so.
  void on(const std::string& day) {
    clock.time = util::from_moment(day + "T12:00:00Z").value();
    transcript += "# " + day + "\n";
  }
};

}  // namespace papers::test
