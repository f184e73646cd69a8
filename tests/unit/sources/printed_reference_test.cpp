#include "sources/printed_reference.hpp"

#include <doctest/doctest.h>

#include "reference_fixture.hpp"
#include "sources/printed_title.hpp"
#include "support/hostile_strings.hpp"
#include "util/text.hpp"

using namespace papers;
using sources::ids_in;
using sources::read_printed;
using sources::year_in;
using test::names;
using Lines = std::vector<std::string>;

namespace {

/// "arXiv:2301.00002 | Ada Adams | 2023 | A title".
std::string told(const Item& work) {
  return fmt::format("{} | {} | {} | {}", work.ids.empty() ? "-" : format(work.ids.front()),
                     work.authors.empty() ? "" : work.authors.front(), work.year.value_or(0), work.title);
}

std::string told(const std::string& text) {
  return told(read_printed({"", {text}, {}}));
}

}  // namespace

TEST_CASE("ids are found in the forms in which bibliographies print them") {
  struct Row {
    std::string text;
    Lines ids;
  };
  for (const Row& row : std::vector<Row>{
           {"arXiv:2403.00835", {"arXiv:2403.00835"}},
           {"arXiv preprint arXiv:2403.00835v2 [cs.CL], 2024.", {"arXiv:2403.00835"}},
           {"ArXiv, abs/1706.03762, 2017", {"arXiv:1706.03762"}},
           {"CoRR, abs/1409.0473.", {"arXiv:1409.0473"}},
           {"arXiv e-prints, p. arXiv:2303.08774", {"arXiv:2303.08774"}},
           {"arXiv 1412.6980 (2014)", {"arXiv:1412.6980"}},
           {"URL https://arxiv.org/abs/2302.01318.", {"arXiv:2302.01318"}},
           {"https://arxiv.org/pdf/2302.01318.pdf", {"arXiv:2302.01318"}},
           {"arXiv:hep-th/9802150.", {"arXiv:hep-th/9802150"}},
           {"doi:10.1145/3600006.3613165.", {"doi:10.1145/3600006.3613165"}},
           {"(https://doi.org/10.1145/3600006.3613165)", {"doi:10.1145/3600006.3613165"}},
           {"https://doi.org/10.48550/arXiv.2403.00835", {"arXiv:2403.00835"}},
           {"arXiv:2403.00835, doi 10.1234/x", {"arXiv:2403.00835", "doi:10.1234/x"}},
           {"pages 2403.00835", {}},
           {"1706.03762 of 1998", {}},
           {"arXiv:2403.0083", {}},
           {"arXiv:2413.00835", {}},
           {"version 10.2/3 of 110.1234/5", {}},
           {"marxiv:2403.00835", {}},
           {"", {}},
       }) {
    CAPTURE(row.text);
    CHECK(names(ids_in(row.text)) == row.ids);
  }
}

TEST_CASE("years are found where they are years") {
  struct Row {
    std::string text;
    int year;
  };
  for (const Row& row : {Row{"In NeurIPS, 2017.", 2017}, Row{"Nature 555, 604\u2013610 (2018).", 2018},
                         Row{"J. Mol. 51, 1999\u20132010 (2011).", 2011}, Row{"pages 1999--2010", 0},
                         Row{"arXiv:1706.03762", 0}, Row{"https://x.org/2016/page, 2019a.", 2019},
                         Row{"(2015) Reprinted 2020", 2015}, Row{"2001: A Space Odyssey (MGM, 1968)", 1968},
                         Row{"no. 20191", 0}, Row{"in 1066", 0}, Row{"v2019", 0}, Row{"", 0}}) {
    CAPTURE(row.text);
    CHECK(year_in(row.text).value_or(0) == row.year);
  }
}

