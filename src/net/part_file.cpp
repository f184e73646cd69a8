#include "net/part_file.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "papers/error.hpp"

#include "util/atomic_file.hpp"
#include "util/strings.hpp"

namespace papers::net {
namespace {

using Kind = HttpError::Kind;

constexpr std::uint64_t k_between_reports = 64U << 10U;
constexpr std::size_t k_max_tag = 1024;
constexpr std::uint64_t k_tail = 1024;

std::filesystem::path with_ending(std::filesystem::path path, const char* ending) {
  path += ending;
  return path;
}

std::optional<std::uint64_t> to_size(std::string_view text) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  return error == std::errc() && !text.empty() && end == text.data() + text.size() ? std::optional(size)
                                                                                   : std::nullopt;
}

/// The tag, or "" where it could not be sent back in a header.
std::string if_usable(std::string tag) {
  const bool is_plain = std::all_of(tag.begin(), tag.end(), [](char c) { return c >= ' ' && c <= '~'; });
  return is_plain && tag.size() <= k_max_tag ? tag : "";
}

/// A mark under which a part may be continued; "" when the answer has none. Weak ETags name what reads the
/// same, not what is the same byte for byte.
std::string tag_of(const HttpResponse& head) {
  const std::string etag = head.header("etag").value_or("");
  const bool is_strong = etag.size() > 2 && etag.front() == '"' && etag.back() == '"';
  return if_usable(is_strong ? etag : head.header("last-modified").value_or(""));
}

/// Whether the answer says that it is of another version. A part need not repeat the day of the last change
/// where there is an ETag, so only marks of one sort are compared.
bool contradicts(const HttpResponse& head, const std::string& tag) {
  const auto mark = head.header(tag.starts_with('"') ? "etag" : "last-modified");
  return !tag.empty() && mark && *mark != tag;
}

std::string read_tag(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) {
    return "";
  }
  try {
    return if_usable(std::string(util::trim(util::read_file(file, k_max_tag + 1))));
  } catch (const Failure&) {
    return "";  // then it begins anew
  }
}

bool is_packed(const HttpResponse& head) {
  const std::string encoding = util::lower(head.header("content-encoding").value_or("identity"));
  return encoding != "identity";
}

bool is_page(const HttpResponse& head) {
  const std::string type = util::lower(head.header("content-type").value_or(""));
  return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

[[noreturn]] void throw_failure(const std::filesystem::path& path, std::string_view what) {
  throw Failure(ExitCode::failed, fmt::format("{}: {}: {}", path.string(), what, std::strerror(errno)));
}

}  // namespace

std::optional<ContentRange> parse_content_range(std::string_view text) {
  text = util::trim(text);
  if (!util::starts_with_ignoring_case(text, "bytes ")) {
    return std::nullopt;
  }
  text = util::trim(text.substr(6));
  const auto dash = text.find('-');
  const auto slash = text.find('/');
  if (dash == std::string_view::npos || slash == std::string_view::npos || dash > slash) {
    return std::nullopt;
  }
  const auto first = to_size(util::trim(text.substr(0, dash)));
  const auto last = to_size(text.substr(dash + 1, slash - dash - 1));
  const std::string_view whole = text.substr(slash + 1);
  const auto total = to_size(whole);
  const bool makes_sense = first && last && *first <= *last && (whole == "*" || (total && *last < *total));
  return makes_sense ? std::optional(ContentRange{*first, total}) : std::nullopt;
}

PartFile::PartFile(std::filesystem::path file, const FileKind& kind, Received received)
    : m_file(std::move(file)),
      m_part(with_ending(m_file, ".part")),
      m_tag_file(with_ending(m_part, ".tag")),
      m_kind(kind),
      m_received(std::move(received)),
      m_descriptor(::open(m_part.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600)) {
  struct stat status {};
  if (!m_descriptor.valid() || ::fstat(m_descriptor.get(), &status) != 0) {
    throw_failure(m_part, "cannot be written");
  }
  if (!S_ISREG(status.st_mode)) {
    throw Failure(ExitCode::failed, fmt::format("{}: is no file; remove it", m_part.string()));
  }
  m_size = static_cast<std::uint64_t>(status.st_size);
  m_was_there = m_size > 0;
  m_tag = read_tag(m_tag_file);
}

PartFile::~PartFile() {
  if (m_size == 0 && !m_kept) {
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
  }
}

HttpHeaders PartFile::wanted() const {
  HttpHeaders headers{{"accept-encoding", "identity"}};
  if (m_size > 0 && !m_tag.empty()) {
    headers.emplace_back("range", fmt::format("bytes={}-", m_size));
    headers.emplace_back("if-range", m_tag);
  }
  return headers;
}

std::optional<HttpError> PartFile::begin(const HttpResponse& head) {
  m_trouble.reset();
  if (is_packed(head)) {
    return fail(Kind::refused, fmt::format("the {} came packed, which was not asked for", m_kind.name));
  }
  return head.status == 206 ? go_on(head) : begin_anew(head);
}

