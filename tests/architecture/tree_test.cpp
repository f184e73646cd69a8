// The real tree keeps its shape, and the check that says so catches every kind of violation.
#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "architecture/tree_check.hpp"
#include "support/temp_folder.hpp"

using papers::architecture::violations;
using papers::test::TempFolder;

namespace {

void write(const TempFolder& tree, const std::string& name, const std::string& content) {
  const auto path = tree.path() / name;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

/// A small tree in which everything is as it should be.
void write_good_tree(const TempFolder& tree) {
  write(tree, "include/papers/item.hpp", "#include <string>\n#include \"papers/identifier.hpp\"\n");
  write(tree, "src/store/CMakeLists.txt", "papers_module(store\n  FILES database.cpp rows/item_row.cpp)\n");
  write(tree, "src/store/database.cpp",
        "#include \"store/database.hpp\"\n#include <vector>\n#include <sys/stat.h>\n#include <unistd.h>\n"
        "#include <SQLiteCpp/Database.h>\n#include <fmt/format.h>\n#include \"papers/item.hpp\"\n"
        "#include \"util/text.hpp\"\n");
  write(tree, "src/store/rows/item_row.cpp", "#include <boost/crc.hpp>\n#include \"model/item_json.hpp\"\n");
  write(tree, "src/app/CMakeLists.txt", "papers_module(app FILES load.cpp)\n");
  write(tree, "src/app/load.cpp", "#include \"sources/module.hpp\"\n");
  write(tree, "tests/unit/store/CMakeLists.txt", "papers_unit_test(store database_test.cpp)\n");
  write(tree, "tests/unit/store/database_test.cpp", repeated("int x;\n", 400));
  write(tree, "tests/fixtures/raw.txt", "\x1b[2J");
}

struct Breach {
  const char* name;
  const char* file;
  std::string content;
  const char* report;
};

const std::vector<Breach> k_breaches{
    {"an upward include", "src/store/database.cpp", "#include \"cli/output.hpp\"\n",
     "src/store/database.cpp:1: store must not include \"cli/output.hpp\"; it may use: papers model util"},
    {"a sideways include", "src/store/database.cpp", "int x;\n# include \"net/url.hpp\"\n",
     "src/store/database.cpp:2: store must not include \"net/url.hpp\"; it may use: papers model util"},
    {"another header of a module of which one is allowed", "src/app/load.cpp",
     "#include \"sources/arxiv.hpp\"\n",
     "src/app/load.cpp:1: app must not include \"sources/arxiv.hpp\"; it may use: papers store rank export "
     "bibliography weekly config model graph util"},
    {"an include without a module", "src/store/database.cpp", "#include \"database.hpp\"\n",
     "src/store/database.cpp:1: \"database.hpp\" names no module; write \"module/database.hpp\""},
    {"a third-party header away from home", "src/store/database.cpp", "#include <curl/curl.h>\n",
     "src/store/database.cpp:1: <curl/curl.h> is at home in net, not in store"},
    {"a header of the same library that is at home elsewhere", "src/store/database.cpp",
     "#include <boost/graph/adjacency_list.hpp>\n",
     "src/store/database.cpp:1: <boost/graph/adjacency_list.hpp> is at home in graph, not in store"},
    {"a third-party header that nobody listed", "src/store/database.cpp", "#include <spdlog/spdlog.h>\n",
     "src/store/database.cpp:1: <spdlog/spdlog.h> has no home; list it in tests/architecture/rules.hpp"},
    {"a module that nobody listed", "src/daemon/main.cpp", "",
     "src/daemon/main.cpp:1: no such module: daemon; list it in tests/architecture/rules.hpp"},
    {"a private header in a public one", "include/papers/item.hpp", "#include \"util/text.hpp\"\n",
     "include/papers/item.hpp:1: public headers include only std and papers/, not util/text.hpp"},
    {"a third-party header in a public one", "include/papers/item.hpp", "#include <nlohmann/json.hpp>\n",
     "include/papers/item.hpp:1: public headers include only std and papers/, not nlohmann/json.hpp"},
    {"a source that is only listed in a comment", "src/store/CMakeLists.txt",
     "papers_module(store FILES database.cpp)  # rows/item_row.cpp\n",
     "src/store/rows/item_row.cpp:1: not listed in src/store/CMakeLists.txt"},
    {"a source whose name is only part of another", "src/store/CMakeLists.txt",
     "papers_module(store FILES rows/item_row.cpp the_database.cpp)\n",
     "src/store/database.cpp:1: not listed in src/store/CMakeLists.txt"},
    {"a unit test that is not listed", "tests/unit/store/journal_test.cpp", "",
     "tests/unit/store/journal_test.cpp:1: not listed in tests/unit/store/CMakeLists.txt"},
    {"a module of unit tests without a list", "tests/unit/net/url_test.cpp", "",
     "tests/unit/net/url_test.cpp:1: not listed in tests/unit/net/CMakeLists.txt"},
    {"a file that is too long", "tests/unit/store/database_test.cpp", repeated("int x;\n", 401),
     "tests/unit/store/database_test.cpp:401: longer than 400 lines; it is two nouns"},
    {"a raw control character", "src/store/database.cpp", "const char* k = \"\x1b\";\n",
     "src/store/database.cpp:1: holds a raw control character; write it as an escape"},
    {"a raw C1 control character", "include/papers/item.hpp", "// \xC2\x9B\n",
     "include/papers/item.hpp:1: holds a raw control character; write it as an escape"},
    {"a raw bidirectional control", "src/store/database.cpp", "\n// \xE2\x80\xAE\n",
     "src/store/database.cpp:2: holds a raw control character; write it as an escape"},
    {"a reminder", "src/store/database.cpp", std::string("// TO") + "DO: locking\n",
     "src/store/database.cpp:1: TO"
     "DO: do it, or leave it out"},
};

}  // namespace

TEST_CASE("the tree keeps its shape") {
  const std::filesystem::path root = std::filesystem::path(PAPERS_TESTS_DIR).parent_path();
  REQUIRE(papers::architecture::source_count(root) > 20);
  for (const std::string& violation : violations(root)) {
    FAIL_CHECK(violation);
  }
}

TEST_CASE("a tree in order is left in peace") {
  const TempFolder tree;
  write_good_tree(tree);
  CHECK(violations(tree.path()) == std::vector<std::string>{});
}

TEST_CASE("every kind of violation is reported with its file and line") {
  for (const Breach& breach : k_breaches) {
    CAPTURE(breach.name);
    const TempFolder tree;
    write_good_tree(tree);
    write(tree, breach.file, breach.content);
    const auto found = violations(tree.path());
    CAPTURE(found);
    CHECK(std::ranges::count(found, breach.report) == 1);
  }
}
