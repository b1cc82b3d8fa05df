/**
 * The fields of every record that is printed, as rows: the JSON Schemas, the
 * CSV header and the module's objects follow from them.
 *
 * @module
 */

/**
 * The type of a field, in the notation of {@linkcode Field.type}.
 */
export type FieldType = string;

/** One field of a record. */
export interface Field {
  readonly name: string;
  /**
   * One of `string`, `guid`, `boolean`, `uint32`, `uint64`, `time`, `any`, a quoted
   * list of words such as `'added'|'removed'`, or the name of another record,
   * with `?` and `[]` behind it as they apply: `guid?`, `string[]`, `owner?`, `owner[]`, `string[]?`.
   */
  readonly type: FieldType;
  /** What it says, in one sentence without a full stop. */
  readonly meaning: string;
}

/** A record's fields in the order in which they are printed. */
export interface RecordFields {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** A column of CSV: where its cell is found in the record. */
export interface CsvColumn {
  readonly title: string;
  readonly path: readonly string[];
}

/** The type of a field, taken apart. */
export interface ParsedFieldType {
  readonly base: string;
  readonly isList: boolean;
  readonly isNullable: boolean;
}

/**
 * Takes a field's type apart.
 *
 * @param type Such as `string`, `owner?` or `string[]?`
 * @returns The type of one value, and whether there may be several or none
 */
export function parseFieldType(type: FieldType): ParsedFieldType {
  const isNullable = type.endsWith("?");
  const rest = isNullable ? type.slice(0, -1) : type;
  const isList = rest.endsWith("[]");
  return { base: isList ? rest.slice(0, -2) : rest, isList, isNullable };
}

/**
 * The columns of a record: nested records become `owner.product`, lists stay one column.
 *
 * @param name The name of the record
 * @param records All records by name
 * @returns The columns from left to right; empty if there is no such record
 */
export function listCsvColumns(
  name: string,
  records: Readonly<Record<string, RecordFields>>,
): CsvColumn[] {
  return (records[name]?.fields ?? []).flatMap((field) => {
    const { base, isList } = parseFieldType(field.type);
    if (isList || records[base] === undefined) {
      return [{ title: field.name, path: [field.name] }];
    }
    return listCsvColumns(base, records).map((column) => ({
      title: `${field.name}.${column.title}`,
      path: [field.name, ...column.path],
    }));
  });
}
