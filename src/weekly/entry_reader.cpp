#include "weekly/entry_reader.hpp"

#include <algorithm>
#include <utility>

#include "util/strings.hpp"
#include "util/text.hpp"
#include "weekly/clauses.hpp"
#include "weekly/delimited_entry.hpp"
#include "weekly/entry_kind.hpp"
#include "weekly/log_words.hpp"
#include "weekly/marks.hpp"
#include "weekly/report_words.hpp"
#include "weekly/verbs.hpp"

namespace papers::weekly {
namespace {

using util::trim;

constexpr std::size_t k_most_clauses = 4;     // a line of more is prose
constexpr std::size_t k_longest = 8U << 10U;  // bytes; what is longer was not written as a list of things
constexpr std::size_t k_most_links = 64;

/// What stands behind "原因：".
std::optional<std::string_view> read_reason(std::string_view text) {
  for (const ReportWords& words : k_report_words) {
    const std::string_view front = trim(words.reason);
    if (text.starts_with(front)) {
      return trim(text.substr(front.size()));
    }
  }
  return std::nullopt;
}

void add_parts(Entry& entry) {
  entry.parts = find_parts(entry.comment.empty() || entry.text.ends_with(entry.comment)
                               ? entry.text
                               : entry.text + " " + entry.comment);
}

class EntryReader {
 public:
  EntryReader(const TextLine& line, const EntryContext& context)
      : m_context(context), m_draft{line.text, line.links} {
    m_base.line = line.number;
  }

  std::vector<Entry> read() {
    if (m_draft.links.empty() || m_draft.links.front().begin > 0) {
      take_box();
    }
    m_base.text = m_draft.text;
    if (const auto reason = m_context.under_thing ? read_reason(m_draft.text) : std::nullopt) {
      m_base.kind = EntryKind::reason;
      m_base.evidence = "its first word";
      m_base.comment = *reason;
      return {m_base};
    }
    const bool is_sentence =
        m_context.section == SectionKind::questions || m_context.section == SectionKind::needs;
    auto linked = read_linked(m_base, m_draft, m_context.section);
    if (auto entry =
            linked || is_sentence ? std::move(linked) : read_quoted(m_base, m_draft, m_context.section)) {
      return {finished(*std::move(entry), m_context)};
    }
    take_marks();
    return is_sentence ? std::vector{read_sentence()} : read_clauses();
  }

 private:
  void take_box() {
    const BoxFront box = read_box(m_draft.text);
    m_base.outcome = box.outcome;
    drop_front(m_draft, box.size);
    for (auto size = emoji_code(m_draft.text); size > 0; size = emoji_code(m_draft.text)) {
      drop_front(m_draft, size);
    }
  }

  /// Takes marks in brackets out of the text, wherever they are outside of links.
  void take_marks() {
    constexpr std::string_view k_openings = "([\xEF\xE3";  // also the first bytes of wide ones
    std::size_t at = m_draft.text.find_first_of(k_openings);
    while (at != std::string::npos) {
      const auto in_link = [at](const LinkAt& link) { return at >= link.begin && at < link.end; };
      const bool is_text = std::none_of(m_draft.links.begin(), m_draft.links.end(), in_link);
      const auto front = is_text ? read_mark(std::string_view(m_draft.text).substr(at)) : std::nullopt;
      if (front && apply(front->mark, m_context.section, m_base)) {
        drop(m_draft, at, front->size);
      } else {
        ++at;
      }
      at = m_draft.text.find_first_of(k_openings, at);
    }
  }

  /// A question or a wish: all of it but for the mark at its end.
  Entry read_sentence() {
    m_base.title = trim(m_draft.text);
    for (const Ref& ref : refs_of(m_draft)) {
      m_base.links.push_back(ref.link);
    }
    return finished(m_base, m_context);
  }

  std::vector<Entry> read_clauses() {
    const std::vector<Ref> refs = refs_of(m_draft);
    const std::size_t end = end_of_main(refs);
    const std::vector<Clause> clauses = split_clauses(m_draft, refs, end);
    const bool heads =
        m_context.has_entries && refs.empty() && !leads_on(clauses) && !names_course(m_draft.text);
    if (heads || clauses.empty() || (refs.empty() && clauses.size() > k_most_clauses)) {
      return {read_whole(heads)};
    }
    std::vector<Entry> entries;
    for (const Clause& clause : clauses) {
      EntryContext context = m_context;
      context.has_entries = m_context.has_entries && &clause == &clauses.back();
      for (Entry& entry : read_clause(clause)) {
        add(entries, finished(std::move(entry), context));
      }
    }
    if (end < m_draft.text.size()) {
      entries.back().comment = trim(m_draft.text.substr(end + k_wide_colon.size()));
    }
    if (entries.size() == 1) {
      entries.front().text = m_base.text;
    }
    add_parts(entries.back());
    return entries;
  }

