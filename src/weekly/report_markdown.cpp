#include <fmt/format.h>

#include "weekly/entry_reader.hpp"
#include "weekly/markdown_text.hpp"
#include "weekly/report_marks.hpp"
#include "weekly/week_report.hpp"

namespace papers::weekly {
namespace {

/// One line of a list: a word in front, the title, and what stands behind it.
struct Line {
  SectionKind section = SectionKind::progress;
  std::string word;
  ReportedItem item;
  std::string marks;
  std::string comment = {};  ///< with its colon
};

/// Whether an entry is read as something to be read or done.
bool is_thing(const Entry& entry, SectionKind section) {
  const bool is_planned =
      section == SectionKind::plan && entry.kind == EntryKind::note && entry.evidence.empty();
  return is_planned || (entry.kind != EntryKind::note && entry.kind != EntryKind::question &&
                        entry.kind != EntryKind::group && entry.kind != EntryKind::reason);
}

/// Whether the title, between these quotes or bare, would be read as the title that ends where its link ends.
bool reads_alike(const Line& line, std::string_view open = "", std::string_view close = "") {
  EntryContext context;
  context.section = line.section;
  const std::string tail = line.marks + line.comment;
  const TextLine bare{1, fmt::format("{}{}{}{}{}", line.word, open, line.item.title, close, tail), {}};
  TextLine linked{1, line.word + line.item.title + tail, {}};
  linked.links = {{line.word.size(), line.word.size() + line.item.title.size(), ""}};
  const auto a = read_entries(bare, context);
  const auto b = read_entries(linked, context);
  return a.size() == 1 && b.size() == 1 && is_thing(a[0], line.section) && a[0].title == b[0].title &&
         a[0].comment == b[0].comment && a[0].links.empty() && a[0].parts.empty() &&
         a[0].minutes == b[0].minutes && a[0].slip == b[0].slip && a[0].outcome == b[0].outcome &&
         a[0].level == b[0].level;
}

/// A title that says more than its words to whoever reads logs stands in quotes, so that it ends where it
/// says; where quotes would not do, it is a link that leads nowhere.
std::string written_title(const Line& line, const ReportWords& words) {
  const std::string title = markdown_text(line.item.title);
  if (!line.item.url.empty()) {
    return markdown_link(line.item.title, line.item.url);
  }
  if (reads_alike(line)) {
    return title;
  }
  return reads_alike(line, words.open_quote, words.close_quote)
             ? fmt::format("{}{}{}", words.open_quote, title, words.close_quote)
             : markdown_link(line.item.title, "");
}

std::string written(const Line& line, const ReportWords& words) {
  return line.word + written_title(line, words) + line.marks + markdown_text(line.comment);
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(const ReportWords& words) : m_words(words) {}

  std::string write(const WeekReport& report) {
    m_text = fmt::format("# {}\n", report_date(report));
    write_progress(report);
    write_plan(report);
    write_questions(report);
    write_needs(report);
    return std::move(m_text);
  }

 private:
  void heading(std::string_view name) {
    m_text += fmt::format("{}## {}\n\n", m_text.find("##") == std::string::npos ? "" : "\n", name);
  }
  void nothing() { m_text += std::string(m_words.nothing) + "\n"; }

  void write_progress(const WeekReport& report) {
    heading(m_words.progress);
    for (const ReportedDone& one : report.done) {
      const std::string comment = one.takeaway.empty() ? "" : std::string(m_words.colon) + one.takeaway;
      m_text += "+ " +
                written({SectionKind::progress, std::string(done_word(m_words, one.level)), one.item,
                         minutes_mark(m_words, one.minutes), comment},
                        m_words) +
                "\n";
    }
    for (const ReportedSlip& one : report.slipped) {
      m_text += "+ " +
                written({SectionKind::progress, std::string(m_words.not_done), one.item,
                         markdown_text(slip_mark(m_words, one.weeks, one.decision))},
                        m_words) +
                "\n";
      if (!one.reason.empty()) {
        m_text += fmt::format("  + {}{}\n", m_words.reason, markdown_text(one.reason));
      }
    }
    if (report.done.empty() && report.slipped.empty()) {
      nothing();
    }
  }

  void write_plan(const WeekReport& report) {
    heading(m_words.plan);
    int number = 0;
    for (const ReportedPlan& one : report.plan) {
      const std::string marks =
          estimate_mark(m_words, one.minutes) + markdown_text(slip_mark(m_words, one.weeks, one.decision));
      m_text +=
          fmt::format("{}. {}\n", ++number,
                      written({SectionKind::plan, plan_word(m_words, one.level), one.item, marks}, m_words));
    }
    if (report.plan.empty()) {
      nothing();
    }
  }

  void write_questions(const WeekReport& report) {
    if (!report.questions.empty()) {
      heading(m_words.questions);
    }
    for (const ReportedQuestion& one : report.questions) {
      m_text += fmt::format("+ {}{}\n", markdown_text(one.text), markdown_text(answer_mark(m_words, one)));
    }
  }

  void write_needs(const WeekReport& report) {
    if (!report.needs.empty()) {
      heading(m_words.needs);
    }
    for (const std::string& need : report.needs) {
      m_text += fmt::format("+ {}\n", markdown_text(need));
    }
  }

  const ReportWords& m_words;
  std::string m_text;
};

}  // namespace

std::string report_markdown(const WeekReport& report, const ReportWords& words) {
  return MarkdownWriter(words).write(report);
}

}  // namespace papers::weekly
