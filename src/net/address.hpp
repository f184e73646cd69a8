// Which internet addresses a service may live at.
//
// A name server, or a redirect, must not be able to point us at machines that only this computer
// can reach: its own services, the router, the metadata server of a cloud.
#pragma once

#include <string>

#include <sys/socket.h>

namespace papers::net {

/// Whether the address belongs to the public internet. Unknown families do not.
/// 198.18.0.0/15 counts as public: proxies that route by name answer every question with an address
/// of that range, which is reserved for benchmarks and is no one's private network.
[[nodiscard]] bool is_public_address(const sockaddr& address);

/// Whether a numeric address ("127.0.0.1", "::1") is that of this machine.
[[nodiscard]] bool is_loopback_address(const std::string& text);

/// The address in figures, for messages; "?" for unknown families.
[[nodiscard]] std::string to_text(const sockaddr& address);

}  // namespace papers::net
