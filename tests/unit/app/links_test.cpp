// Links between items, and splitting, which makes them.
#include "app/links.hpp"

#include <doctest/doctest.h>

#include "app/split.hpp"
#include "chain.hpp"

namespace papers {
namespace {

using model::Relation;
using test::Desk;
using test::failure_of;

struct Linker : Desk {
  Item paper = put("2401.00001", "A paper");
  Item post = put("https://example.org/post", "A post");

  bool link(const Item& from, Relation relation, const Item& to) {
    Change change = library.begin("link", "link");
    const bool added = app::add_link(change, from, relation, to, clock.now());
    change.commit();
    return added;
  }
  std::vector<Item> split(Item whole, const std::vector<std::string>& parts) {
    Change change = library.begin("split", "split");
    auto items = app::split(change, whole, parts, clock.now());
    change.commit();
    return items;
  }
};

TEST_CASE("a link is seen from both of its items, once") {
  Linker linker;
  CHECK(linker.link(linker.post, Relation::explains, linker.paper));
  CHECK_FALSE(linker.link(linker.post, Relation::explains, linker.paper));
  const auto of_post = app::links_of(linker.library, linker.post);
  const auto of_paper = app::links_of(linker.library, linker.paper);
  REQUIRE(of_post.size() == 1);
  REQUIRE(of_paper.size() == 1);
  CHECK(app::words_for(of_post[0]) == "explains");
  CHECK(of_post[0].other.row == linker.paper.row);
  CHECK(app::words_for(of_paper[0]) == "is explained by");
  CHECK(of_paper[0].other.row == linker.post.row);
}

TEST_CASE("a link is taken away under any name of its items") {
  Linker linker;
  linker.link(linker.post, Relation::implements, linker.paper);
  Item renamed = linker.paper;
  renamed.ids.insert(renamed.ids.begin(), *parse_identifier("doi:10.1/x"));
  Change change = linker.library.begin("unlink", "unlink");
  CHECK_FALSE(app::remove_link(change, linker.paper, Relation::implements, linker.post));
  CHECK_FALSE(app::remove_link(change, linker.post, Relation::explains, linker.paper));
  CHECK(app::remove_link(change, linker.post, Relation::implements, renamed));
  change.commit();
  CHECK(app::links_of(linker.library, linker.paper).empty());
}

TEST_CASE("nothing is linked to itself, and nothing replaces or is part of what does so to it") {
  Linker linker;
  CHECK(failure_of([&] { linker.link(linker.paper, Relation::explains, linker.paper); }) == ExitCode::usage);
  for (const Relation relation : {Relation::replaces, Relation::part_of}) {
    CHECK(linker.link(linker.post, relation, linker.paper));
    CHECK(failure_of([&] { linker.link(linker.paper, relation, linker.post); }) == ExitCode::usage);
  }
  CHECK(linker.link(linker.post, Relation::explains, linker.paper));
  CHECK(linker.link(linker.paper, Relation::explains, linker.post));
}

TEST_CASE("parts have what the whole had, and a share of its effort; the whole is parked") {
  Linker linker;
  Item course = linker.put("https://example.org/cs336", "CS336: Language Modeling");
  course.kind = Kind::course;
  course.priority = Priority::high;
  course.due = "2024-12-01";
  course.tags = {"lm"};
  course.effort_minutes = 300;
  course.level = Level::deep;
  Change change = linker.library.begin("set", "set");
  change.save(course);
  change.commit();
  const auto parts = linker.split(course, {"lec 5-6", "lec 7-8", "CS336 assignment 1"});
  REQUIRE(parts.size() == 3);
  CHECK(parts[0].title == "CS336: lec 5-6");
  CHECK(parts[2].title == "CS336 assignment 1");
  for (const Item& part : parts) {
    CHECK(part.kind == Kind::course);
    CHECK(part.state == State::queued);
    CHECK(part.priority == Priority::high);
    CHECK(part.due == "2024-12-01");
    CHECK(part.tags == std::vector<std::string>{"lm"});
    CHECK(part.level == Level::deep);
    CHECK(part.effort_minutes == 100);
    CHECK(part.number);
  }
  CHECK(linker.library.find_row(course.row)->state == State::parked);
  const auto found = app::parts_of(linker.library, course);
  REQUIRE(found.size() == 3);
  CHECK(found[0].title == "CS336: lec 5-6");
  CHECK(found[2].title == "CS336 assignment 1");
}

TEST_CASE("the whole is complete with its last part, and then only") {
  Linker linker;
  auto parts = linker.split(linker.paper, {"proofs", "experiments"});
  const auto finish = [&](Item& part, State state) {
    part.state = state;
    Change change = linker.library.begin("done", "done");
    change.save(part);
    change.commit();
    return app::wholes_completed_by(linker.library, part);
  };
  CHECK(finish(parts[0], State::read).empty());
  const auto wholes = finish(parts[1], State::dropped);
  REQUIRE(wholes.size() == 1);
  CHECK(wholes[0].row == linker.paper.row);
}

TEST_CASE("parts need two names that differ") {
  Linker linker;
  for (const std::vector<std::string>& names :
       {std::vector<std::string>{}, {"one"}, {"same", "same"}, {"one", " "}}) {
    CHECK(failure_of([&] { linker.split(linker.paper, names); }) == ExitCode::usage);
  }
  CHECK(linker.library.find_row(linker.paper.row)->state == State::queued);
}

}  // namespace
}  // namespace papers
