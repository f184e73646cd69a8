#include "cli/item_words.hpp"

#include <array>

#include <fmt/format.h>

#include "papers/error.hpp"

#include "util/strings.hpp"

namespace papers::cli {
namespace {

constexpr std::size_t k_longest = 16U << 20U;  // bytes

/// All of it. Afterwards the stream can be read from again: a terminal goes on after Ctrl-D, with the answer
/// to a question.
std::string read_all(std::istream& in) {
  std::string bytes;
  std::array<char, 64U << 10U> part{};
  while (bytes.size() <= k_longest && in.read(part.data(), part.size()).gcount() > 0) {
    bytes.append(part.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) {
    throw Failure(ExitCode::failed, "standard input: cannot be read to its end");
  }
  if (bytes.size() > k_longest) {
    throw Failure(
        ExitCode::failed,
        fmt::format("standard input: names of more than {} MiB; hand them on in parts", k_longest >> 20U));
  }
  in.clear();
  return bytes;
}

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
    const std::vector<std::string> names = names_in(read_all(in));
    all.insert(all.end(), names.begin(), names.end());
  }
  return all;
}

std::string one_with_input(const std::string& word, std::istream& in) {
  const std::vector<std::string> names = with_input({word}, in);
  if (names.size() != 1) {
    throw Failure(ExitCode::usage, fmt::format("-: one item is wanted, standard input names {}",
                                               names.empty() ? "none" : std::to_string(names.size())));
  }
  return names.front();
}

}  // namespace papers::cli
