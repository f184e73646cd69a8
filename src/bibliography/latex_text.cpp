#include "bibliography/latex_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "bibliography/latex_symbols.hpp"
#include "util/ascii.hpp"

namespace papers::bibliography {
namespace {

using util::is_letter;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t character_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xC0) {
    return 1;
  }
  return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// One pass from left to right; groups are a depth, not a recursion.
class Decoder {
 public:
  explicit Decoder(std::string_view latex) : m_latex(latex) { m_text.reserve(latex.size()); }

  std::string run() {
    while (m_at < m_latex.size()) {
      step(m_latex[m_at]);
    }
    print_accents_alone();
    return std::move(m_text);
  }

 private:
  void step(char c) {
    switch (c) {
      case '\\':
        command();
        return;
      case '{':
        open();
        return;
      case '}':
        close();
        return;
      case '$':
        m_math = !m_math;
        ++m_at;
        return;
      case '~':
        ++m_at;
        m_text += ' ';
        return;
      case '-':
      case '`':
      case '\'':
        ligature(c);
        return;
      case '^':
      case '_':
        script(c);
        return;
      default:
        character(c);
    }
  }

  void character(char c) {
    if (is_blank(c) && !m_accents.empty()) {
      ++m_at;  // an accent takes the letter behind the blank
      return;
    }
    const std::size_t length = std::min(character_length(c), m_latex.size() - m_at);
    print(m_latex.substr(m_at, length));
    m_at += length;
  }

  /// A letter or sign, with the accents that wait for one.
  void print(std::string_view letter) {
    m_text += letter;
    if (letter.empty()) {
      return;
    }
    std::for_each(m_accents.rbegin(), m_accents.rend(),
                  [this](const auto& accent) { m_text += accent.combining; });
    m_accents.clear();
  }

  /// "\~{}" is a tilde.
  void print_accents_alone() {
    for (const LatexAccent& accent : m_accents) {
      m_text += accent.spacing;
    }
    m_accents.clear();
  }

  void open() {
    ++m_at;
    ++m_depth;
  }

  void close() {
    ++m_at;
    print_accents_alone();
    if (!m_fractions.empty() && m_fractions.back() == m_depth) {
      m_fractions.pop_back();
      m_text += '/';
    }
    m_depth -= m_depth > 0 ? 1 : 0;
  }

  /// Dashes and quotes that are written as several signs.
  void ligature(char c) {
    const std::size_t end = std::min(m_latex.find_first_not_of(c, m_at), m_latex.size());
    const std::string_view run = m_latex.substr(m_at, end - m_at);
    m_at = end;
    if (!m_math && c == '-' && run.size() == 2) {
      print("–");
    } else if (!m_math && c == '-' && run.size() == 3) {
      print("—");
    } else if (!m_math && c != '-' && run.size() == 2) {
      print(c == '`' ? "“" : "”");
    } else {
      print(run);
    }
  }

  /// In mathematics a digit is raised or lowered; anything else keeps its sign: "n²", "x_i".
  void script(char c) {
    ++m_at;
    if (!m_math) {
      m_text += c;
      return;
    }
    const bool group = m_at + 2 < m_latex.size() && m_latex[m_at] == '{' && m_latex[m_at + 2] == '}';
    const std::size_t at = m_at + (group ? 1 : 0);
    const char digit = at < m_latex.size() ? m_latex[at] : '\0';
    if (digit < '0' || digit > '9') {
      m_text += c;
      return;
    }
    constexpr std::array<std::string_view, 10> k_raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    constexpr std::array<std::string_view, 10> k_lowered{"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"};
    m_text += (c == '^' ? k_raised : k_lowered)[static_cast<std::size_t>(digit - '0')];
    m_at = at + (group ? 2 : 1);
  }

  void command() {
    ++m_at;
    if (m_at == m_latex.size()) {
      return;
    }
    if (!is_letter(m_latex[m_at])) {
      const std::string_view name = m_latex.substr(m_at, character_length(m_latex[m_at]));
      m_at += name.size();
      sign(name);
      return;
    }
    std::size_t end = m_at;
    while (end < m_latex.size() && is_letter(m_latex[end])) {
      ++end;
    }
    const std::string_view name = m_latex.substr(m_at, end - m_at);
    m_at = end;
    word(name);
  }

  void sign(std::string_view name) {
    if (const auto accent = latex_accent(name)) {
      m_accents.push_back(*accent);
      return;
    }
    const char c = name.front();
    if (is_blank(c) || c == '\\' || c == ',' || c == ';' || c == ':') {
      m_text += ' ';
    } else if (c == '(' || c == ')' || c == '[' || c == ']') {
      m_math = c == '(' || c == '[';
    } else if (c != '-' && c != '!' && c != '/' && c != '@' && c != '+' && c != '*') {
      print(name);
    }
  }

  void word(std::string_view name) {
    if (const auto accent = latex_accent(name)) {
      m_accents.push_back(*accent);
      skip_blanks();
    } else if (!m_accents.empty() && (name.front() == 'i' || name.front() == 'j') && !latex_symbol(name)) {
      print(name.substr(0, 1));  // "\'\iaz", for "\'{\i}az"
      m_text += name.substr(1);
    } else if (!m_accents.empty() && (name == "i" || name == "j")) {
      print(name);  // without its dot, for the accent to take its place
      skip_blanks();
    } else if (name == "href") {
      skip_group();
    } else if (name == "frac" && at_group()) {
      m_fractions.push_back(m_depth + 1);
    } else if (const auto symbol = latex_symbol(name)) {
      print(*symbol);
      skip_blanks();
    } else if (!at_group()) {
      print(name);
    }
  }

  [[nodiscard]] bool at_group() const { return m_at < m_latex.size() && m_latex[m_at] == '{'; }

  void skip_blanks() {
    while (m_at < m_latex.size() && is_blank(m_latex[m_at])) {
      ++m_at;
    }
  }

  void skip_group() {
    int depth = 0;
    while (at_group() || depth > 0) {
      const std::size_t brace = m_latex.find_first_of("{}", m_at);
      if (brace == std::string_view::npos) {
        m_at = m_latex.size();
        return;
      }
      depth += m_latex[brace] == '{' ? 1 : -1;
      m_at = brace + 1;
      if (depth == 0) {
        return;
      }
    }
  }

  std::string_view m_latex;
  std::size_t m_at = 0;
  std::string m_text;
  std::vector<LatexAccent> m_accents;  ///< wait for a letter; the outermost first
  std::vector<int> m_fractions;        ///< depths of the groups that a stroke follows
  int m_depth = 0;
  bool m_math = false;
};

}  // namespace

std::string latex_to_text(std::string_view latex) {
  const bool plain = latex.find_first_of("\\{}$~`'^_") == std::string_view::npos &&
                     latex.find("--") == std::string_view::npos;
  return plain ? std::string(latex) : Decoder(latex).run();
}

std::string latex_to_address(std::string_view latex) {
  std::string text;
  for (std::size_t at = 0; at < latex.size(); ++at) {
    const std::string_view rest = latex.substr(at);
    if (rest.starts_with("\\url")) {
      at += 3;
    } else if (rest.starts_with("\\textasciitilde")) {
      text += '~';
      at += std::string_view("\\textasciitilde").size() - 1;
    } else if (rest.front() != '{' && rest.front() != '}' && rest.front() != '\\') {
      text += rest.front();
    }
  }
  return text;
}

}  // namespace papers::bibliography
