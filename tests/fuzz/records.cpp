// Bodies of records that anybody may have written: refused with one line, or written in a form that reads
// back as the same.
#include <cstddef>
#include <cstdint>

#include "app/pdf_file.hpp"
#include "app/question.hpp"
#include "app/trail.hpp"
#include "fuzz/require.hpp"
#include "model/link.hpp"
#include "model/plan.hpp"

using namespace papers;
using fuzz::require;

namespace {

template <class Value>
void check(const Record& record, Result<Value> (*read)(const Record&)) {
  const Result<Value> value = read(record);
  if (!value) {
    require(!value.error().message.empty() && value.error().message.find('\n') == std::string::npos);
    return;
  }
  const Result<Value> again = read(record_of(*value));
  require(again && *again == *value);
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string body(fuzz::view(data, size));
  check<app::Question>({"question", "0123", body}, app::question_of);
  check<app::Trail>({"trail", "0123", body}, app::trail_of);
  check<app::PdfFile>({"pdf", "arXiv:2403.00835v4", body}, app::pdf_file_of);
  check<model::Plan>({"plan", "2024-W47", body}, model::plan_of);
  check<model::Link>({"link", "a explains b", body}, model::link_of);
  return 0;
}
