/**
 * A small dump of `netsh wfp show state`: at one layer two built-ins, a callout
 * of "Contoso VPN", and three filters.
 */
export const SMALL_STATE: string = Deno.readTextFileSync(
  new URL("../testdata/sources/small-state.xml", import.meta.url),
);

/** The dump after somebody has removed the callout of "Contoso VPN". */
export function withoutContoso(): string {
  const item =
    /<item>\s*<calloutKey>\{11111111(?:(?!<\/calloutId>)[^])*<\/calloutId>\s*<\/item>/;
  return SMALL_STATE.replace(item, "");
}
