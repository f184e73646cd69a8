// Certificates, with a real server that speaks TLS: what is wrong with one is said, and nothing is sent.
#include <fstream>

#include <doctest/doctest.h>

#include "net/curl_client.hpp"
#include "server/server.hpp"
#include "server/tls_front.hpp"
#include "support/temp_folder.hpp"

using namespace papers;
using papers::test::Certificate;
using papers::test::CertificateWishes;
using papers::test::Server;
using papers::test::TlsFront;

namespace {

using std::chrono::hours;
using Kind = HttpError::Kind;

/// A page behind a certificate, and a client that trusts one authority.
struct Line {
  explicit Line(const Certificate& certificate, TlsFront::Manner manner = TlsFront::Manner::speaks)
      : front(server.address(), certificate, manner) {
    server.serve("/page", {200, {}, "hello"});
  }

  Result<HttpResponse, HttpError> ask(const Certificate& trusted) {
    const auto file = folder.path() / "authority.pem";
    std::ofstream(file) << trusted.pem;
    return ask_trusting(file.string());
  }

  Result<HttpResponse, HttpError> ask_trusting(const std::string& file) {
    net::CurlClient client({.user_agent = "papers/test", .ca_file = file});
    HttpRequest request;
    request.url = front.address() + "/page";
    return client.send(request);
  }

  test::TempFolder folder;
  Server server;
  TlsFront front;
};

HttpError error_of(Line& line, const Certificate& trusted) {
  const auto answer = line.ask(trusted);
  REQUIRE_FALSE(answer);
  CHECK(line.front.connections() == 1);
  CHECK(line.server.requests().count() == 0);
  return answer.error();
}

}  // namespace

TEST_CASE("a certificate of an authority that is trusted lets the answer through") {
  const Certificate authority = test::make_authority();
  Line line(test::make_certificate(authority));
  const auto answer = line.ask(authority);
  REQUIRE(answer);
  CHECK(answer->status == 200);
  CHECK(answer->body == "hello");
}

TEST_CASE("what is wrong with a certificate is said, and no request is sent") {
  struct Row {
    CertificateWishes wishes;
    const char* words;
  };
  const Certificate authority = test::make_authority();
  for (const Row& row :
       {Row{{.from = hours(-48), .to = hours(-24)}, "(certificate has expired)"},
        Row{{.from = hours(24), .to = hours(48)}, "(certificate is not yet valid)"},
        Row{{.name = "IP:127.0.0.2"}, "'127.0.0.1'"}, Row{{.name = "DNS:export.arxiv.org"}, "'127.0.0.1'"}}) {
    CAPTURE(row.words);
    Line line(test::make_certificate(authority, row.wishes));
    const HttpError error = error_of(line, authority);
    CHECK(error.kind == Kind::insecure);
    CHECK(error.message.starts_with("127.0.0.1: its certificate could not be verified ("));
    CHECK(error.message.find(row.words) != std::string::npos);
  }
}

TEST_CASE("an authority that is not trusted is no authority, and one that cannot be read is said as such") {
  const Certificate authority = test::make_authority();
  Line line(test::make_certificate(authority));
  const HttpError error = error_of(line, test::make_authority());
  CHECK(error.kind == Kind::insecure);
  CHECK(error.message.starts_with("127.0.0.1: "));  // the library's own words differ from version to version
  const auto unread = line.ask_trusting("/no/such/file.pem");
  REQUIRE_FALSE(unread);
  CHECK(unread.error().kind == Kind::insecure);
  CHECK(unread.error().message.starts_with("127.0.0.1: the certificates of this system cannot be read"));
}

TEST_CASE("a handshake that is cut off is a lost connection, a server without TLS is no secure one") {
  const Certificate authority = test::make_authority();
  Line cut(test::make_certificate(authority), TlsFront::Manner::hangs_up);
  const HttpError lost = error_of(cut, authority);
  CHECK(lost.kind == Kind::broken);
  CHECK(lost.message == "127.0.0.1: the connection was lost");
  Line plain(test::make_certificate(authority), TlsFront::Manner::plain);
  const HttpError error = error_of(plain, authority);
  CHECK(error.kind == Kind::insecure);
  CHECK(error.message.starts_with("127.0.0.1: no secure connection could be made"));
}
