// PartFile: a large answer on its way into a file, which goes on where it stopped.
//
// What has come is kept in FILE.part, and in FILE.part.tag the server's mark of that version (RFC 9110, 8.8:
// a strong ETag, else the day of its last change). With both there the rest alone is asked for, on the
// condition that the version is still the same (If-Range); a server that has another one, or that knows
// nothing of parts, sends the whole, and it begins anew. Without a mark nothing is ever continued. A part
// whose mark or size contradicts what is there belongs to another version, and all is asked for again.
//
// Bytes are counted here, whatever was announced. An answer that begins otherwise than files of the wanted
// kind do is refused at its first bytes, and nothing of it stays; one that says it is a page, or too large,
// costs nothing of what came before.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "papers/http.hpp"

#include "util/descriptor.hpp"

namespace papers::net {

/// What a file of some kind looks like.
struct FileKind {
  std::string_view name;   ///< "PDF"
  std::string_view magic;  ///< with which it begins
  std::string_view end;    ///< which stands in its last kilobyte
  std::uint64_t max_bytes;
};

struct ContentRange;

class PartFile final : public BodySink {
 public:
  using Received = std::function<void(std::uint64_t done, std::optional<std::uint64_t> total)>;

  /// Opens what there is of the file, or begins one (0600). Throws Failure when that is impossible.
  PartFile(std::filesystem::path file, const FileKind& kind, Received received);
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;
  /// What has come stays for the next time; a part in which there is nothing goes.
  ~PartFile() override;

  [[nodiscard]] HttpHeaders wanted() const override;
  std::optional<HttpError> begin(const HttpResponse& head) override;
  std::optional<HttpError> write(std::string_view bytes) override;

  [[nodiscard]] std::uint64_t size() const { return m_size; }
  /// Whether something was there when it was opened.
  [[nodiscard]] bool was_there() const { return m_was_there; }
  /// The last error that begin() or write() returned; its message does not name the host.
  [[nodiscard]] const std::optional<HttpError>& trouble() const { return m_trouble; }
  /// Good when it ends as such files do; `again` while more may come; bad when all came that was announced.
  [[nodiscard]] Verdict verdict() const;

  /// Throws away what has come, so that the next attempt begins anew.
  void discard();
  /// Makes it last under its real name. Throws Failure, and leaves the part, when that is impossible.
  void keep();

 private:
  std::optional<HttpError> fail(HttpError::Kind kind, std::string message);
  std::optional<HttpError> fail_to_write();
  std::optional<HttpError> fail_as_too_large();
  [[nodiscard]] bool is_too_large(std::optional<std::uint64_t> total) const;
  [[nodiscard]] bool is_the_rest(const HttpResponse& head, const ContentRange& range) const;
  std::optional<HttpError> go_on(const HttpResponse& head);
  std::optional<HttpError> begin_anew(const HttpResponse& head);
  void remember_tag(const HttpResponse& head);
  [[nodiscard]] std::string tail() const;

  std::filesystem::path m_file;
  std::filesystem::path m_part;
  std::filesystem::path m_tag_file;
  FileKind m_kind;
  Received m_received;
  util::Descriptor m_descriptor;
  std::string m_tag;
  std::uint64_t m_size = 0;
  std::uint64_t m_said = 0;  ///< bytes at which `received` was called last
  std::optional<std::uint64_t> m_total;
  bool m_was_there = false;
  bool m_kept = false;
  std::optional<HttpError> m_trouble;
};

/// "bytes 100-199/200" (RFC 9110, 14.4): the first byte, and the size of the whole where it is known.
struct ContentRange {
  std::uint64_t first = 0;
  std::optional<std::uint64_t> total;
};
[[nodiscard]] std::optional<ContentRange> parse_content_range(std::string_view text);

}  // namespace papers::net
