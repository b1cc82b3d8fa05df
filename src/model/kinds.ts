import type { Kind } from "./record.ts";

/** The kinds of objects that the catalogue has, in the order in which they are listed. */
export const CATALOG_KINDS = [
  "callout",
  "layer",
  "sublayer",
  "condition",
  "provider",
  "keying_module",
  "provider_context",
] as const satisfies readonly Kind[];