TEST_CASE("entries that are a single text are taken apart by their style") {
  struct Row {
    std::string text;
    const char* told;
  };
  for (const Row& row : {
           Row{"Jimmy Adams, Kay Baker, and Geoffrey E Clark. Layer things. arXiv preprint arXiv:1607.06450, "
               "2016.",
               "arXiv:1607.06450 | Jimmy Adams | 2016 | Layer things"},
           Row{"A. Adams, R. D. Baker, and D. W. Clark. An assessment of things. In Proc. of X, 1999.",
               "- | A. Adams | 1999 | An assessment of things"},
           Row{"D. Adams and R. Baker, \u201C6 GHz spectrum needs for tests,\u201D IEEE Mag., vol. 6, Mar. "
               "2022.",
               "- | D. Adams | 2022 | 6 GHz spectrum needs for tests"},
           Row{"Adams, J., Baker, M.-W., Clark, K. & Davis, K. A title: with a part. In Proc. Conf. "
               "41\u201356 "
               "(ACL, 2019).",
               "- | Adams, J. | 2019 | A title: with a part"},
           Row{"Adams, T. et al. Models of symbolic AI. Adv. Inf. 33, 1877\u20131901 (2020).",
               "- | Adams, T. | 2020 | Models of symbolic AI"},
           Row{"Dao Adams, T., Fu, D. Y., and Ré, C. (2022). Fast things with awareness. arXiv preprint.",
               "- | Dao Adams, T. | 2022 | Fast things with awareness"},
           Row{"Jens Adams. 2007. Hybrid learning. In Proc. of X. 883--898.",
               "- | Jens Adams | 2007 | Hybrid learning"},
           Row{"OpenThing (2023) A Technical Report. arXiv", "- | OpenThing | 2023 | A Technical Report"},
           Row{"Adams, C. & Baker, A. Do large models understand? A conversation with them. J. Chem. (2023).",
               "- | Adams, C. | 2023 | Do large models understand? A conversation with them"},
           Row{"Adams, R. et al. Models: may the source be with you! Trans. Mach. (2023).",
               "- | Adams, R. | 2023 | Models: may the source be with you!"},
           Row{"Adams, T. T. An Elementary Theory (IBM, 1958).",
               "- | Adams, T. T. | 1958 | An Elementary Theory"},
           Row{"Charlie Adams. Decoding with samples, 2023. URL https://arxiv.org/abs/2302.01318.",
               "arXiv:2302.01318 | Charlie Adams | 2023 | Decoding with samples"},
       }) {
    CAPTURE(row.text);
    CHECK(told(row.text) == row.told);
  }
}

TEST_CASE("blocks are authors, title and the rest, unless the first holds a title in quotes") {
  CHECK(
      told(read_printed({"[1]", {"Ada Adams and Bo Baker.", "A title. With a stop.", "In X, 2020."}, {}})) ==
      "- | Ada Adams | 2020 | A title. With a stop");
  CHECK(told(read_printed({"", {"Ada Adams.", "2020.", "A title."}, {}})) ==
        "- | Ada Adams | 2020 | A title");
  CHECK(told(read_printed({"", {"A. Adams, \u201CQuoted words,\u201D 2020.", "Accessed: 2024."}, {}})) ==
        "- | A. Adams | 2020 | Quoted words");
  CHECK(told(read_printed({"Adams (2018)", {"Ada Adams.", "A title."}, {}})) ==
        "- | Ada Adams | 2018 | A title");
}

TEST_CASE("links name a work as text does, and pages of other kinds do not") {
  const Item work = read_printed({"",
                                  {"Ada Adams.", "A title."},
                                  {"#bib.bib1", "https://example.org/x", "https://doi.org/10.1234/X",
                                   "https://arxiv.org/abs/2301.00002v2", "javascript:alert(1)"}});
  CHECK(names(work.ids) == Lines{"arXiv:2301.00002", "doi:10.1234/x"});
}

TEST_CASE("nothing is lost when no part looks like a title") {
  CHECK(read_printed({"", {"Abc"}, {}}).title == "Abc");
  CHECK(read_printed({"", {}, {}}).title.empty());
  CHECK(read_printed({"", {std::string(5000, 'x')}, {}}).title.size() <= 500);
}

TEST_CASE("hostile text gives clean titles") {
  for (const auto& hostile : test::hostile_strings()) {
    const std::string text = util::clean_line(hostile.text);
    const Item work = read_printed({text, {text, text}, {hostile.text}});
    CHECK(util::clean_line(work.title) == work.title);
    for (const std::string& author : work.authors) {
      CHECK(util::clean_line(author) == author);
    }
  }
}
