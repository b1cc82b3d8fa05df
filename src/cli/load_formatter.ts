import type { Format } from "./common_options.ts";
import { makeJsonFormatter, makeJsonLinesFormatter } from "./format_json.ts";
import { makeTextFormatter } from "./format_text.ts";
import type { MakeFormatter } from "./formatter.ts";

/**
 * Finds what prints a format. Tables and CSV are loaded for those who ask for
 * them; the others are small.
 */
export async function loadFormatter(format: Format): Promise<MakeFormatter> {
  switch (format) {
    case "json":
      return makeJsonFormatter;
    case "jsonl":
      return makeJsonLinesFormatter;
    case "text":
      return makeTextFormatter;
    case "csv":
      return (await import("./format_csv.ts")).makeCsvFormatter;
    case "table":
      return (await import("./format_table.ts")).makeTableFormatter;
  }
}
