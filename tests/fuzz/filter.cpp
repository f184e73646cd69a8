// Conditions as they are typed after `papers list`, one a line: refused with one line, or decided for any
// item.
#include "app/filter.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "app/word_query.hpp"
#include "fuzz/require.hpp"
#include "util/strings.hpp"

using namespace papers;
using fuzz::require;

namespace {

Item sample() {
  Item item;
  item.ids = {{Scheme::arxiv, "2403.00835"}};
  item.key = "kou2024cllms";
  item.title = "CLLMs: Consistency Large Language Models";
  item.authors = {"Siqi Kou"};
  item.year = 2024;
  item.state = State::queued;
  item.tags = {"decoding"};
  item.due = "2024-11-24";
  return item;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name is libFuzzer's
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::view(data, size);
  std::vector<std::string> words;
  for (const std::string_view word : util::split(text, '\n')) {
    words.emplace_back(word);
  }
  static const Item k_item = sample();
  static const Item k_nothing_known;
  if (const auto filter = app::Filter::parse(words, "2024-11-17")) {
    for (const Item* const item : {&k_item, &k_nothing_known}) {
      const std::vector<State>& states = filter->states();
      require(!filter->matches(*item) ||
              std::find(states.begin(), states.end(), item->state) != states.end());
    }
  } else {
    require(!filter.error().message.empty());
  }
  const app::WordQuery query(text);
  require(query.found_in(k_item.title).size() == query.size());
  require(util::width(query.excerpt(util::clean_line(text), 40)) <= 40);
  return 0;
}
