/*
 * The other functions of Windows that the live source calls, for systems that are not Windows.
 * Under Wine and on Windows the real ones are used.
 */
#ifndef _WIN32
#include "objects.h"

#include <stdlib.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))
#define NO_FILE 0xFFFFFFFFu
#define ARCHIVE 0x20u
#define SEARCH_SYSTEM32 0x800u
#define DESCRIPTOR_HEAD 20u

static const char DIRECTORY[] = "C:\\Windows\\system32";
static const char DEVICE[] = "C:\\Windows\\system32\\COM1";
static const char RESOURCE_FILE[] = "C:\\Windows\\system32\\bfe.dll";
static uint32_t loads, texts;

/* 0 the texts not freed, 1 the resources loaded. */
EXPORT uint32_t DoubleTexts(uint32_t which) { return which ? loads : texts; }

static uint32_t put(WIDE *out, uint32_t room, const char *text) {
  uint32_t length = (uint32_t)strlen(text);
  if (length >= room) return 0;
  for (uint32_t i = 0; i <= length; i++) out[i] = (WIDE)(unsigned char)text[i];
  return length;
}

static int starts_with(const WIDE *text, const char *start) {
  while (*start)
    if (*text++ != (WIDE)(unsigned char)*start++) return 0;
  return 1;
}

static size_t length_of(const WIDE *text) {
  size_t length = 0;
  while (text[length]) length++;
  return length;
}

EXPORT int32_t SetDefaultDllDirectories(uint32_t flags) { return flags == SEARCH_SYSTEM32; }

EXPORT uint32_t GetSystemDirectoryW(WIDE *out, uint32_t room) { return put(out, room, DIRECTORY); }

/* Devices are in every folder, whatever comes behind a dot. */
EXPORT uint32_t GetFileAttributesW(const WIDE *path) {
  if (starts_with(path, DEVICE) && (!path[strlen(DEVICE)] || path[strlen(DEVICE)] == '.')) return ARCHIVE;
  return starts_with(path, RESOURCE_FILE) && !path[strlen(RESOURCE_FILE)] ? ARCHIVE : NO_FILE;
}

/* "Resource N" for "@C:\Windows\system32\bfe.dll,-N". */
EXPORT int32_t SHLoadIndirectString(const WIDE *source, WIDE *out, uint32_t room, void **reserved) {
  size_t file = strlen(RESOURCE_FILE);
  loads++;
  if (reserved || source[0] != '@' || !starts_with(source + 1, RESOURCE_FILE)) return -1;
  uint32_t at = put(out, room, "Resource ");
  for (const WIDE *id = source + 1 + file + 2; *id && at + 1 < room; id++) out[at++] = *id;
  out[at] = 0;
  return 0;
}

EXPORT int32_t GetComputerNameExW(int32_t format, WIDE *out, uint32_t *units) {
  struct arena arena = {NULL};
  const char *field = objects_machine()->name;
  WIDE *name = field ? text_make(&arena, field) : NULL;
  size_t length = name ? length_of(name) : 0;
  int32_t fits = format == 1 && name && length < *units;
  if (fits) memcpy(out, name, 2 * (length + 1));
  if (fits) *units = (uint32_t)length;
  arena_free(&arena);
  return fits;
}

EXPORT int32_t RtlGetVersion(OSVERSIONINFOW *version) {
  if (version->dwOSVersionInfoSize != sizeof *version) return -1;
  version->dwMajorVersion = objects_machine()->major;
  version->dwMinorVersion = objects_machine()->minor;
  version->dwBuildNumber = objects_machine()->build;
  return 0;
}

/* 0 not elevated, 1 elevated, anything else: Windows does not say. */
EXPORT int32_t GetTokenInformation(uint64_t token, int32_t class, uint32_t *out, uint32_t size, uint32_t *needed) {
  if (token != UINT64_C(0xFFFFFFFFFFFFFFFC) || class != 20 || size != 4 || objects_machine()->elevated > 1) return 0;
  *out = objects_machine()->elevated;
  *needed = 4;
  return 1;
}

/* The descriptors of an engine file hold their SDDL, UTF-16LE and a closing zero, after an empty head. */
EXPORT int32_t ConvertSecurityDescriptorToStringSecurityDescriptorW(const uint8_t *descriptor, uint32_t revision,
                                                                    uint32_t parts, WIDE **out, uint32_t *length) {
  if (revision != 1 || parts != 0xF || length) return 0;
  const WIDE *text = (const WIDE *)(descriptor + DESCRIPTOR_HEAD);
  size_t size = 2 * (length_of(text) + 1);
  *out = malloc(size);
  memcpy(*out, text, size);
  texts++;
  return 1;
}

EXPORT uint64_t LocalFree(void *memory) {
  texts--;
  free(memory);
  return 0;
}
#endif
