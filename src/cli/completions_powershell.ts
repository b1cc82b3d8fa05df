import { listOptions } from "./common_options.ts";
import {
  argumentValues,
  type CompletionFacts,
  optionWords,
  PROGRAM_OPTIONS,
  valuesOf,
} from "./completion_facts.ts";

/** Writes the completion script of PowerShell, of Windows PowerShell too. */
export function formatPowerShell(facts: CompletionFacts): string {
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
    if ($words.Count -le 2 -and $wordToComplete -like '-*') {
${
    PROGRAM_OPTIONS.flatMap(({ words, summary }) =>
      words.map((word) => `        $tips['${word}'] = '${psText(summary)}'`)
    ).join("\n")
  }
    } elseif ($words.Count -le 2) {
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
    # Symbols go without their prefix too
    foreach ($text in @($tips.Keys)) {
        if ($text -match '^FWPM_[A-Z]+_' -and $text -notlike "$wordToComplete*") {
            $tips[$text.Substring($Matches[0].Length)] = $tips[$text]
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
