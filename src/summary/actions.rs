//! Exercises in words.

use crate::actions::{Action, ActionNeed, ActionText, ForReports};
use crate::scoring::id;
use crate::t;
use crate::words::Words;

/// The exercise as an if-then sentence: "If a task arrives …, then I ask …."
pub fn action_sentence(words: &Words, text: &ActionText) -> String {
    t!(words, "action-if-then", occasion = text.occasion.as_str(), deed = text.deed.as_str())
}

/// What to do where something gets in the way: "If someone in a hurry gets in the way, then I …."
pub fn action_obstacle(words: &Words, text: &ActionText) -> String {
    t!(words, "action-if-obstacle", obstacle = text.obstacle.as_str(), instead = text.instead.as_str())
}

/// How long it takes, for whom it is, and what it cannot be done without: "5 minutes, with people who report to you".
pub fn action_conditions(words: &Words, action: &Action) -> String {
    let mut all = vec![t!(words, "action-minutes", minutes = action.minutes)];
    match action.reports {
        ForReports::With => all.push(t!(words, "action-with-reports")),
        ForReports::Without => all.push(t!(words, "action-without-reports")),
        ForReports::Both => {}
    }
    all.extend(action.needs.iter().map(|need: &ActionNeed| t!(words, "action-need", need = id(need))));
    all.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actions::ActionLibrary;

    #[test]
    fn an_exercise_is_a_sentence_with_its_conditions() {
        let (words, library) = (Words::english(), ActionLibrary::in_language("en").unwrap());
        let text = library.text(&"ask-before-start".into());
        assert!(
            action_sentence(&words, text)
                .starts_with("If a task arrives that takes more than half an hour, then I ask ")
        );
        assert_eq!(action_obstacle(&words, text), "If someone in a hurry gets in the way, then I ask only what waits.");
        let said = |id: &str| action_conditions(&words, library.action(&id.into()).unwrap());
        assert_eq!(said("set-the-sum-first").rsplit(", ").next(), Some("needs money"));
        let with = library.actions.iter().find(|action| action.reports == ForReports::With).unwrap();
        assert!(action_conditions(&words, with).contains("for people with reports"));
    }
}
