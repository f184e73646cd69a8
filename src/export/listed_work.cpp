#include "export/listed_work.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "export/bibtex_text.hpp"
#include "export/paper_words.hpp"
#include "model/details.hpp"
#include "model/key_alias.hpp"
#include "util/strings.hpp"

namespace papers::formats {
namespace {

using bibliography::WorkType;

constexpr std::string_view k_month = "month";

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

/// What an item looks like, where no bibliography said it.
std::string_view likely_type(const Item& item) {
  switch (item.kind) {
    case Kind::book:
      return "book";
    case Kind::post:
    case Kind::course:
      return "online";
    case Kind::code:
      return "software";
    case Kind::video:
      return "video";
    case Kind::paper:
    case Kind::task:
      break;
  }
  if (item.venue) {
    return is_conference(*item.venue) ? "inproceedings" : "article";
  }
  return id_of(item, Scheme::arxiv) != nullptr ? "preprint" : "misc";
}

/// What was said of it counts while it fits what the item is now. Of what is on arXiv a bibliography may have
/// said less than is known by now.
const WorkType& type_of(const Item& item) {
  const WorkType& told = bibliography::work_type(detail(item, model::k_entry_type));
  const bool is_vague =
      told.name == "misc" || (!item.venue && (told.name == "article" || told.name == "unpublished"));
  const bool is_on_arxiv = id_of(item, Scheme::arxiv) != nullptr;
  const bool counts = !told.name.empty() && told.kind == item.kind && !(is_vague && is_on_arxiv);
  return counts ? told : bibliography::work_type(likely_type(item));
}

std::string venue_of(const Item& item) {
  const std::string venue = item.venue.value_or("");
  const bool is_detail = std::any_of(item.details.begin(), item.details.end(),
                                     [&venue](const Detail& each) { return each.text == venue; });
  return is_detail ? "" : venue;
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

std::vector<int> date_of(const Item& item) {
  if (!item.year) {
    return {};
  }
  const std::string published = item.published.value_or("");
  const auto month =
      util::to_int(std::string_view(published).substr(std::min<std::size_t>(5, published.size()), 2));
  const auto day =
      util::to_int(std::string_view(published).substr(std::min<std::size_t>(8, published.size()), 2));
  if (util::to_int(published.substr(0, 4)) == item.year && month && day) {
    return {*item.year, *month, *day};
  }
  const auto month_alone = util::to_int(detail(item, k_month));
  return month_alone ? std::vector<int>{*item.year, *month_alone} : std::vector<int>{*item.year};
}

ListedWork listed_work(const Item& item) {
  ListedWork work{&item, "", &type_of(item)};
  work.venue = venue_of(item);
  work.date = date_of(item);
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

std::vector<ListedDetail> details_of(const ListedWork& work) {
  std::vector<ListedDetail> list;
  for (const Detail& each : work.item->details) {
    if (each.name != model::k_entry_type && each.name != k_month) {
      list.push_back({bibliography::detail_field(each.name), each.name, each.text});
    }
  }
  return list;
}

bool has_no_room(const ListedWork& work, const ListedDetail& detail) {
  return detail.name == "publisher" && is_printer(*work.type) && !work.venue.empty();
}

}  // namespace papers::formats
