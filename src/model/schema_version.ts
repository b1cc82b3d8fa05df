/** The version of the records' JSON: raised when a field is renamed, removed or changes its meaning. */
export const SCHEMA_VERSION = 1;

/** What stands in `format` of a snapshot. */
export const SNAPSHOT_FORMAT = "wfpcallout-snapshot";
