#include "model/link.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"
#include "model/json_value.hpp"

namespace papers::model {
namespace {

constexpr std::array<std::pair<Relation, std::string_view>, k_relations.size()> k_names{{
    {Relation::explains, "explains"},
    {Relation::implements, "implements"},
    {Relation::replaces, "replaces"},
    {Relation::part_of, "part-of"},
}};

Relation read_relation(const Json& value) {
  const auto relation = relation_named(read_line("relation", value));
  if (!relation) {
    throw bad_value("relation", value, "explains, implements, replaces or part-of");
  }
  return *relation;
}

}  // namespace

std::string_view name_of(Relation relation) {
  return k_names[static_cast<std::size_t>(relation)].second;
}

std::optional<Relation> relation_named(std::string_view name) {
  const auto* const row =
      std::find_if(k_names.begin(), k_names.end(), [&](const auto& known) { return known.second == name; });
  return row == k_names.end() ? std::nullopt : std::optional(row->first);
}

Record record_of(const Link& link) {
  const std::string from = format(link.from);
  const std::string to = format(link.to);
  const std::string_view relation = name_of(link.relation);
  const Json body{{"from", from}, {"relation", relation}, {"to", to}, {"made", text_or_null(link.made)}};
  return {k_link_kind, fmt::format("{} {} {}", from, relation, to), dump(body)};
}

Result<Link> link_of(const Record& record) {
  try {
    const Json body = value_or_throw(parse_json(record.body));
    return Link{read_identifier("from", member(body, "from")), read_relation(member(body, "relation")),
                read_identifier("to", member(body, "to")), read_moment("made", member(body, "made"))};
  } catch (const Failure& failure) {
    return Error{failure.code(), failure.what()};
  }
}

}  // namespace papers::model
