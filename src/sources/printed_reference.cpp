#include "sources/printed_reference.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "model/arxiv_id.hpp"
#include "sources/paper_ids.hpp"
#include "sources/printed_title.hpp"
#include "util/ascii.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::sources {
namespace {

using util::is_digit;
using util::is_letter;

constexpr std::size_t k_longest_title = 500;  ///< bytes

char at(std::string_view text, std::size_t place) {
  return place < text.size() ? text[place] : '\0';
}

/// What may stand between the word arXiv, in small letters, and the number.
std::string_view without_filler(std::string_view text) {
  constexpr std::array<std::string_view, 16> k_fillers{" ",    ":",    ",",        ".",       "(",      "[",
                                                       "/",    "org/", "preprint", "e-print", "eprint", "s ",
                                                       "abs/", "pdf/", "html/",    "v1/"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view filler : k_fillers) {
      if (text.starts_with(filler)) {
        text.remove_prefix(filler.size());
        again = true;
      }
    }
  }
  return text;
}

void add_arxiv_at(std::vector<Identifier>& ids, std::string_view text) {
  const auto front = model::scan_arxiv_id(text);
  if (front && *front && !is_letter(at((*front)->rest, 0))) {
    add_id(ids, format((*front)->id));
  }
}

/// `lower` is the text in small letters, in which ids are the same.
void add_arxiv_ids(std::vector<Identifier>& ids, std::string_view lower) {
  for (const std::string_view mark : {std::string_view("arxiv"), std::string_view("abs/")}) {
    for (auto place = lower.find(mark); place != std::string_view::npos;
         place = lower.find(mark, place + 1)) {
      if (place == 0 || !is_letter(lower[place - 1])) {
        add_arxiv_at(ids, without_filler(lower.substr(place + mark.size())));
      }
    }
  }
}

/// DOIs in use have four digits or more before the slash, unlike sizes and versions ("10.2/3").
void add_dois(std::vector<Identifier>& ids, std::string_view lower) {
  for (auto place = lower.find("10."); place != std::string_view::npos;
       place = lower.find("10.", place + 1)) {
    const char before = place == 0 ? ' ' : lower[place - 1];
    const std::string_view registrant = lower.substr(place + 3, 4);
    const bool is_doi = registrant.size() == 4 && std::all_of(registrant.begin(), registrant.end(), is_digit);
    if (is_doi && !is_digit(before) && before != '.') {
      const std::string_view word = lower.substr(place, lower.find_first_of(" \"<>", place) - place);
      add_id(ids, "doi:" + std::string(word));
    }
  }
}

/// The four digits that begin there, when nothing around them makes them part of something else.
std::optional<int> year_at(std::string_view text, std::size_t place) {
  constexpr std::string_view k_en_dash = "\u2013";
  const std::string_view before = text.substr(0, place);
  const std::string_view after = text.substr(std::min(place + 4, text.size()));
  const auto year = util::to_int(text.substr(place, 4));
  const bool joined_before =
      !before.empty() && (std::string_view("-/.:_=").find(before.back()) != std::string_view::npos ||
                          before.ends_with(k_en_dash));
  const bool joined_after = is_digit(at(after, 0)) || at(after, 0) == '/' || at(after, 0) == '-' ||
                            after.starts_with(k_en_dash) || (at(after, 0) == '.' && is_digit(at(after, 1)));
  return year && *year >= 1500 && *year < 2100 && !joined_before && !joined_after ? year : std::nullopt;
}

/// The year of print rather than the one in which a page was looked at.
std::optional<int> year_of(const PrintedReference& printed) {
  std::string text;
  for (const std::string& block : printed.blocks) {
    if (!util::starts_with_ignoring_case(block, "accessed")) {
      text += block + " ";
    }
  }
  const auto year = year_in(text);
  return year ? year : year_in(printed.label);
}

/// The block that holds the title where authors, title and venue are apart; nothing where they are not.
const std::string* title_block(const std::vector<std::string>& blocks) {
  for (std::size_t n = 1; n < blocks.size(); ++n) {
    const std::string lower = util::lower(blocks[n]);
    const bool is_year = year_in(blocks[n]) && blocks[n].size() <= 8;
    if (!is_year) {
      const bool is_remark = lower.starts_with("accessed") || lower.starts_with("url") ||
                             lower.starts_with("http") || lower.starts_with("in ");
      return is_remark ? nullptr : &blocks[n];
    }
  }
  return nullptr;
}

std::string title_of(const std::vector<std::string>& blocks, const std::string& text) {
  if (blocks.empty()) {
    return {};
  }
  std::string title = quoted_title(blocks.front());
  if (const std::string* block = title.empty() ? title_block(blocks) : nullptr) {
    title = without_end(*block);
  }
  if (title.empty()) {
    title = title_in(blocks.front());
  }
  return util::clean_line(title.empty() ? text : title, k_longest_title);
}

}  // namespace

Item read_printed(const PrintedReference& printed) {
  const std::string text = util::join(printed.blocks, " ");
  Item work;
  for (const std::string& link : printed.links) {
    add_id(work.ids, link);
  }
  for (const Identifier& id : ids_in(text)) {
    add_id(work.ids, format(id));
  }
  sort_ids(work.ids);
  work.title = title_of(printed.blocks, text);
  work.year = year_of(printed);
  if (std::string author = printed.blocks.empty() ? "" : first_author_in(printed.blocks.front());
      !author.empty()) {
    work.authors = {std::move(author)};
  }
  return work;
}

std::vector<Identifier> ids_in(std::string_view text) {
  const std::string lower = util::lower(text);
  std::vector<Identifier> ids;
  add_arxiv_ids(ids, lower);
  add_dois(ids, lower);
  return ids;
}

std::optional<int> year_in(std::string_view text) {
  std::optional<int> last;
  std::optional<int> in_brackets;
  for (std::size_t place = 0; place < text.size(); ++place) {
    if (!is_digit(text[place]) || (place > 0 && (is_digit(text[place - 1]) || is_letter(text[place - 1])))) {
      continue;
    }
    if (const auto year = year_at(text, place)) {
      const std::size_t end = place + 4 + (is_letter(at(text, place + 4)) ? 1 : 0);
      last = year;
      in_brackets = at(text, end) == ')' ? year : in_brackets;
    }
  }
  return in_brackets ? in_brackets : last;
}

}  // namespace papers::sources
