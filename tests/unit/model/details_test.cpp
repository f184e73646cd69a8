#include "model/details.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "papers/error.hpp"

#include "model/item_json.hpp"

namespace papers::model {
namespace {

TEST_CASE("details are sorted, each name is there once, and the first text stays") {
  Item item;
  for (const auto& [name, text] :
       {std::pair("volume", "12"), std::pair("pages", "1–10"), std::pair("volume", "13")}) {
    add_detail(item.details, name, text);
  }
  CHECK(item.details == std::vector<Detail>{{"pages", "1–10"}, {"volume", "12"}});
  CHECK(detail(item, "volume") == "12");
  CHECK(detail(item, "number").empty());
}

TEST_CASE("a detail is a clean line under a plain name") {
  std::vector<Detail> details;
  add_detail(details, "note", "two\nlines\x1b");
  CHECK(details == std::vector<Detail>{{"note", "two lines\uFFFD"}});
  for (const char* name : {"", "Volume", "a b", "a}", "1st", "x=1", "-a"}) {
    CAPTURE(name);
    CHECK_FALSE(is_detail_name(name));
    add_detail(details, name, "text");
  }
  add_detail(details, "empty", " ");
  CHECK(details.size() == 1);
}

TEST_CASE("there is an end to the details of one item and to each of them") {
  std::vector<Detail> details;
  for (int n = 0; n < 100; ++n) {
    add_detail(details, "x" + std::to_string(n), std::string(10'000, 'y'));
  }
  CHECK(details.size() == k_most_details);
  CHECK(details.front().text.size() <= k_longest_detail);
}

TEST_CASE("what is known is not replaced by what others say") {
  std::vector<Detail> details{{"volume", "12"}};
  fill_in(details, {{"pages", "1–10"}, {"volume", "13"}});
  CHECK(details == std::vector<Detail>{{"pages", "1–10"}, {"volume", "12"}});
}

TEST_CASE("details go through JSON unchanged; what is no object of texts is refused by name") {
  Item item;
  item.details = {{"editor", "Ada Lovelace; Grace Hopper"}, {"volume", "12"}};
  const nlohmann::ordered_json json = details_to_json(item);
  CHECK(dump(json) == R"({"editor":"Ada Lovelace; Grace Hopper","volume":"12"})");
  Item back;
  set_details(back, json);
  CHECK(back.details == item.details);
  set_details(back, nullptr);
  CHECK(back.details.empty());
  CHECK_THROWS_WITH_AS(set_details(back, "12"), "details: \"12\"; expected an object of texts", Failure);
  CHECK_THROWS_WITH_AS(set_details(back, nlohmann::ordered_json{{"volume", 12}}),
                       "details.volume: 12; expected a text", Failure);
}

TEST_CASE("a fetch fills gaps among the details") {
  Item stored;
  stored.details = {{"volume", "12"}};
  Item fetched;
  fetched.details = {{"pages", "1–10"}, {"volume", "13"}};
  merge_fetched(stored, fetched);
  CHECK(stored.details == std::vector<Detail>{{"pages", "1–10"}, {"volume", "12"}});
}

}  // namespace
}  // namespace papers::model
