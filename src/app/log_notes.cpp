#include "app/log_notes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "util/text.hpp"

namespace papers::app {
namespace {

constexpr std::size_t k_shown_columns = 72;  // of a line that is repeated

std::string shown(std::string_view text) {
  return util::elide(text, k_shown_columns);
}

std::string typed_name(const Item& item) {
  return item.number ? std::to_string(*item.number) : format(item.ids.front());
}

std::string described(const Item& item) {
  const std::string by = byline(item);
  return fmt::format("{} \"{}\"{}", format(item.ids.front()), shown(display_title(item)),
                     by.empty() ? "" : " (" + by + ")");
}

class Notes {
 public:
  Notes(ImportReport& report, const ImportedLog& imported) : m_report(report), m_imported(imported) {}

  void add() {
    m_report.notes.insert(m_report.notes.end(), m_imported.works.facts.warnings.begin(),
                          m_imported.works.facts.warnings.end());
    m_report.later = m_imported.works.facts.later;
    m_report.interrupted = m_imported.works.facts.interrupted;
    add_guesses();
    add_works();
    add_prose();
    add_unread();
    sort_by_line();
    add_totals();
    add_readings();
  }

 private:
  void note(int line, std::string text) { m_lines.emplace_back(line, std::move(text)); }

  [[nodiscard]] Item item_of(std::size_t work) const {
    const auto item = m_imported.library.find_row(m_imported.keeper.row_of(work));
    return item ? *item : m_imported.works.works[work].item;
  }

  void add_guesses() {
    for (const NameGuess& guess : m_imported.works.guesses) {
      note(guess.line, fmt::format("\"{}\" is taken for {}: {}", shown(guess.name),
                                   described(item_of(guess.work)), guess.why));
    }
  }

  void add_works() {
    for (std::size_t place = 0; place < m_imported.works.works.size(); ++place) {
      const LogWork& work = m_imported.works.works[place];
      if (m_imported.keeper.row_of(place) == 0) {
        continue;
      }
      if (!work.problem.empty()) {
        note(work.line, fmt::format("\"{}\": {}", shown(display_title(work.item)), work.problem));
      }
      if (!work.candidates.empty()) {
        add_doubt(place);
      } else if (work.by_name_alone && work.sought) {
        note(work.line, fmt::format("\"{}\" is kept under that name: no service has a work of that title",
                                    shown(work.item.title)));
      }
    }
  }

  void add_doubt(std::size_t place) {
    const LogWork& work = m_imported.works.works[place];
    const std::string own = typed_name(item_of(place));
    std::string text = fmt::format("\"{}\" is kept under that name ({})", shown(work.item.title), work.doubt);
    for (const Item& candidate : work.candidates) {
      const auto known = m_imported.library.find(candidate.ids.front());
      const std::string id = format(candidate.ids.front());
      text += fmt::format("; if it is {}: papers {}merge {} {}", described(candidate),
                          known ? "" : "add " + id + ", then papers ", known ? typed_name(*known) : id, own);
    }
    note(work.line, std::move(text));
  }

  void add_prose() {
    for (const Mention& mention : m_imported.content.prose) {
      if (m_imported.keeper.is_new(mention)) {
        note(mention.entry->line, fmt::format("left as it is: {}", shown(mention.entry->text)));
      }
    }
  }

  void add_unread() {
    for (const weekly::Unread& unread : m_imported.log.unread) {
      std::string text =
          fmt::format("left out, {}{}{}", unread.why, unread.text.empty() ? "" : ": ", shown(unread.text));
      if (unread.is_decoration) {
        note(unread.line, std::move(text));
      } else {
        m_report.problems.push_back(fmt::format("line {}: {}", unread.line, text));
      }
    }
  }

  void sort_by_line() {
    std::stable_sort(m_lines.begin(), m_lines.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [line, text] : m_lines) {
      m_report.notes.push_back(fmt::format("line {}: {}", line, text));
    }
  }

  void add_totals() {
    const auto counted = [](int number, std::string_view one, std::string_view many) {
      return fmt::format("{} {}", number, number == 1 ? one : many);
    };
    if (m_imported.keeper.questions() + m_imported.keeper.plans() > 0) {
      m_report.notes.push_back(
          fmt::format("{} noted, {} written", counted(m_imported.keeper.questions(), "question", "questions"),
                      counted(m_imported.keeper.plans(), "plan of a week", "plans of weeks")));
    }
  }

  /// What became of each entry that is a thing.
  void add_readings() {
    std::map<const weekly::Entry*, std::size_t> works;
    std::map<const weekly::Entry*, bool> is_new;
    for (std::size_t i = 0; i < m_imported.content.things.size(); ++i) {
      const Mention& thing = m_imported.content.things[i];
      works.emplace(thing.entry, m_imported.works.of_things[i]);
      is_new.emplace(thing.entry, m_imported.keeper.is_new(thing));
    }
    const auto outcome = [&](const weekly::Entry& entry) {
      const auto work = works.find(&entry);
      if (work == works.end()) {
        return std::string();
      }
      const Item item = item_of(work->second);
      return fmt::format(" → #{} {}{}", item.number.value_or(0), display_title(item),
                         is_new.at(&entry) ? "" : " (imported before)");
    };
    for (weekly::LineReading& reading : line_readings(m_imported.log, outcome)) {
      m_report.lines.push_back({reading.line, std::move(reading.reading)});
    }
  }

  ImportReport& m_report;
  const ImportedLog& m_imported;
  std::vector<std::pair<int, std::string>> m_lines;
};

}  // namespace

void add_notes(ImportReport& report, const ImportedLog& imported) {
  Notes(report, imported).add();
}

}  // namespace papers::app
