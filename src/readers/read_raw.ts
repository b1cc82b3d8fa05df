import type { InputError } from "../model/errors.ts";
import type { RawSnapshot } from "../model/raw.ts";
import { type NetshOptions, readNetsh } from "./netsh_reader.ts";
import { recognizeBytes, recognizeText } from "./recognize_input.ts";
import { decodeText } from "./text_encoding.ts";

/** What a file holds, by what it is. */
export type RawInput =
  | {
    readonly kind: "raw";
    readonly raw: RawSnapshot;
    /** Why the rest could not be read; null if all was. `raw.warnings` says it too. */
    readonly fault: InputError | null;
  }
  | {
    readonly kind: "json";
    /** Our own JSON, for `readOwnJson`. */
    readonly text: string;
  }
  | {
    readonly kind: "events";
    /** The text of events as XML or JSON; null for an event log, which is binary. */
    readonly text: string | null;
  };

/** How a file is read. */
export interface ReadOptions extends Pick<NetshOptions, "filters"> {
  /** What the user says its text is encoded in. */
  readonly encoding?: string | undefined;
}

/**
 * Reads a file of any kind that `--from` takes, recognized by its content.
 *
 * @param bytes The whole file
 * @param options Its encoding, and whether to read filters
 * @returns What it holds
 * @throws {InputError} If it is none of these, or is refused; nothing of it can be used then
 * @throws {UsageError} If `encoding` is not known
 */
export function readRaw(
  bytes: Uint8Array,
  options: ReadOptions = {},
): RawInput {
  if (recognizeBytes(bytes) === "evtx") return { kind: "events", text: null };
  const { text, warnings } = decodeText(bytes, options.encoding);
  switch (recognizeText(text)) {
    case "evtx":
    case "events":
      return { kind: "events", text };
    case "snapshot":
    case "records":
      return { kind: "json", text };
    default: {
      const { raw, fault } = readNetsh(text, options);
      return {
        kind: "raw",
        raw: { ...raw, warnings: [...warnings, ...raw.warnings] },
        fault,
      };
    }
  }
}
