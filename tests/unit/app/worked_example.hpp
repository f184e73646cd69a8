// A library of eight papers, small enough to be worked out by hand: two kept ones that cite each other, what
// they cite, and what those cite. The scores of the found ones are in tests/unit/graph/relevance_test.cpp
// too.
#pragma once

#include <sstream>

#include <doctest/doctest.h>

#include "papers/library.hpp"

#include "unit/app/importing.hpp"

namespace papers::test {

inline constexpr const char* k_worked_example =
    R"({"type":"library","schema":1}
{"type":"paper","id":"arXiv:2001.00001","title":"Graph ranking for reading lists","authors":["Ada Ames"],"year":2020,"state":"queued","root":true}
{"type":"paper","id":"arXiv:1801.00002","title":"Random walks on citation graphs","authors":["Ben Bell"],"year":2018,"state":"read","root":true}
{"type":"paper","id":"arXiv:1501.00003","title":"Citation graphs and random walks","authors":["Cleo Cole","Dan Day"],"year":2015}
{"type":"paper","id":"arXiv:1601.00004","title":"Reading lists from surveys","authors":["Eve East"],"year":2016}
{"type":"paper","id":"arXiv:1001.0005","title":"PageRank","authors":["Fay Ford"],"year":2010}
{"type":"paper","id":"arXiv:1201.0006","title":"Deep parsing of sentences","authors":["Gil Gray"],"year":2012}
{"type":"paper","id":"arXiv:cs/0101007","title":"Markov chains","authors":["Hal Hill"],"year":2001}
{"type":"cites","from":"arXiv:2001.00001","to":"arXiv:1801.00002","source":"test"}
{"type":"cites","from":"arXiv:2001.00001","to":"arXiv:1501.00003","source":"test"}
{"type":"cites","from":"arXiv:2001.00001","to":"arXiv:1601.00004","source":"test"}
{"type":"cites","from":"arXiv:1801.00002","to":"arXiv:2001.00001","source":"test"}
{"type":"cites","from":"arXiv:1801.00002","to":"arXiv:1501.00003","source":"test"}
{"type":"cites","from":"arXiv:1801.00002","to":"arXiv:1001.0005","source":"test"}
{"type":"cites","from":"arXiv:1501.00003","to":"arXiv:1001.0005","source":"test"}
{"type":"cites","from":"arXiv:1501.00003","to":"arXiv:1201.0006","source":"test"}
{"type":"cites","from":"arXiv:1601.00004","to":"arXiv:1001.0005","source":"test"}
{"type":"cites","from":"arXiv:1601.00004","to":"arXiv:cs/0101007","source":"test"}
{"type":"cites","from":"arXiv:1001.0005","to":"arXiv:cs/0101007","source":"test"}
{"type":"cites","from":"arXiv:1001.0005","to":"acl:F12","source":"test"}
)";

inline void import_text(Library& library, Clock& clock, const std::string& text) {
  const app::ImportReport report = ImportKit().read(library, clock, text);
  REQUIRE(report.problems.empty());
}

}  // namespace papers::test