std::optional<HttpError> PartFile::go_on(const HttpResponse& head) {
  const auto range = parse_content_range(head.header("content-range").value_or(""));
  if (!range || !is_the_rest(head, *range)) {
    discard();
    return fail(Kind::broken, "another part came than was asked for");
  }
  m_total = range->total ? range->total : m_total;
  if (is_too_large(m_total)) {
    discard();
    return fail_as_too_large();
  }
  return std::nullopt;
}

/// A server may say that it sends a part, and yet send one of what has taken the file's place.
bool PartFile::is_the_rest(const HttpResponse& head, const ContentRange& range) const {
  const bool has_mark = m_size == 0 || !m_tag.empty();
  const bool is_as_long = !m_total || !range.total || *m_total == *range.total;
  return range.first == m_size && has_mark && is_as_long && !is_page(head) && !contradicts(head, m_tag);
}

/// What came before is worth more than an answer that is no use, and goes only for one that may be the file.
std::optional<HttpError> PartFile::begin_anew(const HttpResponse& head) {
  if (is_page(head)) {
    return fail(Kind::refused, fmt::format("a web page came instead of a {}", m_kind.name));
  }
  const auto total = to_size(util::trim(head.header("content-length").value_or("")));
  if (is_too_large(total)) {
    return fail_as_too_large();
  }
  discard();
  m_total = total;
  remember_tag(head);
  return std::nullopt;
}

void PartFile::remember_tag(const HttpResponse& head) {
  m_tag = tag_of(head);
  if (m_tag.empty()) {
    return;
  }
  try {
    util::write_file(m_tag_file, m_tag + "\n", /*is_private=*/true);
  } catch (const Failure&) {
    m_tag.clear();  // it will begin anew the next time, which is no reason to refuse it now
  }
}

std::optional<HttpError> PartFile::write(std::string_view bytes) {
  if (m_size < m_kind.magic.size()) {
    const std::string_view expected = m_kind.magic.substr(static_cast<std::size_t>(m_size));
    const std::size_t compared = std::min(expected.size(), bytes.size());
    if (expected.substr(0, compared) != bytes.substr(0, compared)) {
      discard();
      return fail(Kind::refused, fmt::format("what came is no {}", m_kind.name));
    }
  }
  if (bytes.size() > m_kind.max_bytes - std::min(m_size, m_kind.max_bytes)) {
    discard();
    return fail_as_too_large();
  }
  while (!bytes.empty()) {
    const auto written = ::pwrite(m_descriptor.get(), bytes.data(), bytes.size(), static_cast<off_t>(m_size));
    if (written < 0 && errno != EINTR) {
      return fail_to_write();
    }
    const auto length = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
    bytes.remove_prefix(length);
    m_size += length;
  }
  if (m_received && (m_size - m_said >= k_between_reports || m_size == m_total)) {
    m_said = m_size;
    m_received(m_size, m_total);
  }
  return std::nullopt;
}

std::optional<HttpError> PartFile::fail(Kind kind, std::string message) {
  m_trouble = HttpError{kind, std::move(message)};
  return m_trouble;
}

bool PartFile::is_too_large(std::optional<std::uint64_t> total) const {
  return total && *total > m_kind.max_bytes;
}

std::optional<HttpError> PartFile::fail_as_too_large() {
  return fail(Kind::too_large,
              fmt::format("the {} is larger than {} MiB", m_kind.name, m_kind.max_bytes >> 20U));
}

std::optional<HttpError> PartFile::fail_to_write() {
  return fail(Kind::refused, fmt::format("{}: cannot be written: {}", m_part.string(), std::strerror(errno)));
}

std::string PartFile::tail() const {
  const std::uint64_t length = std::min(m_size, k_tail);
  std::string text(static_cast<std::size_t>(length), '\0');
  const auto read =
      ::pread(m_descriptor.get(), text.data(), text.size(), static_cast<off_t>(m_size - length));
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(read, 0)));
  return text;
}

Verdict PartFile::verdict() const {
  const bool has_begun = m_size > m_kind.magic.size();
  const bool ends = has_begun && tail().find(m_kind.end) != std::string::npos;
  const bool all_came = m_total && m_size >= *m_total;
  if (ends && (all_came || !m_total)) {
    return Verdict::good;
  }
  return all_came ? Verdict::bad : Verdict::again;
}

void PartFile::discard() {
  [[maybe_unused]] const int failed =
      ::ftruncate(m_descriptor.get(), 0);  // keep() cuts what is behind the end
  std::error_code ignored;
  std::filesystem::remove(m_tag_file, ignored);
  m_tag.clear();
  m_size = 0;
  m_said = 0;
  m_total.reset();
}

void PartFile::keep() {
  if (::ftruncate(m_descriptor.get(), static_cast<off_t>(m_size)) != 0 || ::fsync(m_descriptor.get()) != 0 ||
      ::rename(m_part.c_str(), m_file.c_str()) != 0) {
    throw_failure(m_file, "cannot be written");
  }
  m_kept = true;
  util::sync_folder(m_file.parent_path());
  std::error_code ignored;
  std::filesystem::remove(m_tag_file, ignored);
}

}  // namespace papers::net
