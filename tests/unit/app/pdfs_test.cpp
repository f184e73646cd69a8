#include "app/pdfs.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"
#include "util/file_lock.hpp"

namespace papers {
namespace {

using app::PdfReport;
using test::Desk;
using What = app::PdfOutcome::What;

struct Reader : Desk {
  app::PdfWishes wishes{{}, folder.path() / "pdf"};

  PdfReport fetch(const std::vector<std::string>& texts) {
    test::LaidOutSources sources(answers);
    wishes.texts = texts;
    return app::fetch_pdfs(
        wishes, library, [&sources]() -> Sources& { return sources; }, clock, progress);
  }
  Item put_version(const std::string& id, const std::string& title, int version) {
    Item item = put(id, title);
    Change change = library.begin("test", "test");
    item.version = version;
    change.save(item);
    change.commit();
    return item;
  }
};

using Texts = std::vector<std::string>;

TEST_CASE("a PDF is asked for in the newest version that is known, and kept under the key") {
  Reader reader;
  const Item item = reader.put_version("2403.00835", "CLLMs", 4);
  reader.answers.pdfs["arXiv:2403.00835v4"] = "%PDF-1.5 %%EOF";
  const PdfReport report = reader.fetch({"cllms"});
  CHECK(report.exit_code() == ExitCode::done);
  REQUIRE(report.outcomes.size() == 1);
  CHECK(report.outcomes[0].what == What::downloaded);
  CHECK(report.outcomes[0].file->name == item.key + "-v4.pdf");
  CHECK(report.outcomes[0].file->bytes == 14);
  CHECK(util::read_file(reader.wishes.folder / (item.key + "-v4.pdf")) == "%PDF-1.5 %%EOF");
  CHECK(reader.library.record("pdf", "arXiv:2403.00835v4"));
}

TEST_CASE("the version that the reader names is the one that is asked for") {
  Reader reader;
  reader.put_version("2403.00835", "CLLMs", 4);
  reader.answers.pdfs["arXiv:2403.00835v1"] = "%PDF-";
  CHECK(reader.fetch({"https://arxiv.org/pdf/2403.00835v1"}).exit_code() == ExitCode::done);
  CHECK(reader.answers.asked == Texts{"PDF of arXiv:2403.00835v1"});
}

TEST_CASE("what is there is not asked for again, unless the reader says so or a newer version is known") {
  Reader reader;
  Item item = reader.put_version("2403.00835", "CLLMs", 1);
  reader.answers.pdfs = {{"arXiv:2403.00835v1", "%PDF-1"}, {"arXiv:2403.00835v2", "%PDF-2"}};
  CHECK(reader.fetch({"1"}).outcomes[0].what == What::downloaded);
  CHECK(reader.fetch({"1"}).outcomes[0].what == What::there);
  CHECK(reader.answers.asked.size() == 1);
  reader.wishes.again = true;
  CHECK(reader.fetch({"1"}).outcomes[0].what == What::downloaded);
  reader.wishes.again = false;
  reader.put_version("2403.00835", "CLLMs", 2);
  CHECK(reader.fetch({"1"}).outcomes[0].what == What::downloaded);
  std::filesystem::remove(reader.wishes.folder / (item.key + "-v2.pdf"));
  CHECK(reader.fetch({"1"}).outcomes[0].what == What::downloaded);
  CHECK(reader.answers.asked.size() == 4);
}

TEST_CASE("one failure does not stop the others, and an item named twice is asked for once") {
  Reader reader;
  reader.put("2401.00001", "One");
  reader.put("2401.00002", "Two");
  reader.put("https://example.org/post", "A post");
  reader.answers.pdfs["arXiv:2401.00001"] = "%PDF-";
  const PdfReport report = reader.fetch({"2401.00002", "post", "nothing", "One", "2401.00001"});
  CHECK(report.exit_code() == ExitCode::partly);
  REQUIRE(report.outcomes.size() == 4);
  CHECK(report.outcomes[0].problem == "arXiv has no PDF of arXiv:2401.00002");
  CHECK(report.outcomes[1].problem.find("no address of a PDF is known") == 0);
  CHECK(report.outcomes[2].problem.find("nothing") == 0);
  CHECK(report.outcomes[3].what == What::downloaded);
}

TEST_CASE("one undo takes back what one command brought, and the files stay") {
  Reader reader;
  for (const char* id : {"2401.00001", "2401.00002"}) {
    reader.put(id, std::string("Paper ") + id);
    reader.answers.pdfs[std::string("arXiv:") + id] = "%PDF-";
  }
  const std::size_t before = reader.library.log(0).size();
  REQUIRE(reader.fetch({"1", "2"}).exit_code() == ExitCode::done);
  CHECK(reader.library.log(0).size() == before + 1);
  Change change = reader.library.begin("undo", "undo");
  change.undo();
  change.commit();
  CHECK(reader.library.records("pdf").empty());
  CHECK(reader.fetch({"1"}).outcomes[0].what == What::there);  // under its own name
}

TEST_CASE("where arXiv wants to be left alone, the rest is not asked for") {
  Reader reader;
  reader.put("2401.00001", "One");
  reader.put("2401.00002", "Two");
  const FetchProblem busy{{}, FetchProblem::Kind::failed, "pdf", "arXiv asks to slow down", true};
  reader.answers.problems["arXiv:2401.00001"] = busy;
  const PdfReport report = reader.fetch({"1", "2"});
  CHECK(report.exit_code() == ExitCode::try_later);
  CHECK(reader.answers.asked.size() == 1);
  CHECK(report.outcomes[1].problem == "not asked for, because arXiv asks to slow down");
}

TEST_CASE("offline and in a dry run nobody is asked") {
  Reader reader;
  reader.put("2401.00001", "One");
  reader.wishes.offline = true;
  CHECK(reader.fetch({"1"}).exit_code() == ExitCode::try_later);
  reader.wishes.offline = false;
  reader.wishes.dry_run = true;
  const PdfReport report = reader.fetch({"1"});
  CHECK(report.exit_code() == ExitCode::done);
  CHECK(report.outcomes[0].what == What::planned);
  CHECK(report.outcomes[0].file->address == "https://export.arxiv.org/pdf/2401.00001");
  CHECK(reader.answers.asked.empty());
  CHECK_FALSE(std::filesystem::exists(reader.wishes.folder));
}

TEST_CASE("a file that cannot be written does not stop the others") {
  Reader reader;
  reader.put("2401.00001", "One");
  reader.put("2401.00002", "Two");
  reader.answers.pdfs = {{"arXiv:2401.00001", "%PDF-"}, {"arXiv:2401.00002", "%PDF-"}};
  reader.answers.unwritable = "arXiv:2401.00001";
  const PdfReport report = reader.fetch({"1", "2"});
  CHECK(report.exit_code() == ExitCode::partly);
  REQUIRE(report.outcomes.size() == 2);
  CHECK(report.outcomes[0].what == What::failed);
  CHECK(report.outcomes[0].problem == "a.pdf.part: cannot be written");
  CHECK_FALSE(report.outcomes[0].later);
  CHECK(report.outcomes[1].what == What::downloaded);
}

TEST_CASE("Ctrl-C ends it, keeps what came before and names what did not") {
  Reader reader;
  reader.put("2401.00001", "One");
  reader.put("2401.00002", "Two");
  reader.put("2401.00003", "Three");
  reader.answers.pdfs["arXiv:2401.00001"] = "%PDF-";
  reader.answers.interrupted_at = "arXiv:2401.00002";
  const PdfReport report = reader.fetch({"1", "2", "3"});
  CHECK(report.exit_code() == ExitCode::interrupted);
  REQUIRE(report.outcomes.size() == 3);
  CHECK(report.outcomes[0].what == What::downloaded);
  for (const std::size_t late : {1U, 2U}) {
    CHECK(report.outcomes[late].what == What::failed);
    CHECK(report.outcomes[late].problem == "not fetched before the interruption");
  }
  CHECK(reader.answers.asked == Texts{"PDF of arXiv:2401.00001", "PDF of arXiv:2401.00002"});
  CHECK(reader.library.records("pdf").size() == 1);
}

TEST_CASE("two processes do not download into one folder") {
  Reader reader;
  reader.put("2401.00001", "One");
  util::make_private_folder(reader.wishes.folder);
  const auto lock = util::FileLock::take(reader.wishes.folder / ".lock", std::chrono::milliseconds(0));
  REQUIRE(lock);
  CHECK_THROWS_WITH_AS((void)reader.fetch({"1"}), doctest::Contains("is downloading PDFs"), Failure);
}

}  // namespace
}  // namespace papers
