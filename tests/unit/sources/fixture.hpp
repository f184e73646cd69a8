// What tests of sources have in common: recorded shapes, and the world around a source.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papers/identifier.hpp"

#include "support/fakes.hpp"
#include "util/atomic_file.hpp"

namespace papers::test {

/// A file below tests/fixtures/http.
inline std::string fixture(const std::string& path) {
  return util::read_file(std::string(PAPERS_TESTS_DIR "/fixtures/http/") + path);
}

inline Identifier id(std::string_view text) {
  return value_or_throw(parse_identifier(text));
}

inline std::vector<Identifier> ids(const std::vector<std::string_view>& texts) {
  std::vector<Identifier> result;
  for (const std::string_view text : texts) {
    result.push_back(id(text));
  }
  return result;
}

/// Clock, network and settings for one source.
struct SourceWorld : FakeWorld {
  SourceSettings settings;

  SourceWorld() { settings.clock = &clock; }
};

/// "arXiv:2101.00001 unknown: message", one line for each.
inline std::vector<std::string> lines(const std::vector<FetchProblem>& problems) {
  std::vector<std::string> result;
  for (const FetchProblem& problem : problems) {
    const char* kind = problem.kind == FetchProblem::Kind::unknown  ? "unknown"
                       : problem.kind == FetchProblem::Kind::failed ? "failed"
                                                                    : "withheld";
    result.push_back(format(problem.id) + " " + kind + (problem.later ? ", later: " : ": ") +
                     problem.message);
  }
  return result;
}

}  // namespace papers::test
