#include "app/import_text.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <sstream>
#include <streambuf>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "papers/error.hpp"

#include "app/read_text.hpp"
#include "bibliography/text_encoding.hpp"
#include "util/strings.hpp"

namespace papers::app {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<std::string_view, 2> k_marks_of_utf16{"\xFF\xFE", "\xFE\xFF"};

/// A stream that was read a little into, from its beginning: standard input cannot be wound back.
class WoundBack final : public std::streambuf {
 public:
  WoundBack(std::string head, std::streambuf& rest) : m_head(std::move(head)), m_rest(&rest) {
    setg(m_head.data(), m_head.data(), m_head.data() + m_head.size());
  }

 protected:
  int_type underflow() override {
    const auto count = m_rest->sgetn(m_buffer.data(), static_cast<std::streamsize>(m_buffer.size()));
    if (count <= 0) {
      return traits_type::eof();
    }
    setg(m_buffer.data(), m_buffer.data(), m_buffer.data() + count);
    return traits_type::to_int_type(m_buffer.front());
  }

 private:
  std::string m_head;
  std::streambuf* m_rest;
  std::array<char, 64U << 10U> m_buffer{};
};

std::string read_head(std::istream& in) {
  std::string head(k_import_head, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  if (head.starts_with(k_byte_order_mark)) {
    head.erase(0, k_byte_order_mark.size());
  }
  return head;
}

/// Nothing but blanks, or the list of no works that a program writes.
bool says_nothing(std::string_view text) {
  text = util::trim(text);
  return text.empty() || (text.starts_with('[') && text.ends_with(']') && util::trim(text.substr(1)) == "]");
}

ImportReport nothing_to_import() {
  ImportReport report;
  report.notes.emplace_back("nothing to import: it is empty");
  return report;
}

bool is_utf16(std::string_view head) {
  return std::any_of(k_marks_of_utf16.begin(), k_marks_of_utf16.end(),
                     [head](std::string_view mark) { return head.starts_with(mark); });
}

const ImportFormat& format_of(std::string_view head, const std::string& name) {
  const auto formats = import_formats();
  const auto found = std::find_if(formats.begin(), formats.end(),
                                  [head](const ImportFormat& format) { return format.fits(head); });
  if (found != formats.end()) {
    return *found;
  }
  std::vector<std::string_view> summaries;
  for (const ImportFormat& format : formats) {
    summaries.push_back(format.summary);
  }
  throw Failure(ExitCode::failed, fmt::format("{}: not a format that can be imported; expected {}", name,
                                              fmt::join(summaries, ", ")));
}

}  // namespace

ImportReport import_text(std::istream& in, const std::string& name, const ImportTools& tools) {
  std::string head = read_head(in);
  if (in.bad()) {
    throw Failure(ExitCode::failed, fmt::format("{}: cannot be read; nothing was imported", name));
  }
  if (says_nothing(head) && in.eof()) {
    return nothing_to_import();
  }
  WoundBack buffer(head, *in.rdbuf());
  std::istream whole(&buffer);
  if (is_utf16(
          head)) {  // brought to UTF-8 as a whole, so that formats that are read line by line take it too
    std::istringstream converted(read_text(whole, name));
    return import_text(converted, name, tools);
  }
  const ImportFormat& format = format_of(bibliography::to_utf8(head), name);
  ImportReport report = format.read(whole, name, tools);
  report.format = format.name;
  return report;
}

}  // namespace papers::app
