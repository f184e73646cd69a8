#include "app/log_works.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "app/log_addresses.hpp"
#include "app/log_names.hpp"
#include "app/reader_name.hpp"
#include "app/shipped_works.hpp"
#include "util/text.hpp"
#include "util/unique_id.hpp"
#include "weekly/log_words.hpp"

namespace papers::app {
namespace {

using weekly::Entry;
using GuessMatch = weekly::TitleGuess::Match;
using FoundMatch = TitleAnswer::Match;

bool has_only_names(const Item& item) {
  return std::all_of(item.ids.begin(), item.ids.end(),
                     [](const Identifier& id) { return id.scheme == Scheme::local; });
}

class Identifying {
 public:
  Identifying(const std::vector<Mention>& things, const ImportTools& tools)
      : m_things(things), m_tools(tools), m_library(tools.library) {
    m_found.of_things.resize(things.size());
  }

  LogWorks identify() {
    read_addresses();
    m_found.facts = fetch_facts(m_works, m_tools.open_sources, m_tools.progress);
    read_names();
    search_titles();
    for (std::size_t& work : m_found.of_things) {
      work = m_works.final_place(work);
    }
    for (NameGuess& guess : m_found.guesses) {
      guess.work = m_works.final_place(guess.work);
    }
    m_found.works = m_works.take();
    return std::move(m_found);
  }

 private:
  // ---- works by their addresses

  void read_addresses() {
    for (std::size_t i = 0; i < m_things.size(); ++i) {
      if (const auto id = address_of(*m_things[i].entry)) {
        m_found.of_things[i] = add_by_address(m_works, *id, *m_things[i].entry, m_library);
      }
    }
  }

  // ---- works by their names

  void read_names() {
    for (std::size_t i = 0; i < m_things.size(); ++i) {
      if (!address_of(*m_things[i].entry)) {
        m_found.of_things[i] = work_named(*m_things[i].entry);
      }
    }
  }

  LogNames& names() {
    if (!m_names) {
      std::set<std::int64_t> meant;
      for (const LogWork& work : m_works.works()) {
        meant.insert(work.item.row);
      }
      m_names = std::make_unique<LogNames>(m_library, meant);
      for (std::size_t place = 0; place < m_works.works().size(); ++place) {
        m_names->add_work(place, m_works[place].item);
      }
      for (std::size_t i = 0; i < m_things.size(); ++i) {
        if (const Entry& entry = *m_things[i].entry; address_of(entry)) {
          add_name(m_found.of_things[i], entry);
        }
      }
    }
    return *m_names;
  }

  /// Works that are shipped are looked at when a paper is called by a name alone.
  weekly::TitleGuess guess_title(const std::string& name) {
    if (!m_knows_shipped) {
      m_knows_shipped = true;
      for (const Item& item : shipped_works(m_tools.shipped_facts)) {
        names().add_shipped(item);
      }
    }
    return names().guess(name);
  }

  void add_name(std::size_t work, const Entry& entry) {
    const std::string name = name_in_log(entry);
    if (!weekly::is_word(name, weekly::WordList::companion)) {
      m_names->add_name(work, m_works[work].item, name);
    }
    if (const std::string alias = title_in_log(entry).alias;
        !weekly::is_word(alias, weekly::WordList::companion)) {
      m_names->add_name(work, m_works[work].item, alias);
    }
  }

  std::size_t work_named(const Entry& entry) {
    const std::string name = name_in_log(entry);
    if (const LogNames::Known* known = names().named(name)) {
      return meant(*known, entry);
    }
    if (entry.kind != weekly::EntryKind::paper) {
      return unlinked(entry);
    }
    const weekly::TitleGuess guess = guess_title(name);
    if (guess.match == GuessMatch::same) {
      const std::size_t work = meant(names().known(guess.works.front()), entry);
      if (guess.why != weekly::k_same_title) {
        m_found.guesses.push_back({entry.line, name, work, guess.why});
      }
      add_name(work, entry);
      return work;
    }
    const std::size_t work = unlinked(entry);
    for (const std::size_t place : guess.works) {
      m_works[work].candidates.push_back(item_of(names().known(place)));
    }
    m_works[work].doubt = guess.why;
    m_sought.push_back(work);
    return work;
  }

  Item item_of(const LogNames::Known& known) const {
    if (known.work) {
      return m_works.works()[*known.work].item;
    }
    return known.row ? m_library.find_row(*known.row).value_or(Item{}) : *known.shipped;
  }

  /// The work of the log that a known one is, or becomes.
  std::size_t meant(const LogNames::Known& known, const Entry& entry) {
    if (known.work) {
      return *known.work;
    }
    const std::size_t work = m_works.add(item_of(known), entry.line);
    const Item& item = m_works[work].item;
    names().add_work(work, item);
    if (item.row != 0 && item.kind == Kind::paper && has_only_names(item)) {
      look_for_again(work, entry);
    }
    return work;
  }

  /// What an earlier import could not look up.
  void look_for_again(std::size_t work, const Entry& entry) {
    const auto name = reader_name(m_library, name_in_log(entry));
    if (name && name->sought.empty()) {
      m_sought.push_back(work);
    }
  }

  std::size_t unlinked(const Entry& entry) {
    const weekly::LogName name = title_in_log(entry);
    Item item;
    item.ids = {{Scheme::local, util::unique_id(m_tools.clock.now()), 0}};
    item.kind = kind_of(entry.kind);
    item.title = name.title;
    item.year = name.year;
    item.source = "user";
    const std::size_t work = m_works.add(std::move(item), entry.line);
    m_works[work].by_name_alone = true;
    names().add_work(work, m_works[work].item);
    add_name(work, entry);
    return work;
  }

  // ---- works that services find by title

  void search_titles() {
    if (m_sought.empty() || m_found.facts.interrupted) {
      return;
    }
    std::vector<TitleQuestion> questions;
    for (const std::size_t work : m_sought) {
      const Item& item = m_works[work].item;
      questions.push_back({item.title, "", item.year});
    }
    const std::vector<TitleAnswer> answers = m_tools.open_sources().find_titles(questions, m_tools.progress);
    for (std::size_t i = 0; i < answers.size(); ++i) {
      take(m_sought[i], answers[i]);
    }
  }

  void take(std::size_t place, const TitleAnswer& answer) {
    LogWork& work = m_works[place];
    work.sought = answer.failed.empty();
    if (!answer.failed.empty()) {
      work.problem = answer.failed;
      m_found.facts.later = true;
    } else if (answer.match == FoundMatch::same && answer.work) {
      m_works.become(place, *answer.work, m_library);
    } else if (answer.match == FoundMatch::possible && answer.work) {
      work.doubt = work.doubt.empty() ? answer.doubt : work.doubt;
      const auto is_it = [&](const Item& item) { return item.ids.front() == answer.work->ids.front(); };
      if (std::none_of(work.candidates.begin(), work.candidates.end(), is_it)) {
        work.candidates.push_back(*answer.work);
      }
    }
  }

  const std::vector<Mention>& m_things;
  const ImportTools& m_tools;
  const Library& m_library;
  LogWorks m_found;
  LogWorkList m_works;
  std::unique_ptr<LogNames> m_names;  ///< made when a name must be understood
  bool m_knows_shipped = false;
  std::vector<std::size_t> m_sought;  ///< works to be looked up by title
};

}  // namespace

LogWorks identify_works(const std::vector<Mention>& things, const ImportTools& tools) {
  return Identifying(things, tools).identify();
}

}  // namespace papers::app
