/*
 * Stands in for the executable that `deno compile` makes for Windows, which cannot be made where
 * the base runtime for Windows cannot be had: runs deno.exe with program\main.js, both beside it, with
 * the permissions that are compiled in, and hands everything else through.
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#ifndef PERMISSIONS
#error "PERMISSIONS: the options of deno run"
#endif

#define LONGEST_PATH 32768
#define LONGEST_LINE 65536

/* The command line after the program's name, as it was typed. */
static const wchar_t *arguments(void) {
  const wchar_t *line = GetCommandLineW();
  int quoted = 0;
  for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++)
    if (*line == L'"') quoted = !quoted;
  while (*line == L' ' || *line == L'\t') line++;
  return line;
}

int main(void) {
  static wchar_t folder[LONGEST_PATH], line[LONGEST_LINE];
  GetModuleFileNameW(NULL, folder, LONGEST_PATH);
  *wcsrchr(folder, L'\\') = 0;
  int length = _snwprintf(line, LONGEST_LINE, L"\"%ls\\deno.exe\" run --quiet %ls \"%ls\\program\\main.js\" %ls", folder,
                          L"" PERMISSIONS, folder, arguments());
  STARTUPINFOW startup = {.cb = sizeof startup};
  PROCESS_INFORMATION process;
  if (length < 0 || !CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process)) {
    fprintf(stderr, "launcher: Windows error %lu\n", GetLastError());
    return 125;
  }
  WaitForSingleObject(process.hProcess, INFINITE);
  DWORD code = 126;
  GetExitCodeProcess(process.hProcess, &code);
  return (int)code;
}
