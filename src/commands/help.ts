import type { CommandSpec } from "../cli/command.ts";
import { formatCommandHelp, formatProgramHelp } from "../cli/help.ts";
import { suggestion } from "../cli/suggestion.ts";
import { UsageError } from "../model/errors.ts";

/** `wfpcallout help`: the whole help of the program or of a command. */
export const HELP: CommandSpec = {
  name: "help",
  summary: "print the help of the program or of a command",
  description:
    "Prints usage, examples, description, options and exit codes, as COMMAND " +
    "--help does. COMMAND -h prints a shorter form.",
  arguments: [{
    name: "COMMAND",
    completion: "command",
    summary: "the command; without one the program",
  }],
  options: [],
  printsRecords: false,
  examples: [
    { command: "wfpcallout help", summary: "list the commands" },
    { command: "wfpcallout help resolve", summary: "explain resolve" },
  ],
  exitOne: null,
  run: async ({ arguments: [name], loadCommands, output }) => {
    const commands = await loadCommands();
    if (name === undefined) {
      output.raw(formatProgramHelp(commands, true));
      return true;
    }
    const spec = commands.find((command) => command.name === name);
    if (spec === undefined) {
      throw new UsageError(
        `Cannot explain "${name}": there is no such command`,
        suggestion(name, commands.map((command) => command.name)) ??
          { hint: "wfpcallout help lists the commands" },
      );
    }
    output.raw(formatCommandHelp(spec, true));
    return true;
  },
};
