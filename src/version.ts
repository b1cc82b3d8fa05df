import config from "../deno.json" with { type: "json" };

/** The version of the program, from `deno.json`: its only place. */
export const VERSION: string = config.version;
