import type { Invocation } from "../../cli/command.ts";
import type { SourceIndex } from "../../sources/source_index.ts";

/**
 * Reads the sources that are added to the catalogue, if any is named.
 *
 * @returns Their objects by GUID and name; undefined if no source is named
 * @throws {UsageError} If the encoding is not known, whether it is needed or not
 */
export async function findAddedSources(
  invocation: Invocation,
): Promise<SourceIndex | undefined> {
  const { options } = invocation;
  const encoding = options.value("encoding");
  if (encoding !== undefined) await checkEncoding(encoding);
  if (!options.has("live") && !options.has("from")) return undefined;
  // Reading sources is half of the program, which most runs never load
  const { readAddedSources } = await import("./read_sources.ts");
  return await readAddedSources(invocation);
}

async function checkEncoding(encoding: string): Promise<void> {
  const { openDecoder } = await import("../../readers/piece_decoder.ts");
  openDecoder(encoding);
}
