#include "app/promotion.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

using test::Desk;

/// Every pair "title times" in order.
std::string promoted(const Desk& desk) {
  std::string text;
  for (const app::Promotion& promotion : app::promotions(desk.library)) {
    text += promotion.item.title + " " + std::to_string(promotion.kept_citing) + " ";
  }
  return text;
}

TEST_CASE("a parked paper that two kept papers cite is proposed, others are not") {
  Desk desk;
  desk.put("2001.00001", "Parked", State::parked);
  desk.put("2001.00002", "Found", State::found);
  desk.put("2001.00003", "Queued");
  desk.put("2403.00001", "A", State::read);
  desk.put("2403.00002", "B", State::found);
  desk.put("2403.00003", "C", State::dropped);
  for (const char* citing : {"2403.00001", "2403.00002", "2403.00003"}) {
    desk.cite(citing, {"2001.00001", "2001.00002", "2001.00003"});
  }
  CHECK(promoted(desk) == "");
  desk.put("2403.00004", "D", State::paused);
  desk.cite("2403.00004", {"2001.00001", "2001.00002", "2001.00003"});
  CHECK(promoted(desk) == "Parked 2 ");
}

TEST_CASE("the most cited comes first") {
  Desk desk;
  desk.put("2001.00001", "First parked", State::parked);
  desk.put("2001.00002", "Second parked", State::parked);
  for (const char* citing : {"2403.00001", "2403.00002"}) {
    desk.put(citing, citing);
    desk.cite(citing, {"2001.00001", "2001.00002"});
  }
  CHECK(promoted(desk) == "First parked 2 Second parked 2 ");
  desk.put("2403.00003", "E");
  desk.cite("2403.00003", {"2001.00002"});
  CHECK(promoted(desk) == "Second parked 3 First parked 2 ");
}

TEST_CASE("a citation that two sources list counts once") {
  Desk desk;
  desk.put("2001.00001", "Parked", State::parked);
  desk.put("2403.00001", "A");
  desk.cite("2403.00001", {"2001.00001"});
  ReferenceList list =
      desk.library.reference_lists(desk.library.find(*parse_identifier("2403.00001"))->row).front();
  list.source = "another";
  Change change = desk.library.begin("refs", "refs");
  change.save(list);
  change.commit();
  CHECK(promoted(desk) == "");
}

}  // namespace
}  // namespace papers
