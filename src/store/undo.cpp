#include "store/undo.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "store/checksum.hpp"

namespace papers::store {
namespace {

using Json = nlohmann::ordered_json;

/// One operation in the direction in which it is applied.
struct Step {
  std::int64_t item;
  std::string identity;
  std::string from;
  std::string to;
};

[[noreturn]] void refuse(const Step& step) {
  throw Failure(
      ExitCode::failed,
      fmt::format("{} is not as that command left it (was the file edited?), so nothing was changed; "
                  "see `papers check`",
                  step.identity));
}

Json fields_in(const std::string& text) {
  return value_or_throw(model::parse_json(text));
}

/// Whether the item has all these values now; where it is to go, they must be all that it has.
bool fits(const Item& item, const Step& step) {
  if (step.to.empty()) {
    return record_of(item) == step.from;
  }
  const Json record = model::item_to_record(item);
  const Json fields = fields_in(step.from);  // items() only refers to it
  for (const auto& [name, value] : fields.items()) {
    const auto found = record.find(name);
    if (found == record.end() ? !value.is_null() : *found != value) {
      return false;
    }
  }
  return true;
}

/// Whether nobody else has its row, its ids, its key or its number.
bool is_free(const ItemStore& items, const Item& item) {
  const bool id_taken = std::any_of(item.ids.begin(), item.ids.end(), [&](const Identifier& id) {
    return items.row_of(id).value_or(item.row) != item.row;
  });
  return !id_taken && items.row_of_key(item.key).value_or(item.row) == item.row &&
         (!item.number || items.row_of_number(*item.number).value_or(item.row) == item.row);
}

void apply_to_item(Edit& edit, const Step& step) {
  const std::optional<Item> before = edit.items().load(step.item);
  if (before.has_value() == step.from.empty() || (before && !fits(*before, step))) {
    refuse(step);
  }
  if (step.to.empty()) {
    edit.put_item(&*before, nullptr);
    return;
  }
  Item after = before.value_or(Item{});
  after.row = step.item;
  model::apply_json(after, fields_in(step.to));
  if (after.ids.empty() || !is_free(edit.items(), after)) {
    refuse(step);
  }
  edit.put_item(before ? &*before : nullptr, &after);
}

void apply_to_list(Edit& edit, const Step& step) {
  const ReferenceList list = list_from_record(step.from.empty() ? step.to : step.from);
  const auto before = edit.references().find(step.item, list.source);
  if ((before ? before->record : "") != step.from || !edit.items().load(step.item)) {
    refuse(step);
  }
  if (step.to.empty()) {
    edit.remove_list(*before, step.identity);
  } else {
    edit.put_list(step.item, step.identity, before, list_from_record(step.to), step.to);
  }
}

void apply_to_record(Edit& edit, const Step& step) {
  Record record = named_record(step.identity);
  const auto before = edit.records().find(record.kind, record.id);
  if ((before ? before->body : "") != step.from) {
    refuse(step);
  }
  record.body = step.to;
  edit.put_record(before ? &*before : nullptr, step.to.empty() ? nullptr : &record);
}

struct Applier {
  std::string_view kind;  ///< of operation
  void (*apply)(Edit&, const Step&);
};

constexpr std::array k_appliers{Applier{"item", apply_to_item}, Applier{"references", apply_to_list},
                                Applier{"record", apply_to_record}};

void apply(Edit& edit, const std::string& kind, const Step& step) {
  const auto* const found = std::find_if(std::begin(k_appliers), std::end(k_appliers),
                                         [&](const Applier& row) { return row.kind == kind; });
  if (found == std::end(k_appliers)) {
    refuse(step);
  }
  found->apply(edit, step);
}

LoggedCommand turn(Edit& edit, StoredCommand command, CommandStatus status) {
  edit.journal().set_status(command, status);
  edit.relink();
  command.command.status = status;
  return command.command;
}

}  // namespace

std::optional<LoggedCommand> undo_newest(Edit& edit) {
  const auto command = edit.journal().newest_done();
  if (!command) {
    return std::nullopt;
  }
  edit.entry().set_target(command->command);
  std::vector<StoredOperation> operations = edit.journal().operations(command->command.id);
  std::reverse(operations.begin(), operations.end());
  for (const auto& [item, operation] : operations) {
    apply(edit, operation.kind, {item, operation.identity, operation.after, operation.before});
  }
  return turn(edit, *command, CommandStatus::undone);
}

std::optional<LoggedCommand> redo_oldest(Edit& edit) {
  const auto command = edit.journal().oldest_undone();
  if (!command) {
    return std::nullopt;
  }
  edit.entry().set_target(command->command);
  for (const auto& [item, operation] : edit.journal().operations(command->command.id)) {
    apply(edit, operation.kind, {item, operation.identity, operation.before, operation.after});
  }
  return turn(edit, *command, CommandStatus::done);
}

}  // namespace papers::store
