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
constexpr std::size_t k_most_said = 64U << 10U;  // bytes

/// What lies in the folder that happens to be the working one is never run.
void require_no_relative_path(std::string_view event, std::string_view program) {
  if (program.find('/') != std::string_view::npos && !program.starts_with('/')) {
    throw Failure(ExitCode::failed,
                  fmt::format("hooks.{}: {}: give a program in PATH or its whole path", event, program));
  }
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
std::string problem_of(const util::ChildResult& result, double limit, bool interrupted) {
  if (result.timed_out && interrupted) {
    return "interrupted";
  }
  if (result.timed_out) {
    return fmt::format("took longer than {} seconds (hooks.timeout)", limit);
  }
  return result.status == 0 ? "" : fmt::format("exit code {}", result.status);
}

/// Runs the hook, if there is one. What went wrong with it, "" for nothing; throws Failure (failed) when it
/// cannot be run.
std::string run_hook(Context& context, std::string_view event, const Item& item) {
  const std::vector<std::string>& command = context.settings().list(fmt::format("hooks.{}", event));
  if (command.empty() || context.options().dry_run || context.env().variable(k_inside)) {
    return "";
  }
  require_no_relative_path(event, command.front());
  require_private(context.places().config_file());
  const double limit = context.settings().number("hooks.timeout");
  const nlohmann::ordered_json input{{"schema", 1}, {"event", event}, {"item", model::item_to_json(item)}};
  const auto result =
      util::run_child(command, model::dump(input) + '\n',
                      {.time = std::chrono::milliseconds(static_cast<std::int64_t>(limit * 1000)),
                       .variables = {{k_inside, std::string(event)}},
                       .most_out = k_most_said,
                       .interrupted = &context.env().interrupted});
  if (!result) {
    throw Failure(ExitCode::failed, fmt::format("hooks.{}: {}", event, result.error().message));
  }
  repeat(context, event, result->out);
  repeat(context, event, result->err);
  const std::string problem = problem_of(*result, limit, context.env().interrupted);
  return problem.empty() ? "" : fmt::format("hooks.{} ({}: {})", event, command.front(), problem);
}

}  // namespace

void ask_hook(Context& context, std::string_view event, const Item& item) {
  if (context.env().interrupted) {
    throw Failure(ExitCode::interrupted, fmt::format("interrupted before hooks.{} was asked", event));
  }
  if (const std::string problem = run_hook(context, event, item); !problem.empty()) {
    throw Failure(ExitCode::refused, fmt::format("{}: refused by {}", display_title(item), problem));
  }
}

void tell_hook(Context& context, std::string_view event, const Item& item) {
  context.env().out.flush();
  try {
    if (const std::string problem = run_hook(context, event, item); !problem.empty()) {
      complain(context, fmt::format("papers: told {} to {}", display_title(item), problem));
    }
  } catch (const Failure& failure) {
    complain(context, fmt::format("papers: {}", failure.what()));
  }
}

}  // namespace papers::cli
