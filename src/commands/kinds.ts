import type { OptionSpec } from "../cli/command.ts";
import type { Kind } from "../model/record.ts";

/** The kinds of objects that the catalogue has. */
export const CATALOG_KINDS = [
  "callout",
  "layer",
  "sublayer",
  "condition",
  "provider",
  "keying_module",
  "provider_context",
] as const satisfies readonly Kind[];

/** The values of `--kind`; `-` may stand for `_`. */
export const KIND_CHOICES: readonly string[] = [
  ...CATALOG_KINDS,
  "keying-module",
  "provider-context",
];

/** Makes the option `--kind` with the summary of a command. */
export function kindOption(summary: string): OptionSpec {
  return {
    name: "kind",
    value: "KIND",
    choices: KIND_CHOICES,
    completion: "kind",
    summary,
    details:
      "KIND is callout, layer, sublayer, condition, provider, keying_module or " +
      "provider_context.",
  };
}

/** The kind that an option's value names. */
export function parseKind(value: string | undefined): Kind | undefined {
  return value?.toLowerCase().replaceAll("-", "_") as Kind | undefined;
}
