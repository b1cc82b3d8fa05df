/*
 * A double of fwpuclnt.dll: the functions that read the filter engine, over the objects of an
 * engine file. It counts what is open, and fails, cuts a page short or changes on demand.
 *
 * Environment: FWPUCLNT_DOUBLE_FILE names the engine file; FWPUCLNT_DOUBLE_FAIL is
 * "FUNCTION:CODE" and makes that function fail.
 */
#include "objects.h"

#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

#define SUCCESS 0u
#define INVALID_HANDLE 6u
#define NOT_SUPPORTED 50u
#define INVALID_PARAMETER 87u
#define NO_TXN_IN_PROGRESS 0x8032000Du
#define TXN_IN_PROGRESS 0x8032000Eu
#define INCOMPATIBLE_TXN 0x80320011u

#define AUTHN_WINNT 10u
#define TXN_READ_ONLY 1u
#define LONGEST_WAIT_MS 60000u
#define LOG_SIZE 4096u

struct session { uint32_t magic; int in_transaction; };
struct enumeration { uint32_t magic; enum kind kind; const char **lines; uint32_t count, position; };
/* A page: its array of pointers is what the caller gets and frees. */
struct page { struct page *next; struct arena arena; void **entries; };

#define SESSION_MAGIC 0x5E551015u
#define ENUMERATION_MAGIC 0xE1109A7Eu

static struct page *pages;
static const char *call_log[LOG_SIZE];
static struct {
  uint32_t calls, engines, transactions, enumerations, pages, misuses;
  uint32_t fail_at, fail_code, short_page_at, change_after, enum_calls;
  int change_is_due;
} state;
static struct { char function[64]; uint32_t code; } fail_in;

/* What is open: 0 calls, 1 engines, 2 transactions, 3 enumerations, 4 pages, 5 misuses. */
EXPORT uint32_t DoubleCount(uint32_t which) {
  const uint32_t counts[] = {state.calls, state.engines, state.transactions, state.enumerations, state.pages, state.misuses};
  return which < sizeof counts / sizeof *counts ? counts[which] : 0;
}
/* The name of the n-th call, counted from 1. */
EXPORT const char *DoubleCall(uint32_t n) { return n && n <= state.calls && n <= LOG_SIZE ? call_log[n - 1] : NULL; }
EXPORT void DoubleReset(void) {
  memset(&state, 0, sizeof state);
  fail_in.function[0] = 0;
}
EXPORT uint32_t DoubleLoad(const char *path) { return (uint32_t)objects_load(path); }
/* The n-th call from now, counted from 1, fails; 0 for none. */
EXPORT void DoubleFailAt(uint32_t n, uint32_t code) { state.fail_at = n ? state.calls + n : 0; state.fail_code = code; }
EXPORT void DoubleShortPageAt(uint32_t n) { state.short_page_at = n; }
/* After the n-th call the last callout and the last filter go, as soon as no transaction is open. */
EXPORT void DoubleChangeAfter(uint32_t n) { state.change_after = n; }

static void read_environment(void) {
  static int done;
  if (done) return;
  done = 1;
  const char *fail = getenv("FWPUCLNT_DOUBLE_FAIL");
  const char *colon = fail ? strchr(fail, ':') : NULL;
  if (!colon || (size_t)(colon - fail) >= sizeof fail_in.function) return;
  memcpy(fail_in.function, fail, (size_t)(colon - fail));
  fail_in.code = (uint32_t)strtoul(colon + 1, NULL, 0);
}

static void change_if_due(void) {
  if (!state.change_is_due || state.transactions) return;
  state.change_is_due = 0;
  objects_remove_last();
}

/* Notes a call; returns the status to fail with, or 0. */
static uint32_t enter(const char *function) {
  read_environment();
  if (state.calls < LOG_SIZE) call_log[state.calls] = function;
  state.calls++;
  if (state.change_after && state.calls == state.change_after + 1) state.change_is_due = 1;
  change_if_due();
  if (state.calls == state.fail_at) return state.fail_code;
  return strcmp(function, fail_in.function) ? SUCCESS : fail_in.code;
}

