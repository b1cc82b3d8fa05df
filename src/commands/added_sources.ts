import type { Invocation } from "../cli/command.ts";
import type { SourceIndex } from "../sources/source_index.ts";

/**
 * Reads the sources that are added to the catalogue, if any is named.
 *
 * @returns Their objects by GUID and name; undefined if no source is named
 */
export async function findAddedSources(
  invocation: Invocation,
): Promise<SourceIndex | undefined> {
  const { options } = invocation;
  if (!options.has("live") && !options.has("from")) return undefined;
  // Reading sources is half of the program, which most runs never load
  const { readAddedSources } = await import("./read_sources.ts");
  return await readAddedSources(invocation);
}
