#include "bibliography/ris_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "bibliography/detail_field.hpp"
#include "bibliography/entry_details.hpp"
#include "bibliography/person.hpp"
#include "util/ascii.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::bibliography {
namespace {

constexpr std::size_t k_most_lines = 20'000;  // of one entry

struct Tagged {
  std::string_view tag;
  std::string value;
};

/// "AU  - Kou, Siqi"; some programs write one blank or none before the dash and behind it.
std::optional<Tagged> tagged(std::string_view line) {
  const auto is_tag_letter = [](char c) { return util::is_upper(c) || util::is_digit(c); };
  if (line.size() < 3 || !util::is_upper(line[0]) || !is_tag_letter(line[1])) {
    return std::nullopt;
  }
  const std::string_view rest = util::trim(line.substr(2));
  if (!rest.starts_with('-') || (line[2] != ' ' && line[2] != '-')) {
    return std::nullopt;
  }
  return Tagged{line.substr(0, 2), std::string(util::trim(rest.substr(1)))};
}

/// "AU", "AU  ", "AU  -" and nothing more: the beginning of a line with a tag.
bool is_begun_tag(std::string_view line) {
  return line.size() >= 2 && util::is_upper(line[0]) &&
         (util::is_upper(line[1]) || util::is_digit(line[1])) &&
         line.find_first_not_of(" -", 2) == std::string_view::npos;
}

std::string_view without_invisible(std::string_view line) {
  constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";
  line = util::trim(line);
  return line.starts_with(k_byte_order_mark) ? line.substr(k_byte_order_mark.size()) : line;
}

using Lines = std::vector<Tagged>;

/// The first of these tags that says something.
std::string first_of(const Lines& lines, std::initializer_list<std::string_view> tags) {
  for (const std::string_view tag : tags) {
    for (const Tagged& line : lines) {
      if (line.tag == tag && !line.value.empty()) {
        const bool is_abstract = tag == "AB" || tag == "N2";
        return is_abstract ? util::clean_line(line.value, k_longest_abstract) : util::clean_line(line.value);
      }
    }
  }
  return {};
}

std::vector<std::string> all_of(const Lines& lines, std::initializer_list<std::string_view> tags) {
  std::vector<std::string> values;
  for (const Tagged& line : lines) {
    if (std::find(tags.begin(), tags.end(), line.tag) != tags.end() && !line.value.empty()) {
      values.push_back(util::clean_line(line.value));
    }
  }
  return values;
}

/// "Last, First, Jr.".
Person person_of(std::string_view value) {
  const auto parts = util::split(value, ',');
  const auto part = [&parts](std::size_t i) {
    return i < parts.size() ? util::clean_line(parts[i]) : std::string();
  };
  return parts.size() < 2 ? Person{"", util::clean_line(value), ""} : Person{part(1), part(0), part(2)};
}

/// "2014/02/28/" as "2014-02-28", "2014/02/" as "2014-02", all else as it is.
std::string as_day(const std::string& date) {
  const auto parts = util::split(date, '/');
  if (parts.size() < 2 || parts[0].size() != 4 || parts[1].size() != 2) {
    return date;
  }
  const bool has_day = parts.size() > 2 && parts[2].size() == 2;
  return fmt::format("{}-{}{}{}", parts[0], parts[1], has_day ? "-" : "", has_day ? parts[2] : "");
}

/// The first that tells a day, else the first that tells a month, else the first that tells a year.
std::string date_of(const Lines& lines) {
  std::string date;
  const auto is_month = [](const std::string& text) { return util::is_day(text + "-01"); };
  for (const std::string& line : all_of(lines, {"PY", "Y1", "DA"})) {
    std::string told = as_day(line);
    if (util::is_day(told)) {
      return told;
    }
    const auto digits = std::count_if(told.begin(), told.end(), util::is_digit);
    if (digits >= 4 && (date.empty() || (is_month(told) && !is_month(date)))) {
      date = std::move(told);
    }
  }
  return date;
}

std::vector<std::string> names_in(const Lines& lines, std::initializer_list<std::string_view> tags) {
  std::vector<std::string> names = all_of(lines, tags);
  for (std::string& name : names) {
    name = printed(person_of(name));
  }
  return names;
}

/// SN is either of them: eight digits, the last of which may be an X, make an ISSN.
void add_serial_numbers(Entry& entry, const Lines& lines) {
  constexpr auto k_digits = 8;
  for (const std::string& number : all_of(lines, {"SN"})) {
    const auto digits = std::count_if(number.begin(), number.end(), util::is_alphanumeric);
    add_detail(entry, digits == k_digits ? "issn" : "isbn", number);
  }
}

void add_details(Entry& entry, const Lines& lines) {
  const std::vector<std::string> ends = all_of(lines, {"EP"});
  for (const DetailField& field : detail_fields()) {
    if (field.ris.empty() || field.ris == "SN") {
      continue;
    }
    std::vector<std::string> values = all_of(lines, {field.ris});
    switch (field.shape) {
      case DetailShape::names:
        add_detail(entry, field.name, joined_names(names_in(lines, {"A2", "ED"})));
        break;
      case DetailShape::pages:
        values.insert(values.end(), ends.begin(), ends.end());
        add_detail(entry, field.name, util::join(values, "-"));
        break;
      case DetailShape::keywords:
        add_detail(entry, field.name, util::join(values, ", "));
        break;
      case DetailShape::text:
        std::erase_if(values, names_a_work);
        add_detail(entry, field.name, util::join(values, "; "));
        break;
    }
  }
  add_serial_numbers(entry, lines);
}

Entry entry_from(const Lines& lines, int line) {
  Entry entry;
  entry.line = line;
  entry.key = first_of(lines, {"ID"});
  entry.type = &type_of_ris(first_of(lines, {"TY"}), first_of(lines, {"M3"}));
  entry.title = first_of(lines, {"TI", "T1", "CT", "BT", "ST"});
  entry.authors = names_in(lines, {"AU", "A1"});
  entry.date = date_of(lines);
  entry.venue = entry.type->kind == Kind::book
                    ? first_of(lines, {"PB", "T3"})
                    : first_of(lines, {"JF", "JO", "T2", "BT", "C3", "JA", "J2", "PB"});
  entry.abstract = first_of(lines, {"AB", "N2"});
  add_details(entry, lines);
  for (const Tagged& each : lines) {
    const auto add = [&](Address::Where where) {
      if (!each.value.empty()) {
        entry.addresses.push_back({where, util::clean_line(each.value)});
      }
    };
    if (each.tag == "DO") {
      add(Address::Where::doi);
    } else if (each.tag == "UR" || each.tag == "L1" || each.tag == "L2" || each.tag == "LK") {
      add(Address::Where::url);
    } else if (each.tag == "M1" || each.tag == "M3" || each.tag == "AN" || each.tag == "N1" ||
               each.tag == "JO" || each.tag == "JF" || each.tag == "T2" || each.tag == "VL" ||
               each.tag == "C7") {
      add(Address::Where::text);
    }
  }
  return entry;
}

class Reader {
 public:
  Bibliography run(std::string_view text) {
    int number = 0;
    text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      const std::string_view next = without_invisible(text.substr(0, end));
      ++number;
      if (end < text.size() || !ends_in_tag(next)) {
        line(next, number);
      }
      text.remove_prefix(std::min(end + 1, text.size()));
      if (m_read.entries.size() >= k_most_entries || m_read.problems.size() >= k_most_remarks) {
        m_read.problems.push_back({number, std::string(k_too_much)});
        return std::move(m_read);
      }
    }
    if (m_lines.size() > 1) {
      m_read.problems.push_back({m_line, "this entry does not end: the text ends before its line ER"});
    }
    finish("");
    return std::move(m_read);
  }

