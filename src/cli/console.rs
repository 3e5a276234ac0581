//! The console on Windows, which a program with windows does not get by itself.

/// Joins the console that the program was started from, if there is one: output appears there from now on, and Ctrl+C in it ends
/// the program. Redirected output stays redirected.
///
/// Windows gives this program no console, since it is marked as a program with windows (`main.rs`). This is not called when a
/// window opens, because Ctrl+C in that console must not end the window. The prompt does not wait for such a program;
/// `evenkeel.com` (`packaging/windows/console`), which starts this one, makes it wait.
pub(super) fn join() {
    #[cfg(windows)]
    if !would_lose_what_is_redirected() {
        // This fails when there is no console to join, which is fine.
        let _joined = winsafe::AttachConsole(winsafe::PidParent::Parent);
    }
}

/// Joining replaces the standard handles by the console's, unless the parent passed its own on explicitly, as a program does that
/// starts another one to read its output. `cmd` does not do that for `evenkeel.exe … > file`, so the redirection would be lost.
#[cfg(windows)]
fn would_lose_what_is_redirected() -> bool {
    use std::io::{stderr, stdout};
    use std::os::windows::io::AsRawHandle;

    let handed_over = winsafe::GetStartupInfo().dwFlags.has(winsafe::co::STARTF::USESTDHANDLES);
    let redirected = !stdout().as_raw_handle().is_null() || !stderr().as_raw_handle().is_null();
    redirected && !handed_over
}
