#include "app/pdf_file.hpp"

#include <doctest/doctest.h>

#include "app/pdf_shelf.hpp"
#include "unit/app/desk.hpp"

namespace papers {
namespace {

using app::PdfFile;
using test::Desk;

struct Shelf : Desk {
  std::filesystem::path pdfs = folder.path();

  void lay(const std::string& name) const { util::write_file(pdfs / name, "%PDF-"); }
  void keep(const Record& record) {
    Change change = library.begin("test", "test");
    change.save(record);
    change.commit();
  }
  [[nodiscard]] app::PdfShelf open() const { return {library, pdfs}; }
  [[nodiscard]] std::string name(const Item& item, const Identifier& id) const {
    return open().name_for(item, id);
  }
  [[nodiscard]] std::vector<std::string> names(const Item& item) const {
    std::vector<std::string> names;
    for (const PdfFile& file : open().files_of(item)) {
      names.push_back(file.name);
    }
    return names;
  }
};

using Names = std::vector<std::string>;

TEST_CASE("a PDF's record reads back as it was written") {
  const PdfFile file{value_or_throw(parse_identifier("2403.00835v4")), "kou2024cllms-v4.pdf", 1234,
                     "2024-11-17T09:00:00Z", "https://export.arxiv.org/pdf/2403.00835v4"};
  const Record record = app::record_of(file);
  CHECK(record.kind == "pdf");
  CHECK(record.id == "arXiv:2403.00835v4");
  const auto read = app::pdf_file_of(record);
  REQUIRE(read);
  CHECK(*read == file);
  CHECK(read->id.version == 4);
}

TEST_CASE("a record that leads out of the folder is none of ours") {
  for (const char* name : {"../library.sqlite", "/etc/passwd", "a/b.pdf", ".hidden.pdf", "x.txt", "", ".pdf",
                           "-o.pdf\\n", "a b.pdf"}) {
    CAPTURE(name);
    const Record record{"pdf", "arXiv:2403.00835", "{\"file\":\"" + std::string(name) + "\"}"};
    CHECK_FALSE(app::pdf_file_of(record));
  }
  CHECK_FALSE(app::pdf_file_of({"pdf", "nonsense of all kinds", R"({"file":"a.pdf"})"}));
  CHECK_FALSE(app::pdf_file_of({"pdf", "arXiv:2403.00835", "[]"}));
}

TEST_CASE("the name is made from key and version, whatever the key holds") {
  Shelf shelf;
  Item item = shelf.put("2403.00835", "CLLMs");
  item.key = "kou2024cllms";
  Identifier id = item.ids.front();
  CHECK(shelf.name(item, id) == "kou2024cllms.pdf");
  id.version = 4;
  CHECK(shelf.name(item, id) == "kou2024cllms-v4.pdf");
  item.key = "../Müller:2024/x";
  CHECK(shelf.name(item, id) == "___M__ller_2024_x-v4.pdf");
  item.key = std::string(500, 'k');
  CHECK(shelf.name(item, id).size() < 200);
}

TEST_CASE("a name that another item's record has is not taken again") {
  Shelf shelf;
  const Item one = shelf.put("2403.00835", "CLLMs");
  const Item other = shelf.put("2403.00836", "Others");
  shelf.keep(app::record_of({other.ids.front(), one.key + ".pdf"}));
  CHECK(shelf.name(one, one.ids.front()) == one.key + "-2.pdf");
  CHECK(shelf.name(other, other.ids.front()) == one.key + ".pdf");
}

TEST_CASE("files that are there belong to their item, the newest version first") {
  Shelf shelf;
  const Item item = shelf.put("2403.00835", "CLLMs");
  const Item other = shelf.put("2403.00836", "Others");
  for (const char* id : {"2403.00835v1", "2403.00835v4", "2403.00835v3"}) {
    const Identifier named = value_or_throw(parse_identifier(id));
    shelf.keep(app::record_of({named, "key-v" + std::to_string(named.version) + ".pdf"}));
  }
  CHECK(shelf.names(item).empty());
  shelf.lay("key-v1.pdf");
  shelf.lay("key-v4.pdf");
  CHECK(shelf.names(item) == Names{"key-v4.pdf", "key-v1.pdf"});
  CHECK(shelf.names(other).empty());
}

TEST_CASE("a file under the item's own name counts, whoever put it there") {
  Shelf shelf;
  const Item item = shelf.put("2403.00835", "CLLMs");
  shelf.lay(item.key + ".pdf");
  CHECK(shelf.names(item) == Names{item.key + ".pdf"});
}

TEST_CASE("when items are merged or a key changes, the file stays where it is and is still theirs") {
  Shelf shelf;
  Item one = shelf.put("2403.00835", "CLLMs");
  const Item other = shelf.put("https://example.org/cllm.pdf", "CLLMs");
  shelf.keep(app::record_of({other.ids.front(), other.key + ".pdf"}));
  shelf.lay(other.key + ".pdf");
  Change change = shelf.library.begin("test", "test");
  change.merge(one, other);
  one.key = "renamed2024";
  change.save(one);
  change.commit();
  CHECK(shelf.names(*shelf.library.find_row(one.row)) == Names{other.key + ".pdf"});
}

TEST_CASE("a version is found by its own record, and only that one") {
  Shelf shelf;
  const Item item = shelf.put("2403.00835", "CLLMs");
  const Identifier first = value_or_throw(parse_identifier("2403.00835v1"));
  const Identifier fourth = value_or_throw(parse_identifier("2403.00835v4"));
  shelf.keep(app::record_of({fourth, "key-v4.pdf"}));
  shelf.lay("key-v4.pdf");
  CHECK(shelf.open().file_of(item, fourth)->name == "key-v4.pdf");
  CHECK_FALSE(shelf.open().file_of(item, first));
  shelf.lay(item.key + "-v1.pdf");
  CHECK(shelf.open().file_of(item, first)->name == item.key + "-v1.pdf");
}

TEST_CASE("a file that has just come keeps its name from others") {
  Shelf shelf;
  const Item one = shelf.put("2403.00835", "CLLMs");
  const Item other = shelf.put("2403.00836", "Others");
  app::PdfShelf files = shelf.open();
  CHECK(files.name_for(one, one.ids.front()) == one.key + ".pdf");
  files.put({other.ids.front(), one.key + ".pdf"});
  CHECK(files.name_for(one, one.ids.front()) == one.key + "-2.pdf");
}

TEST_CASE("the PDF that is meant is that of the version named, else of the newest one known") {
  Item item;
  item.ids = {value_or_throw(parse_identifier("10.1000/x"))};
  CHECK_FALSE(app::wanted_pdf(item));
  item.ids.push_back(value_or_throw(parse_identifier("2403.00835")));
  item.version = 4;
  CHECK(app::wanted_pdf(item)->version == 4);
  CHECK(app::wanted_pdf(item, "2403.00835")->version == 4);
  CHECK(app::wanted_pdf(item, "https://arxiv.org/abs/2403.00835v1")->version == 1);
  CHECK(app::wanted_pdf(item, "2403.00836v1")->version == 4);
  CHECK(app::named_version(item, "2403.00835v1")->version == 1);
  for (const char* text : {"", "cllms", "2403.00835", "2403.00836v1"}) {
    CHECK_FALSE(app::named_version(item, text));
  }
}

}  // namespace
}  // namespace papers
