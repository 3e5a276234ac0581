//! Pages about practice: the plan and what came of it, its card, notes, exercises, change.

use evenkeel::paper::Paper;
use evenkeel::profile::{ColleagueView, GoalLevel, Note, Plan, Profile};
use evenkeel::report::{ReportOptions, ReportPage};
use jiff::civil::date;
use std::sync::Arc;

use super::roles::flowing;
use super::{about, data, only, pages, worked_example};

const PRACTICE: [ReportPage; 5] =
    [ReportPage::Plan, ReportPage::Card, ReportPage::Cards, ReportPage::Notes, ReportPage::Exercises];

/// The worked example, with its plan changed.
fn with(change: impl FnOnce(&mut Plan)) -> Profile {
    let mut profile = worked_example();
    let at = profile.plans.iter().rposition(|plan| plan.ended.is_none()).unwrap();
    change(Arc::make_mut(&mut profile.plans[at]));
    profile
}

/// As long as files may have them.
fn longest_plan() -> Profile {
    with(|plan| {
        let long = "whenever somebody from one of the four warehouses asks in the morning meeting whether the plan of the week may be \
                    changed at short notice because a customer has called or a lorry has not come";
        for text in [&mut plan.cue, &mut plan.deed, &mut plan.obstacle, &mut plan.instead, &mut plan.reason] {
            long.clone_into(text);
        }
        for level in GoalLevel::ALL {
            plan.goal.insert(level, long.to_owned());
        }
        plan.review = date(2027, 2, 15);
    })
}

#[test]
fn a_page_about_practice_is_one_page() {
    for (profile, which) in [(worked_example(), "the example"), (longest_plan(), "a long one")] {
        for paper in Paper::ALL {
            for page in [ReportPage::Cards, ReportPage::Changes] {
                let made = pages(&profile, &ReportOptions { paper, ..only(&[page]) });
                assert_eq!(made.count(), 1, "{page:?} of {which} on {paper:?}");
            }
        }
    }
    for paper in Paper::ALL {
        for page in [ReportPage::Plan, ReportPage::Card] {
            let made = |profile: &Profile| pages(profile, &ReportOptions { paper, ..only(&[page]) }).count();
            assert_eq!(made(&worked_example()), 1, "{page:?} on {paper:?}");
            // Nothing is cut off where somebody wrote a great deal.
            assert!(made(&longest_plan()) <= 3, "{page:?} on {paper:?}");
        }
    }
}

#[test]
fn the_four_cards_are_a_quarter_of_the_sheet_each_and_only_one_is_for_a_colleague() {
    let profile = with(|plan| {
        "PRIVATE REASON".clone_into(&mut plan.reason);
        "PRIVATE OBSTACLE".clone_into(&mut plan.obstacle);
    });
    let plan = profile.shown_plan().unwrap();
    let data = data(&profile, &only(&[ReportPage::Cards]));
    let card = data.cards.unwrap();
    assert_eq!(card.witness.lines.len(), 3);
    let witness = card.witness.lines.join(" ");
    assert!(witness.contains(&plan.cue) && witness.contains(&plan.deed));
    assert!(!witness.contains("PRIVATE"), "{witness}");
    for paper in Paper::ALL {
        let made = pages(&profile, &ReportOptions { paper, ..only(&[ReportPage::Cards]) });
        let (width, height) = made.size(0).unwrap();
        assert!((width - paper.size().0).abs() < 0.01 && (height - paper.size().1).abs() < 0.01);
        let text = super::text(&made.pdf());
        // Neither head nor foot of a page, so that each quarter is a card.
        assert!(!text.contains("Page 1 of 1"), "{text}");
        assert!(text.contains("Card for a colleague") && text.contains("Week of"), "{text}");
    }
}

