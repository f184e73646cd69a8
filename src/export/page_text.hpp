// The files of the page (src/export/page), embedded so that the program needs no data files of its own.
#pragma once

#include <string_view>

namespace papers::formats {

struct PageText {
  std::string_view html;  ///< with names of what is filled in: "{{title}}"
  std::string_view style;
  std::string_view style_hash;  ///< SHA-256 in hexadecimal digits
  std::string_view script;
  std::string_view script_hash;
};

extern const PageText k_page_text;

}  // namespace papers::formats
