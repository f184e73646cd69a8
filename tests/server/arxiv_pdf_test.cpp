#include "server/arxiv_pdf.hpp"

#include <doctest/doctest.h>

#include "server/client.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

TEST_CASE("every version has a PDF, and others have none") {
  Server server;
  server.publish({.id = "2403.00835", .title = "CLLMs", .authors = {"Siqi Kou"}, .versions = 2});
  CHECK(body_of(get(server, "/pdf/2403.00835v1")) == pdf_of("2403.00835v1"));
  CHECK(body_of(get(server, "/pdf/2403.00835")) == pdf_of("2403.00835v2"));
  CHECK(status_of(get(server, "/pdf/2403.00835v3")) == 404);
  CHECK(status_of(get(server, "/pdf/2403.00836")) == 404);
  CHECK(pdf_of("x", 1000).size() == 1000);
}

TEST_CASE("a part of a PDF is given where the version is still the same") {
  const Server server(numbered_works(1));
  const std::string whole = pdf_of("2401.00001v1");
  const auto part = get(server, "/pdf/2401.00001", "Range: bytes=1000-\r\nIf-Range: \"2401.00001v1\"\r\n");
  CHECK(status_of(part) == 206);
  CHECK(body_of(part) == whole.substr(1000));
  CHECK(holds(part.text, "Content-Range: bytes 1000-299999/300000\r\n"));
  CHECK(body_of(get(server, "/pdf/2401.00001", "Range: bytes=1000-\r\nIf-Range: \"older\"\r\n")) == whole);
  CHECK(status_of(get(server, "/pdf/2401.00001", "Range: bytes=300000-\r\n")) == 416);
}
