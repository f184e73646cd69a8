// The server itself: what it plays must be what the tests that use it believe it plays.
#include "server/server.hpp"

#include <chrono>
#include <string>
#include <thread>
#include <utility>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/zlib/inflate_stream.hpp>
#include <doctest/doctest.h>

#include "server/client.hpp"
#include "server/gzip.hpp"
#include "server/query_string.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): a test of this very namespace

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

std::string gunzip(const std::string& packed, std::size_t size) {
  boost::beast::zlib::inflate_stream stream;
  std::string text(size, '\0');
  boost::beast::zlib::z_params params;
  params.next_in = packed.data() + 10;
  params.avail_in = packed.size() - 18;
  params.next_out = text.data();
  params.avail_out = text.size();
  boost::system::error_code end;
  stream.write(params, boost::beast::zlib::Flush::sync, end);
  text.resize(size - params.avail_out);
  return text;
}

std::string many_ids(int count) {
  std::string ids;
  for (int n = 1; n <= count; ++n) {
    ids += (n == 1 ? "" : ",") + numbered_id(n);
  }
  return ids;
}

}  // namespace

TEST_CASE("arXiv answers in an order of its own") {
  const Server server(numbered_works(3));
  const std::string text = get(server, "/api/query?id_list=2401.00001,2401.00003&max_results=2").text;
  CHECK(text.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(text.find("2401.00003v1") < text.find("2401.00001v1"));
  CHECK_FALSE(holds(text, "2401.00002"));
}

TEST_CASE("arXiv gives ten entries unless asked for more, and counts all that it found") {
  const Server server(numbered_works(12));
  const std::string ids = many_ids(12);
  const std::string ten = get(server, "/api/query?id_list=" + ids).text;
  CHECK(count(ten, "<entry>") == 10);
  CHECK(holds(ten, "<opensearch:totalResults>12<"));
  CHECK(count(get(server, "/api/query?max_results=100&id_list=" + ids).text, "<entry>") == 12);
  CHECK(count(get(server, "/api/query?start=10&id_list=" + ids).text, "<entry>") == 2);
}

TEST_CASE("arXiv leaves out what it does not have, and fails a whole request for one malformed id") {
  const Server server(numbered_works(1));
  const std::string absent = get(server, "/api/query?id_list=2401.00001,9999.99999,%202401.00001").text;
  CHECK(count(absent, "<entry>") == 1);
  const std::string bad = get(server, "/api/query?id_list=2401.00001,abc").text;
  CHECK(bad.starts_with("HTTP/1.1 400 "));
  CHECK(holds(bad, "incorrect id format for abc"));
  CHECK(holds(get(server, "/api/query").text, "must be specified"));
}

TEST_CASE("arXiv gives the version that was asked for, or the newest") {
  Server server;
  server.publish({.id = "2403.00835", .title = "CLLMs", .authors = {"Siqi Kou"}, .versions = 4});
  CHECK(holds(get(server, "/api/query?id_list=2403.00835").text, "abs/2403.00835v4<"));
  CHECK(holds(get(server, "/api/query?id_list=2403.00835v2").text, "abs/2403.00835v2<"));
  CHECK_FALSE(holds(get(server, "/api/query?id_list=2403.00835v5").text, "<entry>"));
}

TEST_CASE("arXiv refuses a long URL and takes the same list in a form") {
  const Server server(numbered_works(700));
  const std::string form = "max_results=700&id_list=" + many_ids(700);
  CHECK(get(server, "/api/query?" + form).text.starts_with("HTTP/1.1 414 "));
  CHECK(count(post(server, "/api/query", form).text, "<entry>") == 700);
}

TEST_CASE("the feed of before 2025-11 wraps titles and declares prefixes on elements") {
  const Server server(numbered_works(1), FeedStyle::before_2025);
  const std::string text = get(server, "/api/query?id_list=2401.00001").text;
  CHECK(holds(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"));
  CHECK(holds(text, "<title>Paper Number\n  1 of Many</title>"));
  CHECK(holds(text, "<arxiv:primary_category xmlns:arxiv="));
}

TEST_CASE("a page of the test's own stands before a service's") {
  Server server(numbered_works(1));
  server.serve("/html/2401.00001", {200, {}, "own"});
  CHECK(get(server, "/html/2401.00001").text.ends_with("own"));
}

TEST_CASE("faults come in the order in which they were queued, and end") {
  Server server;
  server.serve("/page", {200, {}, "good"});
  server.spoil("/page", instead({503, {{"Retry-After", "7"}}, ""}), 2);
  server.spoil("/page", hang_up());
  CHECK(holds(get(server, "/page").text, "503 Service Unavailable\r\nRetry-After: 7\r\n"));
  CHECK(holds(get(server, "/page").text, "503"));
  CHECK(get(server, "/page").text.empty());
  CHECK(get(server, "/page").text.ends_with("\r\n\r\ngood"));
  CHECK(get(server, "/other").text.starts_with("HTTP/1.1 404 "));
  server.spoil("/page", hang_up(), Server::k_always);
  CHECK(get(server, "/page").text.empty());
  server.heal();
  CHECK(get(server, "/page").text.ends_with("good"));
}

TEST_CASE("what each fault puts on the wire") {
  Server server;
  server.serve("/", {200, {}, "0123456789"});
  const auto spoiled = [&server](const Fault& fault) {
    server.spoil("/", fault);
    return get(server, "/");
  };
  const auto ends_with = [&](const Fault& fault, const std::string& end) {
    const Received received = spoiled(fault);
    CAPTURE(received.text);
    CHECK(received.end == asio::error::eof);
    CHECK(received.text.ends_with(end));
  };
  ends_with(redirect(302, "/elsewhere"), "302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
  ends_with(with_body([](const std::string& body) { return body + "!"; }),
            "Content-Length: 11\r\n\r\n0123456789!");
  ends_with(length_too_long(), "Content-Length: 10\r\n\r\n01234");
  ends_with(length_too_short(), "Content-Length: 5\r\n\r\n0123456789");
  ends_with(cut_without_length(), "200 OK\r\n\r\n01234");
  ends_with(chunk_of_size("-5"), "Transfer-Encoding: chunked\r\n\r\n-5\r\n0123456789");
  ends_with(labelled("br"), "Content-Encoding: br\r\nContent-Length: 10\r\n\r\n0123456789");
  ends_with(drip(std::chrono::milliseconds(1)), "0123456789");
  ends_with(late(std::chrono::milliseconds(1)), "0123456789");
  ends_with(garbage("not HTTP"), "not HTTP");
  CHECK(count(spoiled(many_headers(1000)).text, "X-Many: yes\r\n") == 1000);
  CHECK(spoiled(long_header(300000)).text.size() > 300000);
  CHECK(spoiled(chunks_without_end()).text.ends_with("\r\n"));
  CHECK(spoiled(reset()).end == asio::error::connection_reset);
  CHECK(spoiled(reset_in_body()).end == asio::error::connection_reset);
}

TEST_CASE("every service can be spoiled, whatever the method") {
  Server server(numbered_works(1));
  server.publish({.id = "10.1000/x", .title = "T", .authors = {"Ada B"}});
  const std::string batch = R"({"ids":["ARXIV:2401.00001"]})";
  const auto ask = [&](const std::string& path) {
    return path.ends_with("/batch") ? post(server, path, batch) : get(server, path);
  };
  for (const char* path :
       {"/api/query?id_list=2401.00001", "/graph/v1/paper/batch",
        "/graph/v1/paper/ARXIV:2401.00001/references", "/works/doi:10.1000/x",
        "/works?filter=publication_year:2024", "/works/10.1000%2Fx", "/works?query=t", "/html/2401.00001"}) {
    CAPTURE(path);
    const std::string good = body_of(ask(path));
    CHECK(good.size() > 20);
    server.spoil(path, reset_in_body());
    CHECK(ask(path).end == asio::error::connection_reset);
    server.spoil(path, cut_without_length());
    CHECK(body_of(ask(path)) == good.substr(0, good.size() / 2));
    server.spoil(path, gzipped());
    CHECK(gunzip(body_of(ask(path)), good.size() + 1) == good);
    server.spoil(path, instead({503, {}, ""}));
    CHECK(status_of(ask(path)) == 503);
    CHECK(status_of(ask(path)) == 200);
  }
}

TEST_CASE("gzip is gzip, and a bomb grows") {
  CHECK(gunzip(gzip("hello hello hello"), 100) == "hello hello hello");
  CHECK(gzip("").size() > 18);
  const std::string bomb = gzip(std::string(1U << 20U, ' '), 8);
  CHECK(bomb.size() < 20000);
  CHECK(gunzip(bomb, 9U << 20U) == std::string(8U << 20U, ' '));
}

TEST_CASE("a client that hangs up ends a flood, and a server that ends hangs up on a silent one") {
  Received silent;
  std::thread waiting;
  {
    Server server;
    server.spoil("/quiet", silence());
    waiting = std::thread([&server, &silent] { silent = get(server, "/quiet"); });
    REQUIRE(server.requests().wait_for("/quiet", 1, std::chrono::seconds(10)));
    server.spoil("/", endless_body());
    asio::io_context context;
    tcp::socket socket(context);
    const int port = std::stoi(server.address().substr(server.address().rfind(':') + 1));
    socket.connect(tcp::endpoint(asio::ip::address_v4::loopback(), static_cast<std::uint16_t>(port)));
    asio::write(socket, asio::buffer(std::string("GET / HTTP/1.1\r\nHost: x\r\n\r\n")));
    std::string some(1U << 20U, '\0');
    CHECK(asio::read(socket, asio::buffer(some)) == some.size());
  }
  waiting.join();
  CHECK(silent.text.empty());
}

TEST_CASE("every request is recorded with its headers and its distance to the next") {
  Server server;
  CHECK(server.requests().closest("") == std::chrono::milliseconds::max());
  get(server, "/a?x=1");
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  get(server, "/a?x=2");
  get(server, "/b");
  CHECK(server.requests().count() == 3);
  CHECK(server.requests().count("/a") == 2);
  CHECK(server.requests().to("/a").at(1).target == "/a?x=2");
  CHECK(server.requests().to("/b").at(0).method == "GET");
  CHECK(server.requests().to("/b").at(0).headers.at("x-who") == "me");
  CHECK(server.requests().closest("/a") >= std::chrono::milliseconds(30));
  CHECK_FALSE(server.requests().wait_for("/c", 1, std::chrono::milliseconds(1)));
  server.requests().clear();
  CHECK(server.requests().count() == 0);
}

TEST_CASE("a connection may carry several requests") {
  Server server;
  const std::string one = "GET /x HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string last = "GET /y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  CHECK(count(talk(server, one + one + last).text, "HTTP/1.1 404 ") == 3);
}

TEST_CASE("queries are decoded") {
  CHECK(decode_percent("a%2Cb+c%zz%4") == "a,b c%zz%4");
  CHECK(parse_query("a=1&b=&c&a=2&") == std::map<std::string, std::string>{{"a", "2"}, {"b", ""}, {"c", ""}});
  CHECK(parse_query("").empty());
}
