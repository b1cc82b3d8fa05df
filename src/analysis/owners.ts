/**
 * A user's own table of the owners of callouts.
 *
 * @module
 */

import { InputError } from "../model/errors.ts";
import { readGuid } from "../model/guid_text.ts";
import type { Guid, Owner } from "../model/record.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** Owners by GUID. */
export type OwnersTable = ReadonlyMap<Guid, Owner>;

const COLUMNS = ["guid", "product", "vendor"] as const;

/** One row as it was written, by column. */
type Row = Partial<Record<typeof COLUMNS[number], unknown>>;

interface PlacedRow {
  readonly line: number;
  readonly row: Row;
}

/**
 * Reads a table of owners: JSON (an array or lines of objects), or CSV or
 * tab-separated text, with or without a header line. Cells may also be separated
 * by semicolons, as spreadsheets write them where the comma is the decimal mark.
 *
 * @param text The file
 * @param path Its name, for errors and as evidence
 * @returns The owners; of two rows for one GUID the first
 * @throws {InputError} If a row has no GUID or names neither product nor vendor
 */
export function parseOwners(text: string, path: string): OwnersTable {
  const rows = /^\s*[[{]/.test(text)
    ? parseJsonRows(text, path)
    : parseTextRows(text, path);
  const owners = new Map<Guid, Owner>();
  for (const { row, line } of rows) {
    const guid = parseRowGuid(row.guid);
    const product = toText(row.product);
    const vendor = toText(row.vendor);
    if (guid === null || (product === null && vendor === null)) {
      throw badTable(path, line, "a row needs a GUID and a product or vendor");
    }
    const evidence = `listed in ${path}`;
    if (owners.has(guid)) continue;
    owners.set(guid, { product, vendor, confidence: "high", evidence });
  }
  return owners;
}

/**
 * Puts a user's owners in the place of all others.
 *
 * @param snapshot The records of one source
 * @param owners The user's table
 * @returns The same records but for `owner` and `owners` of the callouts that the table names
 */
export function withOwners(snapshot: Snapshot, owners: OwnersTable): Snapshot {
  return {
    ...snapshot,
    callouts: snapshot.callouts?.map((record) => {
      const owner = record.guid === null ? undefined : owners.get(record.guid);
      return owner ? { ...record, owner, owners: [owner] } : record;
    }) ?? null,
  };
}

function parseRowGuid(value: unknown): Guid | null {
  if (typeof value !== "string") return null;
  const read = readGuid(value.trim());
  return read.type === "guid" ? read.readings[0]?.guid ?? null : null;
}

function toText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function parseJsonRows(text: string, path: string): PlacedRow[] {
  if (text.trimStart().startsWith("[")) {
    const items = parseJson(text, path, 1) as unknown[];
    return items.map((item) => ({ row: toRow(item), line: 1 }));
  }
  return splitLines(text).filter(({ content }) => content.trim() !== "")
    .map(({ content, line }) => ({
      row: toRow(parseJson(content, path, line)),
      line,
    }));
}

function toRow(item: unknown): Row {
  return typeof item === "object" && item !== null ? item : {};
}

function parseJson(text: string, path: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badTable(path, line, `it is not JSON: ${(cause as Error).message}`);
  }
}

function parseTextRows(text: string, path: string): PlacedRow[] {
  const lines = splitLines(text).filter(({ content }) =>
    content.trim() !== "" && !content.startsWith("#")
  );
  const separator = findSeparator(lines[0]?.content ?? "");
  const rows = lines.map(({ content, line }) => ({
    line,
    cells: splitCells(
      content,
      separator,
      (reason) => badTable(path, line, reason),
    ),
  }));
  const titles = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const hasHeader = titles.includes("guid");
  const columns = hasHeader ? titles : COLUMNS;
  return rows.slice(hasHeader ? 1 : 0).map(({ cells, line }) => ({
    line,
    row: Object.fromEntries(columns.map((title, i) => [title, cells[i]])),
  }));
}

function findSeparator(line: string): string {
  if (line.includes("\t")) return "\t";
  return /^[^,]*;/.test(line) ? ";" : ",";
}

function splitLines(text: string): { content: string; line: number }[] {
  return text.split(/\r\n|\n|\r/).map((content, i) => ({
    content,
    line: i + 1,
  }));
}

/** Cells as RFC 4180 writes them; a quoted cell cannot hold a line break here. */
function splitCells(
  line: string,
  separator: string,
  fail: (reason: string) => Error,
): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    let cell: string;
    if (line[at] === '"') {
      const match = /^"((?:[^"]|"")*)"/.exec(line.slice(at));
      if (match === null) throw fail("a quotation mark is not closed");
      cell = (match[1] ?? "").replaceAll('""', '"');
      at += match[0].length;
      if (at < line.length && line[at] !== separator) {
        throw fail("text follows a closing quotation mark");
      }
    } else {
      const end = line.indexOf(separator, at);
      cell = line.slice(at, end < 0 ? line.length : end);
      at += cell.length;
    }
    cells.push(cell);
    at++;
  }
  return cells;
}

function badTable(path: string, line: number, reason: string): InputError {
  return new InputError(
    "badOwners",
    `Cannot read the owners in "${path}", line ${line}: ${reason}`,
    {
      hint: "give the columns guid, product and vendor",
      place: { file: path, line },
    },
  );
}
