#include <algorithm>
#include <array>

#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"
#include "weekly/entry_kind.hpp"

namespace papers::weekly {
namespace {

using util::is_digit;
using util::is_lower;

constexpr int k_most = 100'000;

struct UnitRow {
  std::string_view word;
  std::string_view unit;
};

/// Units that stand before their number; of two that begin alike, the longer first.
constexpr std::array k_before{UnitRow{"lectures", "lecture"},
                              UnitRow{"lecture", "lecture"},
                              UnitRow{"lec", "lecture"},
                              UnitRow{"modules", "module"},
                              UnitRow{"module", "module"},
                              UnitRow{"chapters", "chapter"},
                              UnitRow{"chapter", "chapter"},
                              UnitRow{"ch", "chapter"},
                              UnitRow{"section", "section"},
                              UnitRow{"sec", "section"},
                              UnitRow{"labs", "lab"},
                              UnitRow{"lab", "lab"},
                              UnitRow{"episodes", "episode"},
                              UnitRow{"episode", "episode"},
                              UnitRow{"homework", "homework"},
                              UnitRow{"hw", "homework"},
                              UnitRow{"assignment", "homework"},
                              UnitRow{"problem set", "homework"},
                              UnitRow{"pset", "homework"},
                              UnitRow{"pages", "page"},
                              UnitRow{"page", "page"},
                              UnitRow{"part", "part"},
                              UnitRow{"unit", "unit"}};

/// Units that stand behind it: "第5-6讲".
constexpr std::array k_behind{UnitRow{"讲", "lecture"}, UnitRow{"课", "lecture"}, UnitRow{"章", "chapter"},
                              UnitRow{"节", "section"}, UnitRow{"集", "episode"}, UnitRow{"页", "page"}};

constexpr std::array<std::string_view, 4> k_all{"所有", "全部", "all ", "all the "};

/// A number or a range of numbers in front of a text, which it leaves.
std::optional<std::pair<int, int>> take_range(std::string_view& text) {
  const auto take_number = [&text]() -> std::optional<int> {
    const std::string_view digits = text.substr(0, text.find_first_not_of("0123456789"));
    const auto value = util::to_int(digits);
    text.remove_prefix(value ? digits.size() : 0);
    return value && *value <= k_most ? value : std::nullopt;
  };
  const auto from = take_number();
  if (!from) {
    return std::nullopt;
  }
  std::string_view rest = text;
  for (const std::string_view sign : {"-", "–", "~", "到", "至"}) {
    if (rest.starts_with(sign)) {
      text.remove_prefix(sign.size());
      if (const auto to = take_number(); to && *to >= *from) {
        return std::pair{*from, *to};
      }
      text = rest;
    }
  }
  return std::pair{*from, *from};
}

void skip_any(std::string_view& text, std::string_view signs) {
  text.remove_prefix(std::min(text.find_first_not_of(signs), text.size()));
}

class PartReader {
 public:
  explicit PartReader(std::string_view text) : m_text(util::fold(text)) {}

  std::vector<Part> read() {
    for (m_at = 0; m_at < m_text.size(); ++m_at) {
      const char before = m_at == 0 ? ' ' : m_text[m_at - 1];
      if (is_digit(m_text[m_at]) && !is_digit(before) && before != '.') {
        read_behind();
      } else if (is_lower(m_text[m_at]) && !is_lower(before) && before != '-') {
        read_before();
      }
    }
    return std::move(m_parts);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return std::string_view(m_text).substr(m_at); }

  void read_before() {
    const auto* const row = std::find_if(k_before.begin(), k_before.end(), [this](const UnitRow& unit) {
      return rest().starts_with(unit.word);
    });
    if (row == k_before.end()) {
      return;
    }
    std::string_view behind = rest().substr(row->word.size());
    if (!behind.empty() && is_lower(behind.front())) {
      return;
    }
    skip_any(behind, " .:#");
    if (const auto range = take_range(behind)) {
      add(row->unit, *range, behind);
    } else if (is_all_before()) {
      add(row->unit, {0, 0}, behind);
    }
  }

  void read_behind() {
    std::string_view behind = rest();
    const auto range = take_range(behind);
    skip_any(behind, " ");
    const auto* const row = std::find_if(k_behind.begin(), k_behind.end(),
                                         [&](const UnitRow& unit) { return behind.starts_with(unit.word); });
    if (range && row != k_behind.end()) {
      add(row->unit, *range, behind);
    }
  }

  [[nodiscard]] bool is_all_before() const {
    const auto before = std::string_view(m_text).substr(0, m_at);
    return std::any_of(k_all.begin(), k_all.end(),
                       [&](std::string_view all) { return before.ends_with(all); });
  }

  /// Goes on behind the part, which ends where `behind` begins.
  void add(std::string_view unit, std::pair<int, int> range, std::string_view behind) {
    m_parts.push_back({std::string(unit), range.first, range.second});
    m_at = m_text.size() - behind.size();
    m_at -= m_at > 0 ? 1U : 0U;
  }

  std::string m_text;
  std::size_t m_at = 0;
  std::vector<Part> m_parts;
};

}  // namespace

std::vector<Part> find_parts(std::string_view text) {
  return PartReader(text).read();
}

}  // namespace papers::weekly
