#include "cli/report.hpp"

#include <ostream>

#include <nlohmann/json.hpp>

#include "model/item_json.hpp"

namespace papers::cli {

void report(Context& context, std::string_view text) {
  if (!context.options().quiet) {
    context.env().out << text;
  }
}

nlohmann::ordered_json items_json(const std::vector<Item>& items) {
  auto list = nlohmann::ordered_json::array();
  for (const Item& item : items) {
    list.push_back(model::item_to_json(item));
  }
  return list;
}

}  // namespace papers::cli
