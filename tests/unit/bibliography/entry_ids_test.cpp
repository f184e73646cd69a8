#include "bibliography/entry_ids.hpp"

#include <string>

#include <doctest/doctest.h>

namespace papers::bibliography {
namespace {

using Where = Address::Where;

std::string ids(std::vector<Address> addresses) {
  Entry entry;
  entry.addresses = std::move(addresses);
  std::string all;
  for (const Identifier& id : identifiers_of(entry)) {
    all += format_with_version(id) + " ";
  }
  return all;
}

std::string named(std::string_view text) {
  const auto id = work_named_by(text);
  return id ? format_with_version(*id) : "";
}

TEST_CASE("identifiers are found in the fields that are for them") {
  CHECK(ids({{Where::arxiv, "1502.01852"}}) == "arXiv:1502.01852 ");
  CHECK(ids({{Where::arxiv, "arXiv:1502.01852v2"}}) == "arXiv:1502.01852v2 ");
  CHECK(ids({{Where::arxiv, "hep-th/9901001"}}) == "arXiv:hep-th/9901001 ");
  CHECK(ids({{Where::arxiv, "http://arxiv.org/abs/1502.01852"}}) == "arXiv:1502.01852 ");
  CHECK(ids({{Where::doi, "10.1126/science.1252319"}}) == "doi:10.1126/science.1252319 ");
  CHECK(ids({{Where::doi, "http://dx.doi.org/10.1016/j.actamat.2016.09.028"}}) ==
        "doi:10.1016/j.actamat.2016.09.028 ");
  CHECK(ids({{Where::doi, "10.48550/arXiv.2206.07690"}}) == "arXiv:2206.07690 ");
  CHECK(ids({{Where::doi, "no doi"}, {Where::arxiv, "PMC1234"}}) == "");
}

TEST_CASE("arXiv comes before DOIs, an address of the web only where there is nothing better") {
  CHECK(ids({{Where::doi, "10.1/x"}, {Where::url, "http://arxiv.org/abs/1502.01852"}}) ==
        "arXiv:1502.01852 doi:10.1/x ");
  CHECK(ids({{Where::doi, "10.1/x"}, {Where::url, "https://example.org/a"}}) == "doi:10.1/x ");
  CHECK(ids({{Where::url, "https://example.org/a"}}) == "url:https://example.org/a ");
  CHECK(ids({{Where::url, "//example.org/a"}}) == "url:https://example.org/a ");
  CHECK(ids({{Where::url, "javascript:alert(1)"}}) == "");
  CHECK(ids({{Where::doi, "10.1/x"}, {Where::doi, "10.1/y"}}) == "doi:10.1/x ");
}

TEST_CASE("texts for something else name a work when they say nothing besides") {
  CHECK(named("arXiv preprint arXiv:2410.01699") == "arXiv:2410.01699");
  CHECK(named("arXiv:1305.4904 [quant-ph]") == "arXiv:1305.4904");
  CHECK(named("CoRR abs/1706.03762") == "arXiv:1706.03762");
  CHECK(named("abs/1706.03762") == "arXiv:1706.03762");
  CHECK(named("arXiv: 1706.03762 [cs]") == "arXiv:1706.03762");
  CHECK(named("Available at http://arxiv.org/abs/1401.2910") == "arXiv:1401.2910");
  CHECK(named("arXiv e-prints, arXiv:1706.03762, 2017") == "arXiv:1706.03762");
  CHECK(named("doi: 10.1145/3600006.3613165") == "doi:10.1145/3600006.3613165");
  CHECK(named("Extended version of arXiv:1401.2910") == "");
  CHECK(named("2010.12345") == "");
  CHECK(named("Comment: 21 pages") == "");
  CHECK(named("186") == "");
  CHECK(named("https://example.org/") == "");
}

TEST_CASE("journals that are only arXiv are told from others") {
  CHECK(is_arxiv_alone("arXiv preprint arXiv:2410.01699"));
  CHECK(is_arxiv_alone("CoRR"));
  CHECK(is_arxiv_alone("arXiv:1305.4904 [quant-ph]"));
  CHECK_FALSE(is_arxiv_alone("Science"));
  CHECK_FALSE(is_arxiv_alone("Proceedings of the arXiv workshop"));
  CHECK_FALSE(is_arxiv_alone(""));
}

}  // namespace
}  // namespace papers::bibliography
