#include "cli/paged_output.hpp"

#include <optional>
#include <ostream>
#include <streambuf>
#include <utility>

#include <fmt/format.h>

#include "util/command_words.hpp"
#include "util/strings.hpp"
#include "util/text.hpp"

namespace papers::cli {
namespace {

/// What was written to one of the streams, and to which.
struct Piece {
  bool to_err = false;
  std::string text;
};

/// Keeps what is written to one stream, in the order of both.
class Keeper final : public std::streambuf {
 public:
  Keeper(std::vector<Piece>& pieces, bool to_err) : m_pieces(pieces), m_to_err(to_err) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    if (m_pieces.empty() || m_pieces.back().to_err != m_to_err) {
      m_pieces.push_back({m_to_err, ""});
    }
    m_pieces.back().text.append(text, static_cast<std::size_t>(size));
    return size;
  }
  int_type overflow(int_type letter) override {
    if (!traits_type::eq_int_type(letter, traits_type::eof())) {
      const char c = traits_type::to_char_type(letter);
      xsputn(&c, 1);
    }
    return traits_type::not_eof(letter);
  }

 private:
  std::vector<Piece>& m_pieces;
  bool m_to_err;
};

/// One stream, kept until it is given back.
class KeptStream {
 public:
  KeptStream(std::ostream& stream, std::vector<Piece>& pieces, bool to_err)
      : m_stream(stream), m_keeper(pieces, to_err), m_own(stream.rdbuf(&m_keeper)) {}
  KeptStream(const KeptStream&) = delete;
  KeptStream& operator=(const KeptStream&) = delete;
  ~KeptStream() { m_stream.rdbuf(m_own); }

 private:
  std::ostream& m_stream;
  Keeper m_keeper;
  std::streambuf* m_own;
};

/// Whether so many lines of so many columns hold it, with one line left for what comes next.
bool fits(std::string_view text, const Terminal& terminal) {
  std::size_t lines = 0;
  for (const std::string_view line : util::split(text, '\n')) {
    lines += 1 + (util::width(line) > 0 ? (util::width(line) - 1) / terminal.columns : 0);
  }
  return lines <= terminal.rows;
}

/// What the reader says about pagers; nothing when he left it to us.
std::optional<std::string> chosen_pager(const Environment& environment) {
  const auto own = environment.variable("PAPERS_PAGER");
  return own ? own : environment.variable("PAGER");
}

bool wants_pager(const Environment& environment) {
  return environment.terminal.out && environment.page && !pager_command(environment).empty() &&
         environment.variable("TERM").value_or("dumb") != "dumb";
}

}  // namespace

class PagedOutput::Recording {
 public:
  explicit Recording(Environment& environment)
      : m_environment(environment), m_out(std::in_place, environment.out, m_pieces, /*to_err=*/false) {
    if (environment.terminal.err) {
      m_err.emplace(environment.err, m_pieces, /*to_err=*/true);
    }
  }

  void show() {
    m_out.reset();
    m_err.reset();
    std::string text;
    for (const Piece& piece : m_pieces) {
      text += piece.to_err ? "" : piece.text;
    }
    const bool paged = !fits(text, m_environment.terminal) && show_through_pager(text);
    for (const Piece& piece : m_pieces) {
      if (piece.to_err) {
        m_environment.err << piece.text << std::flush;
      } else if (!paged) {
        m_environment.out << piece.text << std::flush;
      }
    }
  }

 private:
  bool show_through_pager(const std::string& text) {
    const std::vector<std::string> command = pager_command(m_environment);
    const Result<int> status = m_environment.page(command, text);
    if (status ? *status != 0 : chosen_pager(m_environment).has_value()) {
      m_environment.err
          << util::printable(fmt::format(
                 "papers: {}; shown without a pager (PAPERS_PAGER sets another, --no-pager none)",
                 status ? fmt::format("{}: exit code {}", command.front(), *status) : status.error().message))
          << '\n';
    }
    return status && *status == 0;
  }

  Environment& m_environment;
  std::vector<Piece> m_pieces;
  std::optional<KeptStream> m_out;
  std::optional<KeptStream> m_err;
};

PagedOutput::PagedOutput(Environment& environment, bool wanted)
    : m_recording(wanted && wants_pager(environment) ? std::make_unique<Recording>(environment) : nullptr) {}

PagedOutput::~PagedOutput() {
  if (m_recording) {
    m_recording->show();
  }
}

std::vector<std::string> pager_command(const Environment& environment) {
  auto words = util::command_words(chosen_pager(environment).value_or("less -FRX"));
  return words && *words != std::vector<std::string>{"cat"} ? *std::move(words) : std::vector<std::string>{};
}

}  // namespace papers::cli
