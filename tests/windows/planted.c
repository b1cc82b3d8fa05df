/* A library that nobody should load: the process that does ends with 99. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE library, DWORD reason, LPVOID reserved) {
  (void)library;
  (void)reserved;
  if (reason == DLL_PROCESS_ATTACH) ExitProcess(99);
  return TRUE;
}
