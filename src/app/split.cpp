#include "app/split.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/effort.hpp"
#include "app/links.hpp"
#include "app/reading.hpp"
#include "app/short_name.hpp"
#include "util/calendar.hpp"
#include "util/text.hpp"
#include "util/unique_id.hpp"

namespace papers::app {
namespace {

std::vector<std::string> checked_titles(const std::vector<std::string>& titles) {
  std::vector<std::string> clean;
  std::transform(titles.begin(), titles.end(), std::back_inserter(clean),
                 [](const std::string& title) { return util::clean_line(title); });
  const std::set<std::string> different(clean.begin(), clean.end());
  if (clean.size() < 2 || different.size() < clean.size() || different.contains("")) {
    throw Failure(ExitCode::usage,
                  "give at least two parts, each with a name of its own: \"lec 5-6\" \"lec 7-8\"");
  }
  return clean;
}

Item part_of(const Item& whole, const std::string& title, int minutes, Time now) {
  const std::string name = name_in_words(whole);
  Item part;
  part.ids = {{Scheme::local, util::unique_id(now)}};
  part.kind = whole.kind;
  part.title = util::fold(title).find(util::fold(name)) == std::string::npos ? name + ": " + title : title;
  part.own = {"kind", "title"};
  part.source = "user";
  part.state = State::queued;
  part.root = true;
  part.priority = whole.priority;
  part.due = whole.due;
  part.tags = whole.tags;
  part.level = whole.level;
  part.added = util::to_moment(now);
  part.effort_minutes = std::max(1, minutes);
  return part;
}

bool is_open(const Item& item) {
  return item.state != State::read && item.state != State::dropped;
}

}  // namespace

std::vector<Item> split(Change& change, Item& whole, const std::vector<std::string>& titles, Time now) {
  const std::vector<std::string> names = checked_titles(titles);
  const int minutes = Pace(change.library()).effort(whole).minutes / static_cast<int>(names.size());
  std::vector<Item> parts;
  for (const std::string& title : names) {
    Item part = part_of(whole, title, minutes, now);
    change.save(part);
    add_link(change, part, model::Relation::part_of, whole, now);
    parts.push_back(std::move(part));
  }
  park(whole, fmt::format("split into {} parts", parts.size()), now);
  change.save(whole);
  return parts;
}

std::vector<Item> wholes_completed_by(const Library& library, const Item& part) {
  std::vector<Item> wholes;
  for (const LinkedItem& linked : links_of(library, part)) {
    if (linked.relation != model::Relation::part_of || linked.from_other || !is_open(linked.other)) {
      continue;
    }
    const std::vector<Item> parts = parts_of(library, linked.other);
    if (std::none_of(parts.begin(), parts.end(), is_open)) {
      wholes.push_back(linked.other);
    }
  }
  return wholes;
}

}  // namespace papers::app
