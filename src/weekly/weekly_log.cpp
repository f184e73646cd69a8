#include "weekly/weekly_log.hpp"

#include <algorithm>
#include <utility>

#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"
#include "weekly/item_reader.hpp"
#include "weekly/log_date.hpp"
#include "weekly/log_text.hpp"
#include "weekly/log_words.hpp"
#include "weekly/markdown_tree.hpp"

namespace papers::weekly {
namespace {

constexpr int k_text_level = 7;  // of a line of text that heads a section: below every heading
constexpr std::size_t k_longest_text_head = 60;  // columns

struct Heading {
  int level = 0;
  std::optional<SectionGuess> section;
  bool papers = false;
};

class LogReader {
 public:
  LogReader(const std::vector<SectionName>& names, const LogHints& hints, const std::string& front_date)
      : m_names(names), m_today(hints.today), m_start(hints.week_start) {
    const auto in_name = find_date(hints.file_name);
    const auto in_front = find_date(front_date);
    if (in_front) {
      m_hint = in_front;
      m_hint_from = "front matter";
      m_hint->week = in_name && !in_name->week.empty() ? in_name->week : m_hint->week;
    } else if (in_name) {
      m_hint = in_name;
      m_hint_from = "file name";
    }
  }

  void read(const std::vector<Block>& blocks) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      read(blocks[i], i + 1 < blocks.size() && blocks[i + 1].kind == Block::Kind::list);
    }
  }

  WeeklyLog take() { return std::move(m_log); }

 private:
  void read(const Block& block, bool list_follows) {
    switch (block.kind) {
      case Block::Kind::heading:
        return read_heading(block.level, joined(block.lines));
      case Block::Kind::paragraph:
        return read_paragraph(joined(block.lines), list_follows);
      case Block::Kind::list:
        return read_list(block);
      case Block::Kind::item:
        return;
    }
  }

  // ---- headings

  void read_heading(int level, const TextLine& text) {
    const auto section = section_of(text.text, m_names);
    const auto date = find_date(text.text, m_log.weeks.empty() ? 0 : year_of(m_log.weeks.back()));
    while (!m_headings.empty() && m_headings.back().level >= level) {
      m_headings.pop_back();
    }
    m_headings.push_back({level, section, has_word(text.text, WordList::papers)});
    m_lead_papers = false;
    if (date) {
      open_week(*date, "heading", text.number);
      m_week_level = level;
      if (section) {
        open_section(text);
      }
      return;
    }
    if (looks_like_date(text.text)) {
      m_log.unread.push_back(
          unread(text.number, "no such day, so what follows keeps the date before it", text.text));
    }
    if (level <= m_week_level && section && section->kind == SectionKind::progress) {
      conclude_week(text);
    }
    open_section(text);
  }

  static int year_of(const Week& week) { return util::to_int(week.date.substr(0, 4)).value_or(0); }

  /// A section of that level or above it which no date covers: the report after the last one.
  void conclude_week(const TextLine& heading) {
    m_week_level = 0;
    const std::string& last = m_log.weeks.back().date;
    if (last.empty()) {
      return;
    }
    std::string date = util::add_days(last, 7);
    if (!m_today.empty()) {
      date = std::max(last, std::min(date, m_today));
    }
    open_week({std::move(date), ""}, "the week before it", heading.number);
    m_log.weeks.back().weeks = weeks_in(heading.text);
  }

  void open_week(const LogDate& date, std::string dated_by, int line) {
    Week week;
    week.line = line;
    const auto named = util::week_named(date.week, m_start);
    week.closed = named ? *named : closed_week(date.day, m_start);
    week.date = date.day.empty() ? week.closed.last : date.day;
    week.last_day = std::min(week.date, week.closed.last);
    week.dated_by = std::move(dated_by);
    if (m_log.weeks.empty() || m_log.weeks.back().date != week.date) {
      m_log.weeks.push_back(std::move(week));
    }
    m_has_section = false;
  }

