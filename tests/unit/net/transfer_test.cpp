#include "net/transfer.hpp"

#include <doctest/doctest.h>

using papers::HttpError;
using papers::net::Transfer;

TEST_CASE("every way in which libcurl fails is said in words that name the host") {
  struct Row {
    CURLcode code;
    HttpError::Kind kind;
    const char* message;
  };
  using Kind = HttpError::Kind;
  CURL* handle = curl_easy_init();
  REQUIRE(handle != nullptr);
  const Transfer transfer(handle, 1024, /*any_address=*/false);
  for (const Row& row :
       {Row{CURLE_COULDNT_RESOLVE_HOST, Kind::offline, "a.test: no such host, or no network"},
        Row{CURLE_COULDNT_CONNECT, Kind::broken, "a.test: could not connect"},
        Row{CURLE_OPERATION_TIMEDOUT, Kind::timeout, "a.test: no answer in time"},
        Row{CURLE_PARTIAL_FILE, Kind::broken, "a.test: the connection ended in the middle of the answer"},
        Row{CURLE_PEER_FAILED_VERIFICATION, Kind::insecure, "a.test: its certificate could not be verified"},
        Row{CURLE_BAD_CONTENT_ENCODING, Kind::refused,
            "a.test: the answer is packed in a way that was not asked for"},
        Row{CURLE_HTTP2_STREAM, Kind::broken, nullptr}}) {
    const HttpError error = transfer.error(row.code, "a.test");
    CHECK(error.kind == row.kind);
    CHECK(error.message.find("a.test: ") == 0);
    if (row.message != nullptr) {
      CHECK(error.message == row.message);
    }
  }
  curl_easy_cleanup(handle);
}
