#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

#include <fmt/format.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"

namespace papers::cli {
namespace {

// Each script asks `papers complete` for what may follow, so that they never go stale.
constexpr std::string_view k_bash =
    R"sh(# bash completion for papers; for this shell: eval "$(papers completion bash)"
_papers() {
  local cur="${COMP_WORDS[COMP_CWORD]}" words=("${COMP_WORDS[@]:0:COMP_CWORD+1}") cword word
  if declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref -n : cur words cword
    words=("${words[@]:0:cword+1}")
  fi
  COMPREPLY=()
  while IFS=$'\t' read -r word _; do
    COMPREPLY+=("$word")
  done < <("${words[0]}" complete -- "${words[@]:1}" 2>/dev/null)
  if declare -F __ltrim_colon_completions >/dev/null; then
    __ltrim_colon_completions "$cur"
  fi
}
complete -o default -F _papers papers pq
)sh";

constexpr std::string_view k_zsh = R"sh(#compdef papers pq
# zsh completion for papers; for this shell: eval "$(papers completion zsh)"
_papers() {
  local -a candidates
  local word description
  while IFS=$'\t' read -r word description; do
    candidates+=("${word//:/\\:}:${description}")
  done < <("${words[1]}" complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( ${#candidates} )); then
    _describe 'papers' candidates
  else
    _files
  fi
}
compdef _papers papers pq
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
    throw Failure(ExitCode::usage,
                  fmt::format("{}: no completion for this shell; expected bash, fish or zsh", shell));
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
    "Commands, options, formats, tags and items are completed from the library.",
    "eval \"$(papers completion bash)\"      # in ~/.bashrc\n"
    "papers completion fish > ~/.config/fish/completions/papers.fish",
    /*changes=*/false,
    declare};

}  // namespace papers::cli
