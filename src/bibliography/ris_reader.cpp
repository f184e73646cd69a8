#include "bibliography/ris_reader.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

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

Kind kind_of(std::string_view type) {
  constexpr std::array<std::string_view, 4> k_books{"BOOK", "EBOOK", "EDBOOK", "WHOLE"};
  constexpr std::array<std::string_view, 4> k_posts{"BLOG", "ELEC", "WEB", "ICOMM"};
  constexpr std::array<std::string_view, 4> k_videos{"VIDEO", "MPCT", "SOUND", "ADVS"};
  const auto is_in = [type](const auto& types) {
    return std::find(types.begin(), types.end(), type) != types.end();
  };
  if (type == "COMP") {
    return Kind::code;
  }
  return is_in(k_books)    ? Kind::book
         : is_in(k_posts)  ? Kind::post
         : is_in(k_videos) ? Kind::video
                           : Kind::paper;
}

/// "Last, First, Jr.".
Person person_of(std::string_view value) {
  const auto parts = util::split(value, ',');
  const auto part = [&parts](std::size_t i) {
    return i < parts.size() ? util::clean_line(parts[i]) : std::string();
  };
  return parts.size() < 2 ? Person{"", util::clean_line(value), ""} : Person{part(1), part(0), part(2)};
}

/// "2014/02/28/" as "2014-02-28", all else as it is.
std::string as_day(const std::string& date) {
  const auto parts = util::split(date, '/');
  if (parts.size() >= 3 && parts[0].size() == 4 && parts[1].size() == 2 && parts[2].size() == 2) {
    return fmt::format("{}-{}-{}", parts[0], parts[1], parts[2]);
  }
  return date;
}

/// The first that tells a day, else the first that tells a year.
std::string date_of(const Lines& lines) {
  std::string date;
  for (const Tagged& line : lines) {
    if (line.tag != "PY" && line.tag != "Y1" && line.tag != "DA") {
      continue;
    }
    std::string told = as_day(util::clean_line(line.value));
    if (util::is_day(told)) {
      return told;
    }
    const auto digits = std::count_if(told.begin(), told.end(), util::is_digit);
    if (date.empty() && digits >= 4) {
      date = std::move(told);
    }
  }
  return date;
}

Entry entry_from(const Lines& lines, int line) {
  Entry entry;
  entry.line = line;
  entry.key = first_of(lines, {"ID"});
  entry.kind = kind_of(first_of(lines, {"TY"}));
  entry.title = first_of(lines, {"TI", "T1", "CT", "BT", "ST"});
  for (const Tagged& each : lines) {
    if ((each.tag == "AU" || each.tag == "A1") && !each.value.empty()) {
      entry.authors.push_back(printed(person_of(each.value)));
    }
  }
  entry.date = date_of(lines);
  entry.venue = entry.kind == Kind::book ? first_of(lines, {"PB", "T3"})
                                         : first_of(lines, {"JF", "JO", "T2", "BT", "C3", "JA", "J2", "PB"});
  entry.abstract = first_of(lines, {"AB", "N2"});
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
