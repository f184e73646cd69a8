#include "store/search.hpp"

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "util/strings.hpp"

namespace papers::store {
namespace {

// Weights in the order of the columns: title, authors, tags, notes, questions, names, abstract. FTS5 gives
// better matches lower numbers.
constexpr const char* k_search =
    "SELECT i.row, i.state, -bm25(search_index, 10, 5, 5, 4, 4, 2, 1) AS score "
    "FROM search_index s JOIN items i ON i.row = s.rowid WHERE search_index MATCH ? "
    "ORDER BY i.state = 'dropped', i.state = 'found', score DESC, i.cited_by DESC, i.number IS NULL, "
    "i.number, "
    "i.row";

std::string joined(std::span<const SearchTerm> terms, bool negated, std::string_view between) {
  std::vector<std::string> parts;
  for (const SearchTerm& term : terms) {
    if (term.negated == negated && !term.words.empty()) {
      parts.push_back(expression_of(term));
    }
  }
  return util::join(parts, between);
}

}  // namespace

std::vector<SearchHit> search(const Database& db, std::span<const SearchTerm> terms) {
  std::string expression = joined(terms, false, " AND ");
  if (expression.empty()) {
    return {};
  }
  if (const std::string unwanted = joined(terms, true, " OR "); !unwanted.empty()) {
    expression = fmt::format("({}) NOT ({})", expression, unwanted);
  }
  std::vector<SearchHit> hits;
  for (Query rows = db.query(k_search, expression); rows.next();) {
    hits.push_back({rows.row(0), state_named(rows.text(1)).value_or(State::found), rows.real(2)});
  }
  return hits;
}

std::string expression_of(const SearchTerm& term) {
  return fmt::format("\"{}\"{}", util::join(term.words, " "), term.open ? " *" : "");
}

}  // namespace papers::store
