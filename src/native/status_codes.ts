/** What a user is to make of a status, apart from its text. */
export type StatusKind =
  | "accessDenied"
  | "timeout"
  | "serviceStopped"
  | "notFound"
  | "engine";

/** One status of the filter engine or of the RPC that reaches it. */
export interface StatusFact {
  readonly number: number;
  readonly name: string;
  /** What it says: lower-case start, no full stop. */
  readonly meaning: string;
  readonly kind: StatusKind;
}

/**
 * Every status that `fwpuclnt.dll` may return, sorted by number.
 * Source: winerror.h, SDK 10.0.22621.
 */
// deno-fmt-ignore: one row a line
export const STATUS_CODES = [
  { number: 5, name: "ERROR_ACCESS_DENIED", meaning: "access is denied", kind: "accessDenied" },
  { number: 6, name: "ERROR_INVALID_HANDLE", meaning: "the handle is not valid", kind: "engine" },
  { number: 8, name: "ERROR_NOT_ENOUGH_MEMORY", meaning: "there is not enough memory", kind: "engine" },
  { number: 14, name: "ERROR_OUTOFMEMORY", meaning: "there is not enough memory", kind: "engine" },
  { number: 50, name: "ERROR_NOT_SUPPORTED", meaning: "the request is not supported", kind: "engine" },
  { number: 87, name: "ERROR_INVALID_PARAMETER", meaning: "a parameter is not valid", kind: "engine" },
  { number: 1060, name: "ERROR_SERVICE_DOES_NOT_EXIST", meaning: "the service does not exist", kind: "serviceStopped" },
  { number: 1062, name: "ERROR_SERVICE_NOT_ACTIVE", meaning: "the service is not started", kind: "serviceStopped" },
  { number: 1115, name: "ERROR_SHUTDOWN_IN_PROGRESS", meaning: "Windows is shutting down", kind: "engine" },
  { number: 1702, name: "RPC_S_INVALID_BINDING", meaning: "the connection to the service is not valid", kind: "serviceStopped" },
  { number: 1717, name: "RPC_S_UNKNOWN_IF", meaning: "the service does not know the interface", kind: "serviceStopped" },
  { number: 1722, name: "RPC_S_SERVER_UNAVAILABLE", meaning: "the service does not answer", kind: "serviceStopped" },
  { number: 1723, name: "RPC_S_SERVER_TOO_BUSY", meaning: "the service is too busy to answer", kind: "timeout" },
  { number: 1726, name: "RPC_S_CALL_FAILED", meaning: "the service stopped while it was answering", kind: "serviceStopped" },
  { number: 1727, name: "RPC_S_CALL_FAILED_DNE", meaning: "the service stopped before it could answer", kind: "serviceStopped" },
  { number: 1753, name: "EPT_S_NOT_REGISTERED", meaning: "the service is not running", kind: "serviceStopped" },
  { number: 1764, name: "RPC_S_CANNOT_SUPPORT", meaning: "the service does not support the request", kind: "engine" },
  { number: 1818, name: "RPC_S_CALL_CANCELLED", meaning: "the call was cancelled", kind: "engine" },
  { number: 0x80320001, name: "FWP_E_CALLOUT_NOT_FOUND", meaning: "the callout does not exist", kind: "notFound" },
  { number: 0x80320002, name: "FWP_E_CONDITION_NOT_FOUND", meaning: "the filter condition does not exist", kind: "notFound" },
  { number: 0x80320003, name: "FWP_E_FILTER_NOT_FOUND", meaning: "the filter does not exist", kind: "notFound" },
  { number: 0x80320004, name: "FWP_E_LAYER_NOT_FOUND", meaning: "the layer does not exist", kind: "notFound" },
  { number: 0x80320005, name: "FWP_E_PROVIDER_NOT_FOUND", meaning: "the provider does not exist", kind: "notFound" },
  { number: 0x80320006, name: "FWP_E_PROVIDER_CONTEXT_NOT_FOUND", meaning: "the provider context does not exist", kind: "notFound" },
  { number: 0x80320007, name: "FWP_E_SUBLAYER_NOT_FOUND", meaning: "the sublayer does not exist", kind: "notFound" },
  { number: 0x80320008, name: "FWP_E_NOT_FOUND", meaning: "the object does not exist", kind: "notFound" },
  { number: 0x80320009, name: "FWP_E_ALREADY_EXISTS", meaning: "there is an object with this GUID or run-time id already", kind: "engine" },
  { number: 0x8032000a, name: "FWP_E_IN_USE", meaning: "other objects refer to the object", kind: "engine" },
  { number: 0x8032000b, name: "FWP_E_DYNAMIC_SESSION_IN_PROGRESS", meaning: "the call is not allowed in a dynamic session", kind: "engine" },
  { number: 0x8032000c, name: "FWP_E_WRONG_SESSION", meaning: "the object belongs to another session", kind: "engine" },
  { number: 0x8032000d, name: "FWP_E_NO_TXN_IN_PROGRESS", meaning: "the call needs a transaction, and there is none", kind: "engine" },
  { number: 0x8032000e, name: "FWP_E_TXN_IN_PROGRESS", meaning: "the call is not allowed in a transaction", kind: "engine" },
  { number: 0x8032000f, name: "FWP_E_TXN_ABORTED", meaning: "the transaction was aborted", kind: "engine" },
  { number: 0x80320010, name: "FWP_E_SESSION_ABORTED", meaning: "the session was aborted", kind: "engine" },
  { number: 0x80320011, name: "FWP_E_INCOMPATIBLE_TXN", meaning: "the call is not allowed in a read-only transaction", kind: "engine" },
  { number: 0x80320012, name: "FWP_E_TIMEOUT", meaning: "another program held the engine for too long", kind: "timeout" },
  { number: 0x80320013, name: "FWP_E_NET_EVENTS_DISABLED", meaning: "the collection of network events is switched off", kind: "engine" },
  { number: 0x80320014, name: "FWP_E_INCOMPATIBLE_LAYER", meaning: "the layer does not fit the call", kind: "engine" },
  { number: 0x80320015, name: "FWP_E_KM_CLIENTS_ONLY", meaning: "only the kernel may make this call", kind: "engine" },
  { number: 0x80320016, name: "FWP_E_LIFETIME_MISMATCH", meaning: "an object refers to another with a shorter lifetime", kind: "engine" },
  { number: 0x80320017, name: "FWP_E_BUILTIN_OBJECT", meaning: "the object is built in and cannot be changed", kind: "engine" },
  { number: 0x80320018, name: "FWP_E_TOO_MANY_CALLOUTS", meaning: "there are as many callouts as the engine can hold", kind: "engine" },
  { number: 0x80320019, name: "FWP_E_NOTIFICATION_DROPPED", meaning: "notifications were lost because the queue was full", kind: "engine" },
  { number: 0x8032001a, name: "FWP_E_TRAFFIC_MISMATCH", meaning: "the traffic does not match the security association", kind: "engine" },
  { number: 0x8032001b, name: "FWP_E_INCOMPATIBLE_SA_STATE", meaning: "the call is not allowed in the state of the security association", kind: "engine" },
  { number: 0x8032001c, name: "FWP_E_NULL_POINTER", meaning: "a required pointer is null", kind: "engine" },
  { number: 0x8032001d, name: "FWP_E_INVALID_ENUMERATOR", meaning: "an enumerated value is out of range", kind: "engine" },
  { number: 0x8032001e, name: "FWP_E_INVALID_FLAGS", meaning: "a flag is not valid", kind: "engine" },
  { number: 0x8032001f, name: "FWP_E_INVALID_NET_MASK", meaning: "a network mask is not valid", kind: "engine" },
  { number: 0x80320020, name: "FWP_E_INVALID_RANGE", meaning: "a range is not valid", kind: "engine" },
  { number: 0x80320021, name: "FWP_E_INVALID_INTERVAL", meaning: "a time interval is not valid", kind: "engine" },
  { number: 0x80320022, name: "FWP_E_ZERO_LENGTH_ARRAY", meaning: "an array that must hold something is empty", kind: "engine" },
  { number: 0x80320023, name: "FWP_E_NULL_DISPLAY_NAME", meaning: "the display name is missing", kind: "engine" },
  { number: 0x80320024, name: "FWP_E_INVALID_ACTION_TYPE", meaning: "the action does not fit the filter", kind: "engine" },
  { number: 0x80320025, name: "FWP_E_INVALID_WEIGHT", meaning: "the weight of the filter is not valid", kind: "engine" },
  { number: 0x80320026, name: "FWP_E_MATCH_TYPE_MISMATCH", meaning: "the match type of a condition does not fit its operands", kind: "engine" },
  { number: 0x80320027, name: "FWP_E_TYPE_MISMATCH", meaning: "a value is of the wrong type", kind: "engine" },
  { number: 0x80320028, name: "FWP_E_OUT_OF_BOUNDS", meaning: "an integer is out of range", kind: "engine" },
  { number: 0x80320029, name: "FWP_E_RESERVED", meaning: "a reserved field is not zero", kind: "engine" },
  { number: 0x8032002a, name: "FWP_E_DUPLICATE_CONDITION", meaning: "a filter holds several conditions on one field", kind: "engine" },
  { number: 0x8032002b, name: "FWP_E_DUPLICATE_KEYMOD", meaning: "a policy holds one keying module twice", kind: "engine" },
  { number: 0x8032002c, name: "FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER", meaning: "the action does not fit the layer", kind: "engine" },
  { number: 0x8032002d, name: "FWP_E_ACTION_INCOMPATIBLE_WITH_SUBLAYER", meaning: "the action does not fit the sublayer", kind: "engine" },
  { number: 0x8032002e, name: "FWP_E_CONTEXT_INCOMPATIBLE_WITH_LAYER", meaning: "the provider context does not fit the layer", kind: "engine" },
  { number: 0x8032002f, name: "FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT", meaning: "the provider context does not fit the callout", kind: "engine" },
  { number: 0x80320030, name: "FWP_E_INCOMPATIBLE_AUTH_METHOD", meaning: "the authentication method does not fit the policy", kind: "engine" },
  { number: 0x80320031, name: "FWP_E_INCOMPATIBLE_DH_GROUP", meaning: "the Diffie-Hellman group does not fit the policy", kind: "engine" },
  { number: 0x80320032, name: "FWP_E_EM_NOT_SUPPORTED", meaning: "the policy cannot hold extended mode", kind: "engine" },
  { number: 0x80320033, name: "FWP_E_NEVER_MATCH", meaning: "the template matches nothing", kind: "engine" },
  { number: 0x80320034, name: "FWP_E_PROVIDER_CONTEXT_MISMATCH", meaning: "the provider context is of the wrong type", kind: "engine" },
  { number: 0x80320035, name: "FWP_E_INVALID_PARAMETER", meaning: "a parameter is not valid", kind: "engine" },
  { number: 0x80320036, name: "FWP_E_TOO_MANY_SUBLAYERS", meaning: "there are as many sublayers as the engine can hold", kind: "engine" },
  { number: 0x80320037, name: "FWP_E_CALLOUT_NOTIFICATION_FAILED", meaning: "the notification function of a callout failed", kind: "engine" },
  { number: 0x80320038, name: "FWP_E_INVALID_AUTH_TRANSFORM", meaning: "the IPsec authentication transform is not valid", kind: "engine" },
  { number: 0x80320039, name: "FWP_E_INVALID_CIPHER_TRANSFORM", meaning: "the IPsec cipher transform is not valid", kind: "engine" },
  { number: 0x8032003a, name: "FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM", meaning: "the IPsec cipher transform does not fit the policy", kind: "engine" },
  { number: 0x8032003b, name: "FWP_E_INVALID_TRANSFORM_COMBINATION", meaning: "the IPsec transforms cannot be combined", kind: "engine" },
  { number: 0x8032003c, name: "FWP_E_DUPLICATE_AUTH_METHOD", meaning: "a policy holds one authentication method twice", kind: "engine" },
  { number: 0x8032003d, name: "FWP_E_INVALID_TUNNEL_ENDPOINT", meaning: "a tunnel endpoint is not valid", kind: "engine" },
  { number: 0x8032003e, name: "FWP_E_L2_DRIVER_NOT_READY", meaning: "the MAC layers are not ready", kind: "engine" },
  { number: 0x8032003f, name: "FWP_E_KEY_DICTATOR_ALREADY_REGISTERED", meaning: "a key manager that dictates keys is registered already", kind: "engine" },
  { number: 0x80320040, name: "FWP_E_KEY_DICTATION_INVALID_KEYING_MATERIAL", meaning: "the keys that a key manager dictated are not valid", kind: "engine" },
  { number: 0x80320041, name: "FWP_E_CONNECTIONS_DISABLED", meaning: "the tracking of IPsec connections is switched off", kind: "engine" },
  { number: 0x80320042, name: "FWP_E_INVALID_DNS_NAME", meaning: "a DNS name is not valid", kind: "engine" },
  { number: 0x80320043, name: "FWP_E_STILL_ON", meaning: "another setting keeps the option switched on", kind: "engine" },
  { number: 0x80320044, name: "FWP_E_IKEEXT_NOT_RUNNING", meaning: "the IKEEXT service is not running", kind: "engine" },
  { number: 0x80320104, name: "FWP_E_DROP_NOICMP", meaning: "the packet is to be dropped without an ICMP answer", kind: "engine" },
] as const satisfies readonly StatusFact[];
