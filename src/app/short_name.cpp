#include "app/short_name.hpp"

#include "util/text.hpp"

namespace papers::app {

std::string short_title(const Item& item) {
  constexpr std::size_t k_longest = 40;  // columns
  const std::string title = display_title(item);
  const std::string name = title.substr(0, title.find(": "));
  return item.title.empty() || name.empty() || util::width(name) > k_longest ? title : name;
}

std::string name_in_words(const Item& item, std::size_t columns) {
  return util::elide(short_title(item), columns);
}

std::string typed_name(const Item& item) {
  return item.number ? std::to_string(*item.number) : item.key;
}

}  // namespace papers::app
