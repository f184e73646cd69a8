#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "store/saving.hpp"

namespace papers::store {
namespace {

/// Leaves out references to the citing paper itself and repeated ones.
void drop_needless(const ItemStore& items, std::int64_t citing, ReferenceList& list) {
  std::unordered_set<std::string> seen;
  std::erase_if(list.entries, [&](const Reference& entry) {
    if (!entry.id) {
      return false;
    }
    const auto row = items.row_of(*entry.id);
    return row == citing || !seen.insert(row ? std::to_string(*row) : format(*entry.id)).second;
  });
}

}  // namespace

void save_list(Edit& edit, ReferenceList list) {
  const auto citing = edit.items().row_of(list.citing);
  if (!citing) {
    throw Failure(ExitCode::failed,
                  fmt::format("{} cites, but is not in the library; add it first", format(list.citing)));
  }
  drop_needless(edit.items(), *citing, list);
  const std::string record = model::dump(model::list_to_json(list));
  const auto before = edit.references().find(*citing, list.source);
  if (before && before->record == record) {
    return;
  }
  edit.put_list(*citing, format(list.citing), before ? before->record : "", list, record);
}

}  // namespace papers::store
