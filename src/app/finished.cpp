#include "app/finished.hpp"

#include <algorithm>

#include "util/calendar.hpp"

namespace papers::app {

std::string day_of(const std::string& moment) {
  const auto time = util::from_moment(moment);
  return time ? util::local_day(*time) : "";
}

std::vector<Item> finished_between(const Library& library, const std::string& first,
                                   const std::string& last) {
  std::vector<Item> items;
  library.each_item({{State::read}, ItemQuery::Order::finished, /*descending=*/true}, [&](const Item& item) {
    const std::string day = day_of(item.finished.value_or(""));
    if (day >= first && day <= last) {
      items.push_back(item);
    }
    return day >= first;
  });
  std::reverse(items.begin(), items.end());
  return items;
}

}  // namespace papers::app
