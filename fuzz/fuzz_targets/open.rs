//! Whatever the bytes: opening never brings the program down, and what opens, saves and opens again as the same.

#![no_main]

use evenkeel::message::{self, bad_file_hint};
use evenkeel::storage::format;
use evenkeel::words::Words;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match format::open(bytes) {
        Ok(first) => {
            let saved =
                format::encode(&first.profile).unwrap_or_else(|error| panic!("opened, and not saved: {error:?}"));
            assert_eq!(format::open(&saved).as_ref(), Ok(&first), "saved as another one");
        }
        Err(error) => {
            let words = Words::english();
            assert!(!message::format(&words, &error).is_empty() && !bad_file_hint(&words, &error).is_empty());
        }
    }
});