 private:
  void line(std::string_view text, int number) {
    auto next = tagged(text);
    if (!next) {
      continue_value(text, number);
    } else if (next->tag == "TY") {
      finish("another entry begins before its line ER");
      begin(*std::move(next), number);
    } else if (next->tag == "ER") {
      finish("");
    } else if (m_lines.empty()) {
      outside(text, number);
    } else if (m_lines.size() < k_most_lines) {
      m_lines.push_back(*std::move(next));
    }
  }

  /// Whether the last line of the text breaks off in its tag, which is no part of the value above it.
  bool ends_in_tag(std::string_view text) {
    if (m_lines.empty() || tagged(text) || !is_begun_tag(text)) {
      return false;
    }
    if (text.starts_with("ER")) {
      finish("");
    }
    return true;
  }

  void begin(Tagged type, int number) {
    m_line = number;
    m_lines = {std::move(type)};
    m_outside = false;
  }

  void continue_value(std::string_view text, int number) {
    if (text.empty()) {
      return;
    }
    if (m_lines.size() < 2) {
      outside(text, number);
    } else if (m_lines.back().value.size() < k_longest_abstract) {
      m_lines.back().value += ' ';
      m_lines.back().value += text;
    }
  }

  /// Said once for each place.
  void outside(std::string_view text, int number) {
    if (!m_outside && !m_read.entries.empty()) {
      m_read.problems.push_back(
          {number, fmt::format("\"{}\" is part of no entry: a line that begins with TY starts one",
                               util::clean_line(text, 40))});
    }
    m_outside = true;
  }

  void finish(std::string_view oddity) {
    if (m_lines.size() > 1) {
      m_read.entries.push_back(entry_from(m_lines, m_line));
      if (!oddity.empty()) {
        m_read.notes.push_back({m_line, std::string(oddity)});
      }
    }
    m_lines.clear();
  }

  Bibliography m_read;
  Lines m_lines;  ///< of the entry that is read, its type first; empty outside
  int m_line = 0;
  bool m_outside = false;
};

}  // namespace

bool looks_like_ris(std::string_view head) {
  for (const std::string_view line : util::split(head, '\n')) {
    if (const auto first = tagged(without_invisible(line)); first && first->tag == "TY") {
      return true;
    }
  }
  return false;
}

Bibliography read_ris(std::string_view utf8) {
  return Reader().run(utf8);
}

}  // namespace papers::bibliography
