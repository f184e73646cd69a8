#include "store/network_filesystem.hpp"

#include <doctest/doctest.h>

#include "papers/error.hpp"

#include "support/temp_folder.hpp"

using papers::store::network_filesystem_named;

TEST_CASE("network and user-space file systems are known by their magic numbers, local ones are not") {
  CHECK(network_filesystem_named(0x6969) == "NFS");
  CHECK(network_filesystem_named(0xff534d42) == "CIFS");
  CHECK(network_filesystem_named(0xfe534d42) == "SMB2");
  CHECK(network_filesystem_named(0x65735546) == "FUSE");
  for (const std::uint32_t local :
       {0xef53U, 0x58465342U, 0x9123683eU, 0x01021994U, 0x794c7630U, 0x2fc12fc1U, 0U}) {
    CHECK_FALSE(network_filesystem_named(local));
  }
}

TEST_CASE("a local folder is accepted, also one that is not there yet") {
  const papers::test::TempFolder folder;
  CHECK_NOTHROW(papers::store::refuse_network_filesystem(folder.path()));
  CHECK_NOTHROW(papers::store::refuse_network_filesystem(folder.path() / "not" / "there"));
}
