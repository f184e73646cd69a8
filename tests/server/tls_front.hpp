// TlsFront: https on a port of this machine, in front of a server that speaks plain http.
//
// One request a connection, which is passed on as it is. Counts connections, of which a client that minds
// certificates makes one and no more.
#pragma once

#include <memory>
#include <string>

#include "server/certificate.hpp"

namespace papers::test {

class TlsFront {
 public:
  /// What becomes of a connection.
  enum class Manner {
    speaks,    ///< shakes hands and passes requests on
    hangs_up,  ///< closes in the middle of the handshake
    plain,     ///< answers in plain http
  };
  /// `behind` is the address of the server behind: "http://127.0.0.1:40123".
  TlsFront(const std::string& behind, const Certificate& certificate, Manner manner = Manner::speaks);
  TlsFront(const TlsFront&) = delete;
  TlsFront& operator=(const TlsFront&) = delete;
  ~TlsFront();

  [[nodiscard]] std::string address() const;  ///< "https://127.0.0.1:40124"
  [[nodiscard]] int connections() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace papers::test
