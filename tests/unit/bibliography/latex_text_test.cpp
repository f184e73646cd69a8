#include "bibliography/latex_text.hpp"

#include <string>

#include <doctest/doctest.h>

#include "util/text.hpp"

namespace papers::bibliography {
namespace {

std::string text(std::string_view latex) {
  return util::clean_line(latex_to_text(latex));
}

TEST_CASE("accents in every way of writing them become letters") {
  struct Row {
    const char* latex;
    const char* text;
  };
  const Row rows[] = {
      {R"(G{\"o}del)", "Gödel"},
      {R"(G\"{o}del)", "Gödel"},
      {R"(G\"odel)", "Gödel"},
      {R"(L{\'e}vy)", "Lévy"},
      {R"(\'{\i}zquierdo)", "ízquierdo"},
      {R"(Garc{\'\i}a)", "García"},
      {R"(W{\k{a}}sowski)", "Wąsowski"},
      {R"({\c C}a{\u{g}}lar)", "Çağlar"},
      {R"(Erd{\H o}s)", "Erdős"},
      {R"(Dvo{\v{r}}{\'a}k)", "Dvořák"},
      {R"(Fran\c{c}ois)", "François"},
      {R"({\AA}ngstr{\"o}m)", "Ångström"},
      {R"(R{\o}nnow)", "Rønnow"},
      {R"(\L{}ukasz)", "Łukasz"},
      {R"(Stra{\ss}e)", "Straße"},
      {R"(Nguy{\~{\^e}}n)", "Nguyễn"},
      {R"(\v Cech)", "Čech"},
      {R"(na{\"{\i}}ve)", "naïve"},
      {R"(D{\'\iaz})", "Díaz"},
      {R"(Kl\=asens)", "Klāsens"},
      {R"(\.Istanbul)", "İstanbul"},
      {R"({\'{}})", "´"},
      {R"(a\~{}b\^{}c)", "a~b^c"},
      {R"(caf\'e)", "café"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.latex);
    CHECK(text(row.latex) == row.text);
  }
}

TEST_CASE("signs, dashes, quotes and spaces become what they print") {
  CHECK(text(R"(50\% of R\&D costs \$5 \#1 a\_b \{x\})") == "50% of R&D costs $5 #1 a_b {x}");
  CHECK(text("pages 1--2 --- ``quoted'' `one'") == "pages 1–2 — “quoted” `one'");
  CHECK(text(R"(van~der~Waals M.\,Smith line\\break)") == "van der Waals M. Smith line break");
  CHECK(text(R"(\textcopyright{} 2020 \textendash\ \ldots\ {\textbackslash}x)") == "© 2020 – … \\x");
}

TEST_CASE("mathematics becomes signs where there are any") {
  CHECK(text(R"($\lambda$-calculus in $O(n^2)$, CO$_{2}$, $x_i \leq \infty$)") ==
        "λ-calculus in O(n²), CO₂, x_i ≤∞");
  CHECK(text(R"(\(\alpha\) and $\frac{a}{b}$)") == "α and a/b");
}

TEST_CASE("formatting goes, unknown commands leave what they were given") {
  CHECK(text(R"({{CLLMs}}: \emph{Consistency} \textbf{Large {\it Language}} Models)") ==
        "CLLMs: Consistency Large Language Models");
  CHECK(text(R"(\CDBTune: \unknown{kept} \href{http://x.org}{shown})") == "CDBTune: kept shown");
  CHECK(text(R"(the {\LaTeX} way, \LaTeX\ too)") == "the LaTeX way, LaTeX too");
}

TEST_CASE("markup that is broken or deep does no harm") {
  CHECK(text("a}b{c") == "abc");
  CHECK(text("ends with \\") == "ends with");
  CHECK(text("\\href{never closed") == "");
  CHECK(text("\\'") == "´");
  const std::string deep(100'000, '{');
  CHECK(text(deep + "x").substr(0, 1) == "x");
  std::string accents;
  for (int i = 0; i < 50'000; ++i) {
    accents += "\\'{";
  }
  CHECK(text(accents + "e").size() > 1);
}

TEST_CASE("addresses keep their signs") {
  CHECK(latex_to_address(R"(\url{http://x.org/\~{}a\_b?c=1\&d=2\%20})") == "http://x.org/~a_b?c=1&d=2%20");
  CHECK(latex_to_address("https://doi.org/10.1007/978-3-030-45388-6{\\_}6") ==
        "https://doi.org/10.1007/978-3-030-45388-6_6");
}

}  // namespace
}  // namespace papers::bibliography
