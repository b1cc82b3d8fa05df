import { XmlStop } from "./xml_place.ts";

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
const REFERENCE =
  /&&|&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]*)|#[^;]{0,9});/g;

/**
 * Decodes character data: line ends become LF, references their characters. An `&`
 * that begins none stands for itself: netsh writes the `&&` of a condition so.
 *
 * @param raw The text between two tags
 * @param offset Where it begins in the whole text, for errors
 * @returns The text that it stands for
 * @throws {XmlStop} If a reference is not one that XML knows without a DOCTYPE
 */
export function decodeXmlText(raw: string, offset: number): string {
  const text = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!text.includes("&")) return text;
  return text.replace(REFERENCE, (whole, hex, decimal, name) => {
    if (whole === "&&") return whole;
    const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
    const decoded = name !== undefined ? NAMED[name] : character(code);
    if (decoded !== undefined) return decoded;
    throw new XmlStop(
      offset + raw.indexOf(whole),
      "a reference stands for no character",
    );
  });
}

/** The characters that XML 1.0 allows. */
function character(code: number): string | undefined {
  const allowed = code === 9 || code === 10 || code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : undefined;
}
