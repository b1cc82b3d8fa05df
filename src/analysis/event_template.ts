import type { EventAction } from "../model/event.ts";

/** What is known of one event number. */
export interface EventTemplate {
  readonly eventId: number;
  readonly title: string;
  /** What was done to the traffic; null where the event itself says an action. */
  readonly action: EventAction | null;
  /** Whether it is about traffic, 5150 to 5159, and names a filter by its run-time id. */
  readonly isTraffic: boolean;
  /** The field that says how long the object of the event lives. */
  readonly typeField: string | null;
  /** The names of the fields in the order of the data, in lower case. */
  readonly fields: readonly string[];
  /** The same in the first version of the event. */
  readonly firstFields: readonly string[];
  /** The order of the values in the text made for people, which is the same in all languages. */
  readonly message: EventMessageLayout;
}

/** Values from the start and from the end of a message; `rest` is what stands between. */
export interface EventMessageLayout {
  readonly head: readonly string[];
  readonly rest: "conditions" | "filterorigin" | null;
  readonly tail: readonly string[];
}

const SUBJECT = ["usersid", "username", "processid"];
const PROCESS = ["processid", "usersid", "username"];
const PROVIDER = ["providerkey", "providername"];
const CALLOUT = ["calloutkey", "calloutname", "callouttype", "calloutid"];
const FILTER = ["filterkey", "filtername", "filtertype", "filterid"];
const LAYER = ["layerkey", "layername", "layerid"];
const SUBLAYER = ["sublayerkey", "sublayername", "sublayertype", "weight"];
const CALLOUT_NAME = ["calloutkey", "calloutname"];
const RTID = ["filterrtid", "layername", "layerrtid"];
const MAC = ["direction", "sourceaddress", "destaddress"];
const APPLICATION = ["processid", "application"];
const SOCKET = [...APPLICATION, "sourceaddress", "sourceport", "protocol"];
const FLOW = [
  ...APPLICATION,
  "direction",
  "sourceaddress",
  "sourceport",
  "destaddress",
  "destport",
  "protocol",
];
const REMOTE = ["remoteuserid", "remotemachineid"];

const TYPE_FIELD = /^(?:callout|filter|provider|sublayer)type$/;

function whole(head: readonly string[]): EventMessageLayout {
  return { head, rest: null, tail: [] };
}

function stored(
  eventId: number,
  title: string,
  fields: readonly string[],
  message: EventMessageLayout = whole(fields),
): EventTemplate {
  const typeField = fields.find((name) => TYPE_FIELD.test(name)) ?? null;
  return {
    eventId,
    title,
    action: null,
    isTraffic: false,
    typeField,
    fields,
    firstFields: fields,
    message,
  };
}

function traffic(
  eventId: number,
  title: string,
  action: EventAction,
  fields: readonly string[],
): EventTemplate {
  const head = fields.slice(0, fields.indexOf("filterrtid"))
    .filter((name) =>
      !/^(ethertype|mediatype|interfacetype|vlantag)$/.test(name)
    );
  const message = { head, rest: "filterorigin", tail: RTID } as const;
  const firstFields = fields.filter((name) => !REMOTE.includes(name));
  return {
    eventId,
    title,
    action,
    isTraffic: true,
    typeField: null,
    fields,
    firstFields,
    message,
  };
}

const MAC_FIELDS = [
  ...MAC,
  "ethertype",
  "mediatype",
  "interfacetype",
  "vlantag",
  ...RTID,
];

/**
 * The audit events of the Windows Filtering Platform that are decoded, by number.
 * The field lists are those of the provider Microsoft-Windows-Security-Auditing.
 */
export const EVENT_TEMPLATES: ReadonlyMap<number, EventTemplate> = new Map(
  [
    traffic(5150, "Packet blocked", "Block", MAC_FIELDS),
    traffic(5151, "Packet blocked by a stricter filter", "Block", MAC_FIELDS),
    traffic(5152, "Packet blocked", "Block", [...FLOW, ...RTID]),
    traffic(5153, "Packet blocked by a stricter filter", "Block", [
      ...FLOW,
      ...RTID,
    ]),
    traffic(5154, "Listening permitted", "Permit", [...SOCKET, ...RTID]),
    traffic(5155, "Listening blocked", "Block", [...SOCKET, ...RTID]),
    traffic(5156, "Connection permitted", "Permit", [
      ...FLOW,
      ...RTID,
      ...REMOTE,
    ]),
    traffic(5157, "Connection blocked", "Block", [
      ...FLOW,
      ...RTID,
      ...REMOTE,
    ]),
    traffic(5158, "Bind permitted", "Permit", [...SOCKET, ...RTID]),
    traffic(5159, "Bind blocked", "Block", [...SOCKET, ...RTID]),
    stored(5440, "Callout present at start", [
      ...PROVIDER,
      ...CALLOUT,
      ...LAYER,
    ]),
    stored(
      5441,
      "Filter present at start",
      [
        ...PROVIDER,
        ...FILTER,
        ...LAYER,
        "weight",
        "conditions",
        "action",
        ...CALLOUT_NAME,
      ],
      {
        head: [...PROVIDER, ...FILTER, ...LAYER, "weight"],
        rest: "conditions",
        tail: ["action", ...CALLOUT_NAME],
      },
    ),
    stored(5442, "Provider present at start", [...PROVIDER, "providertype"]),
    stored(5444, "Sublayer present at start", [...PROVIDER, ...SUBLAYER]),
    stored(
      5446,
      "Callout changed",
      [...PROCESS, ...PROVIDER, "changetype", ...CALLOUT, ...LAYER],
      whole([...SUBJECT, ...PROVIDER, "changetype", ...CALLOUT, ...LAYER]),
    ),
    stored(
      5447,
      "Filter changed",
      [
        ...PROCESS,
        ...PROVIDER,
        "changetype",
        ...FILTER,
        ...LAYER,
        "weight",
        "conditions",
        "action",
        ...CALLOUT_NAME,
      ],
      {
        head: [
          ...SUBJECT,
          ...PROVIDER,
          "changetype",
          ...FILTER,
          ...LAYER,
          ...CALLOUT_NAME,
          "weight",
        ],
        rest: "conditions",
        tail: ["action"],
      },
    ),
    stored(
      5448,
      "Provider changed",
      [...PROCESS, "changetype", ...PROVIDER, "providertype"],
      whole([...SUBJECT, "changetype", ...PROVIDER, "providertype"]),
    ),
    stored(
      5450,
      "Sublayer changed",
      [...PROCESS, ...PROVIDER, "changetype", ...SUBLAYER],
      whole([...SUBJECT, ...PROVIDER, "changetype", ...SUBLAYER]),
    ),
  ].map((template) => [template.eventId, template]),
);

const PROVIDER_NAMES = new Set([
  "microsoft-windows-security-auditing",
  // Its display name, which Event Viewer and Splunk show
  "microsoft windows security auditing.",
  "{54849625-5478-4994-a5ba-3e3b0328c30d}",
  "54849625-5478-4994-a5ba-3e3b0328c30d",
]);

/**
 * The template of an event.
 *
 * @param eventId The event's number
 * @param provider The provider's name or GUID; null if the file does not say
 * @returns The template, or undefined if it is no event of the platform
 */
export function findEventTemplate(
  eventId: number,
  provider: string | null,
): EventTemplate | undefined {
  const isOther = provider !== null &&
    !PROVIDER_NAMES.has(provider.trim().toLowerCase());
  return isOther ? undefined : EVENT_TEMPLATES.get(eventId);
}
