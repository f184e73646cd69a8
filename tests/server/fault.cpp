#include "server/fault.hpp"

#include <utility>

#include "server/gzip.hpp"

namespace papers::test {
namespace {

Step send(std::string bytes) {
  return {Step::Act::send, std::move(bytes), {}};
}

Step flood(std::string bytes) {
  return {Step::Act::flood, std::move(bytes), {}};
}

Step pause(std::chrono::milliseconds time) {
  return {Step::Act::pause, {}, time};
}

Step reset_step() {
  return {Step::Act::reset, {}, {}};
}

std::string first_half(const std::string& text) {
  return text.substr(0, text.size() / 2);
}

Answer with(Answer answer, const Headers& headers) {
  answer.headers.insert(answer.headers.end(), headers.begin(), headers.end());
  return answer;
}

Answer in_gzip(Answer answer) {
  answer.body = gzip(answer.body);
  return with(std::move(answer), {{"Content-Encoding", "gzip"}});
}

std::string chunked_head(const Answer& good) {
  return head_of(with(good, {{"Transfer-Encoding", "chunked"}}), /*length=*/false);
}

/// One chunk of exactly 4096 bytes.
std::string chunk() {
  return "1000\r\n" + std::string(4096, ' ') + "\r\n";
}

/// A pause that is longer than any client's patience.
constexpr std::chrono::minutes k_for_ever{10};

}  // namespace

Fault instead(const Answer& answer) {
  return [answer](const Answer&) { return Script{send(wire(answer))}; };
}

Fault redirect(int status, const std::string& location) {
  return instead({status, {{"Location", location}}, ""});
}

Fault with_body(std::function<std::string(std::string)> change) {
  return [change = std::move(change)](const Answer& good) {
    return Script{send(wire({good.status, good.headers, change(good.body)}))};
  };
}

Fault with_headers(const Headers& headers) {
  return [headers](const Answer& good) { return Script{send(wire(with(good, headers)))}; };
}

Fault late(std::chrono::milliseconds time) {
  return [time](const Answer& good) { return Script{pause(time), send(wire(good))}; };
}

Fault silence() {
  return late(k_for_ever);
}

Fault drip(std::chrono::milliseconds between_bytes) {
  return [between_bytes](const Answer& good) {
    Script script;
    for (const char byte : wire(good)) {
      script.push_back(send(std::string(1, byte)));
      script.push_back(pause(between_bytes));
    }
    return script;
  };
}

Fault hang_up() {
  return [](const Answer&) { return Script{}; };
}

Fault reset() {
  return [](const Answer&) { return Script{reset_step()}; };
}

Fault reset_in_body() {
  return [](const Answer& good) { return Script{send(head_of(good) + first_half(good.body)), reset_step()}; };
}

Fault length_too_long() {
  return [](const Answer& good) { return Script{send(head_of(good) + first_half(good.body))}; };
}

Fault length_too_short() {
  return [](const Answer& good) {
    return Script{send(head_of({good.status, good.headers, first_half(good.body)}) + good.body)};
  };
}

Fault cut_without_length() {
  return [](const Answer& good) {
    return Script{send(head_of(good, /*length=*/false) + first_half(good.body))};
  };
}

Fault chunks_without_end() {
  return [](const Answer& good) { return Script{send(chunked_head(good) + chunk())}; };
}

Fault chunk_of_size(const std::string& size) {
  return [size](const Answer& good) { return Script{send(chunked_head(good) + size + "\r\n" + good.body)}; };
}

Fault gzipped() {
  return [](const Answer& good) { return Script{send(wire(in_gzip(good)))}; };
}

Fault cut_gzip() {
  return [](const Answer& good) {
    const Answer packed = in_gzip(good);
    return Script{send(wire({packed.status, packed.headers, first_half(packed.body)}))};
  };
}

Fault gzip_bomb(std::size_t mebibytes) {
  return [mebibytes](const Answer& good) {
    Answer bomb = with(good, {{"Content-Encoding", "gzip"}});
    bomb.body = gzip(std::string(1U << 20U, ' '), mebibytes);
    return Script{send(wire(bomb))};
  };
}

Fault labelled(const std::string& encoding) {
  return with_headers({{"Content-Encoding", encoding}});
}

Fault endless_body() {
  return [](const Answer& good) {
    return Script{send(head_of(with(good, {{"Content-Length", "9000000000000"}}), /*length=*/false)),
                  flood(std::string(4096, ' '))};
  };
}

Fault endless_chunks() {
  return [](const Answer& good) { return Script{send(chunked_head(good)), flood(chunk())}; };
}

Fault long_header(std::size_t bytes) {
  return with_headers({{"X-Long", std::string(bytes, 'x')}});
}

Fault many_headers(std::size_t count) {
  return with_headers(Headers(count, {"X-Many", "yes"}));
}

Fault garbage(const std::string& bytes) {
  return [bytes](const Answer&) { return Script{send(bytes)}; };
}

}  // namespace papers::test