static uint32_t misuse(uint32_t status) {
  state.misuses++;
  return status;
}

static struct session *session_of(HANDLE handle) {
  struct session *session = handle;
  return session && session->magic == SESSION_MAGIC ? session : NULL;
}

/* As the RPC of Windows does with the library that authenticates: by its bare name, when it is needed. */
static void load_helper(void) {
#ifdef _WIN32
  LoadLibraryW(L"wfpcallout_helper.dll");
#endif
}

EXPORT DWORD WINAPI FwpmEngineOpen0(const WIDE *server, UINT32 authentication, SEC_WINNT_AUTH_IDENTITY_W *identity,
                                    const FWPM_SESSION0 *wanted, HANDLE *engine) {
  uint32_t fault = enter("FwpmEngineOpen0");
  if (fault) return fault;
  if (server || identity || !engine) return misuse(INVALID_PARAMETER);
  if (authentication != AUTHN_WINNT) return misuse(NOT_SUPPORTED);
  /* A wait of 0 is the default one, and a session that is not named cannot be told from others */
  if (!wanted || !wanted->txnWaitTimeoutInMSec || wanted->txnWaitTimeoutInMSec > LONGEST_WAIT_MS ||
      !wanted->displayData.name || wanted->displayData.name[0] != 'w')
    return misuse(INVALID_PARAMETER);
  load_helper();
  struct session *session = calloc(1, sizeof *session);
  session->magic = SESSION_MAGIC;
  state.engines++;
  *engine = session;
  return SUCCESS;
}

/* A function that releases does so even when it is told to fail: the caller has no handle any more. */
EXPORT DWORD WINAPI FwpmEngineClose0(HANDLE engine) {
  uint32_t fault = enter("FwpmEngineClose0");
  struct session *session = session_of(engine);
  if (!session) return misuse(INVALID_HANDLE);
  if (session->in_transaction || state.enumerations || state.pages) state.misuses++;
  session->magic = 0;
  free(session);
  state.engines--;
  return fault;
}

EXPORT DWORD WINAPI FwpmTransactionBegin0(HANDLE engine, UINT32 flags) {
  uint32_t fault = enter("FwpmTransactionBegin0");
  if (fault) return fault;
  struct session *session = session_of(engine);
  if (!session) return misuse(INVALID_HANDLE);
  if (flags != TXN_READ_ONLY) return misuse(INCOMPATIBLE_TXN);
  if (session->in_transaction) return misuse(TXN_IN_PROGRESS);
  session->in_transaction = 1;
  state.transactions++;
  return SUCCESS;
}

EXPORT DWORD WINAPI FwpmTransactionAbort0(HANDLE engine) {
  uint32_t fault = enter("FwpmTransactionAbort0");
  struct session *session = session_of(engine);
  if (!session) return misuse(INVALID_HANDLE);
  if (!session->in_transaction) return misuse(NO_TXN_IN_PROGRESS);
  session->in_transaction = 0;
  state.transactions--;
  change_if_due();
  return fault;
}

EXPORT void WINAPI FwpmFreeMemory0(void **memory) {
  for (struct page **link = &pages; memory && *link; link = &(*link)->next) {
    struct page *page = *link;
    if (page->entries != *memory) continue;
    *link = page->next;
    arena_free(&page->arena);
    free(page);
    state.pages--;
    *memory = NULL;
    return;
  }
  misuse(0);
}

