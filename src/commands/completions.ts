import { listRecords } from "../catalog/list_records.ts";
import type { CommandSpec } from "../cli/command.ts";
import { formatCompletions, type Shell, SHELLS } from "../cli/completions.ts";
import { UsageError } from "../model/errors.ts";
import { CATALOG_KINDS } from "../model/kinds.ts";

/** `wfpcallout completions`: tab completion for shells. */
export const COMPLETIONS: CommandSpec = {
  name: "completions",
  summary: "print a tab completion script for a shell",
  description:
    "Prints a script that completes commands, options and the names of " +
    "callouts, layers and providers in bash, zsh, fish or PowerShell. The " +
    "names are in the script: completing starts no program.",
  arguments: [{
    name: "SHELL",
    required: true,
    choices: SHELLS,
    summary: "bash, zsh, fish or powershell",
  }],
  options: [],
  printsRecords: false,
  examples: [
    {
      command: "wfpcallout completions bash",
      summary: "print the script for bash, to be sourced by ~/.bashrc",
    },
    {
      command: "wfpcallout completions powershell",
      summary: "print the script for PowerShell, to be run by $PROFILE",
    },
  ],
  exitOne: null,
  run: async ({ arguments: [name = ""], loadCommands, output }) => {
    // The program of PowerShell 7 is named pwsh
    const fold = name.toLowerCase().replace(/^pwsh$/, "powershell");
    const shell = SHELLS.find((each) => each === fold);
    if (shell === undefined) throw unknownShell(name);
    const commands = await loadCommands();
    output.raw(
      formatCompletions(shell as Shell, {
        commands,
        words: {
          callout: symbolsOf("callout"),
          layer: symbolsOf("layer"),
          provider: symbolsOf("provider"),
          kind: CATALOG_KINDS,
          command: commands.map((command) => command.name),
        },
      }),
    );
    return true;
  },
};

function symbolsOf(kind: "callout" | "layer" | "provider"): string[] {
  return listRecords(kind).flatMap(({ name, aliases, builtin }) =>
    builtin && name !== null ? [name, ...aliases] : []
  );
}

function unknownShell(name: string): UsageError {
  return new UsageError(
    `Cannot print completions for "${name}": the shells are bash, zsh, fish and powershell`,
  );
}
