#include "cli/item_words.hpp"

#include "app/read_text.hpp"
#include "util/strings.hpp"

namespace papers::cli {
namespace {

std::vector<std::string> names_in(const std::string& input) {
  std::vector<std::string> names;
  const bool by_nul = input.find('\0') != std::string::npos;
  for (const std::string_view part : util::split(input, by_nul ? '\0' : '\n')) {
    const std::string_view name = util::trim(part);
    if (!name.empty() && (by_nul || name.front() != '#')) {
      names.emplace_back(name);
    }
  }
  return names;
}

}  // namespace

std::vector<std::string> with_input(const std::vector<std::string>& words, std::istream& in) {
  std::vector<std::string> all;
  for (const std::string& word : words) {
    if (word != "-") {
      all.push_back(word);
      continue;
    }
    const std::vector<std::string> names = names_in(app::read_text(in, "standard input"));
    in.clear();  // after Ctrl-D a terminal can still answer questions
    all.insert(all.end(), names.begin(), names.end());
  }
  return all;
}

}  // namespace papers::cli
