#include "net/address.hpp"

#include <cstring>
#include <string>

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>

using papers::net::is_loopback_address;
using papers::net::is_public_address;
using papers::net::to_text;

namespace {

sockaddr_storage address(const std::string& text) {
  sockaddr_storage storage{};
  auto* four = reinterpret_cast<sockaddr_in*>(&storage);
  auto* six = reinterpret_cast<sockaddr_in6*>(&storage);
  if (inet_pton(AF_INET, text.c_str(), &four->sin_addr) == 1) {
    storage.ss_family = AF_INET;
  } else {
    REQUIRE(inet_pton(AF_INET6, text.c_str(), &six->sin6_addr) == 1);
    storage.ss_family = AF_INET6;
  }
  return storage;
}

const sockaddr& view(const sockaddr_storage& storage) {
  return reinterpret_cast<const sockaddr&>(storage);
}

}  // namespace

TEST_CASE("addresses of the public internet are public") {
  for (const char* text : {"1.1.1.1",         "128.84.21.199",  "9.255.255.255",
                           "11.0.0.0",        "100.63.255.255", "100.128.0.0",
                           "126.255.255.255", "128.0.0.1",      "172.15.255.255",
                           "172.32.0.0",      "192.167.1.1",    "192.169.0.0",
                           "198.18.0.7",      "198.19.255.255", "223.255.255.255",
                           "2606:4700::1111", "2a04:4e42::259", "64:ff9b::808:808",
                           "2002:808:808::1", "::ffff:8.8.8.8", "2001:4860:4860::8888"}) {
    CAPTURE(text);
    CHECK(is_public_address(view(address(text))));
  }
}

TEST_CASE("addresses that only this computer or its network can reach are not public") {
  for (const char* text : {"0.0.0.0",
                           "0.1.2.3",
                           "10.0.0.1",
                           "10.255.255.255",
                           "100.64.0.1",
                           "100.127.255.255",
                           "127.0.0.1",
                           "127.255.255.254",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.168.0.1",
                           "192.0.0.8",
                           "192.0.2.1",
                           "198.51.100.1",
                           "203.0.113.1",
                           "224.0.0.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "fe80::1",
                           "febf::1",
                           "fec0::1",
                           "fc00::1",
                           "fd12:3456::1",
                           "ff02::1",
                           "2001:db8::1",
                           "2001::1",
                           "::ffff:127.0.0.1",
                           "::ffff:10.0.0.1",
                           "64:ff9b::a00:1",
                           "64:ff9b::7f00:1",
                           "2002:7f00:1::",
                           "2002:c0a8:101::1",
                           "::127.0.0.1",
                           "::10.1.2.3"}) {
    CAPTURE(text);
    CHECK_FALSE(is_public_address(view(address(text))));
  }
}

TEST_CASE("an address of an unknown family is not public") {
  sockaddr local{};
  local.sa_family = AF_UNIX;
  CHECK_FALSE(is_public_address(local));
  CHECK(to_text(local) == "?");
}

TEST_CASE("loopback addresses are known in figures") {
  for (const char* text : {"127.0.0.1", "127.1.2.3", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"}) {
    CAPTURE(text);
    CHECK(is_loopback_address(text));
  }
  for (const char* text :
       {"", "128.0.0.1", "localhost", "127.0.0.1.example.org", "::2", "127.0.0", "0.0.0.0"}) {
    CAPTURE(text);
    CHECK_FALSE(is_loopback_address(text));
  }
}

TEST_CASE("addresses are printed as they are known") {
  CHECK(to_text(view(address("10.1.2.3"))) == "10.1.2.3");
  CHECK(to_text(view(address("FE80::1"))) == "fe80::1");
}
