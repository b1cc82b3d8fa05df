import type { CommandSpec } from "../cli/command.ts";
import { AUDIT } from "./audit.ts";
import { COMPLETIONS } from "./completions.ts";
import { DIFF } from "./diff.ts";
import { DOCTOR } from "./doctor.ts";
import { FILTERS } from "./filters.ts";
import { EVENTS } from "./events.ts";
import { GENERATE } from "./generate.ts";
import { HELP } from "./help.ts";
import { LIST } from "./list.ts";
import { RESOLVE } from "./resolve.ts";
import { SCHEMA } from "./schema.ts";
import { SNAPSHOT } from "./snapshot.ts";
import { VALIDATE } from "./validate.ts";
import { VERSION_COMMAND } from "./version.ts";

/** All commands, in the order in which help lists them. */
export const COMMANDS: readonly CommandSpec[] = [
  LIST,
  RESOLVE,
  VALIDATE,
  FILTERS,
  AUDIT,
  DIFF,
  SNAPSHOT,
  EVENTS,
  GENERATE,
  SCHEMA,
  COMPLETIONS,
  DOCTOR,
  VERSION_COMMAND,
  HELP,
];
