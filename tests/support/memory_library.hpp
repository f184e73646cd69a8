// A library for exporters, without a file.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "papers/exporter.hpp"

namespace papers::test {

/// A library held in vectors, which must be in the order that the exporters expect.
class MemoryLibrary final : public LibraryReader {
 public:
  std::vector<Item> items;
  std::vector<ReferenceList> lists;
  std::vector<Record> records;

  void each_item(const std::function<void(const Item&)>& visit) const override {
    std::for_each(items.begin(), items.end(), visit);
  }
  void each_reference_list(const std::function<void(const ReferenceList&)>& visit) const override {
    std::for_each(lists.begin(), lists.end(), visit);
  }
  void each_record(const std::function<void(const Record&)>& visit) const override {
    std::for_each(records.begin(), records.end(), visit);
  }
};

}  // namespace papers::test
