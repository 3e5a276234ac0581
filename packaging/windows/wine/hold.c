/* hold.exe FILE MILLISECONDS shared|alone : keeps a file open for a while, as a virus scanner or a viewer does. For the tests. */
#include <stdlib.h>
#include <windows.h>

int wmain(int count, wchar_t **words) {
  if (count != 4) return 2;
  DWORD share = words[3][0] == L's' ? FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE : FILE_SHARE_READ;
  HANDLE file = CreateFileW(words[1], GENERIC_READ, share, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return 1;
  /* Seen from outside: the file is held now. */
  HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
  DWORD written;
  WriteFile(out, "held\n", 5, &written, NULL);
  Sleep((DWORD)_wtoi(words[2]));
  CloseHandle(file);
  return 0;
}
