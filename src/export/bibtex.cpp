// A bibliography for BibTeX, biber and everything that reads it.

#include <ostream>
#include <set>

#include <fmt/format.h>

#include "bibliography/months.hpp"
#include "export/bibtex_text.hpp"
#include "export/formats.hpp"
#include "export/listed_work.hpp"
#include "util/strings.hpp"

namespace papers::formats {
namespace {

/// One entry, field by field; empty values are left out, and so is a second field of one name.
class Entry {
 public:
  Entry(std::ostream& out, std::string_view type, std::string_view key) : m_out(out) {
    m_out << fmt::format("@{}{{{}", type, key);
  }
  void field(std::string_view name, std::string_view value) {
    if (!value.empty() && m_names.insert(name).second) {
      m_out << fmt::format(",\n  {} = {{{}}}", name, value);
    }
  }
  void bare(std::string_view name, std::string_view value) {
    m_names.insert(name);
    m_out << fmt::format(",\n  {} = {}", name, value);
  }
  void end() { m_out << "\n}\n"; }

 private:
  std::ostream& m_out;
  std::set<std::string_view> m_names;
};

std::string written(const ListedDetail& detail) {
  using bibliography::DetailShape;
  switch (detail.field == nullptr ? DetailShape::text : detail.field->shape) {
    case DetailShape::names:
      return bibtex_names(bibliography::parted(detail.text, ";"));
    case DetailShape::pages:
      return bibtex_pages(detail.text);
    default:
      return bibtex_text(detail.text);
  }
}

void write_details(Entry& entry, const ListedWork& work) {
  for (const ListedDetail& detail : details_of(work)) {
    entry.field(detail.field == nullptr ? detail.name : detail.field->bibtex, written(detail));
  }
}

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
  Entry entry(out, work.type->bibtex, work.key);
  entry.field("ids", util::join(work.further_keys, ", "));
  entry.field("title", bibtex_title(item.title));
  entry.field("author", bibtex_names(item.authors));
  const std::vector<int>& date = work.date;
  if (!date.empty()) {
    entry.field("year", fmt::format("{}", date.front()));
  }
  if (date.size() > 1 && date[1] >= 1 && date[1] <= 12) {
    entry.bare("month", bibliography::k_months[static_cast<std::size_t>(date[1] - 1)]);
    entry.field("day", date.size() > 2 ? fmt::format("{}", date[2]) : "");
  }
  entry.field(work.type->venue, bibtex_text(work.venue));
  if (work.type->bibtex == "misc") {  // BibTeX has no types for what is neither printed nor on arXiv
    entry.field("howpublished", work.type->medium);
  }
  write_details(entry, work);
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
