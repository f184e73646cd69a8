#include "app/shipped_works.hpp"

#include <fstream>
#include <string>
#include <utility>
#include <variant>

#include "export/jsonl_reader.hpp"

namespace papers::app {

std::vector<Item> shipped_works(const std::filesystem::path& file) {
  std::vector<Item> works;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    auto record = formats::read_jsonl_line(line);
    auto* const paper = record ? std::get_if<formats::PaperRecord>(&*record) : nullptr;
    if (paper != nullptr && !paper->item.title.empty()) {
      works.push_back(std::move(paper->item));
      works.back().source = "seed";
    }
  }
  return works;
}

}  // namespace papers::app
