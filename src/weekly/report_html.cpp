#include <fmt/format.h>

#include "util/html_text.hpp"
#include "weekly/html_text.hpp"
#include "weekly/report_marks.hpp"
#include "weekly/week_report.hpp"

namespace papers::weekly {
namespace {

constexpr std::string_view k_style = R"(:root { color-scheme: light dark; --ink: #1c1c1e; --quiet: #6b6b70;
  --line: #d9d9de; --page: #fff; --link: #0b57b0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ea; --quiet: #9b9ba1; --line: #3a3a3e;
  --page: #17171a; --link: #8ab8ff; } }
body { margin: 0 auto; padding: 2rem 1.2rem 3rem; max-width: 44rem; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: 1px solid var(--line); font-size: 1.05rem; }
p { margin: 0; }
ul, ol { margin: 0; padding-left: 1.4rem; }
li { margin: .35rem 0; overflow-wrap: anywhere; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
.quiet { color: var(--quiet); }
.below { display: block; }
figure { margin: 2rem 0 0; }
figure svg { display: block; width: 100%; height: auto; padding: .5rem; box-sizing: border-box;
  background: #fff; border: 1px solid var(--line); border-radius: .4rem; }
figcaption { margin-top: .3rem; color: var(--quiet); font-size: .9rem; }
@media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --line: #bbb; --page: #fff;
  --link: #000; } body { padding: 0; max-width: none; font-size: 11pt; } li, figure { break-inside: avoid; }
  h2 { break-after: avoid; } }
)";

constexpr std::string_view k_head = R"(<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="quiet">{week}</p>
)";

class HtmlWriter {
 public:
  explicit HtmlWriter(const ReportWords& words) : m_words(words) {}

  std::string write(const WeekReport& report) {
    write_head(report);
    section(m_words.progress, "ul", report.done, [this](const ReportedDone& one) { return done(one); });
    if (!report.slipped.empty()) {
      section(m_words.slipped_title, "ul", report.slipped,
              [this](const ReportedSlip& one) { return slipped(one); });
    }
    section(m_words.plan, "ol", report.plan, [this](const ReportedPlan& one) { return planned(one); });
    section(m_words.questions, "ul", report.questions, [this](const ReportedQuestion& one) {
      return util::html_text(one.text) + quiet(answer_mark(m_words, one));
    });
    section(m_words.needs, "ul", report.needs, [](const std::string& need) { return util::html_text(need); });
    if (!report.picture.empty()) {
      m_text += fmt::format("<figure>\n{}\n<figcaption>{}</figcaption>\n</figure>\n", report.picture,
                            util::html_text(m_words.picture));
    }
    return std::move(m_text) + "</body>\n</html>\n";
  }

 private:
  void write_head(const WeekReport& report) {
    std::string week = fmt::format("{} · {} – {}", report.week.id, report.week.first, report.week.last);
    if (report.minutes() > 0) {
      week += fmt::format(" · {}{}{}", m_words.minutes_before, report.minutes(), m_words.minutes_behind);
    }
    m_text =
        fmt::format(fmt::runtime(k_head), fmt::arg("lang", m_words.language == Language::zh ? "zh-CN" : "en"),
                    fmt::arg("title", fmt::format("{} {}", m_words.report_title, report_date(report))),
                    fmt::arg("style", k_style), fmt::arg("week", week));
  }

  template <typename List, typename Write>
  void section(std::string_view name, std::string_view tag, const List& list, const Write& write) {
    m_text += fmt::format("<h2>{}</h2>\n", util::html_text(name));
    if (list.empty()) {
      m_text += fmt::format("<p class=\"quiet\">{}</p>\n", util::html_text(m_words.nothing));
      return;
    }
    m_text += fmt::format("<{}>\n", tag);
    for (const auto& one : list) {
      m_text += fmt::format("<li>{}</li>\n", write(one));
    }
    m_text += fmt::format("</{}>\n", tag);
  }

  static std::string quiet(const std::string& text) {
    return text.empty() ? "" : fmt::format("<span class=\"quiet\">{}</span>", util::html_text(text));
  }

  static std::string below(std::string_view name, const std::string& text) {
    return text.empty() ? ""
                        : fmt::format("<span class=\"below quiet\">{}{}</span>", util::html_text(name),
                                      util::html_text(text));
  }

  [[nodiscard]] std::string done(const ReportedDone& one) const {
    return util::html_text(done_word(m_words, one.level)) + html_link(one.item.title, one.item.url) +
           quiet(minutes_mark(m_words, one.minutes)) +
           (one.takeaway.empty() ? "" : util::html_text(std::string(m_words.colon) + one.takeaway));
  }

  [[nodiscard]] std::string slipped(const ReportedSlip& one) const {
    return html_link(one.item.title, one.item.url) + quiet(slip_mark(m_words, one.weeks, "")) +
           below(m_words.reason, one.reason) + below(m_words.decision, one.decision);
  }

  [[nodiscard]] std::string planned(const ReportedPlan& one) const {
    return util::html_text(plan_word(m_words, one.level)) + html_link(one.item.title, one.item.url) +
           quiet(estimate_mark(m_words, one.minutes) + slip_mark(m_words, one.weeks, one.decision));
  }

  const ReportWords& m_words;
  std::string m_text;
};

}  // namespace

std::string report_html(const WeekReport& report, const ReportWords& words) {
  return HtmlWriter(words).write(report);
}

}  // namespace papers::weekly
