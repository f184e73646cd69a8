// Bibliographies of other programs, in and out.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include <doctest/doctest.h>

#include "cli/world.hpp"
#include "support/shared_folder.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr const char* k_library = R"(@string{icml = "Proceedings of ICML"}
@inproceedings{Kou2024,
  title = {{CLLMs}: Consistency Large Language Models},
  author = {Kou, Siqi and Hu, Lanxiang and {OpenAI}},
  booktitle = icml, year = 2024, eprint = {2403.00835}, archivePrefix = {arXiv}, primaryClass = {cs.CL}
}
@article{godel:31,
  title = {{\"U}ber formal unentscheidbare S{\"a}tze}, author = {G{\"o}del, Kurt},
  journal = {Monatshefte}, year = 1931, doi = {10.1007/bf01700692}
}
@book{texbook, title = {The {\TeX}book}, author = {Knuth, Donald E.}, publisher = {Addison-Wesley}, year = 1984}
@online{weng, title = {What are diffusion models?}, author = {Weng, Lilian}, date = {2021-07-11},
  url = {https://lilianweng.github.io/posts/2021-07-11-diffusion-models/}}
)";

std::string utf16(std::string_view ascii, bool big) {
  std::string bytes;
  for (const char c : ascii) {
    bytes += big ? std::string{'\0', c} : std::string{c, '\0'};
  }
  return bytes;
}

/// What has to survive: title, names, year, ids.
std::set<std::string> works(const World& world) {
  std::set<std::string> all;
  for (const auto& item : world.items()) {
    all.insert(item["title"].dump() + item["authors"].dump() + item["year"].dump() + item["ids"].dump());
  }
  return all;
}

}  // namespace

TEST_CASE("show says how a work was printed, the type of its entry first") {
  const World world;
  REQUIRE(world
              .papers({"import", "-"},
                      "@phdthesis{Lovelace1998, title = {On Trees}, author = {Lovelace, Ada}, year = 1998,\n"
                      "  school = {TU Wien}, keywords = {graphs, trees}, pages = {101--110}}\n")
              .status == 0);
  const std::string shown = world.papers({"show", "Lovelace1998"}).out;
  CHECK_MESSAGE(holds(shown, "printed     phdthesis · keywords graphs, trees · pages 101–110"), shown);
}

TEST_CASE("a library in BibTeX comes in, its keys name the items, twice adds nothing") {
  const World world;
  const ProgramResult first = world.papers({"import", "-"}, k_library);
  CHECK(first.status == 0);
  CHECK(holds(first.err, "4 entries: 4 items added, 0 changed, 0 known"));
  CHECK(world.json({"show", "godel:31"}).at("items").at(0).at("title") ==
        "Über formal unentscheidbare Sätze");
  CHECK(world.json({"show", "Kou2024"}).at("items").at(0).at("state") == "queued");
  const std::string before = world.papers({"export", "jsonl"}).out;
  const ProgramResult again = world.papers({"import", "-"}, k_library);
  CHECK(again.status == 0);
  CHECK(holds(again.err, "4 entries: 0 items added, 0 changed, 4 known"));
  CHECK(world.papers({"export", "jsonl"}).out == before);
  world.check_is_clean();
  CHECK(world.papers({"undo"}).status == 0);
  CHECK(world.items().empty());
}

TEST_CASE("a broken entry is named with its line, the rest comes in, and the exit code says so") {
  const World world;
  const ProgramResult result = world.papers({"import", "--dry-run", "-"},
                                            std::string(k_library) + "@misc{bad, title = {never closed\n");
  CHECK(result.status == 4);
  CHECK(holds(result.err, "! -, line 14: bad does not end"));
  CHECK(holds(result.err, "4 items added"));
  CHECK(world.items().empty());
  CHECK(world.papers({"import", "-"}, "@misc{bad, title = {never closed\n").status == 1);
  CHECK(world.papers({"import", "-"}, "<html></html>").status == 1);
}

TEST_CASE("a list in UTF-16 comes in when a byte order mark says what it is, and is no format without one") {
  for (const bool big : {false, true}) {
    CAPTURE(big);
    const World world;
    const std::string list = utf16("2403.00835\r\n2401.10774\r\n", big);
    const ProgramResult bare = world.papers({"--offline", "import", "-"}, list);
    CHECK(bare.status == 1);
    CHECK(bare.err.starts_with("! standard input: not a format that can be imported; expected CSL-JSON"));
    CHECK(std::ranges::count(bare.err, '\n') == 1);
    CHECK(bare.err.find('\0') == std::string::npos);
    CHECK(world.items().empty());
    const ProgramResult marked =
        world.papers({"--offline", "import", "-"}, (big ? "\xFE\xFF" : "\xFF\xFE") + list);
    CHECK(marked.status == 0);
    CHECK(holds(marked.err, "2 entries: 2 items added, 0 changed, 0 known"));
    CHECK(world.items().size() == 2);
    world.check_is_clean();
  }
}

TEST_CASE("every format of bibliographies leads to the same works in an empty library") {
  const World world;
  REQUIRE(world.papers({"import", "-"}, k_library).status == 0);
  for (const char* format : {"bibtex", "ris", "csl"}) {
    CAPTURE(std::string(format));
    const ProgramResult written = world.papers({"export", format});
    CHECK(written.status == 0);
    const World other;
    const ProgramResult read = other.papers({"import", "-"}, written.out);
    CHECK(read.status == 0);
    CHECK(holds(read.err, "4 items added"));
    CHECK(works(other) == works(world));
    CHECK(other.papers({"export", format}).out == written.out);
    CHECK(holds(world.papers({"import", "-"}, written.out).err, "0 items added, 0 changed, 4 known"));
  }
}

TEST_CASE("a list of works has what filters and roots ask for") {
  const World world;
  REQUIRE(world.papers({"import", "-"}, k_library).status == 0);
  REQUIRE(world.papers({"drop", "weng"}).status == 0);
  const std::string all = world.papers({"export", "md"}).out;
  CHECK(holds(all, "](https://arxiv.org/abs/2403.00835), Kou+ 2024, *Proceedings of ICML* (queued)"));
  CHECK_FALSE(holds(all, "diffusion"));
  CHECK(holds(world.papers({"export", "md", "--filter", "state:dropped"}).out, "diffusion"));
  CHECK(world.papers({"export", "bibtex", "--filter", "year:..1950"}).out.find("@article{godel:31") == 0);
  CHECK(world.papers({"export", "csl", "--filter", "author:nobody"}).status == 3);
  CHECK(holds(world.papers({"export", "ris", "--root", "Kou2024"}).out, "AN  - arXiv:2403.00835"));
}

TEST_CASE("a real library comes in whole, where one lies beside the checkout") {
  const std::filesystem::path folder = shared_folder() / "datasets/bib";
  if (!std::filesystem::exists(folder)) {
    MESSAGE("skipped: no real libraries beside the checkout");
    return;
  }
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    const std::string bib = run_program({{"xz", "-dc", file.path().string()}, {}, "", ""}).out;
    const World world;
    const ProgramResult read = world.papers({"import", "-", "--json"}, bib);
    const std::string report_line = file.path().filename().string() + ": " + read.out;
    MESSAGE(report_line);
    CHECK(read.status == 0);
    const auto report = nlohmann::json::parse(read.out)["items"][0];
    CHECK(report["entries"].get<int>() > 1000);
    CHECK(report["added"].get<int>() + report["changed"].get<int>() + report["known"].get<int>() ==
          report["entries"].get<int>());
    const auto again = nlohmann::json::parse(world.papers({"import", "-", "--json"}, bib).out)["items"][0];
    CHECK(again["added"] == 0);
    CHECK(again["changed"] == 0);
    world.check_is_clean();
  }
}
