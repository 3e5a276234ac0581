//! Whatever the bytes: reading a journal never brings the program down, and what is read is written and read as the same.

#![no_main]

use evenkeel::storage::{Entry, format};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(first) = Entry::decode(bytes) {
        let written = first.encode().unwrap_or_else(|error| panic!("read, and not written: {error}"));
        let again = Entry::decode(&written).unwrap_or_else(|error| panic!("written, and not read: {error:?}"));
        assert_eq!(again, first);
        // The document in it goes the same way as a file's contents.
        if let Ok(opened) = format::open(&first.document) {
            assert!(format::encode(&opened.profile).is_ok());
        }
    }
});
