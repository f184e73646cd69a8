#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "store/saving.hpp"

namespace papers::store {

void save_list(Edit& edit, const ReferenceList& list, Change::Unknown unknown) {
  const auto citing = edit.items().row_of(list.citing);
  if (!citing) {
    throw Failure(ExitCode::failed,
                  fmt::format("{} cites, but is not in the library; add it first", format(list.citing)));
  }
  const auto json = model::list_to_json(list);
  const ReferenceList clean =
      model::list_from_json(json);  // throws rather than store what cannot be read back
  const std::string record = model::dump(json);
  if (unknown == Change::Unknown::make) {
    edit.make_unknown(clean);  // also when the list is the same: it may have been left before
  }
  const auto before = edit.references().find(*citing, list.source);
  if (before && before->record == record) {
    return;
  }
  edit.put_list(*citing, format(list.citing), before, clean, record);
}

}  // namespace papers::store
