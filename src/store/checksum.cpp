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

std::int64_t checksum_of(const Item& item) {
  return checksum_of({std::to_string(item.row), model::dump(model::item_to_record(item))});
}

}  // namespace papers::store
