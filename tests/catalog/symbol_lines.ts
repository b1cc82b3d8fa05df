import { aliasesOf, TABLES } from "../../src/catalog/tables.ts";

/** Every symbol and alias of the tables as `kind`, `symbol` and GUID between tabs, sorted. */
export function symbolLines(): string[] {
  return TABLES.flatMap((table) =>
    table.rows().flatMap((row) =>
      [row[0], ...aliasesOf(row, table)].map((symbol) =>
        `${table.kind}\t${symbol}\t${row[1]}`
      )
    )
  ).sort();
}