static DWORD create_enumeration(const char *function, HANDLE engine, const void *template, enum kind kind, HANDLE *out) {
  uint32_t fault = enter(function);
  if (fault) return fault;
  struct session *session = session_of(engine);
  if (!session || !session->in_transaction || template || !out) return misuse(INVALID_PARAMETER);
  const struct objects *objects = objects_of(kind);
  struct enumeration *enumeration = calloc(1, sizeof *enumeration);
  enumeration->magic = ENUMERATION_MAGIC;
  enumeration->kind = kind;
  enumeration->count = objects->count;
  enumeration->lines = malloc((objects->count + 1) * sizeof *enumeration->lines);
  if (objects->count) memcpy(enumeration->lines, objects->lines, objects->count * sizeof *enumeration->lines);
  state.enumerations++;
  *out = enumeration;
  return SUCCESS;
}

static DWORD read_page(const char *function, HANDLE engine, HANDLE handle, UINT32 wanted, void *out, UINT32 *returned) {
  uint32_t fault = enter(function);
  if (fault) return fault;
  struct enumeration *enumeration = handle;
  if (!session_of(engine) || !enumeration || enumeration->magic != ENUMERATION_MAGIC || !wanted || !out || !returned)
    return misuse(INVALID_PARAMETER);
  uint32_t count = enumeration->count - enumeration->position;
  if (count > wanted) count = wanted;
  if (++state.enum_calls == state.short_page_at) count /= 2;
  struct page *page = calloc(1, sizeof *page);
  page->entries = arena_alloc(&page->arena, (count + 1) * sizeof *page->entries);
  for (uint32_t i = 0; i < count; i++)
    page->entries[i] = object_make(&page->arena, enumeration->kind, enumeration->lines[enumeration->position++]);
  page->next = pages;
  pages = page;
  state.pages++;
  *(void ***)out = page->entries;
  *returned = count;
  return SUCCESS;
}

static DWORD destroy_enumeration(const char *function, HANDLE engine, HANDLE handle) {
  uint32_t fault = enter(function);
  struct enumeration *enumeration = handle;
  if (!session_of(engine) || !enumeration || enumeration->magic != ENUMERATION_MAGIC) return misuse(INVALID_HANDLE);
  enumeration->magic = 0;
  free(enumeration->lines);
  free(enumeration);
  state.enumerations--;
  return fault;
}

#define ENUMERATION(NAME, KIND, TYPE, TEMPLATE)                                                                       \
  EXPORT DWORD WINAPI Fwpm##NAME##CreateEnumHandle0(HANDLE engine, const TEMPLATE *template, HANDLE *out) {           \
    return create_enumeration("Fwpm" #NAME "CreateEnumHandle0", engine, template, KIND, out);                         \
  }                                                                                                                   \
  EXPORT DWORD WINAPI Fwpm##NAME##Enum0(HANDLE engine, HANDLE handle, UINT32 wanted, TYPE ***out, UINT32 *returned) { \
    return read_page("Fwpm" #NAME "Enum0", engine, handle, wanted, out, returned);                                    \
  }                                                                                                                   \
  EXPORT DWORD WINAPI Fwpm##NAME##DestroyEnumHandle0(HANDLE engine, HANDLE handle) {                                  \
    return destroy_enumeration("Fwpm" #NAME "DestroyEnumHandle0", engine, handle);                                    \
  }

ENUMERATION(Layer, KIND_LAYER, FWPM_LAYER0, FWPM_LAYER_ENUM_TEMPLATE0)
ENUMERATION(Provider, KIND_PROVIDER, FWPM_PROVIDER0, FWPM_PROVIDER_ENUM_TEMPLATE0)
ENUMERATION(SubLayer, KIND_SUBLAYER, FWPM_SUBLAYER0, FWPM_SUBLAYER_ENUM_TEMPLATE0)
ENUMERATION(Callout, KIND_CALLOUT, FWPM_CALLOUT0, FWPM_CALLOUT_ENUM_TEMPLATE0)
ENUMERATION(Filter, KIND_FILTER, FWPM_FILTER0, FWPM_FILTER_ENUM_TEMPLATE0)
