// Moving through the text of a BibTeX file: openings of entries, pieces of values, where braces close.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bibliography/line_counter.hpp"

namespace papers::bibliography {

/// Ends the reading of an entry. Thrown by the scanner, caught by parse_bibtex.
struct BrokenEntry {
  std::size_t at = 0;   ///< where reading may go on
  std::string what;     ///< "does not end", to follow the name of the entry
  bool at_end = false;  ///< the text ended within the entry
};

/// The beginning of "@type{" or "@type(".
struct BibtexOpening {
  std::size_t at = 0;
  std::string type{};    ///< in lower case
  std::size_t body = 0;  ///< behind the brace
  char close = '}';
};

class BibtexScanner {
 public:
  /// The text must outlive the scanner.
  explicit BibtexScanner(std::string_view text) : m_text(text), m_lines(text) {}

  [[nodiscard]] std::size_t at() const { return m_at; }
  void go_to(std::size_t at) { m_at = at < m_text.size() ? at : m_text.size(); }
  [[nodiscard]] int line_of(std::size_t at) { return m_lines.line_of(at); }
  [[nodiscard]] std::string_view part(std::size_t from, std::size_t to) const {
    return m_text.substr(from, to - from);
  }
  [[nodiscard]] std::size_t size() const { return m_text.size(); }

  /// The next entry from here; what stands behind a "%" on its line is none, as every reader of the file
  /// would say. Does not move.
  [[nodiscard]] std::optional<BibtexOpening> next_opening() const;

  void skip_blanks();
  void skip_blanks_and_commas();
  /// The sign here, '\0' at the end.
  [[nodiscard]] char sign() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  /// Skips blanks; throws BrokenEntry when nothing follows.
  char need_sign();
  /// Signs up to a blank or one of `ends`, at most `most`.
  std::string_view word(std::string_view ends, std::size_t most);
  /// What stands in the braces or quotes that open here.
  std::string_view delimited();
  /// The next of these signs from here; throws BrokenEntry when there is none.
  [[nodiscard]] std::size_t find(std::string_view signs) const;

  /// From now on an entry ends at the latest where a line begins another one.
  void distrust_braces() { m_distrusts_braces = true; }
  [[nodiscard]] bool distrusts_braces() const { return m_distrusts_braces; }

  /// A few signs from here, for messages.
  [[nodiscard]] std::string shown() const;

 private:
  [[nodiscard]] std::optional<BibtexOpening> opening_at(std::size_t at) const;
  [[nodiscard]] std::size_t end_of_blanks(std::size_t at) const;
  std::size_t next_of(std::string_view signs, std::size_t from);
  std::size_t end_of_braces(std::size_t from);
  std::size_t end_of_quotes(std::size_t from);

  std::string_view m_text;
  LineCounter m_lines;
  std::size_t m_at = 0;
  bool m_distrusts_braces = false;
};

}  // namespace papers::bibliography
