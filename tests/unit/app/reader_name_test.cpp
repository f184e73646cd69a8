#include "app/reader_name.hpp"

#include <doctest/doctest.h>

#include "unit/app/desk.hpp"

namespace papers {
namespace {

using app::ReaderName;
using test::Desk;

const ReaderName k_cllm{"CLLM: the one", {Scheme::arxiv, "2403.00835", 0}, "2024-11-17T09:00:00Z"};

void save(Desk& desk, const Record& record) {
  Change change = desk.library.begin("test", "test");
  change.save(record);
  change.commit();
}

TEST_CASE("a name reads back as it was written") {
  CHECK(*app::reader_name_of(app::record_of(k_cllm)) == k_cllm);
  const ReaderName unsought{"CLLM", {Scheme::local, "x", 0}};
  CHECK(*app::reader_name_of(app::record_of(unsought)) == unsought);
}

TEST_CASE("a name is found by its letters and digits") {
  Desk desk;
  save(desk, app::record_of(k_cllm));
  CHECK(app::reader_name(desk.library, "cllm - THE ONE") == k_cllm);
  CHECK_FALSE(app::reader_name(desk.library, "cllm"));
  CHECK(app::reader_names(desk.library) == std::vector<ReaderName>{k_cllm});
}

TEST_CASE("names that make no sense are none") {
  Desk desk;
  Record record = app::record_of(k_cllm);
  record.body = R"({"text":"CLLM: the one","item":7})";
  CHECK_FALSE(app::reader_name_of(record));
  save(desk, record);
  CHECK_FALSE(app::reader_name(desk.library, "CLLM: the one"));
  CHECK(app::reader_names(desk.library).empty());
  record.body = R"({"text":"another name","item":"arXiv:2403.00835"})";  // under this fingerprint
  save(desk, record);
  CHECK_FALSE(app::reader_name(desk.library, "CLLM: the one"));
}

}  // namespace
}  // namespace papers
