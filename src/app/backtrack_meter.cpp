#include "app/backtrack_meter.hpp"

#include <algorithm>

namespace papers::app {
namespace {

using Cited = BacktrackMeter::Cited;

/// Of posts, code and courses nobody knows what they cite, or what cites them.
Cited cited_by(const Item& current, const Item& item, const std::vector<Item>& citing) {
  const bool known = std::any_of(citing.begin(), citing.end(),
                                 [&current](const Item& other) { return other.row == current.row; });
  if (known) {
    return Cited::yes;
  }
  const auto can_be_cited = [](const Item& work) {
    return work.kind == Kind::paper || work.kind == Kind::book;
  };
  const bool listed = current.references && current.references->known + current.references->unresolved > 0;
  return listed && can_be_cited(item) ? Cited::no : Cited::unknown;
}

}  // namespace

bool BacktrackMeter::is_far_fetched() const {
  constexpr int k_many_steps = 2;
  constexpr int k_few_papers = 1;
  constexpr int k_long_ago = 15;
  return steps >= k_many_steps && kept_citing <= k_few_papers && years.value_or(0) > k_long_ago;
}

BacktrackMeter measure(const Library& library, const std::vector<Stop>& stops, const Item& item, int limit) {
  BacktrackMeter meter;
  meter.steps = static_cast<int>(stops.size());
  meter.limit = limit;
  meter.years = years_back(stops.front().item, item);
  const std::vector<Item> citing = item.row == 0 ? std::vector<Item>{} : library.citing(item.row);
  meter.kept_citing = static_cast<int>(
      std::count_if(citing.begin(), citing.end(), [](const Item& other) { return is_kept(other.state); }));
  meter.by_current = cited_by(stops.back().item, item, citing);
  return meter;
}

std::vector<Item> kept_citing(const Library& library, const Item& item) {
  std::vector<Item> citing = library.citing(item.row);
  std::erase_if(citing, [](const Item& other) { return !is_kept(other.state); });
  std::sort(citing.begin(), citing.end(), [](const Item& a, const Item& b) { return a.number < b.number; });
  return citing;
}

}  // namespace papers::app
