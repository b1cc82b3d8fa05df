/**
 * The answer of a command on its way to standard output or a file.
 *
 * @module
 */

import {
  type CsvColumn,
  listCsvColumns,
  type RecordFields,
} from "../model/fields.ts";
import { formatCard } from "../render/card.ts";
import { formatCsvHeader, formatCsvRow } from "../render/csv.ts";
import { escapeForTerminal, escapeForText } from "../render/escape_text.ts";
import { escapeJson, formatJson } from "../render/json.ts";
import { formatTable } from "../render/table.ts";
import type { View } from "../render/view.ts";
import type { Output, RecordWriter } from "./command.ts";
import type { Format } from "./common_options.ts";
import type { ByteWriter } from "./system.ts";

/** What an {@linkcode AnswerOutput} needs to know. */
export interface AnswerOptions {
  readonly format: Format;
  readonly writer: ByteWriter;
  readonly isTerminal: boolean;
  readonly color: boolean;
  readonly columns: number | null;
  /** All records by name, for the CSV header. */
  readonly fields: Readonly<Record<string, RecordFields>>;
}

/** Text is gathered to this many UTF-16 units before it goes out by itself. */
const GATHERED = 1 << 14;
const ENCODER = new TextEncoder();

/** Writes a command's answer in the format that was asked for. */
export class AnswerOutput implements Output {
  readonly format: Format;
  readonly isTerminal: boolean;
  #options: AnswerOptions;
  #pending = "";
  #scratch = new Uint8Array(0);
  #finish: (() => void) | null = null;

  constructor(options: AnswerOptions) {
    this.#options = options;
    this.format = options.format;
    this.isTerminal = options.isTerminal;
  }

  records<T, Row extends object>(view: View<T, Row>): RecordWriter<T> {
    const formatter = this.#formatter(view);
    this.#finish = formatter.finish;
    return {
      write: formatter.write,
      writeJson: (json, record) => {
        if (formatter.writeJson === undefined) formatter.write(record());
        else formatter.writeJson(json);
      },
      flush: () => this.#flush(),
    };
  }

  raw(content: string | Uint8Array): void {
    if (typeof content === "string") return this.#put(content);
    this.#flush();
    this.#options.writer.writeSync(content);
  }

  /** Ends the list of records, if one was begun, and sends what is gathered. */
  end(): void {
    this.#finish?.();
    this.#finish = null;
    this.#flush();
  }

  #put(text: string): void {
    this.#pending += text;
    if (this.#pending.length > GATHERED) this.#flush();
  }

  /** The buffer is kept, so that a long list needs no more memory than a short one. */
  #flush(): void {
    if (this.#pending === "") return;
    const most = this.#pending.length * 3;
    if (this.#scratch.length < most) this.#scratch = new Uint8Array(most);
    const { written } = ENCODER.encodeInto(this.#pending, this.#scratch);
    this.#pending = "";
    this.#options.writer.writeSync(this.#scratch.subarray(0, written));
  }

  #formatter<T, Row extends object>(view: View<T, Row>): Formatter<T> {
    switch (this.format) {
      case "json":
        return this.#jsonFormatter();
      case "jsonl":
        return this.#jsonLinesFormatter();
      case "csv":
        return this.#csvFormatter(view);
      case "table":
        return this.#tableFormatter(view);
      case "text":
        return this.#textFormatter(view);
    }
  }

  /** Files and pipes get text as it is; a terminal would obey it. */
  #guard(text: string): string {
    return this.isTerminal ? escapeForTerminal(text) : text;
  }

  #jsonFormatter<T>(): Formatter<T> {
    let before = "[\n";
    const writeJson = (json: string): void => {
      this.#put(before + json);
      before = ",\n";
    };
    return {
      write: (record) => writeJson(formatJson(record)),
      writeJson,
      finish: () => this.#put(before === "[\n" ? "[]\n" : "\n]\n"),
    };
  }

  #jsonLinesFormatter<T>(): Formatter<T> {
    return {
      write: (record) => this.#put(escapeJson(JSON.stringify(record)) + "\n"),
      writeJson: (json) => this.#put(json + "\n"),
      finish: () => {},
    };
  }

  #textFormatter<T, Row>(view: View<T, Row>): Formatter<T> {
    return {
      write: (record) => {
        for (const row of view.rows(record)) {
          this.#put(
            view.columns.map((column) =>
              this.#guard(escapeForText(column.value(row)))
            ).join("\t") + "\n",
          );
        }
      },
      finish: () => {},
    };
  }

  #csvFormatter<T, Row extends object>(view: View<T, Row>): Formatter<T> {
    const columns: CsvColumn[] = listCsvColumns(
      view.schema,
      this.#options.fields,
    );
    this.#put(formatCsvHeader(columns));
    return {
      write: (record) => {
        for (const row of view.rows(record)) {
          const line = formatCsvRow(row, columns).slice(0, -2);
          this.#put(`${this.#guard(line)}\r\n`);
        }
      },
      finish: () => {},
    };
  }

  #tableFormatter<T, Row>(view: View<T, Row>): Formatter<T> {
    const records: T[] = [];
    return {
      write: (record) => void records.push(record),
      finish: () => {
        const { columns } = this.#options;
        const cards = view.cards?.(records) ?? null;
        if (cards !== null) {
          this.#put(cards.map((card) => formatCard(card, columns)).join("\n"));
        } else if (records.length > 0) {
          const rows = records.flatMap((record) => view.rows(record));
          this.#put(formatTable(rows, view.columns, this.#options));
        }
        const summary = view.summary?.(records, columns);
        if (summary) this.#put(`${summary}\n`);
      },
    };
  }
}

interface Formatter<T> {
  readonly write: (record: T) => void;
  readonly writeJson?: (json: string) => void;
  readonly finish: () => void;
}
