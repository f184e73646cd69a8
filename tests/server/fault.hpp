// Faults: the ways in which a web server lets its client down, as scripts of what goes over the wire.
//
// A fault turns the good answer into a script; the server plays it and closes the connection. Pure, so that
// a new fault is one small function here.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "server/answer.hpp"

namespace papers::test {

struct Step {
  enum class Act {
    send,   ///< `bytes`, once
    flood,  ///< `bytes`, until the client hangs up
    pause,  ///< nothing for a time, or until the client hangs up
    reset,  ///< close with RST
  };
  Act act = Act::send;
  std::string bytes;
  std::chrono::milliseconds time{};
};

using Script = std::vector<Step>;
using Fault = std::function<Script(const Answer& good)>;

/// Another answer altogether: 429 with Retry-After, a captive portal, an empty body, a redirect.
[[nodiscard]] Fault instead(const Answer& answer);
[[nodiscard]] Fault redirect(int status, const std::string& location);
/// The good answer with its body changed: half a feed, broken UTF-8, wrong root element.
[[nodiscard]] Fault with_body(std::function<std::string(std::string)> change);
/// The good answer with further headers.
[[nodiscard]] Fault with_headers(const Headers& headers);

/// The good answer, late.
[[nodiscard]] Fault late(std::chrono::milliseconds time);
/// Not a byte.
[[nodiscard]] Fault silence();
/// The good answer one byte at a time.
[[nodiscard]] Fault drip(std::chrono::milliseconds between_bytes);

/// Hangs up, or resets, before the status line.
[[nodiscard]] Fault hang_up();
[[nodiscard]] Fault reset();
/// Sends half the body, then resets.
[[nodiscard]] Fault reset_in_body();
/// Promises more bytes than there are, and hangs up.
[[nodiscard]] Fault length_too_long();
/// Promises half the bytes.
[[nodiscard]] Fault length_too_short();
/// Promises no length and hangs up half-way: to HTTP that is a good end.
[[nodiscard]] Fault cut_without_length();
/// Chunked, and hangs up before the last chunk.
[[nodiscard]] Fault chunks_without_end();
/// Chunked, with a first chunk of this size ("-5", "zz", ...).
[[nodiscard]] Fault chunk_of_size(const std::string& size);

/// The good body in gzip, whole, or without its second half.
[[nodiscard]] Fault gzipped();
[[nodiscard]] Fault cut_gzip();
/// A little gzip that grows to so many MiB.
[[nodiscard]] Fault gzip_bomb(std::size_t mebibytes);
/// The good body, said to be in an encoding that it is not in.
[[nodiscard]] Fault labelled(const std::string& encoding);

/// A body without end, with a length that nobody keeps, or chunked.
[[nodiscard]] Fault endless_body();
[[nodiscard]] Fault endless_chunks();
/// One header of so many bytes; so many headers.
[[nodiscard]] Fault long_header(std::size_t bytes);
[[nodiscard]] Fault many_headers(std::size_t count);
/// No HTTP at all.
[[nodiscard]] Fault garbage(const std::string& bytes);

}  // namespace papers::test
