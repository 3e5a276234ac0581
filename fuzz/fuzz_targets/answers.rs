//! Whatever the bytes: reading a table of answers never brings the program down, an error has a line and is short, and what is
//! read becomes a profile that can be saved.

#![no_main]

use std::sync::{Arc, LazyLock};

use evenkeel::answers::{self, New};
use evenkeel::instrument::Instruments;
use evenkeel::storage::format;
use evenkeel::words::Words;
use libfuzzer_sys::fuzz_target;

static INSTRUMENTS: LazyLock<Arc<Instruments>> =
    LazyLock::new(|| Instruments::built_in("en").unwrap_or_else(|error| panic!("no instruments: {error}")));

fuzz_target!(|bytes: &[u8]| {
    match answers::read(&Words::english(), bytes, &INSTRUMENTS, None) {
        Ok(table) => {
            let count = table.answers.count();
            let new = New {
                profile: "profile".into(),
                audit: "audit".into(),
                seed: 7,
                at: "2026-11-19T15:12:00Z".parse().unwrap_or_else(|error| panic!("no time: {error}")),
                role: String::new(),
                person: String::new(),
            };
            let profile = answers::profile(table, new);
            let saved = format::encode(&profile).unwrap_or_else(|error| panic!("read, and not saved: {error:?}"));
            assert_eq!(format::open(&saved).map(|opened| opened.profile), Ok(profile), "saved as another one");
            assert!(count <= 200, "more answers than questions");
        }
        Err(wrong) => {
            let lines = bytes.iter().filter(|byte| matches!(byte, b'\r' | b'\n')).count() + 1;
            assert!((1..=lines as u64).contains(&wrong.line), "line {} of {lines}", wrong.line);
            assert!(wrong.said(&Words::english()).chars().count() < 500, "{}", wrong.said(&Words::english()));
        }
    }
});
