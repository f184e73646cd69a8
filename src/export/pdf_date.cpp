#include "export/pdf_date.hpp"

#include <algorithm>
#include <string_view>

namespace papers::formats {

void blank_creation_date(std::string& pdf) {
  constexpr std::string_view k_entry = "/CreationDate (D:";
  constexpr std::size_t k_longest = 48;          // bytes: D:20241117090000+01'00'
  const std::size_t entry = pdf.rfind(k_entry);  // the dictionary comes after the drawing
  const std::size_t end = entry == std::string::npos ? entry : pdf.find(')', entry);
  if (end != std::string::npos && end - entry <= k_longest) {
    std::fill_n(pdf.begin() + static_cast<std::ptrdiff_t>(entry), end + 1 - entry, ' ');
  }
}

}  // namespace papers::formats
