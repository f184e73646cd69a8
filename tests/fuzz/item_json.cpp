// A line of JSON, read as an item and as a reference list: refused with a Failure, or written in a form
// that reads back as the same.
#include "model/item_json.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <nlohmann/json.hpp>

namespace {

using namespace papers;

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

nlohmann::ordered_json reread(const nlohmann::ordered_json& record) {
  const auto parsed = model::parse_json(model::dump(record));
  require(parsed.ok() && *parsed == record);
  return *parsed;
}

void check_item(const nlohmann::ordered_json& record) {
  Item item;
  try {
    model::apply_json(item, record);
  } catch (const Failure&) {
    return;
  }
  Item again;
  model::apply_json(again, reread(model::item_to_record(item)));
  require(model::item_to_record(again) == model::item_to_record(item));
  require(model::differing_fields(again, item).empty());
}

void check_list(const nlohmann::ordered_json& record) {
  ReferenceList list;
  try {
    list = model::list_from_json(record);
  } catch (const Failure&) {
    return;
  }
  require(model::list_from_json(reread(model::list_to_json(list))) == list);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto record = model::parse_json({reinterpret_cast<const char*>(data), size});  // NOLINT
  if (record) {
    check_item(*record);
    check_list(*record);
  }
  return 0;
}
