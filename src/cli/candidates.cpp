#include "cli/candidates.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "papers/exporter.hpp"

#include "cli/command.hpp"
#include "cli/item_candidates.hpp"

namespace papers::cli {
namespace {

using Candidates = std::vector<WordCandidate>;

template <class Values>
Candidates names_of_all(const Values& values) {
  Candidates list;
  for (const auto value : values) {
    list.push_back({std::string(name_of(value)), ""});
  }
  return list;
}

void each_kept(Context& context, const std::function<void(const Item&)>& visit) {
  const ItemQuery query{{State::queued, State::reading, State::paused, State::read, State::parked},
                        ItemQuery::Order::number,
                        false};
  context.library().each_item(query, [&visit](const Item& item) {
    visit(item);
    return true;
  });
}

Candidates tags(Context& context) {
  std::set<std::string> names;
  each_kept(context, [&names](const Item& item) { names.insert(item.tags.begin(), item.tags.end()); });
  Candidates list;
  for (const std::string& name : names) {
    list.push_back({name, ""});
  }
  return list;
}

Candidates formats(Context& /*context*/) {
  Candidates list;
  for (const Exporter& exporter : exporters()) {
    list.push_back({std::string(exporter.name), std::string(exporter.summary)});
  }
  return list;
}

Candidates command_names(Context& /*context*/) {
  Candidates list;
  for (const Command* command : commands()) {
    if (!command->group.empty()) {
      list.push_back({std::string(command->name), std::string(command->summary)});
    }
  }
  return list;
}

Candidates setting_keys(Context& context) {
  Candidates list;
  for (const config::Key& key : context.settings().keys()) {
    list.push_back({key.name, key.summary});
  }
  return list;
}

Candidates conditions(Context& context) {
  Candidates list;
  for (const State state : k_states) {
    list.push_back({"state:" + std::string(name_of(state)), ""});
  }
  for (const Kind kind : k_kinds) {
    list.push_back({"kind:" + std::string(name_of(kind)), ""});
  }
  for (const WordCandidate& tag : tags(context)) {
    list.push_back({"tag:" + tag.word, ""});
  }
  for (const char* open : {"author:", "year:", "due:", "depth:", "slips:", "priority:"}) {
    list.push_back({open, ""});
  }
  return list;
}

/// One kind of place: a row for each word that help uses.
struct Place {
  std::string_view placeholder;
  Candidates (*candidates)(Context&);
};

constexpr std::array k_places{
    Place{"COMMAND", command_names},
    Place{"FILTER", conditions},
    Place{"FORMAT", formats},
    Place{"KEY", setting_keys},
    Place{"KIND", [](Context&) { return names_of_all(k_kinds); }},
    Place{"LEVEL", [](Context&) { return names_of_all(k_levels); }},
    Place{"P", [](Context&) { return names_of_all(k_priorities); }},
    Place{"SHELL",
          [](Context&) {
            return Candidates{{"bash", ""}, {"fish", ""}, {"zsh", ""}};
          }},
    Place{"STATE", [](Context&) { return names_of_all(k_states); }},
    Place{"TAG", tags},
    Place{"VERB",
          [](Context&) {
            return Candidates{{"clear", ""}, {"info", ""}};
          }},
    Place{"WHEN",
          [](Context&) {
            return Candidates{{"always", ""}, {"auto", ""}, {"never", ""}};
          }},
};

/// A place for names of items.
struct ItemPlace {
  std::string_view placeholder;
  Wanted wanted;
};

constexpr std::array k_item_places{ItemPlace{"ITEM", Wanted::any}, ItemPlace{"OTHER", Wanted::any},
                                   ItemPlace{"PAPER", Wanted::not_kept}};

}  // namespace

Candidates candidates_for(std::string_view placeholder, std::string_view typed, Context& context) {
  for (const ItemPlace& row : k_item_places) {
    if (row.placeholder == placeholder) {
      return item_candidates(row.wanted, typed, context);
    }
  }
  const auto* place = std::find_if(k_places.begin(), k_places.end(),
                                   [&](const Place& row) { return row.placeholder == placeholder; });
  Candidates list = place == k_places.end() ? Candidates{} : place->candidates(context);
  std::erase_if(list, [typed](const WordCandidate& candidate) { return !candidate.word.starts_with(typed); });
  return list;
}

}  // namespace papers::cli
