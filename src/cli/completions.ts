/**
 * Completion scripts for shells, made from the rows of the commands. Names of
 * callouts and layers are in the script, so completing starts no process.
 *
 * @module
 */

import type { CommandSpec, Completion, OptionSpec } from "./command.ts";
import { listOptions } from "./common_options.ts";

/** The shells. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;

/** A shell of {@linkcode SHELLS}. */
export type Shell = typeof SHELLS[number];

/** What the scripts are made from. */
export interface CompletionFacts {
  readonly commands: readonly CommandSpec[];
  /** The words of each sort, such as the names of the layers. */
  readonly words: Readonly<Partial<Record<Completion, readonly string[]>>>;
}

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

/** The words that may follow an option; null for file names. */
function valuesOf(
  { choices, completion }: Pick<OptionSpec, "choices" | "completion">,
  { words }: CompletionFacts,
): readonly string[] | null {
  if (choices !== undefined) return choices;
  if (completion === "file") return null;
  return words[completion ?? "none"] ?? [];
}

function optionWords({ name, short }: OptionSpec): string[] {
  return short === undefined ? [`--${name}`] : [`-${short}`, `--${name}`];
}

function argumentValues(
  spec: CommandSpec,
  facts: CompletionFacts,
): readonly string[] | null {
  const [argument] = spec.arguments;
  return argument === undefined ? [] : valuesOf(argument, facts);
}

function formatBash(facts: CompletionFacts): string {
  const cases = facts.commands.map((spec) => {
    const options = listOptions(spec);
    const values = options.filter((option) => option.value !== undefined)
      .map((option) =>
        `        ${optionWords(option).join("|")}) ${
          bashReply(valuesOf(option, facts))
        }; return ;;`
      );
    return [
      `    ${spec.name})`,
      '      case "$previous" in',
      ...values,
      "      esac",
      "      if [[ $current == -* ]]; then",
      `        ${bashReply(options.flatMap(optionWords))}`,
      "      else",
      `        ${bashReply(argumentValues(spec, facts))}`,
      "      fi ;;",
    ].join("\n");
  });
  return `# bash completion for wfpcallout
# Use it with: source <(wfpcallout completions bash)
_wfpcallout() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    ${bashReply(facts.commands.map(({ name }) => name))}
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
  esac
}
complete -o default -F _wfpcallout wfpcallout
`;
}

/** Names are matched without letter case, which \`compgen\` cannot do. */
function bashReply(words: readonly string[] | null): string {
  if (words === null) return 'COMPREPLY=($(compgen -f -- "$current"))';
  if (words.length === 0) return ":";
  return `COMPREPLY=($(compgen -W '${
    words.join(" ")
  }' -- "$current") $(compgen -W '${words.join(" ")}' -- "\${current^^}"))`;
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
_wfpcallout() {
  if ((CURRENT == 2)); then
    local -a commands=(
${
    facts.commands.map(({ name, summary }) =>
      `      '${name}:${zshText(summary)}'`
    ).join("\n")
  }
    )
    _describe command commands
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${cases.join("\n")}
  esac
}
compdef _wfpcallout wfpcallout
`;
}

function zshOption(
  word: string,
  option: OptionSpec,
  facts: CompletionFacts,
): string {
  const text = `${word}[${zshText(option.summary)}]`;
  if (option.value === undefined) return `'${text}'`;
  const repeat = option.repeatable ? "*" : "";
  return `'${repeat}${text}:${option.value}:${
    zshAction(valuesOf(option, facts))
  }'`;
}

function zshAction(words: readonly string[] | null): string {
  if (words === null) return "_files";
  return words.length === 0 ? "" : `(${words.join(" ")})`;
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

function formatPowerShell(facts: CompletionFacts): string {
  const commands = facts.commands.map((spec) => {
    const options = listOptions(spec).flatMap((option) =>
      optionWords(option).map((word) =>
        `            '${word}' = @('${psText(option.summary)}', ${
          psWords(
            option.value === undefined ? undefined : valuesOf(option, facts),
          )
        })`
      )
    );
    return [
      `    '${spec.name}' = @{`,
      `        Summary = '${psText(spec.summary)}'`,
      `        Values = ${psWords(argumentValues(spec, facts))}`,
      "        Options = @{",
      ...options,
      "        }",
      "    }",
    ].join("\n");
  });
  return `# PowerShell completion for wfpcallout
# Use it with: wfpcallout completions powershell | Out-String | Invoke-Expression
$script:WfpCalloutCommands = @{
${commands.join("\n")}
}
Register-ArgumentCompleter -Native -CommandName wfpcallout, wfpcallout.exe -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | ForEach-Object { $_.Extent.Text })
    if ($wordToComplete -eq '') { $words += '' }
    $tips = @{}
    if ($words.Count -le 2) {
        foreach ($name in $script:WfpCalloutCommands.Keys) {
            $tips[$name] = $script:WfpCalloutCommands[$name].Summary
        }
    } else {
        $command = $script:WfpCalloutCommands[$words[1]]
        if ($null -eq $command) { return }
        $before = $command.Options[$words[$words.Count - 2]]
        if ($null -ne $before -and $before.Count -gt 1 -and $null -ne $before[1]) {
            foreach ($value in $before[1]) { $tips[$value] = $value }
        } elseif ($wordToComplete -like '-*') {
            foreach ($option in $command.Options.Keys) { $tips[$option] = $command.Options[$option][0] }
        } else {
            foreach ($value in $command.Values) { $tips[$value] = $value }
        }
    }
    foreach ($text in ($tips.Keys | Sort-Object)) {
        if ($text -like "$wordToComplete*") {
            [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $tips[$text])
        }
    }
}
`;
}

/** An option without a value has null, file names are left to the shell. */
function psWords(words: readonly string[] | null | undefined): string {
  if (words === undefined) return "$null";
  return `@(${(words ?? []).map((word) => `'${psText(word)}'`).join(", ")})`;
}

function psText(text: string): string {
  return text.replaceAll("'", "''");
}
