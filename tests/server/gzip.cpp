#include "server/gzip.hpp"

#include <cstdint>
#include <ostream>  // Boost 1.74 uses it without including it
#include <utility>

#include <boost/beast/zlib/deflate_stream.hpp>
#include <boost/crc.hpp>

namespace papers::test {
namespace {

namespace zlib = boost::beast::zlib;

/// RFC 1952: magic, method "deflate", no flags, no time, no extra flags, unknown system.
constexpr std::string_view k_head{"\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10};

std::string little_endian(std::uint32_t number) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) {
    bytes += static_cast<char>((number >> (8 * i)) & 0xFF);
  }
  return bytes;
}

/// Takes in all of `input`, appending what comes out.
void deflate(zlib::deflate_stream& stream, std::string_view input, zlib::Flush flush, std::string& out) {
  std::string buffer(65536, '\0');
  zlib::z_params params;
  params.next_in = input.data();
  params.avail_in = input.size();
  do {
    params.next_out = buffer.data();
    params.avail_out = buffer.size();
    boost::system::error_code end_of_stream_or_no_progress;
    stream.write(params, flush, end_of_stream_or_no_progress);
    out.append(buffer, 0, buffer.size() - params.avail_out);
  } while (params.avail_out == 0);
}

}  // namespace

std::string gzip(std::string_view block, std::size_t times) {
  zlib::deflate_stream stream;
  boost::crc_32_type crc;
  std::string out(k_head);
  for (std::size_t i = 0; i < times; ++i) {
    deflate(stream, block, zlib::Flush::none, out);
    crc.process_bytes(block.data(), block.size());
  }
  deflate(stream, {}, zlib::Flush::finish, out);
  return out + little_endian(crc.checksum()) +
         little_endian(static_cast<std::uint32_t>(block.size() * times));
}

}  // namespace papers::test
