// Work: one work, with all that the services know of it and how well each of them knows it.
#pragma once

#include <string>
#include <vector>

namespace papers::test {

/// How much one service has of a work.
enum class Coverage {
  whole,     ///< the work and what it cites
  bare,      ///< the work alone, as though it cited nothing
  withheld,  ///< the work; what it cites may not be told. Where that is unheard of, as `bare`
  none,      ///< nothing
};

/// Which service knows what. arXiv's API and its pages are two things.
struct CoverageByService {
  Coverage s2 = Coverage::whole;
  Coverage openalex = Coverage::whole;
  Coverage crossref = Coverage::whole;
  Coverage html = Coverage::whole;
};

/// One entry of a bibliography.
struct Citation {
  /// Id of the cited work; "" when nobody recognised it, which leaves the title. Of a work that is not
  /// published at the server: OpenAlex names it and has it no more, Semantic Scholar has its title alone.
  std::string work{};
  std::string title{};                  ///< as printed; "" for the work's own
  std::string author{};                 ///< first author as printed; "" for the work's own
  std::string year{};                   ///< as printed; "" for the work's own
  std::vector<std::string> contexts{};  ///< sentences in which it is cited
  bool prints_id = true;                ///< the bibliography has its arXiv id or DOI
};

struct Work {
  std::string id;  ///< "2403.00835", "hep-th/9901001", a DOI, or a word of the test's own
  std::string title;
  std::vector<std::string> authors;
  int versions = 1;
  std::string published = "2024-02-28T06:49:24Z";
  std::string updated = "2024-06-13T11:22:33Z";
  std::string abstract = "We do a thing, and measure it.";
  std::vector<std::string> categories{"cs.CL"};
  std::string doi{};  ///< where it was published; of a work with a DOI as id, that
  std::string journal{};
  std::string comment{};
  std::vector<Citation> references{};
  CoverageByService coverage{};
  std::string s2{};        ///< Semantic Scholar's paperId; "" for s2_id_of(id)
  std::string openalex{};  ///< OpenAlex's id, "W..."; "" for openalex_id_of(id)
  /// Names of records that were merged into this one, paperIds, "W..." or DOIs: Semantic Scholar answers
  /// to them with the new paperId, OpenAlex redirects.
  std::vector<std::string> former{};
};

/// The year in which it appeared, "2024".
[[nodiscard]] inline std::string year_of(const Work& work) {
  return work.published.substr(0, 4);
}

}  // namespace papers::test
