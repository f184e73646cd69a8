#include "bibliography/latex_symbols.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <span>

namespace papers::bibliography {
namespace {

// The tables are sorted by command, each command once, so that a search halves its way to it.

struct Symbol {
  std::string_view command;
  std::string_view printed;
};

constexpr Symbol k_letters[] = {
    {"AA", "Å"},        {"AE", "Æ"}, {"BibTeX", "BibTeX"}, {"DH", "Ð"},     {"DJ", "Đ"},  {"L", "Ł"},
    {"LaTeX", "LaTeX"}, {"NG", "Ŋ"}, {"O", "Ø"},           {"OE", "Œ"},     {"SS", "SS"}, {"TH", "Þ"},
    {"TeX", "TeX"},     {"aa", "å"}, {"ae", "æ"},          {"cprime", "′"}, {"dh", "ð"},  {"dj", "đ"},
    {"i", "ı"},         {"j", "ȷ"},  {"l", "ł"},           {"ng", "ŋ"},     {"o", "ø"},   {"oe", "œ"},
    {"ss", "ß"},        {"th", "þ"},
};

constexpr Symbol k_greek[] = {
    {"Delta", "Δ"},   {"Gamma", "Γ"},  {"Lambda", "Λ"},   {"Omega", "Ω"},      {"Phi", "Φ"},
    {"Pi", "Π"},      {"Psi", "Ψ"},    {"Sigma", "Σ"},    {"Theta", "Θ"},      {"Upsilon", "Υ"},
    {"Xi", "Ξ"},      {"alpha", "α"},  {"beta", "β"},     {"chi", "χ"},        {"delta", "δ"},
    {"epsilon", "ε"}, {"eta", "η"},    {"gamma", "γ"},    {"iota", "ι"},       {"kappa", "κ"},
    {"lambda", "λ"},  {"mu", "μ"},     {"nu", "ν"},       {"omega", "ω"},      {"phi", "φ"},
    {"pi", "π"},      {"psi", "ψ"},    {"rho", "ρ"},      {"sigma", "σ"},      {"tau", "τ"},
    {"textmu", "µ"},  {"theta", "θ"},  {"upsilon", "υ"},  {"varepsilon", "ε"}, {"varphi", "φ"},
    {"varpi", "ϖ"},   {"varrho", "ϱ"}, {"varsigma", "ς"}, {"vartheta", "ϑ"},   {"xi", "ξ"},
    {"zeta", "ζ"},
};

constexpr Symbol k_signs[] = {
    {"P", "¶"},
    {"S", "§"},
    {"ast", "*"},
    {"backslash", "\\"},
    {"cdots", "⋯"},
    {"copyright", "©"},
    {"degree", "°"},
    {"dots", "…"},
    {"euro", "€"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"guilsinglleft", "‹"},
    {"guilsinglright", "›"},
    {"lbrace", "{"},
    {"ldots", "…"},
    {"pounds", "£"},
    {"quotedblbase", "„"},
    {"quotesinglbase", "‚"},
    {"rbrace", "}"},
    {"slash", "/"},
    {"textasciicircum", "^"},
    {"textasciidieresis", "¨"},
    {"textasciitilde", "~"},
    {"textbackslash", "\\"},
    {"textbar", "|"},
    {"textbraceleft", "{"},
    {"textbraceright", "}"},
    {"textbullet", "•"},
    {"textcopyright", "©"},
    {"textdegree", "°"},
    {"textdollar", "$"},
    {"textellipsis", "…"},
    {"textemdash", "—"},
    {"textendash", "–"},
    {"texteuro", "€"},
    {"textexclamdown", "¡"},
    {"textgreater", ">"},
    {"textleftarrow", "←"},
    {"textless", "<"},
    {"textonehalf", "½"},
    {"textordfeminine", "ª"},
    {"textordmasculine", "º"},
    {"textparagraph", "¶"},
    {"textperiodcentered", "·"},
    {"textpm", "±"},
    {"textquestiondown", "¿"},
    {"textquotedbl", "\""},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotesingle", "'"},
    {"textregistered", "®"},
    {"textrightarrow", "→"},
    {"textsection", "§"},
    {"textsterling", "£"},
    {"texttimes", "×"},
    {"texttrademark", "™"},
    {"textunderscore", "_"},
};

constexpr Symbol k_mathematics[] = {
    {"Box", "□"},       {"Im", "ℑ"},
    {"Leftarrow", "⇐"}, {"Leftrightarrow", "⇔"},
    {"Re", "ℜ"},        {"Rightarrow", "⇒"},
    {"aleph", "ℵ"},     {"approx", "≈"},
    {"bigcirc", "◯"},   {"bot", "⊥"},
    {"bullet", "•"},    {"cap", "∩"},
    {"cdot", "·"},      {"circ", "∘"},
    {"cos", "cos"},     {"cup", "∪"},
    {"div", "÷"},       {"downarrow", "↓"},
    {"ell", "ℓ"},       {"emptyset", "∅"},
    {"equiv", "≡"},     {"exists", "∃"},
    {"exp", "exp"},     {"flat", "♭"},
    {"forall", "∀"},    {"ge", "≥"},
    {"geq", "≥"},       {"geqslant", "≥"},
    {"gg", "≫"},        {"hbar", "ℏ"},
    {"in", "∈"},        {"infty", "∞"},
    {"int", "∫"},       {"land", "∧"},
    {"langle", "⟨"},    {"le", "≤"},
    {"leftarrow", "←"}, {"leftrightarrow", "↔"},
    {"leq", "≤"},       {"leqslant", "≤"},
    {"lim", "lim"},     {"ll", "≪"},
    {"ln", "ln"},       {"log", "log"},
    {"lor", "∨"},       {"mapsto", "↦"},
    {"max", "max"},     {"min", "min"},
    {"models", "⊨"},    {"mp", "∓"},
    {"multimap", "⊸"},  {"nabla", "∇"},
    {"ne", "≠"},        {"neg", "¬"},
    {"neq", "≠"},       {"notin", "∉"},
    {"oplus", "⊕"},     {"otimes", "⊗"},
    {"partial", "∂"},   {"perp", "⊥"},
    {"pm", "±"},        {"prime", "′"},
    {"prod", "∏"},      {"propto", "∝"},
    {"rangle", "⟩"},    {"rightarrow", "→"},
    {"sharp", "♯"},     {"sim", "∼"},
    {"simeq", "≃"},     {"sin", "sin"},
    {"sqrt", "√"},      {"square", "□"},
    {"star", "⋆"},      {"subset", "⊂"},
    {"subseteq", "⊆"},  {"sum", "∑"},
    {"times", "×"},     {"to", "→"},
    {"top", "⊤"},       {"uparrow", "↑"},
    {"vdash", "⊢"},     {"vee", "∨"},
    {"wedge", "∧"},
};

constexpr Symbol k_spaces[] = {
    {"linebreak", " "}, {"newline", " "}, {"par", " "}, {"qquad", " "}, {"quad", " "}, {"space", " "},
};

/// What only formats prints nothing.
constexpr Symbol k_formatting[] = {
    {"Big", ""},
    {"Large", ""},
    {"NoCaseChange", ""},
    {"allowbreak", ""},
    {"bf", ""},
    {"bibinfo", ""},
    {"big", ""},
    {"boldsymbol", ""},
    {"cal", ""},
    {"displaystyle", ""},
    {"em", ""},
    {"emph", ""},
    {"enquote", ""},
    {"ensuremath", ""},
    {"footnotesize", ""},
    {"hbox", ""},
    {"it", ""},
    {"large", ""},
    {"left", ""},
    {"limits", ""},
    {"lowercase", ""},
    {"mathbb", ""},
    {"mathbf", ""},
    {"mathcal", ""},
    {"mathfrak", ""},
    {"mathit", ""},
    {"mathrm", ""},
    {"mathscr", ""},
    {"mathsf", ""},
    {"mathsl", ""},
    {"mathtt", ""},
    {"mbox", ""},
    {"nobreak", ""},
    {"noopsort", ""},
    {"normalsize", ""},
    {"operatorname", ""},
    {"protect", ""},
    {"relax", ""},
    {"right", ""},
    {"rm", ""},
    {"sc", ""},
    {"sf", ""},
    {"sl", ""},
    {"small", ""},
    {"text", ""},
    {"textbf", ""},
    {"textit", ""},
    {"textmd", ""},
    {"textnormal", ""},
    {"textrm", ""},
    {"textsc", ""},
    {"textsf", ""},
    {"textsl", ""},
    {"textsubscript", ""},
    {"textsuperscript", ""},
    {"texttt", ""},
    {"textup", ""},
    {"tiny", ""},
    {"tt", ""},
    {"underline", ""},
    {"uppercase", ""},
    {"xspace", ""},
};

struct Accent {
  std::string_view command;
  LatexAccent accent;
};

constexpr Accent k_accents[] = {
    {"\"", {"\u0308", "¨"}}, {"'", {"\u0301", "´"}}, {".", {"\u0307", "˙"}}, {"=", {"\u0304", "¯"}},
    {"H", {"\u030B", "˝"}},  {"^", {"\u0302", "^"}}, {"`", {"\u0300", "`"}}, {"b", {"\u0331", ""}},
    {"bar", {"\u0304", ""}}, {"c", {"\u0327", "¸"}}, {"d", {"\u0323", ""}},  {"hat", {"\u0302", ""}},
    {"k", {"\u0328", "˛"}},  {"r", {"\u030A", "˚"}}, {"t", {"\u0361", ""}},  {"tilde", {"\u0303", ""}},
    {"u", {"\u0306", "˘"}},  {"v", {"\u030C", "ˇ"}}, {"~", {"\u0303", "~"}},
};

constexpr std::span<const Symbol> k_tables[] = {k_letters,     k_greek,  k_signs,
                                                k_mathematics, k_spaces, k_formatting};

constexpr auto k_command_of = [](const auto& row) { return row.command; };

constexpr bool is_sorted(const auto& table) {
  return std::ranges::adjacent_find(table, std::ranges::greater_equal(), k_command_of) ==
         std::ranges::end(table);
}

static_assert(std::ranges::all_of(k_tables, [](const auto& table) { return is_sorted(table); }));
static_assert(is_sorted(k_accents));

/// The row of a command; null for none.
const auto* row_of(const auto& table, std::string_view command) {
  const auto place = std::ranges::lower_bound(table, command, {}, k_command_of);
  const bool found = place != std::ranges::end(table) && place->command == command;
  return found ? &*place : nullptr;
}

}  // namespace

std::optional<std::string_view> latex_symbol(std::string_view command) {
  for (const std::span<const Symbol> table : k_tables) {
    if (const Symbol* const symbol = row_of(table, command)) {
      return symbol->printed;
    }
  }
  return std::nullopt;
}

std::optional<LatexAccent> latex_accent(std::string_view command) {
  const Accent* const row = row_of(k_accents, command);
  return row == nullptr ? std::nullopt : std::optional(row->accent);
}

}  // namespace papers::bibliography
