#include "bibliography/bibtex_reader.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>

#include <fmt/format.h>

#include "bibliography/bibtex_file.hpp"
#include "bibliography/bibtex_names.hpp"
#include "bibliography/bibtex_scanner.hpp"
#include "bibliography/entry_details.hpp"
#include "bibliography/latex_text.hpp"
#include "bibliography/months.hpp"
#include "bibliography/person.hpp"
#include "util/ascii.hpp"
#include "util/calendar.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::bibliography {
namespace {

constexpr int k_longest_chain = 8;  // of entries that inherit from each other, or that one names in "xdata"

/// Types that are no work of their own.
bool is_work(std::string_view type) {
  constexpr std::array<std::string_view, 4> k_others{"xdata", "set", "control", "bibnote"};
  return std::find(k_others.begin(), k_others.end(), type) == k_others.end();
}

std::string text_of(std::string_view latex) {
  return util::clean_line(latex_to_text(latex));
}

/// The first of these fields that says something.
std::string first_text(const BibtexEntry& entry, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (std::string text = text_of(entry.value(name)); !text.empty()) {
      return text;
    }
  }
  return {};
}

/// A month as people write it: "jul", "July", "7"; 0 for what is none.
int month_in(const std::string& text) {
  if (const auto number = util::to_int(text)) {
    return *number;
  }
  const auto* const month = std::find(k_months.begin(), k_months.end(), util::fold(text.substr(0, 3)));
  return month == k_months.end() ? 0 : static_cast<int>(month - k_months.begin()) + 1;
}

/// BibLaTeX has one field for it, BibTeX three, the third of them by custom.
std::string date_of(const BibtexEntry& entry) {
  std::string date = first_text(entry, {"date", "year", "issued"});
  const auto day = util::to_int(first_text(entry, {"day"}));
  const std::string month = fmt::format("{}-{:02}", date, month_in(first_text(entry, {"month"})));
  if (!util::is_day(month + "-01")) {
    return date;
  }
  const std::string whole = fmt::format("{}-{:02}", month, day.value_or(0));
  return util::is_day(whole) ? whole : month;
}

/// What it is in words, where its type does not say it.
std::string medium_of(const BibtexEntry& entry) {
  return first_text(entry, {entry.type == "misc" ? "howpublished" : "type"});
}

std::string title_of(const BibtexEntry& entry) {
  std::string title = text_of(entry.value("title"));
  const std::string subtitle = text_of(entry.value("subtitle"));
  return subtitle.empty() ? title : fmt::format("{}: {}", title, subtitle);
}

/// Where its type has it, else wherever there is one.
std::string venue_of(const BibtexEntry& entry, const WorkType& type) {
  return first_text(entry, {type.venue, "journaltitle", "journal", "booktitle", "school", "institution",
                            "eventtitle", "series", "organization", "publisher"});
}

bool is_arxiv(std::string_view type) {
  return type.empty() || util::starts_with_ignoring_case(type, "arxiv");
}

/// Old ids are sometimes split: eprint = {9901001}, primaryClass = {hep-th}.
std::string arxiv_value(std::string eprint, const std::string& category) {
  constexpr std::size_t k_digits = 7;
  const bool number_alone =
      eprint.size() == k_digits && std::all_of(eprint.begin(), eprint.end(), util::is_digit);
  return number_alone && !category.empty() ? fmt::format("{}/{}", category, eprint) : eprint;
}

void add_address(Entry& entry, Address::Where where, std::string value) {
  if (!value.empty()) {
    entry.addresses.push_back({where, std::move(value)});
  }
}

void add_eprint(Entry& entry, const BibtexEntry& fields) {
  const std::string type = first_text(fields, {"eprinttype", "archiveprefix"});
  const std::string category = first_text(fields, {"eprintclass", "primaryclass"});
  const std::string eprint = util::clean_line(latex_to_address(fields.value("eprint")));
  if (eprint.empty() || !is_arxiv(type)) {
    return;
  }
  add_address(entry, Address::Where::arxiv, arxiv_value(eprint, category));
  for (const std::string_view word : util::split(category, ',')) {
    if (!util::trim(word).empty()) {
      entry.categories.emplace_back(util::trim(word));
    }
  }
}

void add_addresses(Entry& entry, const BibtexEntry& fields) {
  add_eprint(entry, fields);
  const auto add = [&](Address::Where where, std::string_view name) {
    add_address(entry, where, util::clean_line(latex_to_address(fields.value(name))));
  };
  add(Address::Where::doi, "doi");
  for (const std::string_view name : {"url", "ee", "xurl", "urlpdf", "link"}) {
    add(Address::Where::url, name);
  }
  for (const std::string_view name :
       {"journal", "journaltitle", "volume", "number", "howpublished", "note", "addendum", "pubinfo"}) {
    add(Address::Where::text, name);
  }
}

/// BibLaTeX: ids = {Kou2024, cllms}.
std::vector<std::string> further_keys_of(const BibtexEntry& entry) {
  std::vector<std::string> keys;
  for (const std::string_view word : util::split(entry.value("ids"), ',')) {
    if (std::string key = util::clean_line(word); !key.empty() && keys.size() < k_most_further_keys) {
      keys.push_back(std::move(key));
    }
  }
  return keys;
}

