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
    const notes: EventNote[] = [];
    const others = [...this.#others].sort(([a], [b]) => a - b);
    if (others.length > 0) {
      const total = others.reduce((sum, [, count]) => sum + count, 0);
      const list = others.slice(0, MAX_NUMBERS)
        .map(([eventId, count]) => `${eventId} (${count})`);
      if (others.length > MAX_NUMBERS) {
        list.push(`${others.length - MAX_NUMBERS} more numbers`);
      }
      notes.push({
        code: "passedOver",
        message: `Passed over ${
          plural(total, "event")
        } of other numbers or providers: ${list.join(", ")}`,
      });
    }
    const { total, found } = this.lookups;
    if (total > 0) {
      notes.push({
        code: "joined",
        message: `Found ${found} of ${
          plural(total, "filter")
        } that events name by run-time id`,
        hint: "such ids hold for one boot only: the state must be of that boot",
      });
    }
    if (this.unknownWords > 0) {
      notes.push({
        code: "unknownWords",
        message: `Could not tell some words of ${
          plural(this.unknownWords, "event")
        }, which are not in English: they are null`,
        hint:
          "export the events as XML or EVTX, which have codes for the words",
      });
    }
    if (this.localTimes > 0) {
      notes.push({
        code: "localTimes",
        message: `Could not tell the time of ${
          plural(this.localTimes, "event")
        }, which has no time zone: it is null`,
        hint: "let the log shipper write times in UTC",
      });
    }
    return notes;
  }
}

const MAX_NUMBERS = 20;

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
