// Services that are not whom they say they are: said on one line, asked once, and nothing of it kept.
#include <tuple>

#include <doctest/doctest.h>

#include "cli/world.hpp"
#include "server/tls_front.hpp"

using namespace papers::test;  // NOLINT(google-build-using-namespace): tests read better without prefixes

namespace {

constexpr int k_failed = 1;
constexpr int k_try_later = 75;
constexpr int k_attempts = 4;

}  // namespace

TEST_CASE("a certificate that nobody vouches for ends the matter at once") {
  Server server(numbered_works(1));
  const TlsFront front(server.address(), make_certificate(make_authority()));
  World world;
  world.set_variable("PAPERS_ARXIV_URL", front.address());
  const ProgramResult added = world.papers({"add", "2401.00001", "2401.00002"});
  CAPTURE(added.err);
  CHECK(added.status == k_failed);
  CHECK(holds(added.err, "arXiv could not be reached (127.0.0.1: its certificate could not be verified"));
  CHECK(front.connections() == 1);
  CHECK(server.requests().count() == 0);
  CHECK(world.items().empty());
}

TEST_CASE("a handshake that is cut off is tried again a few times, a server without TLS is not") {
  using Manner = TlsFront::Manner;
  for (const auto& [manner, status, connections] :
       {std::tuple(Manner::hangs_up, k_try_later, k_attempts), std::tuple(Manner::plain, k_failed, 1)}) {
    Server server(numbered_works(1));
    const TlsFront front(server.address(), make_certificate(make_authority()), manner);
    World world;
    world.set_variable("PAPERS_ARXIV_URL", front.address());
    const ProgramResult added = world.papers({"add", "2401.00001"});
    CAPTURE(added.err);
    CHECK(added.status == status);
    CHECK(holds(added.err, "arXiv could not be reached"));
    CHECK(front.connections() == connections);
    CHECK(world.items().empty());
  }
}
