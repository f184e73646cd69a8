#include "app/links.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "util/calendar.hpp"

namespace papers::app {
namespace {

using model::Link;
using model::Relation;

bool names(const Item& item, const Identifier& id) {
  return std::find(item.ids.begin(), item.ids.end(), id) != item.ids.end();
}

std::vector<Link> all_links(const Library& library) {
  std::vector<Link> links;
  for (const Record& record : library.records(model::k_link_kind)) {
    if (auto link = model::link_of(record)) {
      links.push_back(*std::move(link));
    }
  }
  return links;
}

std::optional<Link> find_link(const Library& library, const Item& from, Relation relation, const Item& to) {
  const std::vector<Link> links = all_links(library);
  const auto found = std::find_if(links.begin(), links.end(), [&](const Link& link) {
    return link.relation == relation && names(from, link.from) && names(to, link.to);
  });
  return found == links.end() ? std::nullopt : std::optional(*found);
}

void refuse_circle(const Library& library, const Item& from, Relation relation, const Item& to) {
  if (from.row == to.row) {
    throw Failure(ExitCode::usage, fmt::format("{}: a link needs two items", from.key));
  }
  const bool one_way = relation == Relation::part_of || relation == Relation::replaces;
  if (one_way && find_link(library, to, relation, from)) {
    throw Failure(ExitCode::usage,
                  fmt::format("{1} {2} {0} already; take that away first: papers unlink {1} --{2} {0}",
                              from.key, to.key, name_of(relation)));
  }
}

/// By relation: seen from the item that is named first, and from the other.
constexpr std::array<std::pair<std::string_view, std::string_view>, model::k_relations.size()> k_words{
    {{"explains", "is explained by"},
     {"implements", "is implemented by"},
     {"replaces", "is replaced by"},
     {"is part of", "has the part"}}};

}  // namespace

std::vector<LinkedItem> links_of(const Library& library, const Item& item) {
  std::vector<LinkedItem> linked;
  for (const Link& link : all_links(library)) {
    const bool is_from = names(item, link.from);
    if (!is_from && !names(item, link.to)) {
      continue;
    }
    if (auto other = library.find(is_from ? link.to : link.from)) {
      linked.push_back({link.relation, !is_from, *std::move(other)});
    }
  }
  return linked;
}

std::vector<Item> parts_of(const Library& library, const Item& item) {
  std::vector<Item> parts;
  for (LinkedItem& linked : links_of(library, item)) {
    if (linked.relation == Relation::part_of && linked.from_other) {
      parts.push_back(std::move(linked.other));
    }
  }
  std::stable_sort(parts.begin(), parts.end(), [](const Item& a, const Item& b) { return a.row < b.row; });
  return parts;
}

bool add_link(Change& change, const Item& from, Relation relation, const Item& to, Time now) {
  refuse_circle(change.library(), from, relation, to);
  if (find_link(change.library(), from, relation, to)) {
    return false;
  }
  change.save(record_of(Link{from.ids.front(), relation, to.ids.front(), util::to_moment(now)}));
  return true;
}

bool remove_link(Change& change, const Item& from, Relation relation, const Item& to) {
  const auto link = find_link(change.library(), from, relation, to);
  if (link) {
    change.remove(record_of(*link));
  }
  return link.has_value();
}

std::string words_for(const LinkedItem& linked) {
  const auto& [first, second] = k_words[static_cast<std::size_t>(linked.relation)];
  return std::string(linked.from_other ? second : first);
}

}  // namespace papers::app
