import type { CommandSpec } from "../cli/command.ts";
import { COMPLETIONS } from "./completions.ts";
import { GENERATE } from "./generate.ts";
import { HELP } from "./help.ts";
import { RESOLVE } from "./resolve.ts";
import { SCHEMA } from "./schema.ts";
import { VALIDATE } from "./validate.ts";
import { VERSION_COMMAND } from "./version.ts";

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  RESOLVE,
  VALIDATE,
  GENERATE,
  SCHEMA,
  COMPLETIONS,
  VERSION_COMMAND,
  HELP,
];
