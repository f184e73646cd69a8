#include "bibliography/entry_details.hpp"

#include <doctest/doctest.h>

#include "bibliography/bibtex_reader.hpp"
#include "bibliography/csl_reader.hpp"
#include "bibliography/entry_item.hpp"
#include "bibliography/ris_reader.hpp"

namespace papers::bibliography {
namespace {

using Details = std::vector<Detail>;

Item only(const Bibliography& read) {
  REQUIRE(read.entries.size() == 1);
  return item_from(read.entries.front(), "test");
}

TEST_CASE("an article of BibTeX keeps how it was printed") {
  const Item item = only(read_bibtex(
      "@article{a, title={x}, journal={J. Graph Theory}, volume=12, number={3}, pages={101--110}, month=jul, "
      "year=1998, publisher={Wiley}, address={New York}, issn={0364-9024}, keywords={graphs; trees,},\n"
      "note={With G{\\\"o}del}, annote={mine}, editor={Lovelace, Ada and Grace Hopper}, eid={e5}}"));
  CHECK(item.venue == "J. Graph Theory");
  CHECK(item.details == Details{{"annotation", "mine"},
                                {"editor", "Ada Lovelace; Grace Hopper"},
                                {"eid", "e5"},
                                {"entrytype", "article"},
                                {"issn", "0364-9024"},
                                {"keywords", "graphs, trees"},
                                {"location", "New York"},
                                {"month", "07"},
                                {"note", "With Gödel"},
                                {"number", "3"},
                                {"pages", "101–110"},
                                {"publisher", "Wiley"},
                                {"volume", "12"}});
}

TEST_CASE("what only means something to one program on one machine is left out") {
  const Item item = only(read_bibtex(
      "@book{a, title={x}, publisher={P}, file={:home/x.pdf:pdf}, mendeley-groups={g}, bdsk-url-1={u}, "
      "date-added={2014-01-01}, owner={me}, timestamp={2014}, biburl={https://dblp.org/x}}"));
  CHECK(item.details == Details{{"entrytype", "book"}});
}

TEST_CASE("the name of the work on arXiv is no detail of how it was printed") {
  const Item item =
      only(read_bibtex("@article{a, title={x}, journal={CoRR}, volume={abs/2305.10427}, "
                       "note={arXiv:2305.10427}, year=2023}"));
  CHECK(item.details == Details{{"entrytype", "article"}});
  CHECK(format(item.ids.front()) == "arXiv:2305.10427");
}

TEST_CASE("a venue is told once, a printer beside a venue is kept") {
  CHECK(only(read_bibtex("@phdthesis{a, title={x}, school={TU Wien}, type={PhD thesis}}")).details ==
        Details{{"entrytype", "phdthesis"}});
  CHECK(only(read_bibtex("@techreport{a, title={x}, institution={CWI}, number={CS-R9}}")).details ==
        Details{{"entrytype", "report"}, {"number", "CS-R9"}});
  CHECK(only(read_bibtex("@incollection{a, title={x}, booktitle={Trees}, publisher={Springer}}")).details ==
        Details{{"entrytype", "incollection"}, {"publisher", "Springer"}});
}

TEST_CASE("proceedings give their papers what those do not say") {
  const Bibliography read = read_bibtex(
      "@inproceedings{a, title={x}, crossref={p}, pages={1--2}}\n"
      "@proceedings{p, title={Proc. of X}, publisher={ACM}, editor={Ada Lovelace}, volume={7}, year={1999}}");
  REQUIRE(read.entries.size() == 2);
  CHECK(item_from(read.entries[0], "test").details == Details{{"editor", "Ada Lovelace"},
                                                              {"entrytype", "inproceedings"},
                                                              {"pages", "1–2"},
                                                              {"publisher", "ACM"},
                                                              {"volume", "7"}});
}

TEST_CASE("an entry of RIS keeps how it was printed") {
  const Item item = only(
      read_ris("TY  - THES\nTI  - x\nPB  - TU Wien\nM3  - Master's thesis\nCY  - Vienna\nSP  - 10\nEP  - 20\n"
               "KW  - graphs\nKW  - trees\nA2  - Lovelace, Ada\nSN  - 978-3-16-148410-0\nN1  - one\nN1  - "
               "arXiv:2305.10427\nN1  - two\nPY  - 1998\nDA  - 1998/07/\nER  - \n"));
  CHECK(item.venue == "TU Wien");
  CHECK(item.year == 1998);
  CHECK(item.details == Details{{"editor", "Ada Lovelace"},
                                {"entrytype", "mastersthesis"},
                                {"isbn", "978-3-16-148410-0"},
                                {"keywords", "graphs, trees"},
                                {"location", "Vienna"},
                                {"month", "07"},
                                {"note", "one; two"},
                                {"pages", "10–20"}});
  CHECK(only(read_ris("TY  - JOUR\nTI  - x\nSN  - 0364-9024\nSP  - e12\nER  - \n")).details ==
        Details{{"entrytype", "article"}, {"issn", "0364-9024"}, {"pages", "e12"}});
}

TEST_CASE("an item of CSL-JSON keeps how it was printed") {
  const Item item = only(read_csl(
      R"([{"id": "a", "type": "article-journal", "title": "x", "container-title": "J", "volume": 12,)"
      R"("issue": "3", "page": "101-110", "publisher": "Wiley", "editor": [{"family": "Lovelace", "given":)"
      R"("Ada"}], "note": "arXiv:2305.10427\nread twice", "issued": {"date-parts": [[1998, 7]]}}])"));
  CHECK(item.details == Details{{"editor", "Ada Lovelace"},
                                {"entrytype", "article"},
                                {"month", "07"},
                                {"note", "read twice"},
                                {"number", "3"},
                                {"pages", "101–110"},
                                {"publisher", "Wiley"},
                                {"volume", "12"}});
  CHECK(only(read_csl(R"([{"type": "report", "title": "x", "publisher": "CWI", "number": "CS-R9"}])"))
            .details == Details{{"entrytype", "report"}, {"number", "CS-R9"}});
}

}  // namespace
}  // namespace papers::bibliography
