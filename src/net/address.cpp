#include "net/address.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace papers::net {
namespace {

/// All addresses as IPv6 has them; IPv4 ones mapped into ::ffff:0:0/96.
using Bytes = std::array<std::uint8_t, 16>;

constexpr int k_mapped_bits = 96;

Bytes mapped(const void* four_bytes) {
  Bytes bytes{};
  bytes[10] = bytes[11] = 0xff;
  std::memcpy(bytes.data() + 12, four_bytes, 4);
  return bytes;
}

std::optional<Bytes> parse(const char* text) {
  Bytes bytes{};
  if (inet_pton(AF_INET6, text, bytes.data()) == 1) {
    return bytes;
  }
  in_addr four{};
  if (inet_pton(AF_INET, text, &four) == 1) {
    return mapped(&four);
  }
  return std::nullopt;
}

struct Network {
  const char* text;
  int bits;
};

bool contains(const Network& network, const Bytes& address) {
  const Bytes prefix = parse(network.text).value();
  int bits = network.bits + (std::strchr(network.text, ':') == nullptr ? k_mapped_bits : 0);
  for (std::size_t i = 0; bits > 0; ++i, bits -= 8) {
    const int mask = bits >= 8 ? 0xff : 0xff << (8 - bits);
    if (((prefix[i] ^ address[i]) & mask) != 0) {
      return false;
    }
  }
  return true;
}

constexpr std::array k_loopback{Network{"127.0.0.0", 8}, Network{"::1", 128}};

// IANA's registries of special-purpose addresses (RFC 6890), as far as they are not global.
constexpr std::array k_not_public{
    Network{"0.0.0.0", 8},       Network{"10.0.0.0", 8},     Network{"100.64.0.0", 10},
    Network{"127.0.0.0", 8},     Network{"169.254.0.0", 16}, Network{"172.16.0.0", 12},
    Network{"192.0.0.0", 24},    Network{"192.0.2.0", 24},   Network{"192.168.0.0", 16},
    Network{"198.51.100.0", 24}, Network{"203.0.113.0", 24}, Network{"224.0.0.0", 4},
    Network{"240.0.0.0", 4},     Network{"::", 128},         Network{"::1", 128},
    Network{"64:ff9b:1::", 48},  Network{"100::", 64},       Network{"2001::", 32},
    Network{"2001:db8::", 32},   Network{"fc00::", 7},       Network{"fe80::", 10},
    Network{"fec0::", 10},       Network{"ff00::", 8},
};

constexpr Network k_nat64{"64:ff9b::", 96};
constexpr Network k_6to4{"2002::", 16};
constexpr Network k_compatible{"::", 96};

bool is_in(const Bytes& address, const auto& networks) {
  return std::any_of(networks.begin(), networks.end(),
                     [&](const Network& network) { return contains(network, address); });
}

/// The IPv4 address that an IPv6 one stands for, if it does.
std::optional<Bytes> embedded(const Bytes& address) {
  if (contains(k_nat64, address) || contains(k_compatible, address)) {
    return mapped(address.data() + 12);
  }
  if (contains(k_6to4, address)) {
    return mapped(address.data() + 2);
  }
  return std::nullopt;
}

std::optional<Bytes> bytes_of(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    return mapped(&four.sin_addr);
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 six{};
    std::memcpy(&six, &address, sizeof six);
    Bytes bytes{};
    std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
    return bytes;
  }
  return std::nullopt;
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  const std::optional<Bytes> bytes = bytes_of(address);
  if (!bytes || is_in(*bytes, k_not_public)) {
    return false;
  }
  const std::optional<Bytes> inner = embedded(*bytes);
  return !inner || !is_in(*inner, k_not_public);
}

bool is_loopback_address(const std::string& text) {
  const std::optional<Bytes> bytes = parse(text.c_str());
  return bytes && is_in(*bytes, k_loopback);
}

std::string to_text(const sockaddr& address) {
  const std::optional<Bytes> bytes = bytes_of(address);
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (!bytes) {
    return "?";
  }
  const bool is_four = address.sa_family == AF_INET;
  const void* source = is_four ? bytes->data() + 12 : bytes->data();
  const char* printed = inet_ntop(address.sa_family, source, text.data(), text.size());
  return printed != nullptr ? printed : "?";
}

}  // namespace papers::net
