#include "cli/candidates.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "papers/exporter.hpp"

#include "cli/aliases.hpp"
#include "cli/command.hpp"
#include "cli/filter_candidates.hpp"
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

Candidates tags(Context& context) {
  Candidates list;
  for (const std::string& name : context.library().tags()) {
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

Candidates commands_and_aliases(Context& context) {
  Candidates list;
  for (const Command* command : commands()) {
    if (!command->group.empty()) {
      list.push_back({std::string(command->name), std::string(command->summary)});
    }
  }
  for (const Alias& alias : aliases(context.settings())) {
    list.push_back({alias.name, "papers " + alias.command});
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

/// Of a plan: the week that is under way and the one after, by word and by name.
Candidates weeks(Context& context) {
  const app::ThisWeek now = context.this_week();
  Candidates list;
  for (const auto& [word, week] :
       {std::pair("this", now.week), std::pair("next", util::week_after(now.week, 1, now.starts))}) {
    const std::string days = fmt::format("{} to {}", week.first, week.last);
    list.push_back({word, days});
    list.push_back({week.id, days});
  }
  return list;
}

/// One kind of place: a row for each word that help uses.
struct Place {
  std::string_view placeholder;
  Candidates (*candidates)(Context&);
};

constexpr std::array k_places{
    Place{"COMMAND", commands_and_aliases},
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
    Place{"WEEK", weeks},
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
  if (placeholder == "FILTER") {
    return filter_candidates(typed, context);
  }
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
