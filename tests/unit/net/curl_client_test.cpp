#include "net/curl_client.hpp"

#include <atomic>
#include <string>

#include <doctest/doctest.h>

#include "papers/version.hpp"

using namespace papers;
using net::CurlClient;
using net::user_agent;

namespace {

HttpError error_for(const std::string& url, HttpHeaders headers = {}) {
  CurlClient client({"papers/test"});
  HttpRequest request;
  request.url = url;
  request.headers = std::move(headers);
  const auto answer = client.send(request);
  REQUIRE_FALSE(answer);
  return answer.error();
}

}  // namespace

TEST_CASE("addresses that break the rules are refused before anything is sent") {
  for (const char* url :
       {"http://export.arxiv.org/api/query", "ftp://export.arxiv.org/", "file:///etc/passwd",
        "https://user:secret@export.arxiv.org/", "https://user@export.arxiv.org/", "", "nonsense",
        "gopher://127.0.0.1/", "http://127.0.0.1.example.org/", "http://10.0.0.1/", "dict://127.0.0.1:11/"}) {
    CAPTURE(url);
    const HttpError error = error_for(url);
    CHECK(error.kind == HttpError::Kind::refused);
    CHECK(error.message.find("secret") == std::string::npos);
  }
}

TEST_CASE("private addresses are refused before a connection is made") {
  for (const char* host : {"10.255.255.1", "192.168.255.1", "169.254.169.254", "[fe80::1]", "0.0.0.0",
                           "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]"}) {
    CAPTURE(host);
    const HttpError error = error_for("https://" + std::string(host) + "/latest/meta-data?key=secret");
    CHECK(error.kind == HttpError::Kind::refused);
    CHECK(error.message.find("is not on the public internet") != std::string::npos);
    CHECK(error.message.find("secret") == std::string::npos);
  }
}

TEST_CASE("headers cannot smuggle in further ones") {
  CHECK(error_for("https://export.arxiv.org/", {{"x", "1\r\ny: 2"}}).kind == HttpError::Kind::refused);
  CHECK(error_for("https://export.arxiv.org/", {{"x\r\ny", "1"}}).kind == HttpError::Kind::refused);
}

TEST_CASE("after Ctrl-C nothing is sent") {
  const std::atomic<bool> interrupted = true;
  CurlClient client({"papers/test", &interrupted});
  HttpRequest request;
  request.url = "http://127.0.0.1:1/";
  CHECK(client.send(request).error().kind == HttpError::Kind::interrupted);
}

TEST_CASE("a port where nobody listens is a broken connection that names the host") {
  const HttpError error = error_for("http://127.0.0.1:1/?api_key=secret");
  CHECK(error.kind == HttpError::Kind::broken);
  CHECK(error.message == "127.0.0.1: could not connect");
}

TEST_CASE("the program says who it is and whom to write to") {
  const std::string name = "papers/" + std::string(k_version);
  CHECK(user_agent("") == name);
  CHECK(user_agent("you@example.org") == name + " (+you@example.org)");
  CHECK(user_agent("you\r\nx-evil: 1") == name);
}
