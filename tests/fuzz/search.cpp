// Whatever is typed after `papers search`: nothing of it can leave the quotes in which the index is asked,
// what is refused is told in one line, and conditions are read as `papers list` reads them.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/search_query.hpp"
#include "fuzz/require.hpp"
#include "util/search_words.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace {

using namespace papers;

void check_term(const SearchTerm& term) {
  fuzz::require(!term.words.empty());
  for (const std::string& word : term.words) {
    fuzz::require(!word.empty() && util::is_utf8(word));
    fuzz::require(word.find_first_of("\" \n\\*") == std::string::npos &&
                  word.find('\0') == std::string::npos);
    fuzz::require(util::search_words(word) == std::vector<std::string>{word});
  }
}

void check_error(const Error& error) {
  fuzz::require(error.code == ExitCode::usage);
  fuzz::require(!error.message.empty() && error.message.find('\n') == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(data, data + size);
  const auto query = app::parse_search({text}, "2024-11-17");
  if (query) {
    fuzz::require(query->terms.size() <= k_most_search_terms);
    bool any = false;
    for (const SearchTerm& term : query->terms) {
      check_term(term);
      any = any || !term.negated;
    }
    fuzz::require(any);
    static_cast<void>(query->words.excerpt(text, 40));
  } else {
    check_error(query.error());
  }
  std::vector<std::string> words;
  for (const std::string_view word : util::words(text)) {
    words.emplace_back(word);
  }
  if (const auto filter = app::Filter::parse(words, "2024-11-17"); !filter) {
    check_error(filter.error());
  }
  return 0;
}
