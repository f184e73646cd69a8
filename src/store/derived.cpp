#include "store/derived.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "papers/error.hpp"

#include "store/citation_store.hpp"
#include "store/item_store.hpp"
#include "store/plan_index.hpp"
#include "store/reference_store.hpp"
#include "store/search_index.hpp"
#include "store/standings.hpp"

namespace papers::store {
namespace {

// What one source knows by title, or by an id that leads nowhere, another may know as an item: such an entry
// is counted once. Sources that say less than the best of them are not named.
constexpr const char* k_refresh_summary = R"sql(
  UPDATE items SET (references_known, references_stated, references_unresolved, references_source,
                    references_fetched, references_complete, references_answer, references_beyond) =
    (SELECT
       iif(count(*) = 0, NULL, (SELECT count(DISTINCT cited) FROM cites WHERE citing = ?1)),
       max(stated),
       iif(count(*) = 0, NULL,
         (SELECT count(DISTINCT title) FROM cited_titles t WHERE citing = ?1 AND cited IS NULL
            AND NOT EXISTS (SELECT 1 FROM item_titles i JOIN cites c ON c.cited = i.item
                            WHERE i.title = t.title AND c.citing = ?1 AND c.list != t.list)
            AND NOT EXISTS (SELECT 1 FROM beyond b
                            WHERE b.citing = ?1 AND b.list != t.list AND b.title = t.title))),
       group_concat(source, ', ') FILTER (WHERE answer = best),
       max(fetched),
       max(complete) FILTER (WHERE answer = best),
       max(answer),
       iif(count(*) = 0, NULL,
         (SELECT count(DISTINCT iif(title = '', id, title)) FROM beyond b WHERE citing = ?1
            AND NOT EXISTS (SELECT 1 FROM item_titles i JOIN cites c ON c.cited = i.item
                            WHERE i.title = b.title AND c.citing = ?1 AND c.list != b.list)))
     FROM (SELECT source, stated, fetched, complete, answer,
             (SELECT max(answer) FROM reference_lists WHERE citing = ?1) AS best
           FROM reference_lists WHERE citing = ?1 ORDER BY source))
  WHERE row = ?1)sql";
constexpr const char* k_refresh_in_degree =
    "UPDATE items SET cited_by = (SELECT count(DISTINCT citing) FROM cites WHERE cited = ?1) WHERE row = ?1";
constexpr const char* k_all_rows = "SELECT row FROM items";
constexpr const char* k_last_row = "SELECT coalesce(max(row), 0) FROM items";
constexpr const char* k_roots =
    "SELECT row FROM items WHERE root AND state IN ('queued', 'reading', 'paused', 'read')";
constexpr const char* k_dropped = "SELECT row FROM items WHERE state = 'dropped'";
constexpr const char* k_edges = "SELECT citing, cited FROM cites ORDER BY citing";
constexpr const char* k_depths = "SELECT row, depth FROM items";
constexpr const char* k_put_depth = "UPDATE items SET depth = ? WHERE row = ?";

/// Who cites whom, by row, as compressed adjacency. Rows are never reused but are given out densely.
struct Adjacency {
  std::vector<std::size_t> first;  ///< of each row; one more at the end
  std::vector<std::int64_t> cited;
};

std::size_t index_of(std::int64_t row) {
  return static_cast<std::size_t>(row);
}

/// What a damaged file calls a row need not be one that was given out.
bool is_row(std::int64_t row, std::int64_t last) {
  return row > 0 && row <= last;
}

Adjacency load_edges(const Database& db, std::int64_t last_row) {
  Adjacency edges;
  edges.first.assign(index_of(last_row) + 2, 0);
  for (Query rows = db.query(k_edges); rows.next();) {
    const std::int64_t citing = rows.row(0);
    const std::int64_t cited = rows.row(1);
    if (is_row(citing, last_row) && is_row(cited, last_row)) {
      ++edges.first[index_of(citing) + 1];
      edges.cited.push_back(cited);
    }
  }
  for (std::size_t i = 1; i < edges.first.size(); ++i) {
    edges.first[i] += edges.first[i - 1];
  }
  return edges;
}

/// By row; -1 where no root leads. What was dropped is reached but not passed.
std::vector<int> breadth_first(const Adjacency& edges, std::vector<std::int64_t> reached,
                               const std::unordered_set<std::int64_t>& dropped) {
  std::vector<int> depths(edges.first.size() - 1, -1);
  const auto last = static_cast<std::int64_t>(depths.size()) - 1;
  std::erase_if(reached, [last](std::int64_t root) { return !is_row(root, last); });
  for (const std::int64_t root : reached) {
    depths[index_of(root)] = 0;
  }
  for (std::size_t next = 0; next < reached.size(); ++next) {
    if (dropped.contains(reached[next])) {
      continue;
    }
    const std::size_t citing = index_of(reached[next]);
    for (std::size_t edge = edges.first[citing]; edge < edges.first[citing + 1]; ++edge) {
      int& depth = depths[index_of(edges.cited[edge])];
      if (depth < 0) {
        depth = depths[citing] + 1;
        reached.push_back(edges.cited[edge]);
      }
    }
  }
  return depths;
}

void refresh_depths(const Database& db) {
  Query found = db.query(k_last_row);
  const std::int64_t last = found.next() ? found.row(0) : 0;
  const std::vector<std::int64_t> dropped = rows_from(db.query(k_dropped));
  const std::vector<int> depths =
      breadth_first(load_edges(db, last), rows_from(db.query(k_roots)), {dropped.begin(), dropped.end()});
  std::vector<std::pair<std::int64_t, std::optional<int>>> changes;
  for (Query rows = db.query(k_depths); rows.next();) {
    const int reached = is_row(rows.row(0), last) ? depths[index_of(rows.row(0))] : -1;
    const auto depth = reached < 0 ? std::nullopt : std::optional(reached);
    if (rows.maybe_number(1) != depth) {
      changes.emplace_back(rows.row(0), depth);
    }
  }
  for (const auto& [row, depth] : changes) {
    db.run(k_put_depth, depth, row);
  }
}

/// Draws all citations anew. A damaged record draws nothing; its checksum tells.
void redraw_all(const Database& db) {
  const ReferenceStore lists(db);
  const CitationStore citations(db);
  citations.clear();
  for (const std::int64_t row : lists.rows()) {
    const StoredList stored = lists.load(row).value();
    try {
      const ReferenceList list = list_from_record(stored.record);
      lists.put_header(row, list);
      citations.draw({row, stored.citing}, list, citations.resolve(list));
    } catch (const Failure&) {
      continue;
    }
  }
}

}  // namespace

