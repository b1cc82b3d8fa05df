import { ANALYSIS_FIELDS } from "./analysis_fields.ts";
import { EVENT_FIELDS } from "./event_fields.ts";
import type { RecordFields } from "./fields.ts";

const SINCE: RecordFields = {
  title: "The first version of Windows that has an object",
  fields: [
    {
      name: "ntddi",
      type: "string",
      meaning: "the guard in the header, such as NTDDI_WIN8",
    },
    { name: "windows", type: "string", meaning: "the Windows of that guard" },
  ],
};

const OWNER: RecordFields = {
  title: "The owner of a callout, as far as it is known",
  fields: [
    { name: "product", type: "string?", meaning: "the product or driver" },
    { name: "vendor", type: "string?", meaning: "who makes it" },
    {
      name: "confidence",
      type: "'high'|'medium'|'low'",
      meaning:
        "high: header or source code; medium: seen on machines; low: by provider or name",
    },
    { name: "evidence", type: "string", meaning: "why this owner is named" },
  ],
};

const LOCALIZED_NAME: RecordFields = {
  title: "A display name in a language other than English",
  fields: [
    { name: "locale", type: "string", meaning: "the language, such as zh-CN" },
    { name: "name", type: "string", meaning: "the display name" },
  ],
};

const OBSERVATION: RecordFields = {
  title: "What was seen on real machines; another machine may differ",
  fields: [
    {
      name: "displayName",
      type: "string?",
      meaning: "the English display name",
    },
    {
      name: "localizedNames",
      type: "localizedName[]",
      meaning: "display names in other languages",
    },
    { name: "layer", type: "string?", meaning: "the symbol of the layer" },
    { name: "layerGuid", type: "guid?", meaning: "the GUID of the layer" },
    { name: "flags", type: "string[]?", meaning: "the flags as symbols" },
    {
      name: "registered",
      type: "boolean?",
      meaning: "whether a driver had registered it",
    },
    { name: "runtimeId", type: "uint32?", meaning: "the run-time id" },
    { name: "seenIn", type: "string[]", meaning: "the dumps, by short names" },
  ],
};

const SHARED = [
  {
    name: "name",
    type: "string?",
    meaning: "the symbol, else the display name",
  },
  {
    name: "guid",
    type: "guid?",
    meaning: "the key: lower case, no braces",
  },
  { name: "aliases", type: "string[]", meaning: "other symbols of the GUID" },
  {
    name: "displayName",
    type: "string?",
    meaning: "the name that the system shows",
  },
  { name: "description", type: "string?", meaning: "what it does" },
] as const;

const END = [
  {
    name: "references",
    type: "string[]",
    meaning: "the headers, pages and dumps that the facts come from",
  },
  {
    name: "source",
    type: "string",
    meaning: "builtin, live, or the path as given",
  },
] as const;

const FAMILY = {
  name: "addressFamily",
  type: "'IPv4'|'IPv6'?",
  meaning: "the address family of the layer",
} as const;
const SINCE_FIELD = {
  name: "since",
  type: "since?",
  meaning: "the first Windows that has it",
} as const;
const BUILTIN = {
  name: "builtin",
  type: "boolean",
  meaning: "whether the header of the SDK defines it",
} as const;
const FLAGS = {
  name: "flags",
  type: "string[]?",
  meaning: "the flags as symbols, unknown bits last as 0x...",
} as const;
const PROVIDER_KEYS = [
  {
    name: "provider",
    type: "string?",
    meaning: "the provider's symbol, else its display name",
  },
  { name: "providerGuid", type: "guid?", meaning: "the provider's GUID" },
] as const;
const PROVIDER_DATA = {
  name: "providerData",
  type: "string?",
  meaning: "the provider's own bytes as hexadecimal digits",
} as const;
const NOTES = {
  name: "notes",
  type: "string[]",
  meaning: "what else to know, such as errors in the documentation",
} as const;

const CALLOUT: RecordFields = {
  title: "A callout",
  fields: [
    { name: "kind", type: "'callout'", meaning: "the kind of the object" },
    ...SHARED,
    {
      name: "layer",
      type: "string?",
      meaning:
        "the symbol of the layer that it applies to, else its display name",
    },
    { name: "layerGuid", type: "guid?", meaning: "the GUID of that layer" },
    FAMILY,
    SINCE_FIELD,
    {
      name: "reserved",
      type: "boolean",
      meaning: "whether Microsoft reserves it for Windows itself",
    },
    BUILTIN,
    {
      name: "registered",
      type: "boolean?",
      meaning: "whether a driver has registered it",
    },
    {
      name: "persistent",
      type: "boolean?",
      meaning: "whether it outlives a restart of the filter engine",
    },
    FLAGS,
    ...PROVIDER_KEYS,
    PROVIDER_DATA,
    {
      name: "runtimeId",
      type: "uint32?",
      meaning: "the run-time id, valid for one boot",
    },
    { name: "owner", type: "owner?", meaning: "the most likely owner" },
    { name: "owners", type: "owner[]", meaning: "all owners that are known" },
    {
      name: "observed",
      type: "observation?",
      meaning: "what was seen on real machines",
    },
    NOTES,
    ...END,
  ],
};

