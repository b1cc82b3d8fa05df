import config from "../deno.json" with { type: "json" };

/** The version of the program, from `deno.json`: its only place. */
export const VERSION: string = config.version;

/** The version of the records' JSON: raised when a field is renamed, removed or changes its meaning. */
export const SCHEMA_VERSION = 1;
