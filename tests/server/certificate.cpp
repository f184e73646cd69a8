#include "server/certificate.hpp"

#include <cstring>
#include <memory>
#include <stdexcept>

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace papers::test {
namespace {

template <auto free>
struct Freeing {
  template <class T>
  void operator()(T* thing) const {
    free(thing);
  }
};
using Bio = std::unique_ptr<BIO, Freeing<BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using X = std::unique_ptr<X509, Freeing<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freeing<X509_EXTENSION_free>>;

void require(bool worked, const char* what) {
  if (!worked) {
    throw std::runtime_error(std::string("OpenSSL: ") + what);
  }
}

template <class Write>
std::string pem_of(Write write) {
  const Bio bio(BIO_new(BIO_s_mem()));
  require(write(bio.get()) == 1, "cannot write PEM");
  char* bytes = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &bytes);  // NOLINT: a macro of OpenSSL
  return {bytes, static_cast<std::size_t>(size)};
}

Certificate certificate_of(X509* x, EVP_PKEY* key) {
  return {pem_of([x](BIO* bio) { return PEM_write_bio_X509(bio, x); }), pem_of([key](BIO* bio) {
            return PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
          })};
}

Bio reading(const std::string& pem) {
  return Bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

void extend(X509* x, X509* issuer, int kind, const std::string& value) {
  X509V3_CTX context{};
  X509V3_set_ctx(&context, issuer, x, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  require(extension && X509_add_ext(x, extension.get(), -1) == 1, "cannot add an extension");
}

/// Without an issuer yet.
X blank(EVP_PKEY* key, const char* name, std::chrono::seconds from, std::chrono::seconds to) {
  static long serial = 1;
  X x(X509_new());
  X509_set_version(x.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(x.get()), serial++);
  X509_gmtime_adj(X509_getm_notBefore(x.get()), from.count());
  X509_gmtime_adj(X509_getm_notAfter(x.get()), to.count());
  const auto* bytes = reinterpret_cast<const unsigned char*>(name);  // NOLINT: OpenSSL's kind of text
  X509_NAME_add_entry_by_txt(X509_get_subject_name(x.get()), "CN", MBSTRING_ASC, bytes, -1, -1, 0);
  require(X509_set_pubkey(x.get(), key) == 1, "cannot set the key");
  return x;
}

void sign(X509* x, X509* issuer, EVP_PKEY* key) {
  X509_set_issuer_name(x, X509_get_subject_name(issuer));
  require(X509_sign(x, key, EVP_sha256()) > 0, "cannot sign");
}

}  // namespace

Certificate make_authority() {
  const Key key(EVP_EC_gen("P-256"));
  const X x = blank(key.get(), "An authority of the tests", std::chrono::hours(-48), std::chrono::hours(48));
  extend(x.get(), x.get(), NID_basic_constraints, "critical,CA:TRUE");
  extend(x.get(), x.get(), NID_key_usage, "critical,keyCertSign");
  sign(x.get(), x.get(), key.get());
  return certificate_of(x.get(), key.get());
}

Certificate make_certificate(const Certificate& authority, const CertificateWishes& wishes) {
  const X issuer(PEM_read_bio_X509(reading(authority.pem).get(), nullptr, nullptr, nullptr));
  const Key issuing(PEM_read_bio_PrivateKey(reading(authority.key).get(), nullptr, nullptr, nullptr));
  require(issuer && issuing, "cannot read the authority");
  const Key key(EVP_EC_gen("P-256"));
  const X x = blank(key.get(), "A server of the tests", wishes.from, wishes.to);
  extend(x.get(), issuer.get(), NID_subject_alt_name, wishes.name);
  sign(x.get(), issuer.get(), issuing.get());
  return certificate_of(x.get(), key.get());
}

}  // namespace papers::test
