// Any bytes that claim to be a bibliography in CSL-JSON: no crash, no hang, and what comes out is clean.
#include <cstddef>
#include <cstdint>

#include "fuzz/bibliography_check.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  papers::fuzz::check_bibliography(papers::fuzz::view(data, size), papers::bibliography::read_csl);
  return 0;
}