const LAYER: RecordFields = {
  title: "A layer",
  fields: [
    { name: "kind", type: "'layer'", meaning: "the kind of the object" },
    ...SHARED,
    FAMILY,
    SINCE_FIELD,
    BUILTIN,
    {
      name: "mode",
      type: "'kernel'|'user'?",
      meaning: "where its filters are applied",
    },
    {
      name: "runtimeName",
      type: "string?",
      meaning: "the symbol of the run-time layer, FWPS_LAYER_...",
    },
    {
      name: "runtimeId",
      type: "uint32?",
      meaning:
        "the run-time id; in the catalogue that of the newest Windows known",
    },
    {
      name: "runtimeIds",
      type: "layerRuntimeId[]",
      meaning: "the run-time id by Windows build",
    },
    FLAGS,
    {
      name: "defaultSublayer",
      type: "string?",
      meaning: "the sublayer of filters that name no sublayer",
    },
    {
      name: "defaultSublayerGuid",
      type: "guid?",
      meaning: "the GUID of that sublayer",
    },
    NOTES,
    ...END,
  ],
};

const LAYER_RUNTIME_ID: RecordFields = {
  title: "A layer's run-time id in one Windows",
  fields: [
    { name: "windows", type: "string", meaning: "the build of the header" },
    { name: "id", type: "uint32", meaning: "the run-time id" },
  ],
};

const SUBLAYER: RecordFields = {
  title: "A sublayer",
  fields: [
    { name: "kind", type: "'sublayer'", meaning: "the kind of the object" },
    ...SHARED,
    SINCE_FIELD,
    BUILTIN,
    {
      name: "weight",
      type: "uint32?",
      meaning: "0 to 65535; the highest is evaluated first",
    },
    FLAGS,
    ...PROVIDER_KEYS,
    PROVIDER_DATA,
    NOTES,
    ...END,
  ],
};

const PROVIDER: RecordFields = {
  title: "A provider",
  fields: [
    { name: "kind", type: "'provider'", meaning: "the kind of the object" },
    ...SHARED,
    SINCE_FIELD,
    BUILTIN,
    FLAGS,
    {
      name: "serviceName",
      type: "string?",
      meaning: "the Windows service that it belongs to",
    },
    PROVIDER_DATA,
    NOTES,
    ...END,
  ],
};

const NAMED: RecordFields = {
  title: "A condition field, keying module or provider context of the header",
  fields: [
    {
      name: "kind",
      type: "'condition'|'keying_module'|'provider_context'",
      meaning: "the kind of the object",
    },
    ...SHARED,
    SINCE_FIELD,
    BUILTIN,
    NOTES,
    ...END,
  ],
};

const VALUE: RecordFields = {
  title: "A typed value of the filter engine",
  fields: [
    { name: "type", type: "string", meaning: "the symbol of FWP_DATA_TYPE" },
    {
      name: "value",
      type: "any?",
      meaning:
        "a number, decimal digits for 64 bits, text, or {low, high} of a range",
    },
  ],
};

const FILTER_CONDITION: RecordFields = {
  title: "A condition of a filter",
  fields: [
    {
      name: "field",
      type: "string?",
      meaning: "the symbol of the field, else its GUID",
    },
    {
      name: "match",
      type: "string?",
      meaning: "how to compare: FWP_MATCH_...",
    },
    { name: "value", type: "value?", meaning: "what to compare with" },
  ],
};

const FILTER: RecordFields = {
  title: "A filter",
  fields: [
    { name: "kind", type: "'filter'", meaning: "the kind of the object" },
    { name: "guid", type: "guid?", meaning: "the key" },
    { name: "displayName", type: "string?", meaning: "its name" },
    { name: "description", type: "string?", meaning: "its description" },
    {
      name: "callout",
      type: "guid?",
      meaning: "the GUID of the callout, if the action is a callout",
    },
    {
      name: "calloutName",
      type: "string?",
      meaning: "that callout's symbol, else its display name",
    },
    { name: "layer", type: "string?", meaning: "the symbol of the layer" },
    { name: "layerGuid", type: "guid?", meaning: "the GUID of the layer" },
    {
      name: "sublayer",
      type: "string?",
      meaning: "the symbol or name of the sublayer",
    },
    {
      name: "sublayerGuid",
      type: "guid?",
      meaning: "the GUID of the sublayer",
    },
    {
      name: "sublayerWeight",
      type: "uint32?",
      meaning: "the weight of the sublayer; the highest is evaluated first",
    },
    {
      name: "weight",
      type: "value?",
      meaning: "the weight that the filter was added with",
    },
    {
      name: "effectiveWeight",
      type: "uint64?",
      meaning:
        "the weight that decides the order; the highest is evaluated first",
    },
    { name: "action", type: "string?", meaning: "FWP_ACTION_..." },
    FLAGS,
    {
      name: "conditions",
      type: "filterCondition[]?",
      meaning:
        "the conditions: those on one field are alternatives, and every field must match",
    },
    ...PROVIDER_KEYS,
    {
      name: "providerContext",
      type: "guid?",
      meaning: "the GUID of the provider context",
    },
    {
      name: "filterId",
      type: "uint64?",
      meaning: "the run-time id, valid for one boot",
    },
    {
      name: "source",
      type: "string",
      meaning: "live, or the path as given",
    },
  ],
};

