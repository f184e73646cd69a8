#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "util/edit_distance.hpp"

namespace papers::cli {
namespace {

// Each script asks `papers complete` for what may follow, so that they never go stale. A candidate that ends
// in
// ":" or "=" is to be gone on with, so no blank follows it.

// Bash parts words at ":" and "=", so they are joined again first, and what it has already typed is taken off
// the candidates at the end.
constexpr std::string_view k_bash =
    R"sh(# bash completion for papers; for this shell: eval "$(papers completion bash)"
_papers() {
  local rest="${COMP_LINE:0:COMP_POINT}" words=() word shorter i
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    shorter="${rest#"${rest%%[![:space:]]*}"}"
    ((i == COMP_CWORD)) && word="$shorter"
    if ((i > 0)) && [[ "$shorter" == "$rest" ]]; then
      words[${#words[@]}-1]+="$word"
    else
      words+=("$word")
    fi
    rest="${shorter#"$word"}"
  done
  local cur="${words[${#words[@]}-1]}" breaks="" typed=""
  [[ "$COMP_WORDBREAKS" == *:* ]] && breaks+=":"
  [[ "$COMP_WORDBREAKS" == *=* ]] && breaks+="="
  [[ -n "$breaks" ]] && typed="${cur%"${cur##*[$breaks]}"}"
  COMPREPLY=()
  while IFS=$'\t' read -r word _; do
    word="${word#"$typed"}"
    [[ -n "$word" ]] || continue
    printf -v word %q "$word"
    COMPREPLY+=("$word")
  done < <("${words[0]}" complete -- "${words[@]:1}" 2>/dev/null)
  if ((${#COMPREPLY[@]} == 1)) && [[ "${COMPREPLY[0]}" == *[:=] ]]; then
    compopt -o nospace
  fi
}
complete -o default -F _papers papers pq
)sh";

constexpr std::string_view k_zsh = R"sh(#compdef papers pq
# zsh completion for papers; for this shell: eval "$(papers completion zsh)"
_papers() {
  local -a whole open
  local word description
  while IFS=$'\t' read -r word description; do
    if [[ "$word" == *[:=] ]]; then
      open+=("${word//:/\\:}:${description}")
    else
      whole+=("${word//:/\\:}:${description}")
    fi
  done < <("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( ${#whole} + ${#open} )); then
    _describe -t papers papers whole -- open -S ''
  else
    _files
  fi
}
if [[ "$funcstack[1]" == _papers ]]; then
  _papers "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _papers papers pq
fi
)sh";

constexpr std::string_view k_fish =
    R"sh(# fish completion for papers; for this shell: papers completion fish | source
function __papers_complete
    set -l words (commandline -opc) (commandline -ct)
    $words[1] complete -- $words[2..-1] 2>/dev/null
end
complete -c papers -a '(__papers_complete)'
complete -c pq -a '(__papers_complete)'
)sh";

struct Script {
  std::string_view shell;
  std::string_view text;
};

constexpr std::array k_scripts{Script{"bash", k_bash}, Script{"fish", k_fish}, Script{"zsh", k_zsh}};

ExitCode run(const std::string& shell, Context& context) {
  const auto* script = std::find_if(k_scripts.begin(), k_scripts.end(),
                                    [&shell](const Script& row) { return row.shell == shell; });
  if (script == k_scripts.end()) {
    const auto meant = util::nearest(shell, std::array<std::string_view, 3>{"bash", "fish", "zsh"});
    throw Failure(ExitCode::usage,
                  fmt::format("{}: no completion for this shell; expected bash, fish or zsh{}", shell,
                              meant ? fmt::format(" (did you mean {}?)", *meant) : ""));
  }
  if (context.options().json) {
    throw Failure(ExitCode::usage, "--json: a completion script is for a shell, and no JSON; leave it out");
  }
  context.env().out << script->text;
  return ExitCode::done;
}

Action declare(Arguments& arguments) {
  auto shell = std::make_shared<std::string>();
  arguments.word("SHELL", *shell, "bash, fish or zsh");
  return [shell](Context& context) { return run(*shell, context); };
}

}  // namespace

const Command k_completion_command{
    "completion",
    "Care",
    "Print a completion script for a shell",
    "Commands, aliases, options and their values, conditions, tags and items are completed from the library.",
    "eval \"$(papers completion bash)\"      # in ~/.bashrc\n"
    "papers completion fish > ~/.config/fish/completions/papers.fish",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
