// Real libraries and exports of other programs, where they lie beside the checkout.
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "bibliography/bibtex_reader.hpp"
#include "bibliography/csl_reader.hpp"
#include "bibliography/entry_item.hpp"
#include "bibliography/ris_reader.hpp"
#include "bibliography/text_encoding.hpp"
#include "support/program.hpp"
#include "support/shared_folder.hpp"

namespace papers::bibliography {
namespace {

bool is_there(const char* folder) {
  const std::filesystem::path path = test::shared_folder() / folder;
  const bool there = std::filesystem::exists(path);
  const std::string place = path.lexically_normal().string();
  MESSAGE(std::string(there ? "read" : "skipped, not there"), ": ", place);
  return there;
}

std::string bytes_of(const std::filesystem::path& file) {
  if (file.extension() == ".xz") {
    test::ProgramCall call;
    call.argv = {"xz", "-dc", file.string()};
    return test::run_program(call).out;
  }
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Expected {
  const char* file;
  std::size_t entries;
  std::size_t problems;
};

void check(const char* folder, const Expected& expected, Bibliography (*read)(std::string_view)) {
  CAPTURE(expected.file);
  const std::string bytes = bytes_of(test::shared_folder() / folder / expected.file);
  REQUIRE(!bytes.empty());
  const Bibliography bibliography = read(to_utf8(bytes));
  CHECK(bibliography.entries.size() == expected.entries);
  CHECK(bibliography.problems.size() == expected.problems);
  std::size_t named = 0;
  for (const Entry& entry : bibliography.entries) {
    const Item item = item_from(entry, "bibtex");
    named += item.title.empty() ? 0 : 1;
    CHECK(!item.ids.empty());
  }
  CHECK(named >= bibliography.entries.size() - expected.problems);
}

TEST_CASE("real libraries in BibTeX come in whole") {
  if (is_there("datasets/bib")) {
    check("datasets/bib", {"BU-DiSC_mendeley_library.bib.xz", 2392, 0}, read_bibtex);
    check("datasets/bib", {"Blaisorblade_zotero.bib.xz", 1153, 0}, read_bibtex);
  }
}

TEST_CASE("exports in BibTeX come in whole") {
  if (!is_there("recordings/bibtex")) {
    return;
  }
  for (const Expected& expected : {Expected{"crossref-transform_10.1038_s42256-024-00832-8.bib", 1, 0},
                                   {"crossref-transform_10.1101_2024.04.01.587366.bib", 1, 0},
                                   {"crossref-transform_10.1126_science.169.3946.635.bib", 1, 0},
                                   {"doi-negotiation_10.1007_BF01700692.bib", 1, 0},
                                   {"doi-negotiation_10.1186_s12984-017-0305-3.bib", 1, 0},
                                   {"readme_acl-anthology_2305.10427.bib", 1, 0},
                                   {"readme_arxiv-style_2403.00835.bib", 1, 0},
                                   {"readme_scholar-style_2410.01699.bib", 1, 0},
                                   {"zotero-bbt_arxiv-categories.bib", 1, 0},
                                   {"zotero-bbt_arxiv-identifiers.bibtex.bib", 3, 0},
                                   {"zotero-bbt_google-scholar-like.biblatex.bib", 2, 0},
                                   {"zotero-bbt_preprint-keys.biblatex.bib", 12, 0},
                                   {"zotero-bbt_preprint-more.biblatex.bib", 1, 0}}) {
    check("recordings/bibtex", expected, read_bibtex);
  }
}

TEST_CASE("exports in RIS and CSL-JSON come in whole") {
  if (is_there("recordings/ris")) {
    check("recordings/ris", {"crossref.ris", 1, 0}, read_ris);
    check("recordings/ris", {"jabref_RisImporterTest5a.ris", 1, 0}, read_ris);
    check("recordings/ris", {"jabref_RisImporterTestScience.ris", 1, 0}, read_ris);
  }
  if (is_there("recordings/csl-json")) {
    check("recordings/csl-json", {"citeproc.json", 1, 0}, read_csl);
    check("recordings/csl-json", {"crossref-transform_10.1126_science.169.3946.635.json", 1, 0}, read_csl);
    check("recordings/csl-json", {"zotero-bbt_language-tag.json", 3, 0}, read_csl);
  }
}

}  // namespace
}  // namespace papers::bibliography
