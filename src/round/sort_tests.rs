use super::super::file::{Collector, Invited, Issued, NewRound};
use super::super::seal::seal;
use super::super::text::armoured;
use super::*;
use crate::others::{Group, RaterForm};
use crate::random::SplitMix;

fn round(raters: usize) -> (RoundFile, RaterQuestions) {
    let questions = RaterForm::built_in().unwrap().questions;
    let mut random = SplitMix::new(1);
    let new = NewRound {
        person: "Ana".into(),
        collector: Collector::default(),
        until: None,
        groups: vec![Invited { group: Group::Peers, invited: raters }],
        chance: (0..=raters).map(|_| random.bits()).collect(),
    };
    (RoundFile::new(new, &questions).unwrap(), questions)
}

fn packed(round: &RoundFile, questions: &RaterQuestions, issued: Issued) -> Packed {
    let byte = |at: usize| u8::from_str_radix(&questions.hash[2 * at..2 * at + 2], 16).unwrap();
    Packed {
        round: u64::from_str_radix(&round.id, 16).unwrap().to_be_bytes(),
        group: issued.group,
        token: issued.token,
        hash: [0, 1, 2, 3, 4, 5, 6, 7].map(byte),
        answers: questions.items().map(|_| 3).collect(),
        keep: String::new(),
        change: String::new(),
    }
}

fn sealed(round: &RoundFile, packed: &Packed) -> Vec<u8> {
    seal(&round.secret().unwrap().recipient(), &packed.write().unwrap()).unwrap()
}

fn arrived(name: &str, sealed: &[u8]) -> Arrived {
    Arrived { name: name.into(), bytes: armoured(sealed).into_bytes() }
}

#[test]
fn of_a_thousand_replies_thirty_are_damaged_and_named() {
    let (round, questions) = round(1000);
    let mut all: Vec<Arrived> = round
        .tokens
        .iter()
        .enumerate()
        .map(|(at, issued)| arrived(&format!("{at}"), &sealed(&round, &packed(&round, &questions, *issued))))
        .collect();
    let damaged: Vec<String> = (0..30).map(|n| (n * 33).to_string()).collect();
    for (n, at) in (0..30).map(|n| (n, n * 33)) {
        let bytes = &mut all[at].bytes;
        match n % 3 {
            0 => bytes.truncate(150 + 5 * n),
            1 => bytes[120 + n] = if bytes[120 + n] == b'A' { b'B' } else { b'A' },
            _ => drop(bytes.drain(180..190 + n)),
        }
    }
    let start = std::time::Instant::now();
    let sorted = sort(&round, &questions, &all).unwrap();
    let took = start.elapsed();
    let names: Vec<String> = sorted.left_out.iter().map(|named| named.file.clone()).collect();
    assert_eq!((sorted.replies.len(), names), (970, damaged));
    assert!(sorted.left_out.iter().all(|named| matches!(named.why, LeftOut::Broken | LeftOut::Foreign)));
    assert!(took.as_secs_f64() < 20.0, "{took:?} in a build for tests");
}

#[test]
fn each_reply_that_does_not_count_is_named_by_why() {
    let (mut round, questions) = round(5);
    let (other, _) = self::round(5);
    let of = |at: usize| packed(&round, &questions, round.tokens[at]);
    let other_round = Packed { round: [9; 8], ..of(0) };
    let other_questions = Packed { hash: [9; 8], ..of(0) };
    let fewer = Packed { answers: vec![3; 8], ..of(0) };
    let unknown = Packed { token: Token(1), ..of(0) };
    let other_group = Packed { group: Group::Reports, ..of(0) };
    let again = Packed { answers: vec![5; of(0).answers.len()], ..of(0) };
    let all = [
        arrived("good", &sealed(&round, &of(0))),
        Arrived { name: "letter".into(), bytes: b"I have no time.".to_vec() },
        arrived("no reply", &seal(&round.secret().unwrap().recipient(), &[7; 64]).unwrap()),
        arrived("other key", &sealed(&other, &of(1))),
        arrived("other round", &sealed(&round, &other_round)),
        arrived("other questions", &sealed(&round, &other_questions)),
        arrived("fewer questions", &sealed(&round, &fewer)),
        arrived("unknown token", &sealed(&round, &unknown)),
        arrived("other group", &sealed(&round, &other_group)),
        arrived("again", &sealed(&round, &again)),
        arrived("good too", &sealed(&round, &of(1))),
    ];
    let sorted = sort(&round, &questions, &all).unwrap();
    let named: Vec<(&str, LeftOut)> = sorted.left_out.iter().map(|named| (named.file.as_str(), named.why)).collect();
    let expected = [
        ("letter", LeftOut::Broken),
        ("no reply", LeftOut::Broken),
        ("other key", LeftOut::Foreign),
        ("other round", LeftOut::Foreign),
        ("other questions", LeftOut::OtherQuestions),
        ("fewer questions", LeftOut::OtherQuestions),
        ("unknown token", LeftOut::Forged),
        ("other group", LeftOut::Forged),
        ("again", LeftOut::Double),
    ];
    assert_eq!((named.as_slice(), sorted.replies.len()), (expected.as_slice(), 2));

    // What counted before counts again; what says something else with its token, or comes after the end, does not.
    let late = arrived("late", &sealed(&round, &of(2)));
    let changed = arrived("changed", &sealed(&round, &again));
    round.counted = sorted.fingerprints;
    round.is_closed = true;
    let sorted = sort(&round, &questions, &[changed, all[0].clone(), late]).unwrap();
    let named: Vec<(&str, LeftOut)> = sorted.left_out.iter().map(|named| (named.file.as_str(), named.why)).collect();
    assert_eq!(named, [("changed", LeftOut::Double), ("late", LeftOut::Late)]);
    assert_eq!(sorted.replies.len(), 1);
}
