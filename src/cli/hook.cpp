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

void run_hook(Context& context, std::string_view event, const Item& item) {
  const std::vector<std::string>& command = context.settings().list(fmt::format("hooks.{}", event));
  if (command.empty() || context.options().dry_run || context.env().variable(k_inside)) {
    return;
  }
  require_private(context.places().config_file());
  const double limit = context.settings().number("hooks.timeout");
  const nlohmann::ordered_json input{{"schema", 1}, {"event", event}, {"item", model::item_to_json(item)}};
  const auto result =
      util::run_child(command, model::dump(input) + '\n',
                      {.time = std::chrono::milliseconds(static_cast<std::int64_t>(limit * 1000)),
                       .variables = {{k_inside, std::string(event)}}});
  if (!result) {
    throw Failure(ExitCode::failed, fmt::format("hooks.{}: {}", event, result.error().message));
  }
  repeat(context, event, result->out);
  repeat(context, event, result->err);
  if (const std::string problem = problem_of(*result, limit); !problem.empty()) {
    throw Failure(ExitCode::refused, fmt::format("{}: refused by hooks.{} ({}: {})", display_title(item),
                                                 event, command.front(), problem));
  }
}

}  // namespace

void ask_hook(Context& context, std::string_view event, const Item& item) {
  run_hook(context, event, item);
}

void tell_hook(Context& context, std::string_view event, const Item& item) {
  try {
    run_hook(context, event, item);
  } catch (const Failure& failure) {
    complain(context, fmt::format("papers: {}", failure.what()));
  }
}

}  // namespace papers::cli
