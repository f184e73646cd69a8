#include "app/short_name.hpp"

#include "util/text.hpp"

namespace papers::app {

std::string name_in_words(const Item& item, std::size_t columns) {
  const std::string title = display_title(item);
  const std::size_t colon = title.find(": ");
  const bool has_name =
      colon != std::string::npos && colon > 0 && util::width(title.substr(0, colon)) <= columns;
  return has_name ? title.substr(0, colon) : util::elide(title, columns);
}

}  // namespace papers::app
