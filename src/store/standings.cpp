#include "store/standings.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>

#include "papers/relevance.hpp"

#include "store/citation_store.hpp"
#include "util/strings.hpp"

namespace papers::store {
namespace {

constexpr const char* k_any_relevance = "SELECT 1 FROM items WHERE relevance IS NOT NULL LIMIT 1";
constexpr const char* k_any_kept =
    "SELECT 1 FROM items WHERE state IN ('queued', 'reading', 'paused', 'read') LIMIT 1";
constexpr const char* k_items =
    "SELECT row, identity, title, year, kind, state, number, relevance FROM items ORDER BY row";
constexpr const char* k_put_relevance = "UPDATE items SET relevance = ? WHERE row = ?";
constexpr const char* k_clear = "DELETE FROM standings";
constexpr const char* k_put =
    "INSERT INTO standings (item, near, cites, gap, title, close_to, walks, cited_by_kept, kept, "
    "years_older, "
    "shared) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* k_find =
    "SELECT near, cites, gap, title, close_to, walks, cited_by_kept, kept, years_older, shared "
    "FROM standings WHERE item = ?";

/// Kept to what is the same on every machine, whose logarithms may differ in the last bits: `check` compares.
double rounded(double value) {
  constexpr double k_steps = 1e6;
  return std::round(value * k_steps) / k_steps;
}

struct Row {
  std::int64_t row = 0;
  bool is_paper = false;
  bool is_kept = false;
  std::optional<double> relevance;  ///< as stored
  KnownPaper known;
};

Role role_of(State state) {
  return is_kept(state) ? Role::kept : state == State::found ? Role::candidate : Role::other;
}

std::vector<Row> load_rows(const Database& db) {
  std::vector<Row> rows;
  for (Query found = db.query(k_items); found.next();) {
    const Kind kind = kind_named(found.text(4)).value_or(Kind::paper);
    const State state = state_named(found.text(5)).value_or(State::found);
    rows.push_back({found.row(0),
                    kind == Kind::paper || kind == Kind::book,
                    is_kept(state),
                    found.is_null(7) ? std::nullopt : std::optional(found.real(7)),
                    {found.text(1), found.text(2), found.maybe_number(3), role_of(state),
                     found.maybe_number(6).value_or(0)}});
  }
  return rows;
}

/// The papers, and whatever else cites or is cited: to the title or year of a task it would count as one.
class Network {
 public:
  Network(const std::vector<Row>& rows, const std::vector<Citation>& citations) {
    std::unordered_map<std::int64_t, bool> is_tied;
    for (const Citation& citation : citations) {
      is_tied[citation.citing] = true;
      is_tied[citation.cited] = true;
    }
    std::unordered_map<std::int64_t, Node> nodes;
    for (const Row& row : rows) {
      if (row.is_paper || is_tied.contains(row.row)) {
        nodes.emplace(row.row, m_known.size());
        m_rows.push_back(row.row);
        m_known.push_back(row.known);
      }
    }
    for (const Citation& citation : citations) {
      const auto citing = nodes.find(citation.citing);
      const auto cited = nodes.find(citation.cited);
      if (citing != nodes.end() && cited != nodes.end()) {
        m_arcs.emplace_back(citing->second, cited->second);
      }
    }
  }

  /// Nobody, where nobody cites: a library without citations pays nothing for them.
  [[nodiscard]] RelevanceResult judged() const {
    return m_arcs.empty() ? RelevanceResult{}
                          : relevance_of_kept(CitationGraph(m_known.size(), m_arcs), m_known);
  }
  [[nodiscard]] std::int64_t row(Node node) const { return m_rows[node]; }

 private:
  std::vector<std::int64_t> m_rows;
  std::vector<KnownPaper> m_known;
  std::vector<Arc> m_arcs;
};

/// The score of the middle paper, or the lower one of two.
double median_of(const std::vector<Relevance>& best_first) {
  return best_first.empty() ? 0 : rounded(best_first[best_first.size() / 2].score);
}

void put_standing(const Database& db, std::int64_t row, const Relevance& judged, std::size_t kept) {
  db.run(k_put, row, rounded(judged.near.value), rounded(judged.cites.value), rounded(judged.gap.value),
         rounded(judged.title.value), static_cast<int>(judged.close_to), static_cast<int>(judged.walks),
         static_cast<int>(judged.cited_by_kept), static_cast<int>(kept) - 1, judged.years_older,
         util::join(judged.shared_words, " "));
}

bool has_row(Query query) {
  return query.next();
}

}  // namespace

void refresh_standings(const Database& db) {
  if (!has_row(db.query(k_any_kept)) && !has_row(db.query(k_any_relevance))) {
    return;
  }
  const std::vector<Row> rows = load_rows(db);
  const Network network(rows, CitationStore(db).citations());
  const RelevanceResult result = network.judged();
  std::unordered_map<std::int64_t, double> scores;
  db.run(k_clear);
  for (const Relevance& judged : result.papers) {
    scores.emplace(network.row(judged.node), rounded(judged.score));
    put_standing(db, network.row(judged.node), judged, result.kept);
  }
  const double median = median_of(result.papers);
  for (const Row& row : rows) {
    const auto score = scores.find(row.row);
    const double relevance = score == scores.end() ? median : score->second;
    const auto wanted = row.is_kept ? std::optional(relevance) : std::nullopt;
    if (row.relevance != wanted) {
      db.run(k_put_relevance, wanted, row.row);
    }
  }
}

std::optional<Standing> standing_of(const Database& db, std::int64_t row) {
  Query found = db.query(k_find, row);
  if (!found.next()) {
    return std::nullopt;
  }
  Standing standing{found.real(0),   found.real(1),   found.real(2),   found.real(3),         found.number(4),
                    found.number(5), found.number(6), found.number(7), found.maybe_number(8), {}};
  if (const std::string shared = found.text(9); !shared.empty()) {
    for (const std::string_view word : util::split(shared, ' ')) {
      standing.shared_words.emplace_back(word);
    }
  }
  return standing;
}

}  // namespace papers::store
