import type { OptionSpec } from "../../cli/command.ts";
import { CATALOG_KINDS } from "../../model/kinds.ts";
import type { Kind } from "../../model/record.ts";

/**
 * Makes the option `--kind` with the summary of a command.
 *
 * @param summary What it does
 * @param kinds Its values; `-` may stand for `_`
 */
export function kindOption(
  summary: string,
  kinds: readonly Kind[] = CATALOG_KINDS,
): OptionSpec {
  return {
    name: "kind",
    value: "KIND",
    choices: kinds,
    completion: "kind",
    summary,
    details: `KIND is ${kinds.slice(0, -1).join(", ")} or ${kinds.at(-1)}.`,
  };
}
