#include "server/arxiv_html.hpp"

#include <cstdlib>
#include <string>

#include "server/markup.hpp"
#include "server/query_string.hpp"
#include "server/work_ids.hpp"

namespace papers::test {
namespace {

/// What a bibliography prints of one work.
struct Entry {
  std::size_t number = 0;
  Citation citation;
  const Work* work = nullptr;
};

std::string element(const std::string& tag, const std::string& classes, const std::string& inner) {
  return "<" + tag + " class=\"" + classes + "\">" + inner + "</" + tag + ">";
}

std::string block(const std::string& inner) {
  return element("span", "ltx_bibblock", "\n" + inner + "\n") + "\n";
}

std::string link(const std::string& address, const std::string& text) {
  return "<a target=\"_blank\" href=\"" + escaped(address) +
         "\" title=\"\" class=\"ltx_ref ltx_href ltx_font_typewriter\">" + escaped(text) + "</a>";
}

std::string family_of(const std::string& name) {
  return name.substr(name.rfind(' ') + 1);
}

/// "Ada Lovelace, Ben Beta, and Cy Gamma."
std::string all_authors(const Entry& entry) {
  if (entry.work == nullptr) {
    return entry.citation.author;
  }
  std::string text;
  const std::vector<std::string>& names = entry.work->authors;
  for (std::size_t i = 0; i < names.size(); ++i) {
    text += (i == 0 ? "" : i + 1 == names.size() ? ", and " : ", ") + names[i];
  }
  return text;
}

/// "Lovelace et al. (2022)"
std::string author_and_year(const Entry& entry) {
  const bool more = entry.work != nullptr && entry.work->authors.size() > 1;
  return family_of(entry.citation.author) + (more ? " et al." : "") +
         (entry.citation.year.empty() ? "" : " (" + entry.citation.year + ")");
}

/// The id as text, or behind a link; "" when the bibliography does not print it.
std::string printed_id(const Entry& entry) {
  const std::string doi = entry.work != nullptr         ? entry.work->doi
                          : is_doi(entry.citation.work) ? entry.citation.work
                                                        : "";
  if (!entry.citation.prints_id) {
    return "";
  }
  if (!doi.empty()) {
    return " doi: " + link("https://doi.org/" + doi, doi) + ".";
  }
  if (!is_arxiv_id(entry.citation.work)) {
    return "";
  }
  return entry.number % 2 == 0
             ? " " + link("https://arxiv.org/abs/" + entry.citation.work, entry.citation.work)
             : " arXiv preprint arXiv:" + entry.citation.work + ".";
}

std::string venue(const Entry& entry) {
  const std::string journal = entry.work == nullptr ? "" : entry.work->journal;
  return journal.empty() ? "" : element("em", "ltx_emph ltx_font_italic", escaped(journal)) + ". ";
}

/// Label with name and year; authors, title and the rest in blocks of their own.
std::string named_item(const Entry& entry) {
  const std::string title = element("span", "ltx_text", escaped(entry.citation.title) + ".");
  return "<li class=\"ltx_bibitem\" id=\"bib.bib" + std::to_string(entry.number) + "\">\n" +
         element("span", "ltx_tag ltx_role_refnum ltx_tag_bibitem", escaped(author_and_year(entry))) + "\n" +
         block(escaped(all_authors(entry)) + ".") + block(title) +
         block(venue(entry) + escaped(entry.citation.year) + "." + printed_id(entry)) + "</li>\n";
}

/// Label with a number; one block for all, the title between quotation marks, and a note of where it is
/// cited.
std::string numbered_item(const Entry& entry) {
  const std::string number = std::to_string(entry.number);
  const std::string text = escaped(all_authors(entry)) + ", \xE2\x80\x9C" + escaped(entry.citation.title) +
                           ",\xE2\x80\x9D\n" + venue(entry) + escaped(entry.citation.year) + "." +
                           printed_id(entry);
  const std::string cited =
      "Cited by: <a href=\"#S1\" title=\"1 Introduction\" class=\"ltx_ref\">\xC2\xA7"
      "1</a>.";
  return "<li id=\"bib.bib" + number + "\" class=\"ltx_role_article ltx_bibitem\">" +
         element("span", "ltx_tag_bibitem ltx_tag ltx_role_refnum",
                 element("span", "ltx_text", "[" + number + "]")) +
         "\n" + block(element("span", "ltx_text", text)) +
         element("span", "ltx_bibblock ltx_bib_cited", cited) + "\n</li>\n";
}

std::string bibliography(const Work& work, const Catalogue& catalogue) {
  if (work.coverage.html != Coverage::whole || work.references.empty()) {
    return "";
  }
  const bool by_name = work.categories.front() == "cs.CL";
  std::string items;
  std::size_t number = 0;
  for (const Citation& citation : work.references) {
    const Entry entry{++number, catalogue.printed(citation), catalogue.cited(citation)};
    items += by_name ? named_item(entry) : numbered_item(entry);
  }
  return "<section class=\"ltx_bibliography\" id=\"bib\">\n"
         "<h2 class=\"ltx_title ltx_title_bibliography\">References</h2>\n<ul class=\"ltx_biblist\">\n" +
         items + "</ul>\n</section>\n";
}

std::string page(const Work& work, const Catalogue& catalogue) {
  std::string authors;
  for (const std::string& author : work.authors) {
    authors += element("span", "ltx_personname", escaped(author)) + "\n";
  }
  return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
         escaped(work.title) +
         "</title>\n</head>\n<body>\n<article class=\"ltx_document ltx_authors_1line\">\n" +
         element("h1", "ltx_title ltx_title_document", escaped(work.title)) + "\n" +
         element("div", "ltx_authors", "\n" + authors) + "\n" +
         element("div", "ltx_abstract", element("p", "ltx_p", escaped(work.abstract))) +
         "\n<section id=\"S1\" class=\"ltx_section\">\n" +
         element("h2", "ltx_title ltx_title_section", "1 Introduction") + "\n" +
         element("p", "ltx_p", "Others did it before us.") + "\n</section>\n" +
         bibliography(work, catalogue) + "</article>\n</body>\n</html>\n";
}

Answer no_page() {
  return {404,
          {{"Content-Type", "text/html; charset=utf-8"}},
          "<!DOCTYPE html>\n<html lang=\"en\"><head><title>No HTML</title></head>\n"
          "<body><h1>No HTML for this paper</h1></body></html>\n"};
}

/// "2401.00001v2" -> the work, when it has such a version.
const Work* work_of(const std::string& name, const Catalogue& catalogue) {
  const std::size_t mark = name.rfind('v');
  const bool versioned = mark != std::string::npos && mark + 1 < name.size() &&
                         name.find_first_not_of("0123456789", mark + 1) == std::string::npos;
  const std::string id = versioned ? name.substr(0, mark) : name;
  const int version = versioned ? std::atoi(name.c_str() + mark + 1) : 1;
  const Work* work = is_arxiv_id(id) ? catalogue.find(id) : nullptr;
  return work != nullptr && version >= 1 && version <= work->versions ? work : nullptr;
}

}  // namespace

Answer answer_html(std::string_view id, const Catalogue& catalogue) {
  const Work* work = work_of(decode_percent(id), catalogue);
  if (work == nullptr || work->coverage.html == Coverage::none) {
    return no_page();
  }
  return {200, {{"Content-Type", "text/html; charset=utf-8"}}, page(*work, catalogue)};
}

}  // namespace papers::test
