const FIXTURE = new URL("../testdata/netsh/state.xml", import.meta.url);
/** Real states have 99 layers; the fixture has 3. */
const COPIES = 33;
const LISTS = /(?<=<filters[^>]*>)[^]*?(?=<\/filters>)/g;
const FILTER = /<item>\s*<filterKey>[^]*?<\/effectiveWeight>\s*<\/item>\s*/g;

/**
 * Writes a state as large as a real one: the layers of the fixture again and again,
 * with their filters repeated within each, every filter with a key of its own. Those
 * with a callout are not repeated: in a real state they are one in twenty. Its letters
 * are of Latin-1, as in the states of most machines: a text is half as large then.
 *
 * @param path Where
 * @param sizeBytes About how large
 * @returns How large it is, in bytes
 */
export function writeState(path: string, sizeBytes: number): number {
  const text = Deno.readTextFileSync(FIXTURE)
    .replaceAll(/[^\0-\xff]/g, "x");
  const start = text.indexOf("<item>", text.indexOf("<layers"));
  const end = text.indexOf("</layers>");
  const layers = text.slice(start, end);
  const plainLength = (layers.match(LISTS) ?? []).map(withoutCallouts)
    .join("").length;
  const times = Math.round((sizeBytes / COPIES - layers.length) / plainLength);
  let key = 0;
  const repeated = layers.replaceAll(
    LISTS,
    (filters) => filters + withoutCallouts(filters).repeat(times),
  ).repeat(COPIES).replaceAll(
    /(?<=<filterKey>\{)[0-9a-f]{8}/g,
    () => (key++).toString(16).padStart(8, "0"),
  );
  const bytes = new TextEncoder().encode(
    text.slice(0, start) + repeated + text.slice(end),
  );
  Deno.writeFileSync(path, bytes);
  return bytes.length;
}

function withoutCallouts(filters: string): string {
  return (filters.match(FILTER) ?? [])
    .filter((filter) => !filter.includes("FWP_ACTION_CALLOUT")).join("");
}