  /// Whether the last clause only says that what follows was read, so that the others are no heading.
  [[nodiscard]] bool leads_on(const std::vector<Clause>& clauses) const {
    return clauses.size() > 1 && is_word(text_of(m_draft, clauses.back()), WordList::reading);
  }

  /// A line that is not taken apart: the heading of what is below it, or prose.
  [[nodiscard]] Entry read_whole(bool heads) const {
    Entry entry = m_base;
    entry.title = unwrapped(m_draft.text);
    if (heads) {
      return finished(std::move(entry), m_context);
    }
    entry.evidence = "prose";
    return entry;
  }

  /// Where a comment begins: at a wide colon with no address behind it.
  [[nodiscard]] std::size_t end_of_main(const std::vector<Ref>& refs) const {
    const std::size_t from = refs.empty() ? 0 : refs.back().end;
    return std::min(m_draft.text.find(k_wide_colon, from), m_draft.text.size());
  }

  /// One entry for each thing that the clause names by an address, or one for all of it.
  [[nodiscard]] std::vector<Entry> read_clause(const Clause& clause) const {
    std::vector<Entry> entries;
    for (Naming& naming : namings_of(m_draft, clause)) {
      entries.push_back(m_base);
      entries.back().title = std::move(naming.title);
      entries.back().links = std::move(naming.links);
    }
    const std::string_view text = text_of(m_draft, clause);
    if (entries.empty()) {
      const VerbFront verb = verb_before_words(text, m_context.section);
      entries.push_back(m_base);
      apply(verb, entries.back());
      entries.back().title = unwrapped(trim(text.substr(verb.size)));
    }
    entries.front().text = text;
    return entries;
  }

  /// A clause that names nothing new goes with the one before it; a first one that names nothing, with the
  /// next.
  static void add(std::vector<Entry>& entries, Entry entry) {
    if (entries.empty()) {
      entries.push_back(std::move(entry));
      return;
    }
    Entry& last = entries.back();
    const bool names_nothing = entry.links.empty() && entry.kind == EntryKind::note;
    const bool same_thing = entry.links.empty() && last.links.empty() && entry.kind == last.kind &&
                            (entry.kind != EntryKind::course || entry.title == last.title);
    if (names_nothing || same_thing) {
      last.text += "，" + entry.text;
      last.title += last.links.empty() && last.kind != EntryKind::course ? "，" + entry.title : "";
      add_parts(last);
    } else if (last.links.empty() && last.kind == EntryKind::note && entry.kind != EntryKind::group) {
      entry.text = last.text + "，" + entry.text;
      last = std::move(entry);
    } else {
      entries.push_back(std::move(entry));
    }
  }

  [[nodiscard]] static Entry finished(Entry entry, const EntryContext& context) {
    KindGuess guess = guess_kind(entry, context);
    entry.kind = guess.kind;
    entry.evidence = std::move(guess.evidence);
    if (!entry.delimited) {
      entry.title = guess.name.empty() ? entry.title : guess.name;
      say_outcome(entry, context);
      add_parts(entry);
    }
    return entry;
  }

  static void say_outcome(Entry& entry, const EntryContext& context) {
    if (context.section != SectionKind::progress || entry.outcome != Outcome::unsaid) {
      return;
    }
    if (has_word(entry.text, WordList::undone)) {
      entry.outcome = Outcome::open;
    } else if (has_word(entry.text, WordList::partly)) {
      entry.outcome = Outcome::partly;
    }
  }

  EntryContext m_context;
  Draft m_draft;
  Entry m_base;
};

/// Clean again after marks were taken out of the middle: blanks meet there, and accents get another letter.
std::vector<Entry> cleaned(std::vector<Entry> entries) {
  for (Entry& entry : entries) {
    for (std::string* text : {&entry.text, &entry.title, &entry.comment}) {
      *text = util::clean_line(*text);
    }
  }
  return entries;
}

}  // namespace

std::vector<Entry> read_entries(const TextLine& line, const EntryContext& context) {
  if (line.text.size() <= k_longest && line.links.size() <= k_most_links) {
    return cleaned(EntryReader(line, context).read());
  }
  Entry entry;
  entry.line = line.number;
  entry.evidence = "too long to be taken apart";
  entry.text = line.text;
  entry.title = line.text;
  return cleaned({entry});
}

}  // namespace papers::weekly
