#include "bench/paper_date.hpp"

#include "util/strings.hpp"

namespace papers::bench {
namespace {

constexpr std::size_t k_old_number = 7;  // digits of an arXiv number before 2007
constexpr int k_months = 12;

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The number that the digits at this place make, where there are so many.
std::optional<int> number_at(std::string_view text, std::size_t from, std::size_t count) {
  return text.size() >= from + count ? util::to_int(text.substr(from, count)) : std::nullopt;
}

/// 9711200: year, month and serial number; arXiv began in 1991.
std::optional<Month> date_in_old_number(std::string_view number) {
  const int year = number_at(number, 0, 2).value_or(0);
  return month_of(year < 90 ? 2000 + year : 1900 + year, number_at(number, 2, 2).value_or(0));
}

}  // namespace

std::optional<Month> month_of(int year, int month) {
  return month >= 1 && month <= k_months ? std::optional(year * k_months + month - 1) : std::nullopt;
}

int year_of(Month month) {
  return month / k_months;
}

std::optional<Month> date_in_text(std::string_view text) {
  const auto parts = util::split(text, '-');
  const auto year = util::to_int(parts[0]);
  if (!year || parts[0].size() != 4) {
    return std::nullopt;
  }
  return month_of(*year, parts.size() > 1 ? util::to_int(parts[1]).value_or(0) : 1);
}

std::optional<Month> date_in_id(std::string_view id) {
  const std::size_t prefix = id.find_last_of(":/");
  const std::string_view name = prefix == std::string_view::npos ? id : id.substr(prefix + 1);
  if (is_number(name)) {
    return name.size() == k_old_number ? date_in_old_number(name) : std::nullopt;
  }
  if (name.size() > 5 && name[4] == '.' && number_at(name, 0, 4)) {
    return number_at(name, 5, 4) ? month_of(2000 + *number_at(name, 0, 2), *number_at(name, 2, 2))
                                 : month_of(*number_at(name, 0, 4));
  }
  if (const auto year = number_at(name, 1, 2); year && name.size() > 4 && name[3] == '-') {
    return month_of(*year < 50 ? 2000 + *year : 1900 + *year);
  }
  return std::nullopt;
}

std::string full_id(std::string_view id) {
  const bool is_short = is_number(id) && id.size() < k_old_number;
  return std::string(is_short ? k_old_number - id.size() : 0, '0') + std::string(id);
}

}  // namespace papers::bench
