// Lines of a library: each is refused or read, and what was read is written in a form that reads
// back as the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "export/formats.hpp"
#include "export/jsonl_reader.hpp"
#include "util/strings.hpp"

namespace {

using namespace papers;

struct Records final : LibraryReader {
  std::vector<Item> items;
  std::vector<ReferenceList> lists;

  void each_item(const std::function<void(const Item&)>& visit) const override {
    std::for_each(items.begin(), items.end(), visit);
  }
  void each_reference_list(const std::function<void(const ReferenceList&)>& visit) const override {
    std::for_each(lists.begin(), lists.end(), visit);
  }
};

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

Records read(std::string_view text) {
  Records records;
  formats::ReferenceLists lists;
  for (const std::string_view line : util::split(text, '\n')) {
    const auto record = formats::read_jsonl_line(line);
    if (!record) {
      require(record.error().message.find('\n') == std::string::npos);
    } else if (const auto* paper = std::get_if<formats::PaperRecord>(&*record)) {
      records.items.push_back(paper->item);
    } else if (const auto* references = std::get_if<formats::ReferencesRecord>(&*record)) {
      lists.add(*references);
    } else if (const auto* reference = std::get_if<formats::ReferenceRecord>(&*record)) {
      lists.add(*reference);
    }
  }
  records.lists = lists.take();
  return records;
}

std::string write(const Records& records) {
  std::ostringstream out;
  formats::write_jsonl(records, out);
  return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string written = write(read(std::string(data, data + size)));
  require(write(read(written)) == written);
  return 0;
}
