#include "model/ids_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "model/item_json.hpp"

using namespace papers;
using model::Json;

namespace {

const Identifier k_arxiv{Scheme::arxiv, "2403.00835"};
const Identifier k_doi{Scheme::doi, "10.1/x"};
const Identifier k_second_doi{Scheme::doi, "10.2/y"};
const Identifier k_url{Scheme::url, "https://example.org/"};
const Identifier k_second_url{Scheme::url, "https://example.org/b"};
const Identifier k_local{Scheme::local, "01HF3ZK5Q8"};
const Identifier k_acl{Scheme::other, "acl:P05-1001"};

Item named(std::vector<Identifier> ids) {
  Item item;
  item.ids = std::move(ids);
  return item;
}

/// The ids that come out after a journey through "id" and "ids".
std::vector<Identifier> journey(const std::vector<Identifier>& ids) {
  Item item;
  model::apply_json(item, model::item_to_json(named(ids)));
  return item.ids;
}

}  // namespace

TEST_CASE("ids are shown by scheme, further ones under other") {
  CHECK(
      model::dump(model::ids_to_json(named({k_doi, k_arxiv, k_second_doi, k_acl}))) ==
      R"({"arxiv":"2403.00835","doi":"10.1/x","s2":null,"openalex":null,"url":null,"other":["doi:10.2/y","acl:P05-1001"]})");
  CHECK(model::dump(model::ids_to_json(Item{})) ==
        R"({"arxiv":null,"doi":null,"s2":null,"openalex":null,"url":null,"other":[]})");
}

TEST_CASE("the identity stays first, and no id is lost") {
  CHECK(journey({k_doi, k_arxiv}) == std::vector{k_doi, k_arxiv});
  CHECK(journey({k_arxiv, k_doi}) == std::vector{k_arxiv, k_doi});
  CHECK(journey({k_second_doi, k_doi}) == std::vector{k_second_doi, k_doi});
  CHECK(journey({k_url, k_second_url}) == std::vector{k_url, k_second_url});
  CHECK(journey({k_local}) == std::vector{k_local});
  CHECK(journey({k_local, k_arxiv}) == std::vector{k_local, k_arxiv});
  CHECK(journey({k_arxiv, k_acl, k_local}) == std::vector{k_arxiv, k_acl, k_local});
  CHECK(journey({}).empty());
}

TEST_CASE("setting the identity moves an id to the front, or puts a new one there") {
  Item item = named({k_arxiv, k_doi});
  model::set_identity(item, "doi:10.1/x");
  CHECK(item.ids == std::vector{k_doi, k_arxiv});
  model::set_identity(item, "acl:P05-1001");
  CHECK(item.ids == std::vector{k_acl, k_doi, k_arxiv});
  model::set_identity(item, nullptr);
  CHECK(item.ids.front() == k_acl);
}

TEST_CASE("setting the ids replaces all but the identity") {
  Item item = named({k_arxiv, k_doi, k_url});
  model::set_ids(item, Json{{"doi", "10.2/y"}});
  CHECK(item.ids == std::vector{k_arxiv, k_second_doi});
  model::set_ids(item, nullptr);
  CHECK(item.ids == std::vector{k_arxiv});
}

TEST_CASE("values are read in the forms that people paste") {
  Item item;
  model::set_ids(item, Json{{"arxiv", "https://arxiv.org/abs/2403.00835v2"},
                            {"doi", "https://doi.org/10.1/X"},
                            {"other", {"10.1/x"}}});
  CHECK(item.ids == std::vector{k_arxiv, k_doi});
}

TEST_CASE("wrong ids are refused by the name of their field") {
  Item item;
  CHECK_THROWS_WITH_AS(model::set_identity(item, 1), doctest::Contains("id: "), Failure);
  CHECK_THROWS_WITH_AS(model::set_identity(item, "hello"), doctest::Contains("id: hello: not an arXiv id"),
                       Failure);
  CHECK_THROWS_WITH_AS(model::set_ids(item, "x"), doctest::Contains("ids: "), Failure);
  CHECK_THROWS_WITH_AS(model::set_ids(item, Json{{"doi", "2403.00835"}}), doctest::Contains("ids.doi: "),
                       Failure);
  CHECK_THROWS_WITH_AS(model::set_ids(item, Json{{"arxiv", "2413.00001"}}), doctest::Contains("ids.arxiv: "),
                       Failure);
  CHECK_THROWS_WITH_AS(model::set_ids(item, Json{{"other", "x"}}), doctest::Contains("ids.other: "), Failure);
  CHECK(item.ids.empty());
}
