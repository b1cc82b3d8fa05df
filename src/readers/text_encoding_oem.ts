/**
 * The code pages of Western consoles, which `TextDecoder` does not know.
 *
 * Source: the mapping tables CP437.TXT and CP850.TXT of the Unicode Consortium.
 *
 * @module
 */

/** The characters of the bytes 80 to FF. */
const UPPER_HALVES: Readonly<Record<string, string>> = {
  // deno-fmt-ignore
  cp437: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ" +
  "áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
  "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
  "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
  // deno-fmt-ignore
  cp850: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ" +
  "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
  "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀" +
  "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
};

/**
 * Decodes bytes of a console code page.
 *
 * @param name Such as `cp850`, `850` or `IBM850`
 * @param bytes The bytes
 * @returns Their text, or undefined if the code page is not one of these
 */
export function decodeOem(name: string, bytes: Uint8Array): string | undefined {
  const page = "cp" + name.toLowerCase().replace(/^(?:cp|ibm|oem)-?/, "");
  const upper = UPPER_HALVES[page];
  if (upper === undefined) return undefined;
  const units = Uint16Array.from(
    bytes,
    (byte) => byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80),
  );
  return new TextDecoder("utf-16le").decode(units);
}
