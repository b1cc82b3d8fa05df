/**
 * The answer of a command on its way to standard output or a file.
 *
 * @module
 */

import type { View } from "../render/view.ts";
import type { Output, RecordWriter } from "./command.ts";
import type { Format } from "./common_options.ts";
import type { FormatSink, MakeFormatter } from "./formatter.ts";
import type { ByteWriter } from "./system.ts";

/** What an {@linkcode AnswerOutput} needs to know. */
export interface AnswerOptions {
  readonly format: Format;
  readonly makeFormatter: MakeFormatter;
  readonly writer: ByteWriter;
  readonly isTerminal: boolean;
  readonly color: boolean;
  readonly columns: number | null;
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
    const formatter = this.#options.makeFormatter(view, this.#sink());
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

  #sink(): FormatSink {
    const { isTerminal, color, columns } = this.#options;
    return { isTerminal, color, columns, put: (text) => this.#put(text) };
  }
}
