/* A DLL of Windows that Debian's Wine 8.0 lacks, and Rust's standard library asks for random numbers. For the tests under Wine only:
   test.sh puts it into their own copy of Windows. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) { return SystemFunction036(data, (ULONG)length); }