Entry entry_from(const BibtexEntry& fields) {
  Entry entry;
  entry.line = fields.line;
  entry.key = util::clean_line(fields.key);
  entry.further_keys = further_keys_of(fields);
  entry.type = &type_of_bibtex(fields.type, medium_of(fields));
  entry.title = title_of(fields);
  for (const Person& person : read_bibtex_names(fields.value("author"))) {
    entry.authors.push_back(printed(person));
  }
  entry.date = date_of(fields);
  entry.venue = venue_of(fields, *entry.type);
  add_bibtex_details(entry, fields);
  entry.abstract = util::clean_line(latex_to_text(fields.value("abstract")), k_longest_abstract);
  add_addresses(entry, fields);
  return entry;
}

/// Fields that an entry lacks and its book, proceedings or data entry has.
class Inheritance {
 public:
  explicit Inheritance(const std::vector<BibtexEntry>& entries) {
    for (const BibtexEntry& entry : entries) {
      m_by_key.emplace(util::lower(entry.key), &entry);
    }
  }

  /// Whether the entry takes anything from another.
  [[nodiscard]] static bool concerns(const BibtexEntry& entry) {
    return !entry.value("crossref").empty() || !entry.value("xdata").empty();
  }

  /// Whether entries were offered more than a bibliography may have; then nothing is taken any more.
  [[nodiscard]] bool is_exhausted() const { return m_bytes > k_most_replaced_text; }

  [[nodiscard]] BibtexEntry completed(BibtexEntry entry) {
    const std::string listed(entry.value("xdata"));  // a copy: what is taken moves the fields
    auto names = util::split(listed, ',');
    names.resize(std::min<std::size_t>(names.size(), k_longest_chain));
    for (const std::string_view name : names) {
      follow(entry, "xdata", name);
    }
    follow(entry, "crossref", std::string(entry.value("crossref")));
    return entry;
  }

 private:
  void follow(BibtexEntry& entry, std::string_view link, std::string_view key) {
    for (int step = 0; step < k_longest_chain && !is_exhausted(); ++step) {
      if (key.size() > k_longest_name) {  // no key is longer, but the field may be, for each of its heirs
        return;
      }
      key = util::trim(key);
      if (key.empty()) {
        return;
      }
      const auto parent = m_by_key.find(util::lower(key));
      if (parent == m_by_key.end()) {
        return;
      }
      take(entry, *parent->second, link == "xdata");
      key = parent->second->value(link);
    }
  }

  void take(BibtexEntry& entry, const BibtexEntry& parent, bool everything) {
    constexpr std::array<std::string_view, 15> k_shared{
        "address",     "booktitle", "date",         "editor",   "eventtitle",
        "institution", "isbn",      "journaltitle", "location", "organization",
        "publisher",   "school",    "series",       "volume",   "year"};
    for (const BibtexField& field : parent.fields) {
      if (everything || std::find(k_shared.begin(), k_shared.end(), field.name) != k_shared.end()) {
        add_missing(entry, field.name, field.value);
      }
    }
    if (!everything) {
      add_missing(entry, "booktitle", parent.value("title"));
    }
  }

  /// Counts what is offered, taken or not: looking for it costs time too.
  void add_missing(BibtexEntry& entry, std::string_view name, std::string_view value) {
    m_bytes += name.size() + value.size();
    const bool dated = name == "year" && !entry.value("date").empty();
    if (!is_exhausted() && !value.empty() && entry.value(name).empty() && !dated &&
        entry.fields.size() < k_most_fields) {
      entry.fields.push_back({std::string(name), std::string(value)});
    }
  }

  std::unordered_map<std::string, const BibtexEntry*> m_by_key;
  std::size_t m_bytes = 0;  ///< of what entries were offered
};

/// "@article{" or "@ Book (".
bool begins_entry(std::string_view line) {
  line = util::trim(line);
  if (!line.starts_with('@')) {
    return false;
  }
  line = util::trim(line.substr(1));
  const auto end = std::find_if_not(line.begin(), line.end(), util::is_letter);
  const std::string_view rest = util::trim(line.substr(static_cast<std::size_t>(end - line.begin())));
  return end != line.begin() && (rest.starts_with('{') || rest.starts_with('('));
}

}  // namespace

bool looks_like_bibtex(std::string_view head) {
  const auto lines = util::split(head, '\n');
  return std::any_of(lines.begin(), lines.end(), begins_entry);
}

Bibliography read_bibtex(std::string_view utf8) {
  BibtexFile file = parse_bibtex(utf8);
  Bibliography bibliography;
  bibliography.problems = std::move(file.problems);
  Inheritance inheritance(file.entries);
  for (const BibtexEntry& fields : file.entries) {
    if (!is_work(fields.type)) {
      continue;
    }
    const BibtexEntry whole = Inheritance::concerns(fields) ? inheritance.completed(fields) : fields;
    if (inheritance.is_exhausted()) {
      bibliography.problems.push_back({fields.line, std::string(k_too_much)});
      break;
    }
    bibliography.entries.push_back(entry_from(whole));
  }
  return bibliography;
}

}  // namespace papers::bibliography
