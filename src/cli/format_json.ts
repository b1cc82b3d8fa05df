import { escapeJson, formatJson } from "../render/json.ts";
import type { View } from "../render/view.ts";
import type { FormatSink, Formatter } from "./formatter.ts";

/** One array, a record a line. */
export function makeJsonFormatter<T, Row>(
  _view: View<T, Row>,
  { put }: FormatSink,
): Formatter<T> {
  let before = "[\n";
  const writeJson = (json: string): void => {
    put(before + json);
    before = ",\n";
  };
  return {
    write: (record) => writeJson(formatJson(record)),
    writeJson,
    finish: () => put(before === "[\n" ? "[]\n" : "\n]\n"),
  };
}

/** One object a line. */
export function makeJsonLinesFormatter<T, Row>(
  _view: View<T, Row>,
  { put }: FormatSink,
): Formatter<T> {
  return {
    write: (record) => put(escapeJson(JSON.stringify(record)) + "\n"),
    writeJson: (json) => put(json + "\n"),
    finish: () => {},
  };
}
