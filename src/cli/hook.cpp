#include "cli/hook.hpp"

#include <chrono>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/output.hpp"
#include "model/item_json.hpp"
#include "util/child_process.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

constexpr const char* k_inside = "PAPERS_HOOK";
constexpr std::size_t k_most_said = 64U << 10U;

const std::vector<std::string>& command_of(Context& context, std::string_view event) {
  return context.settings().list(fmt::format("hooks.{}", event));
}

/// Whoever can write to the file can have any program run.
void require_private(const std::filesystem::path& file) {
  struct stat facts {};
  if (stat(file.c_str(), &facts) != 0 || facts.st_uid != geteuid() || (facts.st_mode & 022U) != 0) {
    throw Failure(ExitCode::failed,
                  fmt::format("{0}: others may write to it, so its hooks are not run; make it yours alone: "
                              "chmod go-w {0}",
                              file.string()));
  }
}

void repeat(Context& context, std::string_view event, std::string_view said) {
  for (const std::string_view line : util::split(util::trim(said), '\n')) {
    if (!line.empty()) {
      complain(context, fmt::format("{}: {}", event, line));
    }
  }
}

/// Why it did not end well; "" when it did.
std::string problem_of(const util::ChildResult& result, double limit) {
  if (result.timed_out) {
    return fmt::format("took longer than {} seconds (hooks.timeout)", limit);
  }
  return result.status == 0 ? "" : fmt::format("exit code {}", result.status);
}

void stop_when_interrupted(bool interrupted, std::string_view event) {
  if (interrupted) {
    throw Failure(ExitCode::interrupted, fmt::format("interrupted before hooks.{} had answered", event));
  }
}

/// Why it cannot be run; "" when it can. A name is looked for in PATH; a path must not depend on where the
/// reader happens to be.
std::string_view trouble_with(const std::string& program) {
  if (program.find('/') == std::string::npos) {
    return util::find_program(program).empty() ? "no such program in PATH" : "";
  }
  if (!program.starts_with('/')) {
    return "depends on the working folder; give a name that is in PATH, or a path that begins with /";
  }
  std::error_code error;
  if (!std::filesystem::exists(program, error)) {
    return "no such file";
  }
  const bool is_program =
      std::filesystem::is_regular_file(program, error) && !util::find_program(program).empty();
  return is_program ? "" : "no program that you may run";
}

util::ChildResult run_program(Context& context, std::string_view event, const Item& item, double limit) {
  const nlohmann::ordered_json input{{"schema", 1}, {"event", event}, {"item", model::item_to_json(item)}};
  auto result = util::run_child(command_of(context, event), model::dump(input) + '\n',
                                {.time = std::chrono::milliseconds(static_cast<std::int64_t>(limit * 1000)),
                                 .most_out = k_most_said,
                                 .variables = {{k_inside, std::string(event)}}});
  if (!result) {
    throw Failure(ExitCode::failed, fmt::format("hooks.{}: {}", event, result.error().message));
  }
  return *std::move(result);
}

/// What went wrong in the program; "" when nothing did.
std::string run_hook(Context& context, std::string_view event, const Item& item) {
  stop_when_interrupted(context.env().interrupted, event);
  const std::vector<std::string>& command = command_of(context, event);
  if (const std::string problem = hook_problem(event, command); !problem.empty()) {
    throw Failure(ExitCode::failed, problem);
  }
  require_private(context.places().config_file());
  const double limit = context.settings().number("hooks.timeout");
  const util::ChildResult result = run_program(context, event, item, limit);
  repeat(context, event, result.out);
  repeat(context, event, result.err);
  stop_when_interrupted(result.interrupted, event);
  const std::string problem = problem_of(result, limit);
  return problem.empty() ? "" : fmt::format("{}: {}", command.front(), problem);
}

}  // namespace

std::string hook_problem(std::string_view event, const std::vector<std::string>& command) {
  const std::string_view trouble = command.empty() ? "" : trouble_with(command.front());
  return trouble.empty() ? ""
                         : fmt::format(
                               "hooks.{0}: {1}: {2}; make it one that runs, or take the hook out: "
                               "papers config hooks.{0} '[]'",
                               event, command.front(), trouble);
}

bool has_hook(Context& context, std::string_view event) {
  return !command_of(context, event).empty() && !context.options().dry_run &&
         !context.env().variable(k_inside);
}

void ask_hook(Context& context, std::string_view event, const Item& item) {
  if (!has_hook(context, event)) {
    return;
  }
  if (const std::string problem = run_hook(context, event, item); !problem.empty()) {
    throw Failure(ExitCode::refused,
                  fmt::format("{}: refused by hooks.{} ({})", display_title(item), event, problem));
  }
}

void tell_hook(Context& context, std::string_view event, const Item& item) {
  if (!has_hook(context, event)) {
    return;
  }
  try {
    if (const std::string problem = run_hook(context, event, item); !problem.empty()) {
      complain(context, fmt::format("papers: hooks.{} was told, and did not end well ({})", event, problem));
    }
  } catch (const Failure& failure) {
    complain(context, fmt::format("papers: {}", failure.what()));
  }
}

}  // namespace papers::cli
