// Certificates as tests want them: made anew in every run, with the fault that is to be noticed.
#pragma once

#include <chrono>
#include <string>

namespace papers::test {

/// A certificate with its key, both in PEM.
struct Certificate {
  std::string pem;
  std::string key;
};

/// What a server's certificate says.
struct CertificateWishes {
  std::string name = "IP:127.0.0.1";  ///< whom it is for: "IP:...", "DNS:..."
  std::chrono::hours from{-24};       ///< from now on
  std::chrono::hours to{24};          ///< from now on
};

/// One that signs others, by itself.
[[nodiscard]] Certificate make_authority();
[[nodiscard]] Certificate make_certificate(const Certificate& authority,
                                           const CertificateWishes& wishes = {});

}  // namespace papers::test
