#include <memory>
#include <ostream>

#include <nlohmann/json.hpp>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "model/item_json.hpp"

namespace papers::cli {
namespace {

constexpr int k_screenful = 20;

std::string_view name_of(LoggedCommand::Status status) {
  switch (status) {
    case LoggedCommand::Status::done:
      return "";
    case LoggedCommand::Status::undone:
      return "undone";
    case LoggedCommand::Status::dead:
      return "undone for good";
  }
  return "";
}

/// The stored text of a side of an operation, as JSON; null where the thing did not exist.
nlohmann::ordered_json side(const std::string& text) {
  const auto parsed =
      text.empty() ? Result<nlohmann::ordered_json>(nlohmann::ordered_json()) : model::parse_json(text);
  return parsed ? *parsed : nlohmann::ordered_json(text);
}

nlohmann::ordered_json command_json(Context& context, const LoggedCommand& command) {
  auto operations = nlohmann::ordered_json::array();
  for (const LoggedOperation& operation : context.library().operations(command.id)) {
    operations.push_back({{"id", operation.id},
                          {"kind", operation.kind},
                          {"item", operation.identity},
                          {"before", side(operation.before)},
                          {"after", side(operation.after)}});
  }
  const std::string_view status = name_of(command.status);
  return {{"id", command.id},           {"time", command.time},
          {"device", command.device},   {"command", command.name},
          {"summary", command.summary}, {"status", status.empty() ? "done" : status},
          {"operations", operations}};
}

ExitCode run(int limit, Context& context) {
  const std::vector<LoggedCommand> commands = context.library().log(limit);
  if (context.options().json) {
    auto list = nlohmann::ordered_json::array();
    for (const LoggedCommand& command : commands) {
      list.push_back(command_json(context, command));
    }
    print_json(context, {{"items", list}});
    return ExitCode::done;
  }
  Table table({{}, {Table::Align::left, true}, {Table::Align::right}, {}});
  for (const LoggedCommand& command : commands) {
    table.row({command.time, command.summary,
               counted(static_cast<std::size_t>(command.operations), "change", "changes"),
               std::string(name_of(command.status))});
  }
  context.env().out << table.render(context.env().terminal.columns);
  if (commands.empty()) {
    hint(context, "nothing has been done yet");
  }
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto limit = std::make_shared<int>(k_screenful);
  arguments.number("-n", *limit, {}, "How many commands, newest first; 0 for all");
  return [limit](Context& context) { return run(*limit, context); };
}

}  // namespace

const Command k_log_command{
    "log",
    "Look",
    "Show what was done, newest first",
    "With --json each command comes with its changes, field by field, before and after.",
    "papers log -n 5\npapers log --json",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