#[test]
fn nobody_finds_private_things_where_they_were_not_chosen() {
    let mut profile = with(|plan| "SECRET".clone_into(&mut plan.outcome.colleague_words));
    let note =
        Note { did: "SECRET NOTE".to_owned(), ..Note::empty("n1".into(), date(2026, 11, 3), "risk-mitigation".into()) };
    profile.notes.push(Arc::new(note));
    let usual = serde_json::to_string(&data(&profile, &ReportOptions::default())).unwrap();
    assert!(!usual.contains("SECRET"), "the usual report has something of the plan");
    for page in ReportPage::ALL {
        let said = serde_json::to_string(&data(&profile, &only(&[page]))).unwrap();
        assert_eq!(said.contains("SECRET NOTE"), page == ReportPage::Notes, "{page:?}");
    }
}

#[test]
fn the_plan_says_what_was_counted_and_what_can_be_said() {
    let profile = with(|plan| {
        plan.outcome.reached = Some(GoalLevel::Expected);
        plan.outcome.colleague = Some(ColleagueView::Better);
        "More often than before.".clone_into(&mut plan.outcome.colleague_words);
    });
    let page = data(&profile, &only(&[ReportPage::Plan])).plan.unwrap();
    assert_eq!(page.came.kinds.len(), 4);
    let colleague = &page.came.kinds[3];
    assert!(colleague.words.ends_with("“More often than before.”"), "{}", colleague.words);
    assert!(page.came.together.contains("cannot"), "{}", page.came.together);
    let goal = page.goal.unwrap();
    assert_eq!(goal.rows.iter().filter(|row| row.mark.contains("reached")).count(), 1);
    // Highest first.
    assert_eq!(goal.rows[0].level, "+2");
    let text = flowing(&pages(&profile, &only(&[ReportPage::Plan])));
    let plan = profile.shown_plan().unwrap();
    for words in [plan.cue.as_str(), plan.deed.as_str(), "What came of it", "Week by week", "Goal levels"] {
        assert!(text.contains(words), "no `{words}` in {text}");
    }
}

#[test]
fn before_anything_is_known_the_page_says_what_the_review_will_need() {
    let profile = with(|plan| {
        let start = plan.start;
        plan.weeks.retain(|first, _| *first < start);
        plan.outcome = evenkeel::profile::Outcome::default();
    });
    let page = data(&profile, &only(&[ReportPage::Plan])).plan.unwrap();
    assert!(page.came.kinds.is_empty());
    assert_eq!(page.came.title, "At the review");
    assert!(page.came.together.contains("larger than the error"), "{}", page.came.together);
}

#[test]
fn change_on_paper_is_the_change_that_history_tells() {
    let profile = worked_example();
    let page = data(&profile, &only(&[ReportPage::Changes])).changes.unwrap();
    // Eight facets, two sides, the balance.
    assert_eq!(page.rows.len(), 11);
    let beyond = page.rows.iter().filter(|row| row.beyond).count();
    assert!(page.rows.iter().all(|row| row.beyond == (row.reading == "larger than the error")), "{:?}", page.rows);
    assert!(beyond < 11);
    assert!(page.notes[0].contains("comparisons") || page.notes[0].contains("look changed"), "{:?}", page.notes);
    let alone = Profile { audits: profile.audits[profile.audits.len() - 1..].to_vec(), ..profile };
    assert!(data(&alone, &only(&[ReportPage::Changes])).changes.is_none());
}

#[test]
fn practice_needs_no_audit_and_says_the_day() {
    let profile = Profile { audits: Vec::new(), ..worked_example() };
    for page in PRACTICE {
        let made = pages(&profile, &only(&[page]));
        assert!(made.count() > 0);
        if page != ReportPage::Cards {
            let text = flowing(&made);
            assert!(text.contains("24 November 2026"), "{page:?}: {text}");
        }
    }
    let nothing = Profile::new("p".into());
    let empty = serde_json::to_value(about(&nothing, &[], &only(&PRACTICE))).unwrap();
    for name in ["plan", "card", "cards", "notes"] {
        assert!(empty[name].is_null(), "{name}");
    }
}
