// A bibliography for BibTeX, biber and everything that reads it.

#include <ostream>

#include <fmt/format.h>

#include "bibliography/months.hpp"
#include "export/bibtex_text.hpp"
#include "export/formats.hpp"
#include "export/listed_work.hpp"
#include "util/strings.hpp"

namespace papers::formats {
namespace {

std::string_view type_of(Form form) {
  switch (form) {
    case Form::article:
      return "article";
    case Form::proceedings:
      return "inproceedings";
    case Form::book:
      return "book";
    default:
      return "misc";
  }
}

/// What is neither printed nor on arXiv, in words: BibTeX itself has no types for it.
std::string_view medium_of(Form form) {
  switch (form) {
    case Form::web:
      return "Web page";
    case Form::software:
      return "Software";
    case Form::video:
      return "Video";
    default:
      return "";
  }
}

std::string_view venue_field(Form form) {
  switch (form) {
    case Form::article:
      return "journal";
    case Form::proceedings:
      return "booktitle";
    case Form::book:
      return "publisher";
    default:
      return "organization";
  }
}

/// One entry, field by field; empty values are left out.
class Entry {
 public:
  Entry(std::ostream& out, std::string_view type, std::string_view key) : m_out(out) {
    m_out << fmt::format("@{}{{{}", type, key);
  }
  void field(std::string_view name, std::string_view value) {
    if (!value.empty()) {
      m_out << fmt::format(",\n  {} = {{{}}}", name, value);
    }
  }
  void bare(std::string_view name, std::string_view value) {
    m_out << fmt::format(",\n  {} = {}", name, value);
  }
  void end() { m_out << "\n}\n"; }

 private:
  std::ostream& m_out;
};

void write_arxiv(Entry& entry, const ListedWork& work) {
  if (!work.arxiv) {
    return;
  }
  entry.field("eprint", work.arxiv->value);
  entry.field("archivePrefix", "arXiv");
  if (!work.item->categories.empty()) {
    entry.field("primaryClass", bibtex_text(work.item->categories.front()));
  }
}

void write_entry(const ListedWork& work, std::ostream& out) {
  const Item& item = *work.item;
  Entry entry(out, type_of(work.form), work.key);
  entry.field("ids", util::join(work.further_keys, ", "));
  entry.field("title", bibtex_title(item.title));
  entry.field("author", bibtex_names(item.authors));
  const std::vector<int> date = date_of(item);
  if (!date.empty()) {
    entry.field("year", fmt::format("{}", date.front()));
  }
  if (date.size() > 1 && date[1] >= 1 && date[1] <= 12) {
    entry.bare("month", bibliography::k_months[static_cast<std::size_t>(date[1] - 1)]);
    entry.field("day", date.size() > 2 ? fmt::format("{}", date[2]) : "");
  }
  entry.field(venue_field(work.form), bibtex_text(item.venue.value_or("")));
  entry.field("howpublished", medium_of(work.form));
  write_arxiv(entry, work);
  entry.field("doi", bibtex_address(work.doi));
  if (!work.address.starts_with("https://doi.org/")) {
    entry.field("url", bibtex_address(work.address));
  }
  entry.field("abstract", bibtex_text(item.abstract.value_or("")));
  entry.end();
}

}  // namespace

void write_bibtex(const ReadingGraph& graph, const ExportOptions& /*options*/, std::ostream& out) {
  bool first = true;
  for (const ListedWork& work : listed_works(graph)) {
    out << (first ? "" : "\n");
    first = false;
    write_entry(work, out);
  }
}

}  // namespace papers::formats
