#include "bibliography/work_type.hpp"

#include <algorithm>
#include <array>

#include "util/strings.hpp"

namespace papers::bibliography {
namespace {

constexpr std::array k_types{
    WorkType{"article", "article", "JOUR", "article-journal", Kind::paper, "journal"},
    WorkType{"magazine", "article", "MGZN", "article-magazine", Kind::paper, "journal"},
    WorkType{"newspaper", "article", "NEWS", "article-newspaper", Kind::paper, "journal"},
    WorkType{"inproceedings", "inproceedings", "CPAPER", "paper-conference", Kind::paper, "booktitle"},
    WorkType{"incollection", "incollection", "CHAP", "chapter", Kind::paper, "booktitle"},
    WorkType{"inbook", "inbook", "CHAP", "chapter", Kind::paper, "booktitle"},
    WorkType{"inreference", "incollection", "ENCYC", "entry-encyclopedia", Kind::paper, "booktitle"},
    WorkType{"phdthesis", "phdthesis", "THES", "thesis", Kind::paper, "school", "PhD thesis"},
    WorkType{"mastersthesis", "mastersthesis", "THES", "thesis", Kind::paper, "school", "Master's thesis"},
    WorkType{"report", "techreport", "RPRT", "report", Kind::paper, "institution"},
    WorkType{"unpublished", "unpublished", "UNPB", "manuscript", Kind::paper, "organization"},
    WorkType{"preprint", "misc", "UNPB", "article", Kind::paper, "organization"},
    WorkType{"book", "book", "BOOK", "book", Kind::book, "publisher"},
    WorkType{"collection", "book", "EDBOOK", "collection", Kind::book, "publisher"},
    WorkType{"proceedings", "proceedings", "EDBOOK", "collection", Kind::book, "publisher"},
    WorkType{"booklet", "booklet", "PAMP", "pamphlet", Kind::book, "organization"},
    WorkType{"manual", "manual", "BOOK", "book", Kind::book, "organization"},
    WorkType{"online", "misc", "ELEC", "webpage", Kind::post, "organization", "Web page"},
    WorkType{"blog", "misc", "BLOG", "post-weblog", Kind::post, "organization", "Blog post"},
    WorkType{"software", "misc", "COMP", "software", Kind::code, "organization", "Software"},
    WorkType{"video", "misc", "VIDEO", "motion_picture", Kind::video, "organization", "Video"},
    WorkType{"dataset", "misc", "DATA", "dataset", Kind::paper, "organization", "Data set"},
    WorkType{"patent", "misc", "PAT", "patent", Kind::paper, "organization", "Patent"},
    WorkType{"standard", "manual", "STAND", "standard", Kind::paper, "organization"},
    WorkType{"talk", "misc", "SLIDE", "speech", Kind::paper, "organization", "Talk"},
    WorkType{"misc", "misc", "GEN", "document", Kind::paper, "organization"},
    WorkType{"", "misc", "GEN", "document", Kind::paper, "organization"},
};

/// Another word for a type, and the name of its row.
struct Synonym {
  std::string_view word;
  std::string_view name;
};

// BibLaTeX has more types than BibTeX, and styles of old have theirs.
constexpr std::array k_bibtex_synonyms{
    Synonym{"audio", "video"},
    Synonym{"bookinbook", "inbook"},
    Synonym{"conference", "inproceedings"},
    Synonym{"electronic", "online"},
    Synonym{"movie", "video"},
    Synonym{"mvbook", "book"},
    Synonym{"mvcollection", "collection"},
    Synonym{"mvproceedings", "proceedings"},
    Synonym{"mvreference", "collection"},
    Synonym{"reference", "collection"},
    Synonym{"suppbook", "inbook"},
    Synonym{"suppcollection", "incollection"},
    Synonym{"suppperiodical", "article"},
    Synonym{"techreport", "report"},
    Synonym{"webpage", "online"},
    Synonym{"www", "online"},
};
constexpr std::array k_ris_synonyms{
    Synonym{"ABST", "article"},        Synonym{"ADVS", "video"},         Synonym{"CONF", "inproceedings"},
    Synonym{"EBOOK", "book"},          Synonym{"ECHAP", "incollection"}, Synonym{"EJOUR", "article"},
    Synonym{"GOVDOC", "report"},       Synonym{"ICOMM", "online"},       Synonym{"INPR", "article"},
    Synonym{"MANSCPT", "unpublished"}, Synonym{"MPCT", "video"},         Synonym{"SOUND", "video"},
    Synonym{"WEB", "online"},          Synonym{"WHOLE", "book"},
};
// Crossref has types of its own in what it calls CSL-JSON.
constexpr std::array k_csl_synonyms{
    Synonym{"book-chapter", "incollection"},
    Synonym{"broadcast", "video"},
    Synonym{"dissertation", "phdthesis"},
    Synonym{"edited-book", "collection"},
    Synonym{"journal-article", "article"},
    Synonym{"monograph", "book"},
    Synonym{"posted-content", "preprint"},
    Synonym{"post", "online"},
    Synonym{"proceedings-article", "inproceedings"},
    Synonym{"song", "video"},
};

const WorkType& unknown() {
  return k_types.back();
}

const WorkType* find(std::string_view WorkType::*column, std::string_view value) {
  const auto* const row = std::find_if(k_types.begin(), k_types.end(),
                                       [&](const WorkType& type) { return type.*column == value; });
  return row == k_types.end() ? nullptr : row;
}

const WorkType& type_of(std::string_view WorkType::*column, std::span<const Synonym> synonyms,
                        std::string_view value) {
  const auto synonym = std::find_if(synonyms.begin(), synonyms.end(),
                                    [value](const Synonym& each) { return each.word == value; });
  const WorkType* const type =
      synonym == synonyms.end() ? find(column, value) : find(&WorkType::name, synonym->name);
  return type == nullptr ? unknown() : *type;
}

/// "Master's thesis", "mathesis", "Diplomarbeit"; all else is a doctor's.
const WorkType& thesis(std::string_view medium) {
  const std::string lower = util::lower(medium);
  const bool is_first_degree = lower.starts_with("ma") || lower.find("master") != std::string::npos ||
                               lower.starts_with("diplom") || lower.starts_with("bachelor");
  return work_type(is_first_degree ? "mastersthesis" : "phdthesis");
}

}  // namespace

std::span<const WorkType> work_types() {
  return k_types;
}

bool is_printer(const WorkType& type) {
  return type.kind == Kind::book || type.venue == "school" || type.venue == "institution";
}

const WorkType& work_type(std::string_view name) {
  const WorkType* const type = find(&WorkType::name, name);
  return type == nullptr ? unknown() : *type;
}

const WorkType& type_of_bibtex(std::string_view type, std::string_view medium) {
  if (type == "thesis") {
    return thesis(medium);
  }
  if (type == "misc") {
    const WorkType* const named = medium.empty() ? nullptr : find(&WorkType::medium, medium);
    return named == nullptr || named->bibtex != type ? work_type(type) : *named;
  }
  const WorkType* const own = find(&WorkType::name, type);  // BibLaTeX's name for it, which is ours too
  return own != nullptr ? *own : type_of(&WorkType::bibtex, k_bibtex_synonyms, type);
}

const WorkType& type_of_ris(std::string_view type, std::string_view medium) {
  return type == "THES" ? thesis(medium) : type_of(&WorkType::ris, k_ris_synonyms, type);
}

const WorkType& type_of_csl(std::string_view type, std::string_view medium) {
  return type == "thesis" ? thesis(medium) : type_of(&WorkType::csl, k_csl_synonyms, type);
}

}  // namespace papers::bibliography
