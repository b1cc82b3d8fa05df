/** One event as its file says it, of whatever provider and number. */
export interface RawEvent {
  readonly eventId: number;
  /** The provider's name or GUID; null if the shape does not say. */
  readonly provider: string | null;
  /** ISO 8601 in UTC; null if there is none, or none whose time zone is known. */
  readonly time: string | null;
  /** Whether there is a time that cannot be told in UTC. */
  readonly hasLocalTime: boolean;
  readonly computer: string | null;
  /** The number in the log: decimal digits. */
  readonly recordId: string | null;
  /** The fields of the event's template, by name in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** The fields in the template's order, where the shape gives no names. */
  readonly values: readonly string[] | null;
  /** The text made for people, in the machine's language. */
  readonly message: string | null;
}
