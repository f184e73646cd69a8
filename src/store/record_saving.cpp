#include "model/record_json.hpp"
#include "store/saving.hpp"

namespace papers::store {

void save_record(Edit& edit, const Record& record) {
  const Record after = model::stored_form(record);
  const auto before = edit.records().find(after.kind, after.id);
  if (before != after) {
    edit.put_record(before ? &*before : nullptr, &after);
  }
}

void remove_record(Edit& edit, const Record& record) {
  if (const auto before = edit.records().find(record.kind, record.id)) {
    edit.put_record(&*before, nullptr);
  }
}

}  // namespace papers::store
