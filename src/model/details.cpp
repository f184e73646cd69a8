#include "model/details.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "model/json_value.hpp"
#include "util/ascii.hpp"
#include "util/text.hpp"

namespace papers::model {
namespace {

bool comes_before(const Detail& detail, std::string_view name) {
  return detail.name < name;
}

}  // namespace

bool is_detail_name(std::string_view name) {
  return !name.empty() && name.size() <= k_longest_detail_name && util::is_lower(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return util::is_lower(c) || util::is_digit(c) || c == '-'; });
}

void add_detail(std::vector<Detail>& details, std::string_view name, std::string_view text) {
  if (!is_detail_name(name) || details.size() >= k_most_details) {
    return;
  }
  std::string clean = util::clean_line(text, k_longest_detail);
  const auto place = std::lower_bound(details.begin(), details.end(), name, comes_before);
  if (!clean.empty() && (place == details.end() || place->name != name)) {
    details.insert(place, {std::string(name), std::move(clean)});
  }
}

void fill_in(std::vector<Detail>& details, const std::vector<Detail>& others) {
  for (const Detail& other : others) {
    add_detail(details, other.name, other.text);
  }
}

nlohmann::ordered_json details_to_json(const Item& item) {
  Json object = Json::object();
  for (const Detail& detail : item.details) {
    object.emplace(detail.name, detail.text);
  }
  return object;
}

void set_details(Item& item, const nlohmann::ordered_json& value) {
  if (!value.is_null() && !value.is_object()) {
    throw bad_value("details", value, "an object of texts");
  }
  std::vector<Detail> details;
  for (const auto& [name, text] : value.items()) {
    add_detail(details, name,
               read_line(fmt::format("details.{}", util::clean_line(name, k_longest_detail_name)), text));
  }
  item.details = std::move(details);
}

}  // namespace papers::model

namespace papers {

std::string_view detail(const Item& item, std::string_view name) {
  const auto place = std::lower_bound(item.details.begin(), item.details.end(), name, model::comes_before);
  return place != item.details.end() && place->name == name ? std::string_view(place->text) : "";
}

}  // namespace papers