  void open_section(const TextLine& heading) {
    require_week();
    const SectionGuess guess = current_guess();
    Section section;
    section.line = heading.number;
    section.kind = guess.kind;
    section.this_week = guess.this_week;
    section.name = util::clean_line(heading.text);
    m_log.weeks.back().sections.push_back(std::move(section));
    m_has_section = true;
  }

  /// The innermost heading that says what its section is.
  [[nodiscard]] SectionGuess current_guess() const {
    const auto named = std::find_if(m_headings.rbegin(), m_headings.rend(),
                                    [](const Heading& heading) { return heading.section.has_value(); });
    return named == m_headings.rend() ? SectionGuess{} : *named->section;
  }

  void require_week() {
    if (m_log.weeks.empty()) {
      if (m_hint) {
        open_week(*m_hint, m_hint_from, 0);
      } else {
        m_log.weeks.emplace_back();
      }
    }
  }

  // ---- what stands below them

  Section& section() {
    require_week();
    if (!m_has_section) {
      m_log.weeks.back().sections.emplace_back();
      m_has_section = true;
    }
    return m_log.weeks.back().sections.back();
  }

  [[nodiscard]] EntryContext context() {
    EntryContext context;
    context.section = section().kind;
    context.papers = m_lead_papers || std::any_of(m_headings.begin(), m_headings.end(),
                                                  [](const Heading& heading) { return heading.papers; });
    return context;
  }

  /// "In the past week:" heads a section in logs without headings; in others it says what the list below it
  /// is.
  void read_paragraph(const TextLine& text, bool list_follows) {
    const bool is_short = util::width(text.text) <= k_longest_text_head && text.links.empty();
    const bool under_heading = std::any_of(m_headings.begin(), m_headings.end(), [](const Heading& heading) {
      return heading.level < k_text_level && heading.section.has_value();
    });
    m_lead_papers = is_short && list_follows && under_heading && has_word(text.text, WordList::papers);
    if (is_short && leads(text.text) && !under_heading) {
      return read_text_head(text, section_of(text.text, m_names).value_or(SectionGuess{}));
    }
    for (Entry& entry : read_prose(text, context())) {
      section().entries.push_back(std::move(entry));
    }
  }

  void read_text_head(const TextLine& text, SectionGuess guess) {
    while (!m_headings.empty() && m_headings.back().level >= k_text_level) {
      m_headings.pop_back();
    }
    m_headings.push_back({k_text_level, guess, has_word(text.text, WordList::papers)});
    open_section(text);
  }

  void read_list(const Block& list) {
    for (const Block& item : list.blocks) {
      for (Entry& entry : read_item(item, context())) {
        section().entries.push_back(std::move(entry));
      }
    }
  }

  const std::vector<SectionName>& m_names;
  std::string m_today;
  util::WeekStart m_start;
  std::optional<LogDate> m_hint;
  std::string m_hint_from;
  WeeklyLog m_log;
  std::vector<Heading> m_headings;  ///< from the outermost to the one that is open
  int m_week_level = 0;             ///< of the heading with the date; 0: none
  bool m_has_section = false;       ///< whether the last week has one that is open
  bool m_lead_papers = false;       ///< the text before the list speaks of papers
};

}  // namespace

WeeklyLog parse_log(std::string_view text, const std::vector<SectionName>& names, const LogHints& hints) {
  LogText prepared = prepare(text);
  Tree tree = read_markdown(prepared.markdown);
  LogReader reader(names, hints, prepared.front_date);
  reader.read(tree.blocks);
  WeeklyLog log = reader.take();
  log.unread.insert(log.unread.end(), prepared.unread.begin(), prepared.unread.end());
  log.unread.insert(log.unread.end(), tree.unread.begin(), tree.unread.end());
  std::stable_sort(log.unread.begin(), log.unread.end(),
                   [](const Unread& a, const Unread& b) { return a.line < b.line; });
  return log;
}

std::optional<util::Week> planned_week(const Week& week, const Section& section, util::WeekStart start) {
  if (week.date.empty() || section.kind != SectionKind::plan) {
    return std::nullopt;
  }
  return section.this_week ? util::week_of(week.date, start) : util::week_after(week.closed, 1, start);
}

}  // namespace papers::weekly
