import type { CommandSpec } from "../cli/command.ts";
import { HELP } from "./help.ts";
import { VERSION_COMMAND } from "./version.ts";

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  VERSION_COMMAND,
  HELP,
];
