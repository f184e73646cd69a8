#include "weekly/delimited_entry.hpp"

#include <utility>

#include "util/strings.hpp"
#include "weekly/marks.hpp"
#include "weekly/report_words.hpp"
#include "weekly/verbs.hpp"

namespace papers::weekly {
namespace {

using util::trim;

/// Takes marks, and a colon with a comment, from what follows a title. Nothing when anything else follows.
std::optional<Entry> with_tail(Entry entry, std::string_view tail, SectionKind section) {
  tail = trim(tail);
  for (auto front = read_mark(tail); front && apply(front->mark, section, entry); front = read_mark(tail)) {
    tail = trim(tail.substr(front->size));
  }
  if (tail.starts_with(k_wide_colon) || tail.starts_with(':')) {
    entry.comment = trim(tail.substr(tail.front() == ':' ? 1 : k_wide_colon.size()));
    tail = {};
  }
  return tail.empty() ? std::optional(std::move(entry)) : std::nullopt;
}

/// `base` with a title, bytes [begin, end) of the text, and what stands around it.
std::optional<Entry> with_title(const Entry& base, std::string_view text, std::size_t begin, std::size_t end,
                                SectionKind section) {
  const VerbFront verb = verb_before_title(text.substr(0, begin), section);
  auto entry = verb.size == begin ? with_tail(base, text.substr(end), section) : std::nullopt;
  if (entry) {
    apply(verb, *entry);
    entry->title = text.substr(begin, end - begin);
    entry->delimited = true;
  }
  return entry;
}

/// A text in quotes as reports put them, bytes [begin, end) with them.
struct Quote {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view title;
  bool may_be_part = false;  ///< such quotes stand within titles too
};

/// The first quote, if it is no more than one.
std::optional<Quote> find_quote(std::string_view text) {
  for (const ReportWords& words : k_report_words) {
    const std::size_t begin = text.find(words.open_quote);
    const std::size_t inside = begin + words.open_quote.size();
    const std::size_t close = begin == std::string_view::npos ? begin : text.find(words.close_quote, inside);
    if (close != std::string_view::npos && close > inside) {
      return Quote{begin, close + words.close_quote.size(), text.substr(inside, close - inside),
                   words.language == Language::en};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Entry> read_linked(const Entry& base, const Draft& draft, SectionKind section) {
  if (draft.links.empty()) {
    return std::nullopt;
  }
  const LinkAt& link = draft.links.front();
  auto entry = with_title(base, draft.text, link.begin, link.end, section);
  if (entry && !link.url.empty()) {
    entry->links = {{entry->title, link.url}};
  }
  return entry;
}

std::optional<Entry> read_quoted(const Entry& base, const Draft& draft, SectionKind section) {
  const auto quote = draft.links.empty() ? find_quote(draft.text) : std::nullopt;
  auto entry = quote ? with_title(base, draft.text, quote->begin, quote->end, section) : std::nullopt;
  // “Why Should I Trust You?”: Explaining the Predictions of Any Classifier
  if (!entry || (quote->may_be_part && !entry->comment.empty())) {
    return std::nullopt;
  }
  entry->title = trim(quote->title);
  return entry;
}

}  // namespace papers::weekly
