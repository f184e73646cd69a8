// Library::Snapshot.
#include <doctest/doctest.h>

#include "library_fixture.hpp"

using namespace papers;
using namespace papers::test;

TEST_CASE("while a snapshot lives its library stands still, whatever others write") {
  LibraryFixture fixture;
  Library writer = fixture.open();
  save(writer, {paper("2401.00001")});
  for (const auto mode : {Library::Mode::read, Library::Mode::write}) {
    Library reader = fixture.open(mode);
    const Snapshot before = snapshot(reader);
    {
      const Library::Snapshot held = reader.snapshot();
      save(writer, {mode == Library::Mode::read ? paper("2401.00002") : paper("2401.00003")});
      save(writer, list_of("2401.00001", {"2401.00002", "2401.00003"}));
      CHECK(snapshot(reader) == before);
      const Library::Snapshot inner = reader.snapshot();
      CHECK(snapshot(reader) == before);
    }
    CHECK(snapshot(reader) == snapshot(writer));
    if (mode == Library::Mode::write) {
      save(reader, {paper("2401.00004")});
      CHECK(writer.find(id("2401.00004")));
    }
  }
}

TEST_CASE("a snapshot within a change leaves the change as it is") {
  LibraryFixture fixture;
  Library library = fixture.open();
  Change change = library.begin("add", "add");
  Item item = paper("2401.00001");
  change.save(item);
  {
    const Library::Snapshot held = change.library().snapshot();
    CHECK(snapshot(change.library()).items.size() == 1);
  }
  change.commit();
  CHECK(library.find(id("2401.00001")));
}

TEST_CASE("a snapshot outlives its library and can be handed on") {
  LibraryFixture fixture;
  auto library = std::make_unique<Library>(fixture.open());
  Library::Snapshot first = library->snapshot();
  const Library::Snapshot second = std::move(first);
  library.reset();
  Library other = fixture.open();
  save(other, {paper("2401.00001")});
  CHECK(snapshot(other).items.size() == 1);
}
