/**
 * Completion scripts for shells, made from the rows of the commands. Names of
 * callouts and layers are in the script, so completing starts no process.
 *
 * @module
 */

import type { OptionSpec } from "./command.ts";
import { listOptions } from "./common_options.ts";
import {
  argumentValues,
  type CompletionFacts,
  optionWords,
  PROGRAM_OPTIONS,
  valuesOf,
} from "./completion_facts.ts";
import { formatPowerShell } from "./completions_powershell.ts";

/** The shells. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

/** A shell of {@linkcode SHELLS}. */
export type Shell = typeof SHELLS[number];

/**
 * Writes the completion script of a shell.
 *
 * @param shell The shell that is to run the script
 * @param facts The commands, and the words that are offered for values
 * @returns The script, with a comment that says how to load it
 */
export function formatCompletions(
  shell: Shell,
  facts: CompletionFacts,
): string {
  return SCRIPTS[shell](facts);
}

const SCRIPTS: Readonly<Record<Shell, (facts: CompletionFacts) => string>> = {
  bash: formatBash,
  zsh: formatZsh,
  fish: formatFish,
  powershell: formatPowerShell,
};

function formatBash(facts: CompletionFacts): string {
  const cases = facts.commands.map((spec) => {
    const options = listOptions(spec);
    const values = options.filter((option) => option.value !== undefined)
      .map((option) =>
        `        ${optionWords(option).join("|")}) ${
          bashOffer(valuesOf(option, facts))
        }; return ;;`
      );
    return [
      `    ${spec.name})`,
      '      case "$previous" in',
      ...values,
      "      esac",
      "      if [[ $current == -* ]]; then",
      `        ${bashOffer(options.flatMap(optionWords))}`,
      "      else",
      `        ${bashOffer(argumentValues(spec, facts))}`,
      "      fi ;;",
    ].join("\n");
  });
  return `# bash completion for wfpcallout
# Use it with: source <(wfpcallout completions bash)
${BASH_OFFER}
_wfpcallout() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  # Bash cuts --format=json into three words
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if ((COMP_CWORD == 1)); then
    if [[ $current == -* ]]; then
      ${bashOffer(PROGRAM_OPTIONS.flatMap(({ words }) => words))}
    else
      ${bashOffer(facts.commands.map(({ name }) => name))}
    fi
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
  esac
}
complete -o default -F _wfpcallout wfpcallout
`;
}

/** \`compgen\` heeds letter case, and bash 3.2 of macOS cannot change it. */
const BASH_OFFER =
  `# The words that begin with what is typed, in any case; symbols without prefix too
_wfpcallout_offer() {
  local word isSet=1
  shopt -q nocasematch || isSet=0
  shopt -s nocasematch
  for word; do
    if [[ $word == "$current"* ]]; then
      COMPREPLY+=("$word")
    elif [[ $word == FWPM_* && \${word#FWPM_*_} == "$current"* ]]; then
      COMPREPLY+=("\${word#FWPM_*_}")
    fi
  done
  ((isSet)) || shopt -u nocasematch
}`;

/** Names of files are left to bash. */
function bashOffer(words: readonly string[] | null): string {
  if (words === null || words.length === 0) return ":";
  return `_wfpcallout_offer ${words.join(" ")}`;
}

function formatZsh(facts: CompletionFacts): string {
  const cases = facts.commands.map((spec) => {
    const options = listOptions(spec).flatMap((option) =>
      optionWords(option).map((word) => zshOption(word, option, facts))
    );
    const values = argumentValues(spec, facts);
    return [
      `    ${spec.name})`,
      "      _arguments \\",
      ...options.map((option) => `        ${option} \\`),
      `        '*:argument:${zshAction(values)}' ;;`,
    ].join("\n");
  });
  return `#compdef wfpcallout
# Use it with: source <(wfpcallout completions zsh)
# Letter case does not count, and symbols go without their prefix too
_wfpcallout_offer() {
  compadd -M 'm:{[:lower:]}={[:upper:]} l:|=*' "$@"
}
_wfpcallout() {
  if ((CURRENT == 2)); then
    local -a commands=(
${
    facts.commands.map(({ name, summary }) =>
      `      '${name}:${zshText(summary)}'`
    ).join("\n")
  }
    )
    if [[ $words[2] == -* ]]; then
      compadd -- ${PROGRAM_OPTIONS.flatMap(({ words }) => words).join(" ")}
    else
      _describe command commands
    fi
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${cases.join("\n")}
  esac
}
# In a folder of fpath this file is the function; elsewhere it is sourced
if [[ \${funcstack[1]} == _wfpcallout ]]; then
  _wfpcallout "$@"
else
  compdef _wfpcallout wfpcallout
fi
`;
}

function zshOption(
  word: string,
  option: OptionSpec,
  facts: CompletionFacts,
): string {
  const summary = `[${zshText(option.summary)}]`;
  if (option.value === undefined) return `'${word}${summary}'`;
  const repeat = option.repeatable ? "*" : "";
  const equals = word.startsWith("--") ? "=" : "";
  return `'${repeat}${word}${equals}${summary}:${option.value}:${
    zshAction(valuesOf(option, facts))
  }'`;
}

function zshAction(words: readonly string[] | null): string {
  if (words === null) return "_files";
  return words.length === 0 ? "" : `_wfpcallout_offer ${words.join(" ")}`;
}

function zshText(text: string): string {
  return text.replace(
    /[[\]:']/g,
    (character) => character === "'" ? "'\\''" : `\\${character}`,
  );
}

function formatFish(facts: CompletionFacts): string {
  const lines = facts.commands.flatMap((spec) => {
    const when = `-n '__fish_seen_subcommand_from ${spec.name}'`;
    const options = listOptions(spec).map((option) => {
      const short = option.short === undefined ? "" : ` -s ${option.short}`;
      const value = option.value === undefined
        ? ""
        : ` ${fishValues(valuesOf(option, facts))}`;
      return `complete -c wfpcallout ${when} -l ${option.name}${short} -d '${
        fishText(option.summary)
      }'${value}`;
    });
    const values = argumentValues(spec, facts);
    if (values !== null && values.length === 0) return options;
    const words = values === null ? "-F" : `-a '${values.join(" ")}'`;
    return [...options, `complete -c wfpcallout ${when} ${words}`];
  });
  return [
    "# fish completion for wfpcallout",
    "# Use it with: wfpcallout completions fish | source",
    "complete -c wfpcallout -f",
    ...PROGRAM_OPTIONS.map(({ words: [short = "", long = ""], summary }) =>
      `complete -c wfpcallout -n __fish_use_subcommand -s ${
        short.slice(1)
      } -l ${long.slice(2)} -d '${fishText(summary)}'`
    ),
    ...facts.commands.map(({ name, summary }) =>
      `complete -c wfpcallout -n __fish_use_subcommand -a ${name} -d '${
        fishText(summary)
      }'`
    ),
    ...lines,
    "",
  ].join("\n");
}

function fishValues(words: readonly string[] | null): string {
  if (words === null) return "-r -F";
  return words.length === 0 ? "-x" : `-x -a '${words.join(" ")}'`;
}

function fishText(text: string): string {
  return text.replace(/[\\']/g, "\\$&");
}
