#include "net/part_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "papers/error.hpp"

#include "net/curl_client.hpp"
#include "net/retrying_client.hpp"
#include "server/arxiv_pdf.hpp"
#include "server/server.hpp"
#include "support/fakes.hpp"
#include "support/temp_folder.hpp"
#include "util/atomic_file.hpp"

using namespace papers;
using net::FileKind;
using net::PartFile;
using test::Server;
using test::TempFolder;

namespace {

constexpr FileKind k_pdf{"PDF", "%PDF-", "%%EOF", 1U << 20U};
constexpr const char* k_path = "/file";
const std::string k_file = test::pdf_of("file", 200'000);

/// A file that is fetched from a server of this machine.
struct Desk {
  TempFolder folder;
  Server server;
  test::FakeClock clock;
  std::vector<std::uint64_t> received;
  std::optional<HttpError> trouble;
  Verdict verdict = Verdict::again;
  int status = 0;
  int attempts = 3;

  [[nodiscard]] std::filesystem::path file() const { return folder.path() / "a.pdf"; }
  [[nodiscard]] std::filesystem::path part() const { return folder.path() / "a.pdf.part"; }

  void put_part(std::size_t bytes, const std::string& tag) const {
    util::write_file(part(), k_file.substr(0, bytes));
    util::write_file(folder.path() / "a.pdf.part.tag", tag + "\n");
  }

  /// Whether an answer came; kept where it was good.
  bool fetch(const FileKind& kind = k_pdf, std::chrono::seconds patience = std::chrono::seconds(15)) {
    net::CurlOptions options{"papers/test"};
    options.slow_timeout = patience;
    net::CurlClient curl(options);
    net::RetryingClient client(curl, clock, {.attempts = attempts, .base = std::chrono::milliseconds(1)}, 1,
                               nullptr);
    PartFile part(file(), kind, [this](std::uint64_t done, auto) { received.push_back(done); });
    HttpRequest request;
    request.url = server.address() + k_path;
    request.service = "test";
    request.sink = &part;
    request.judge = [&part](const HttpResponse&) { return part.verdict(); };
    const auto answer = client.send(request);
    trouble = answer ? std::nullopt : std::optional(answer.error());
    status = answer ? answer->status : 0;
    verdict = part.verdict();
    if (answer && verdict == Verdict::good) {
      part.keep();
    }
    return answer.ok();
  }
  [[nodiscard]] std::string content() const { return util::read_file(file()); }
  [[nodiscard]] bool is_empty() const { return std::filesystem::is_empty(folder.path()); }
};

test::Answer good() {
  return test::answer_file(k_file, "\"one\"", {});
}

}  // namespace

TEST_CASE("a file comes whole, privately, and nothing stays beside it") {
  Desk desk;
  desk.server.serve(k_path, good());
  REQUIRE(desk.fetch());
  CHECK(desk.content() == k_file);
  CHECK(desk.received.back() == k_file.size());
  CHECK(std::distance(std::filesystem::directory_iterator(desk.folder.path()), {}) == 1);
  struct stat status {};
  REQUIRE(::stat(desk.file().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
}

TEST_CASE("a connection that breaks in the middle is gone on with, not begun anew") {
  Desk desk;
  test::Answer rest = test::answer_file(k_file, "\"one\"", {{"range", "bytes=100000-"}});
  desk.server.serve(k_path, rest);
  desk.server.spoil(k_path, [](const test::Answer&) { return test::length_too_long()(good()); });
  REQUIRE(desk.fetch());
  CHECK(desk.content() == k_file);
  const auto requests = desk.server.requests().to(k_path);
  REQUIRE(requests.size() == 2);
  CHECK_FALSE(requests[0].headers.contains("range"));
  CHECK(requests[0].headers.at("accept-encoding") == "identity");
  CHECK(requests[1].headers.at("range") == "bytes=100000-");
  CHECK(requests[1].headers.at("if-range") == "\"one\"");
}

TEST_CASE("a body without length that is cut short is half a file, and asked for again") {
  Desk desk;
  desk.server.serve(k_path, good());
  desk.server.spoil(k_path, test::cut_without_length());
  REQUIRE(desk.fetch());
  CHECK(desk.content() == k_file);
  CHECK(desk.server.requests().count(k_path) == 2);
}

TEST_CASE("what was there from an earlier time is continued under its mark") {
  Desk desk;
  desk.put_part(50'000, "\"one\"");
  desk.server.serve(k_path, test::answer_file(k_file, "\"one\"", {{"range", "bytes=50000-"}}));
  REQUIRE(desk.fetch());
  CHECK(desk.status == 206);
  CHECK(desk.content() == k_file);
}

TEST_CASE("a server that has another version, or ignores ranges, sends the whole") {
  Desk desk;
  desk.put_part(50'000, "\"other\"");
  desk.server.serve(k_path, good());
  REQUIRE(desk.fetch());
  CHECK(desk.status == 200);
  CHECK(desk.content() == k_file);
}

TEST_CASE("without a mark, or with a weak one, nothing is continued") {
  for (const char* tag : {"", "W/\"one\""}) {
    Desk desk;
    util::write_file(desk.part(), "half of another file");
    test::Answer answer = good();
    answer.headers = {{"ETag", tag}};
    desk.server.serve(k_path, answer);
    desk.server.spoil(k_path, test::length_too_long());
    REQUIRE(desk.fetch());
    CHECK(desk.content() == k_file);
    for (const auto& request : desk.server.requests().to(k_path)) {
      CHECK_FALSE(request.headers.contains("range"));
    }
  }
}

TEST_CASE("another part than was asked for is thrown away, and the whole is asked for") {
  Desk desk;
  desk.put_part(50'000, "\"one\"");
  desk.server.serve(k_path, good());
  desk.server.spoil(k_path, test::instead({206, {{"Content-Range", "bytes 7-9/200000"}}, "abc"}));
  REQUIRE(desk.fetch());
  CHECK(desk.content() == k_file);
}

TEST_CASE("the rest of another version is not put behind what is there") {
  const std::string range = "bytes 50000-199999/200000";
  struct Row {
    const char* name;
    std::string tag;
    test::Headers headers;
  };
  for (const Row& row :
       {Row{"another ETag", "\"one\"", {{"Content-Range", range}, {"ETag", "\"two\""}}},
        Row{"a weak ETag", "\"one\"", {{"Content-Range", range}, {"ETag", "W/\"one\""}}},
        Row{"another day",
            "Sun, 17 Nov 2024 09:00:00 GMT",
            {{"Content-Range", range}, {"Last-Modified", "Mon, 18 Nov 2024 09:00:00 GMT"}}},
        Row{"a page", "\"one\"", {{"Content-Range", range}, {"Content-Type", "text/html"}}}}) {
    CAPTURE(row.name);
    Desk desk;
    desk.put_part(50'000, row.tag);
    desk.server.serve(k_path, good());
    desk.server.spoil(k_path, test::instead({206, row.headers, std::string(150'000, 'x')}));
    REQUIRE(desk.fetch());
    CHECK(desk.status == 200);
    CHECK(desk.content() == k_file);
  }
}

TEST_CASE("a part of a whole that has become longer is not put behind what is there") {
  Desk desk;
  desk.server.serve(k_path, good());
  desk.server.spoil(k_path, test::length_too_long());
  desk.server.spoil(
      k_path,
      test::instead({206, {{"Content-Range", "bytes 100000-249999/250000"}}, std::string(150'000, 'x')}));
  REQUIRE(desk.fetch());
  CHECK(desk.status == 200);
  CHECK(desk.content() == k_file);
}

TEST_CASE("a part need not repeat its mark, nor the size that is known") {
  Desk desk;
  desk.server.serve(k_path, good());
  desk.server.spoil(k_path, test::length_too_long());
  desk.server.spoil(k_path, test::instead({206,
                                           {{"Content-Range", "bytes 100000-199999/*"},
                                            {"Last-Modified", "Sun, 17 Nov 2024 09:00:00 GMT"}},
                                           k_file.substr(100'000)}));
  REQUIRE(desk.fetch());
  CHECK(desk.status == 206);
  CHECK(desk.content() == k_file);
}

TEST_CASE("an answer that is no use costs nothing of what came before") {
  struct Row {
    const char* name;
    test::Answer answer;
  };
  for (const Row& row :
       {Row{"page", {200, {{"Content-Type", "text/html"}}, "<html>maintenance</html>"}},
        Row{"too large", {200, {{"Content-Type", "application/pdf"}}, std::string(2U << 20U, 'x')}}}) {
    CAPTURE(row.name);
    Desk desk;
    desk.put_part(50'000, "\"one\"");
    desk.server.serve(k_path, test::answer_file(k_file, "\"one\"", {{"range", "bytes=50000-"}}));
    desk.server.spoil(k_path, test::instead(row.answer));
    CHECK_FALSE(desk.fetch());
    CHECK(util::read_file(desk.part()) == k_file.substr(0, 50'000));
    REQUIRE(desk.fetch());
    CHECK(desk.status == 206);
    CHECK(desk.content() == k_file);
  }
}

TEST_CASE("the rest of what is too large takes what came before with it") {
  Desk desk;
  desk.put_part(50'000, "\"one\"");
  desk.server.serve(k_path,
                    {206, {{"Content-Range", "bytes 50000-199999999/200000000"}, {"ETag", "\"one\""}}, "x"});
  CHECK_FALSE(desk.fetch());
  REQUIRE(desk.trouble);
  CHECK(desk.trouble->kind == HttpError::Kind::too_large);
  CHECK(desk.is_empty());
}

TEST_CASE("a mark that no header can hold is none") {
  for (const char* tag : {"\"o\tne\"", "\"\xc3\xa9\"", "\"\x7f\""}) {
    CAPTURE(tag);
    Desk desk;
    desk.put_part(50'000, tag);
    desk.server.serve(k_path, good());
    REQUIRE(desk.fetch());
    CHECK(desk.content() == k_file);
    CHECK_FALSE(desk.server.requests().to(k_path).front().headers.contains("range"));
  }
  Desk desk;
  desk.server.serve(k_path, test::answer_file(k_file, "\"o\tne\"", {}));
  desk.server.spoil(k_path, test::length_too_long());
  REQUIRE(desk.fetch());
  CHECK(desk.content() == k_file);
  CHECK_FALSE(desk.server.requests().to(k_path).back().headers.contains("range"));
}

TEST_CASE("what is no PDF is refused at its first bytes, is not asked for again, and leaves nothing") {
  struct Row {
    const char* name;
    test::Answer answer;
    const char* words;
  };
  for (const Row& row :
       {Row{"page",
            {200, {{"Content-Type", "text/html; charset=utf-8"}}, "<html></html>"},
            "a web page came instead of a PDF"},
        Row{"page without a type", {200, {}, "<!DOCTYPE html>"}, "what came is no PDF"},
        Row{"PostScript", {200, {{"Content-Type", "application/pdf"}}, "%!PS-Adobe"}, "what came is no PDF"},
        Row{"packed", {200, {{"Content-Encoding", "gzip"}}, "%PDF-1.5"}, "came packed"}}) {
    CAPTURE(row.name);
    Desk desk;
    desk.server.serve(k_path, row.answer);
    CHECK_FALSE(desk.fetch());
    REQUIRE(desk.trouble);
    CHECK(desk.trouble->kind == HttpError::Kind::refused);
    CHECK(desk.trouble->message.find(row.words) != std::string::npos);
    CHECK(desk.server.requests().count(k_path) == 1);
    CHECK(desk.is_empty());
  }
}

TEST_CASE("a page about an error is no part of the file") {
  Desk desk;
  desk.put_part(50'000, "\"one\"");
  desk.server.serve(k_path, {404, {{"Content-Type", "text/html"}}, "<html>not here</html>"});
  REQUIRE(desk.fetch());
  CHECK(desk.status == 404);
  CHECK(util::read_file(desk.part()) == k_file.substr(0, 50'000));
}

TEST_CASE("an empty answer is half a file, whatever was there before") {
  Desk desk;
  desk.put_part(50'000, "\"one\"");
  desk.server.serve(k_path, {200, {{"Content-Type", "application/pdf"}}, ""});
  REQUIRE(desk.fetch());
  CHECK(desk.verdict != Verdict::good);
  CHECK(desk.is_empty());
}

TEST_CASE("bytes are counted, whatever was announced") {
  constexpr FileKind k_small{"PDF", "%PDF-", "%%EOF", 100'000};
  SUBCASE("announced") {
    Desk desk;
    desk.server.serve(k_path, good());
    CHECK_FALSE(desk.fetch(k_small));
    CHECK(desk.trouble->kind == HttpError::Kind::too_large);
    CHECK(desk.is_empty());
  }
  SUBCASE("without end") {
    Desk desk;
    desk.server.serve(k_path, good());
    desk.server.spoil(k_path, [](const test::Answer&) {
      return test::Script{{test::Step::Act::send, "HTTP/1.1 200 OK\r\n\r\n%PDF-1.5\n", {}},
                          {test::Step::Act::flood, std::string(4096, 'x'), {}}};
    });
    CHECK_FALSE(desk.fetch(k_small));
    CHECK(desk.trouble->kind == HttpError::Kind::too_large);
    CHECK(desk.server.requests().count(k_path) == 1);
    CHECK(desk.is_empty());
  }
}

TEST_CASE("a whole answer that does not end as a PDF does is bad, and not asked for again") {
  Desk desk;
  desk.server.serve(k_path, {200, {}, k_file.substr(0, 100'000)});
  REQUIRE(desk.fetch());
  CHECK(desk.verdict == Verdict::bad);
  CHECK(desk.server.requests().count(k_path) == 1);
  CHECK_FALSE(std::filesystem::exists(desk.file()));
}

TEST_CASE("a server that stalls is not waited for, and what came is kept for the next time") {
  Desk desk;
  desk.server.serve(k_path, good());
  desk.attempts = 1;
  desk.server.spoil(k_path, [](const test::Answer& answer) {
    return test::Script{{test::Step::Act::send, test::wire(answer).substr(0, 100'000), {}},
                        {test::Step::Act::pause, "", std::chrono::minutes(10)}};
  });
  CHECK_FALSE(desk.fetch(k_pdf, std::chrono::seconds(1)));
  CHECK(desk.trouble->kind == HttpError::Kind::timeout);
  CHECK(std::filesystem::file_size(desk.part()) > 90'000);
  REQUIRE(desk.fetch());
  CHECK(desk.content() == k_file);
}

TEST_CASE("a part is never written through a link, nor into what is no file") {
  const TempFolder folder;
  util::write_file(folder.path() / "precious", "mine");
  std::filesystem::create_symlink(folder.path() / "precious", folder.path() / "a.pdf.part");
  CHECK_THROWS_AS(PartFile(folder.path() / "a.pdf", k_pdf, nullptr), Failure);
  CHECK(util::read_file(folder.path() / "precious") == "mine");
  REQUIRE(::mkfifo((folder.path() / "b.pdf.part").c_str(), 0600) == 0);
  CHECK_THROWS_AS(PartFile(folder.path() / "b.pdf", k_pdf, nullptr), Failure);
  CHECK_THROWS_AS(PartFile(folder.path() / "no" / "a.pdf", k_pdf, nullptr), Failure);
}

TEST_CASE("parts are named by their first byte and the size of the whole") {
  const auto range = net::parse_content_range("bytes 100-199/200");
  REQUIRE(range);
  CHECK(range->first == 100);
  CHECK(range->total == 200);
  CHECK_FALSE(net::parse_content_range("Bytes 0-0/*")->total);
  for (const char* text : {"", "bytes", "bytes */200", "bytes 5-4/200", "bytes 0-200/200", "items 0-1/2",
                           "bytes -1-1/2", "bytes 0-1", "bytes 0-1/x", "bytes 99999999999999999999-1/2"}) {
    CAPTURE(text);
    CHECK_FALSE(net::parse_content_range(text));
  }
}
