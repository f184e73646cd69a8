#include "store/checksum.hpp"

#include <string>

#include <boost/crc.hpp>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"

namespace papers::store {

std::int64_t checksum_of(std::initializer_list<std::string_view> parts) {
  boost::crc_32_type crc;
  for (const std::string_view part : parts) {
    const std::string length = std::to_string(part.size()) + ':';
    crc.process_bytes(length.data(), length.size());
    crc.process_bytes(part.data(), part.size());
  }
  return crc.checksum();
}

std::string record_of(const Item& item) {
  static const Item fresh;
  return model::dump(model::differing_fields(item, fresh));
}

std::int64_t checksum_of_item(std::int64_t row, std::string_view record) {
  return checksum_of({std::to_string(row), record});
}

}  // namespace papers::store
