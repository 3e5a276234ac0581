//! The console that a program for windows has not got.

/// Makes what is said from now on appear in the console that the program was started from, if there is one, and lets Ctrl+C in
/// it end the program. What is redirected stays so.
///
/// Windows gives the program no console, since it is marked as one for windows (`main.rs`). Not called before a window opens:
/// whoever goes on working in that console must not end it by Ctrl+C. A prompt does not wait for such a program; one that does
/// is `evenkeel.com` (`packaging/windows/console`), which starts this one.
pub(super) fn join() {
    #[cfg(windows)]
    if !would_lose_what_is_redirected() {
        // Without a console to join there is none to appear in.
        let _joined = winsafe::AttachConsole(winsafe::PidParent::Parent);
    }
}

/// Windows puts the console's handles in place of those that there are, unless whoever started the program handed them over
/// as its own, as a program does that starts another to read what it says. `cmd` does not: `evenkeel.exe … > file`.
#[cfg(windows)]
fn would_lose_what_is_redirected() -> bool {
    use std::io::{stderr, stdout};
    use std::os::windows::io::AsRawHandle;

    let handed_over = winsafe::GetStartupInfo().dwFlags.has(winsafe::co::STARTF::USESTDHANDLES);
    let redirected = !stdout().as_raw_handle().is_null() || !stderr().as_raw_handle().is_null();
    redirected && !handed_over
}
