import type { CommandSpec } from "../cli/command.ts";
import { RESOLVE } from "./resolve.ts";

/** A command's name, and how to load what it is. */
export interface CommandEntry {
  readonly name: string;
  load(): Promise<CommandSpec>;
}

/**
 * All commands, in the order in which help lists them. Each is loaded when it is
 * asked for: the start of the program pays for one, not for all. `resolve` is
 * always there, since scripts call it most and it must start fastest.
 */
export const COMMANDS: readonly CommandEntry[] = [
  { name: "list", load: async () => (await import("./list.ts")).LIST },
  { name: "resolve", load: () => Promise.resolve(RESOLVE) },
  {
    name: "validate",
    load: async () => (await import("./validate.ts")).VALIDATE,
  },
  { name: "filters", load: async () => (await import("./filters.ts")).FILTERS },
  { name: "audit", load: async () => (await import("./audit.ts")).AUDIT },
  { name: "diff", load: async () => (await import("./diff.ts")).DIFF },
  { name: "events", load: async () => (await import("./events.ts")).EVENTS },
  {
    name: "annotate",
    load: async () => (await import("./annotate.ts")).ANNOTATE,
  },
  {
    name: "snapshot",
    load: async () => (await import("./snapshot.ts")).SNAPSHOT,
  },
  {
    name: "generate",
    load: async () => (await import("./generate.ts")).GENERATE,
  },
  { name: "schema", load: async () => (await import("./schema.ts")).SCHEMA },
  {
    name: "completions",
    load: async () => (await import("./completions.ts")).COMPLETIONS,
  },
  { name: "doctor", load: async () => (await import("./doctor.ts")).DOCTOR },
  {
    name: "version",
    load: async () => (await import("./version.ts")).VERSION_COMMAND,
  },
  { name: "help", load: async () => (await import("./help.ts")).HELP },
];

/**
 * Loads every command, for help and completions.
 *
 * @returns The commands in the order of the help
 */
export function loadCommands(): Promise<CommandSpec[]> {
  return Promise.all(COMMANDS.map(({ load }) => load()));
}
