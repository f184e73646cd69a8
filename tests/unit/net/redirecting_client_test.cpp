#include "net/redirecting_client.hpp"

#include <string>

#include <doctest/doctest.h>

#include "support/fakes.hpp"

using namespace papers;
using net::RedirectingClient;
using test::FakeHttp;

namespace {

HttpRequest request_for(const std::string& url) {
  HttpRequest request;
  request.url = url;
  request.headers = {{"x-api-key", "secret"}};
  request.service_hosts = {"a.test", "b.test"};
  return request;
}

HttpHeaders to(const std::string& location) {
  return {{"location", location}};
}

/// What comes of a redirect from https://a.test/x; "" when it was followed.
std::string refusal(const std::string& location, bool any_public_host = false) {
  FakeHttp http;
  http.answer(302, "", to(location));
  RedirectingClient client(http);
  HttpRequest request = request_for("https://a.test/x");
  request.any_public_host = any_public_host;
  const auto answer = client.send(request);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == HttpError::Kind::refused);
  return answer.error().message;
}

}  // namespace

TEST_CASE("every kind of redirect is followed within the service") {
  for (const int status : {301, 302, 303, 307, 308}) {
    CAPTURE(status);
    FakeHttp http;
    http.answer(status, "", to("/y?z=1")).answer(200, "here");
    RedirectingClient client(http);
    const auto answer = client.send(request_for("https://a.test/x"));
    REQUIRE(answer);
    CHECK(answer->body == "here");
    CHECK(answer->url == "https://a.test/y?z=1");
    CHECK(http.requests[1].headers == HttpHeaders{{"x-api-key", "secret"}});
  }
}

TEST_CASE("other answers are no redirects") {
  for (const int status : {200, 204, 300, 304, 305, 306, 404}) {
    CAPTURE(status);
    FakeHttp http;
    http.answer(status, "", to("/y"));
    RedirectingClient client(http);
    CHECK(client.send(request_for("https://a.test/x"))->status == status);
  }
}

TEST_CASE("a key never leaves for another host, not even one of the same service") {
  FakeHttp http;
  http.answer(301, "", to("https://b.test/x")).answer(200);
  RedirectingClient client(http);
  CHECK(client.send(request_for("https://a.test/x")));
  CHECK(http.requests[1].headers.empty());
}

TEST_CASE("a key never leaves for another port, and does not come back") {
  FakeHttp http;
  http.answer(301, "", to("https://a.test:8443/x")).answer(301, "", to("https://a.test/x")).answer(200);
  RedirectingClient client(http);
  CHECK(client.send(request_for("https://a.test/x")));
  CHECK(http.requests[1].headers.empty());
  CHECK(http.requests[2].headers.empty());
}

TEST_CASE("a redirect away from the service is refused") {
  CHECK(refusal("https://evil.test/x") == "a.test: redirects to evil.test, which is another service");
  CHECK(refusal("//evil.test/x") == "a.test: redirects to evil.test, which is another service");
  CHECK(refusal("https://a.test.evil.test/") ==
        "a.test: redirects to a.test.evil.test, which is another service");
  CHECK(refusal("https://a.test@evil.test/") == "a.test: redirects to evil.test, which is another service");
}

TEST_CASE("a redirect to anything but https is refused") {
  CHECK(refusal("http://a.test/x") == "a.test: redirects to plain http");
  CHECK(refusal("ftp://a.test/x") == "a.test: redirects to ftp, and only https is spoken");
  CHECK(refusal("gopher://a.test/x", /*any_public_host=*/true) ==
        "a.test: redirects to gopher, and only https is spoken");
  CHECK(refusal("file://localhost/etc/passwd").find("a.test: redirects to") == 0);
  CHECK(refusal("file:///etc/passwd").find("a.test: redirects to") == 0);
}

TEST_CASE("a redirect to this machine is refused, for pages anywhere too") {
  CHECK(refusal("https://127.0.0.1/x", /*any_public_host=*/true) == "a.test: redirects to this machine");
  CHECK(refusal("https://localhost:8080/", /*any_public_host=*/true) == "a.test: redirects to this machine");
  CHECK(refusal("https://[::1]/", /*any_public_host=*/true) == "a.test: redirects to this machine");
  CHECK(refusal("https://2130706433/", /*any_public_host=*/true) == "a.test: redirects to this machine");
}

TEST_CASE("a redirect to nowhere is refused") {
  for (const char* location : {"", " ", "https://", "https://[::1/"}) {
    CAPTURE(location);
    CHECK(refusal(location) == "a.test: redirects to an address that makes no sense");
  }
  FakeHttp http;
  http.answer(301);
  RedirectingClient client(http);
  CHECK(client.send(request_for("https://a.test/x")).error().message ==
        "a.test: redirects to an address that makes no sense");
}

TEST_CASE("pages may move to any public host") {
  FakeHttp http;
  http.answer(301, "", to("https://elsewhere.test/x")).answer(200, "moved");
  RedirectingClient client(http);
  HttpRequest request = request_for("https://a.test/x");
  request.any_public_host = true;
  CHECK(client.send(request)->body == "moved");
  CHECK(http.requests[1].headers.empty());
}

TEST_CASE("plain http on this machine may stay there or move to https") {
  FakeHttp http;
  http.answer(301, "", to("/y")).answer(200, "here");
  RedirectingClient client(http);
  CHECK(client.send(request_for("http://127.0.0.1:8080/x"))->url == "http://127.0.0.1:8080/y");
}

TEST_CASE("a chain of redirects ends after five") {
  FakeHttp http;
  for (int i = 0; i < 6; ++i) {
    http.answer(302, "", to("/again"));
  }
  RedirectingClient client(http);
  const auto answer = client.send(request_for("https://a.test/x"));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().message == "a.test: redirects more than 5 times");
  CHECK(http.requests.size() == 6);
}

TEST_CASE("five redirects are borne") {
  FakeHttp http;
  for (int i = 0; i < 5; ++i) {
    http.answer(302, "", to("/again"));
  }
  http.answer(200, "here");
  RedirectingClient client(http);
  CHECK(client.send(request_for("https://a.test/x"))->body == "here");
}

TEST_CASE("what was posted is posted again only where the status says so") {
  struct Row {
    int status;
    const char* method;
    const char* body;
  };
  for (const Row& row : {Row{301, "GET", ""}, Row{302, "GET", ""}, Row{303, "GET", ""},
                         Row{307, "POST", "text"}, Row{308, "POST", "text"}}) {
    CAPTURE(row.status);
    FakeHttp http;
    http.answer(row.status, "", to("/y")).answer(200);
    RedirectingClient client(http);
    HttpRequest request = request_for("https://a.test/x");
    request.method = "POST";
    request.body = "text";
    CHECK(client.send(request));
    CHECK(http.requests[1].method == row.method);
    CHECK(http.requests[1].body == row.body);
  }
}

TEST_CASE("errors are handed on") {
  FakeHttp http;
  http.answer(301, "", to("/y")).fail(HttpError::Kind::timeout);
  RedirectingClient client(http);
  CHECK(client.send(request_for("https://a.test/x")).error().kind == HttpError::Kind::timeout);
}
