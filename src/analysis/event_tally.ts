/** A sentence for the user, and maybe the next step. */
export interface EventNote {
  /** A short name for programs. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** What is told once, behind the last event. */
export class EventTally {
  /** How many events have words in another language than English. */
  unknownWords = 0;
  /** How many events have a time without a time zone. */
  localTimes = 0;
  /** How many filters were looked up by their run-time id, and how many found. */
  lookups = { total: 0, found: 0 };

  readonly #others = new Map<number, number>();

  /** Counts an event that is not decoded. */
  countOther(eventId: number): void {
    this.#others.set(eventId, (this.#others.get(eventId) ?? 0) + 1);
  }

  /** What there is to say. */
  listNotes(): EventNote[] {
    return [
      this.#noteOthers(),
      this.#noteLookups(),
      this.#noteWords(),
      this.#noteTimes(),
    ].filter((note) => note !== null);
  }

  #noteOthers(): EventNote | null {
    const others = [...this.#others].sort(([a], [b]) => a - b);
    if (others.length === 0) return null;
    const total = others.reduce((sum, [, count]) => sum + count, 0);
    const list = others.slice(0, MAX_NUMBERS)
      .map(([eventId, count]) => `${eventId} (${count})`);
    if (others.length > MAX_NUMBERS) {
      list.push(`${others.length - MAX_NUMBERS} more numbers`);
    }
    return {
      code: "passedOver",
      message: `Skipped ${
        plural(total, "event")
      } of other numbers or providers: ${list.join(", ")}`,
    };
  }

  #noteLookups(): EventNote | null {
    const { total, found } = this.lookups;
    if (total === 0) return null;
    return {
      code: "joined",
      message: `Found ${found} of ${
        plural(total, "filter")
      } that events name by run-time id`,
      hint:
        "run-time ids are valid for one boot only: use a state from the same boot as the events",
    };
  }

  #noteWords(): EventNote | null {
    if (this.unknownWords === 0) return null;
    return {
      code: "unknownWords",
      message: `Cannot read some words of ${
        plural(this.unknownWords, "event")
      }: they are not English, and are null`,
      hint:
        "export the events as XML or EVTX, which hold codes in place of words",
    };
  }

  #noteTimes(): EventNote | null {
    if (this.localTimes === 0) return null;
    return {
      code: "localTimes",
      message: `Cannot use the times of ${
        plural(this.localTimes, "event")
      }: they name no time zone, and are null`,
      hint: "configure the log shipper to write times in UTC",
    };
  }
}

const MAX_NUMBERS = 20;

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
