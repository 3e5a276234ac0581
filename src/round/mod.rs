//! A round: what its collector does, from making it to the merged result. A service: it seals and opens, but reads and writes no files and
//! shows nothing.
//!
//! - **Three parts.** The person, the collector, the raters. Replies are sealed to the round's public key and may travel through the
//!   person's hands. The collector opens them and can read each; the person gets what [`others`](crate::others) lets through.
//! - **The round file** ([`RoundFile`]) holds the secret key, the tokens that were given out, and what was published of whom. It is locked
//!   with a passphrase. Without file or passphrase the replies are lost, but for the **key sheet** ([`sheet`]): the key on paper, part of which
//!   is typed back before there are forms.
//! - **Replies** are found in files and in what mail made of a text (`text.rs`), and sorted ([`sort()`]): what does not count is named, with
//!   why, and stops nothing.

mod file;
mod form;
mod paper;
mod reply;
mod restore;
mod seal;
pub mod sheet;
mod sort;
mod text;

pub use file::{
    Asked, Collector, Invited, Issued, MOST_RATERS, NewRound, NewRoundError, RoundFile, RoundFileError, hex,
};
pub use form::{data, page};
pub use paper::{Differs, LineError, LineProblem, Sheet, add, differences, read};
pub use reply::{LENGTHS, Packed};
pub use restore::{RestoreError, Restored, restore};
pub use seal::{Passphrase, SecretKey, Unopened, seal};
pub use sort::{Arrived, LeftOut, Named, Sorted, sort};
pub use text::{Found, armoured, find};