void refresh_derived(const Database& db, const Stale& stale) {
  for (const std::int64_t row : stale.summaries) {
    db.run(k_refresh_summary, row);
  }
  for (const std::int64_t row : stale.in_degrees) {
    db.run(k_refresh_in_degree, row);
  }
  if (stale.depths) {
    refresh_depths(db);
  }
  if (stale.standings) {
    refresh_standings(db);
  }
  StaleReadiness readiness = stale.readiness;
  readiness.own.insert(stale.summaries.begin(), stale.summaries.end());
  readiness.cited.insert(stale.in_degrees.begin(), stale.in_degrees.end());
  refresh_readiness(db, readiness);
  if (stale.questions) {
    SearchIndex(db).refresh_questions();
  }
}

void rebuild_derived(const Database& db) {
  ItemStore(db).rebuild_lookups();
  redraw_all(db);
  PlanIndex(db).redraw_all();
  const std::vector<std::int64_t> rows = rows_from(db.query(k_all_rows));
  const std::unordered_set<std::int64_t> all(rows.begin(), rows.end());
  refresh_derived(db, {.summaries = all,
                       .in_degrees = all,
                       .depths = true,
                       .standings = true,
                       .questions = true,
                       .readiness = {.own = {}, .cited = {}, .links = true}});
}

}  // namespace papers::store
