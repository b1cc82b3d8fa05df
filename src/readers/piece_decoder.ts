import { UsageError } from "../model/errors.ts";
import { labelOfCodePage } from "./code_page.ts";
import { decodeOem } from "./text_encoding_oem.ts";

/** Decodes a text piece by piece; null is its end. */
export type PieceDecoder = (bytes: Uint8Array | null) => string;

/**
 * Opens a decoder.
 *
 * @param encoding A label of the Encoding Standard, `cp437` or `cp850`
 * @throws {UsageError} If the encoding is not known
 */
export function openDecoder(encoding: string): PieceDecoder {
  if (decodeOem(encoding, new Uint8Array()) !== undefined) {
    return (bytes) => decodeOem(encoding, bytes ?? new Uint8Array()) ?? "";
  }
  const decoder = findDecoder(encoding);
  return (bytes) =>
    bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
}

function findDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(labelOfCodePage(encoding));
  } catch (cause) {
    throw unknownEncoding(encoding, cause);
  }
}

function unknownEncoding(encoding: string, cause: unknown): UsageError {
  return new UsageError(
    `Cannot use --encoding "${encoding}": no encoding has that name`,
    {
      cause,
      hint:
        "use a name such as utf-16le, windows-1252, cp850, ibm866, gbk or " +
        "shift_jis",
    },
  );
}
