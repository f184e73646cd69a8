// Running another program: an argument vector, never a shell.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "papers/result.hpp"

namespace papers::util {

struct ChildResult {
  int status = 0;  ///< exit code; 128 + signal when killed
  std::string out;
  std::string err;  ///< at most the first 64 KiB
  bool timed_out = false;
  bool interrupted = false;  ///< it was killed because a signal asks us to end
};

/// What a child may do, and what it is told.
struct ChildLimits {
  std::optional<std::chrono::milliseconds> time = {};  ///< then it is killed, with all that it started
  std::size_t most_out = std::string::npos;            ///< bytes of output that are kept; what follows is not
  std::map<std::string, std::string> variables = {};   ///< of its environment, besides ours
};

/// Runs argv[0] (searched in PATH) with `input` on its standard input and waits for it.
/// With a time limit it answers within about a second of it, whatever the child and those it started do; and
/// a child is killed before Ctrl-C, or another signal that asks us to end, has its effect on us. Fails
/// (Error) when there is no such program, naming it.
[[nodiscard]] Result<ChildResult> run_child(std::span<const std::string> argv, std::string_view input,
                                            const ChildLimits& limits = {});

/// Runs a program that shows `text`, its standard input, on our own standard output: a pager. Waits for its
/// end and gives its exit code; Ctrl-C meanwhile is its affair. `variables` as in ChildLimits.
[[nodiscard]] Result<int> show_through(std::span<const std::string> argv, std::string_view text,
                                       const std::map<std::string, std::string>& variables);

/// Runs a program on our own standard streams, waits for its end and gives its exit code; 128 + signal when
/// killed. Ctrl-C meanwhile is its affair.
[[nodiscard]] Result<int> run_in_front(std::span<const std::string> argv);

/// The path of a program in PATH, "" when there is none.
[[nodiscard]] std::string find_program(std::string_view name);

}  // namespace papers::util
