#include "export/listed_work.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "export/bibtex_text.hpp"
#include "export/paper_words.hpp"
#include "model/key_alias.hpp"
#include "util/strings.hpp"

namespace papers::formats {
namespace {

const Identifier* id_of(const Item& item, Scheme scheme) {
  const auto found = std::find_if(item.ids.begin(), item.ids.end(),
                                  [scheme](const Identifier& id) { return id.scheme == scheme; });
  return found == item.ids.end() ? nullptr : &*found;
}

bool is_conference(std::string_view venue) {
  constexpr std::array<std::string_view, 14> k_words{
      "proceedings", "proc.",      "conference", "workshop", "symposium", "advances in neural",
      "neurips",     "icml",       "iclr",       "cvpr",     "emnlp",     "lecture notes",
      "sigmod",      "findings of"};
  const std::string lower = util::lower(venue);
  return std::any_of(k_words.begin(), k_words.end(),
                     [&lower](std::string_view word) { return lower.find(word) != std::string::npos; });
}

Form form_of(const Item& item) {
  switch (item.kind) {
    case Kind::book:
      return Form::book;
    case Kind::post:
    case Kind::course:
      return Form::web;
    case Kind::code:
      return Form::software;
    case Kind::video:
      return Form::video;
    case Kind::paper:
    case Kind::task:
      break;
  }
  if (item.venue) {
    return is_conference(*item.venue) ? Form::proceedings : Form::article;
  }
  return id_of(item, Scheme::arxiv) != nullptr ? Form::preprint : Form::other;
}

/// What the reader's bibliographies call it.
std::vector<std::string> keys_of_reader(const Item& item) {
  std::vector<std::string> keys;
  for (const Identifier& id : item.ids) {
    if (model::is_key_alias(id) && is_bibtex_key(model::aliased_key(id))) {
      keys.emplace_back(model::aliased_key(id));
    }
  }
  return keys;
}

/// The reader's first key comes before our own.
void set_keys(ListedWork& work) {
  const Item& item = *work.item;
  work.further_keys = keys_of_reader(item);
  work.has_key_of_reader = !work.further_keys.empty();
  if (work.has_key_of_reader) {
    work.key = work.further_keys.front();
    work.further_keys.erase(work.further_keys.begin());
  } else {
    work.key = item.key.empty() ? citation_key(item) : item.key;
  }
}

ListedWork listed_work(const Item& item) {
  ListedWork work{&item, "", form_of(item)};
  set_keys(work);
  if (const Identifier* arxiv = id_of(item, Scheme::arxiv)) {
    work.arxiv = *arxiv;
  }
  if (const Identifier* doi = id_of(item, Scheme::doi)) {
    work.doi = doi->value;
  }
  work.address = address(item).value_or("");
  return work;
}

/// An alias of one item may be the key of another. BibTeX does not tell keys apart by case, and refuses the
/// second of two.
void make_unique(std::vector<ListedWork>& works) {
  std::unordered_set<std::string> used;
  for (const bool of_reader : {true, false}) {
    for (ListedWork& work : works) {
      const std::string wanted = work.key;
      for (int copy = 2; work.has_key_of_reader == of_reader && !used.insert(util::lower(work.key)).second;
           ++copy) {
        work.key = wanted + "-" + std::to_string(copy);
      }
    }
  }
  for (ListedWork& work : works) {
    std::erase_if(work.further_keys,
                  [&used](const std::string& key) { return !used.insert(util::lower(key)).second; });
  }
}

}  // namespace

std::vector<ListedWork> listed_works(const ReadingGraph& graph) {
  std::vector<ListedWork> works;
  for (const ReadingGraph::Paper& paper : graph.papers) {
    if (paper.item.kind != Kind::task) {
      works.push_back(listed_work(paper.item));
    }
  }
  std::stable_sort(works.begin(), works.end(),
                   [](const ListedWork& a, const ListedWork& b) { return a.key < b.key; });
  make_unique(works);
  return works;
}

std::vector<int> date_of(const Item& item) {
  if (!item.year) {
    return {};
  }
  const std::string published = item.published.value_or("");
  const auto month =
      util::to_int(std::string_view(published).substr(std::min<std::size_t>(5, published.size()), 2));
  const auto day =
      util::to_int(std::string_view(published).substr(std::min<std::size_t>(8, published.size()), 2));
  const bool fits = util::to_int(published.substr(0, 4)) == item.year && month && day;
  return fits ? std::vector<int>{*item.year, *month, *day} : std::vector<int>{*item.year};
}

}  // namespace papers::formats
