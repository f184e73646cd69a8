// Lines of a library: each is refused or read, and what was read is written in a form that reads
// back as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

#include "export/formats.hpp"
#include "export/jsonl_reader.hpp"
#include "support/memory_library.hpp"
#include "util/strings.hpp"

namespace {

using namespace papers;
using test::MemoryLibrary;

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

MemoryLibrary read(std::string_view text) {
  MemoryLibrary records;
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
    } else if (const auto* written = std::get_if<Record>(&*record)) {
      records.records.push_back(*written);
    }
  }
  records.lists = lists.take();
  return records;
}

std::string write(const MemoryLibrary& records) {
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