const ITEM_ERROR: RecordFields = {
  title: "Why one item could not be read",
  fields: [
    { name: "code", type: "string", meaning: "a short name for programs" },
    { name: "message", type: "string", meaning: "what went wrong" },
    { name: "hint", type: "string?", meaning: "the next step" },
  ],
};

const SUGGESTION: RecordFields = {
  title: "A known object that may have been meant",
  fields: [
    { name: "name", type: "string?", meaning: "its name" },
    { name: "guid", type: "guid", meaning: "its GUID" },
    {
      name: "distance",
      type: "uint32",
      meaning: "how many hexadecimal digits or characters differ",
    },
  ],
};

const INPUT = {
  name: "input",
  type: "string",
  meaning: "the text as it was given",
} as const;
const READING = {
  name: "reading",
  type: "string?",
  meaning:
    "how the text was read: guid, c, digits, bytes with their order, symbol, alias, display name, localized name, wildcard or family",
} as const;
const ITEM_ERROR_FIELD = {
  name: "error",
  type: "itemError?",
  meaning: "why the item could not be read",
} as const;
const PLACE = [
  {
    name: "line",
    type: "uint32?",
    meaning: "the line of the input, counted from 1; null for an argument",
  },
  {
    name: "column",
    type: "uint32?",
    meaning: "with --scan the column, counted from 1",
  },
] as const;

const RESOLUTION: RecordFields = {
  title: "What a text means",
  fields: [
    INPUT,
    {
      name: "matches",
      type: "match[]",
      meaning: "every object that it may mean: the record and its reading",
    },
    {
      name: "suggestions",
      type: "suggestion[]",
      meaning: "for a miss, the nearest known objects",
    },
    ...PLACE,
    ITEM_ERROR_FIELD,
  ],
};

const RESOLUTION_ROW: RecordFields = {
  title: "One match of a text, as a row of CSV",
  fields: [
    INPUT,
    READING,
    ...CALLOUT.fields,
    {
      name: "suggestions",
      type: "string[]",
      meaning: "for a miss, the nearest known objects",
    },
    ...PLACE,
    ITEM_ERROR_FIELD,
  ],
};

const VERDICT: RecordFields = {
  title: "Whether a text is a valid built-in object",
  fields: [
    INPUT,
    {
      name: "verdict",
      type:
        "'nil'|'malformed'|'reserved'|'builtin-alias'|'builtin'|'windows'|'third-party'|'other-kind'|'byte-swapped'|'near-miss'|'unknown'",
      meaning: "the first verdict that applies",
    },
    {
      name: "valid",
      type: "boolean",
      meaning: "whether the header defines it as the kind that is expected",
    },
    { name: "guid", type: "guid?", meaning: "the GUID as it was read" },
    READING,
    {
      name: "match",
      type: "record?",
      meaning: "the object that it is, or that was probably meant",
    },
    { name: "detail", type: "string?", meaning: "why, in words" },
    {
      name: "position",
      type: "uint32?",
      meaning:
        "the character where the text goes wrong, or where the GUID first differs, counted from 1",
    },
    ITEM_ERROR_FIELD,
  ],
};

/** The object is shown with the columns of a callout, whatever its kind. */
const VERDICT_ROW: RecordFields = {
  title: "A verdict, as a row of CSV",
  fields: VERDICT.fields.map((field) =>
    field.name === "match" ? { ...field, type: "callout?" } : field
  ),
};

/** The fields of every record by name, in the order in which they are printed. */
export const RECORD_FIELDS: Readonly<Record<string, RecordFields>> = {
  callout: CALLOUT,
  layer: LAYER,
  sublayer: SUBLAYER,
  provider: PROVIDER,
  named: NAMED,
  filter: FILTER,
  since: SINCE,
  owner: OWNER,
  observation: OBSERVATION,
  localizedName: LOCALIZED_NAME,
  layerRuntimeId: LAYER_RUNTIME_ID,
  value: VALUE,
  filterCondition: FILTER_CONDITION,
  ...EVENT_FIELDS,
  resolution: RESOLUTION,
  resolutionRow: RESOLUTION_ROW,
  verdict: VERDICT,
  verdictRow: VERDICT_ROW,
  suggestion: SUGGESTION,
  itemError: ITEM_ERROR,
  ...ANALYSIS_FIELDS,
};
