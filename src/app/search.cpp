#include "app/search.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "app/question.hpp"
#include "util/search_words.hpp"
#include "util/strings.hpp"

namespace papers::app {
namespace {

using Where = FoundItem::Where;

constexpr std::array<std::string_view, 7> k_places{"title",    "authors",  "tags", "note",
                                                   "question", "abstract", "name"};

struct Text {
  Where where;
  std::string text;
};

/// In the order in which they are shown: an earlier text is preferred to a later one that holds as many
/// words.
std::vector<Text> texts_of(const Item& item, const std::vector<Question>& questions) {
  std::vector<Text> texts{{Where::title, item.title},
                          {Where::authors, util::join(item.authors, ", ")},
                          {Where::tags, util::join(item.tags, " ")}};
  for (const Note& note : item.notes) {
    texts.push_back({Where::notes, note.text});
  }
  for (const Question& question : questions) {
    if (is_named(item, question.at) || (question.dived && is_named(item, *question.dived))) {
      texts.push_back({Where::questions,
                       question.answer.empty() ? question.text : question.text + " " + question.answer});
    }
  }
  texts.push_back({Where::abstract, item.abstract.value_or("")});
  return texts;
}

/// As the index compares them: side by side, the last one going on where the term is open.
bool holds(const std::vector<std::string>& words, const SearchTerm& term) {
  const auto is_same = [&term](const std::string& word, const std::string& wanted) {
    return term.open && &wanted == &term.words.back() ? word.starts_with(wanted) : word == wanted;
  };
  return std::search(words.begin(), words.end(), term.words.begin(), term.words.end(), is_same) !=
         words.end();
}

void find_place(FoundItem& found, const std::vector<Question>& questions,
                const std::vector<SearchTerm>& terms) {
  found.where = Where::names;
  std::ptrdiff_t most = 0;
  for (Text& text : texts_of(found.item, questions)) {
    const std::vector<std::string> words = util::search_words(text.text);
    const auto count = std::count_if(terms.begin(), terms.end(), [&words](const SearchTerm& term) {
      return !term.negated && holds(words, term);
    });
    if (count > most) {
      most = count;
      found.where = text.where;
      found.text = std::move(text.text);
    }
  }
}

}  // namespace

std::string_view name_of(Where where) {
  return k_places.at(static_cast<std::size_t>(where));
}

SearchReport search(const Library& library, const SearchQuery& query, std::size_t most) {
  SearchReport report;
  const std::vector<Question> asked = questions(library);
  const std::vector<State>& states = query.filter.states();
  for (const SearchHit& hit : library.search(query.terms)) {
    if (std::find(states.begin(), states.end(), hit.state) == states.end()) {
      continue;
    }
    const bool shown = most == 0 || report.items.size() < most;
    std::optional<Item> item;
    if (shown || query.filter.searches()) {
      item = library.find_row(hit.row);
      if (!item || !query.filter.matches(*item)) {
        continue;
      }
    }
    ++report.matching;
    if (shown) {
      report.items.push_back({*std::move(item), hit.score, Where::title, ""});
      find_place(report.items.back(), asked, query.terms);
    }
  }
  return report;
}

}  // namespace papers::app
