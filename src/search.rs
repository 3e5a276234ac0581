//! Finding what a person looks for, however it is written: capitals, accents and the shape of an apostrophe make no difference.

/// Letters of the Latin alphabet with accents, after the letter that they are read as. Marks that stand apart (U+0300 to U+036F) are left out
/// without a table.
const ACCENTED: [(char, &str); 24] = [
    ('a', "àáâãäåāăą"),
    ('b', "ƀ"),
    ('c', "çćĉċč"),
    ('d', "ďđð"),
    ('e', "èéêëēĕėęě"),
    ('f', "ƒ"),
    ('g', "ĝğġģ"),
    ('h', "ĥħ"),
    ('i', "ìíîïĩīĭįı"),
    ('j', "ĵ"),
    ('k', "ķ"),
    ('l', "ĺļľŀł"),
    ('m', "ṁ"),
    ('n', "ñńņňŉ"),
    ('o', "òóôõöøōŏő"),
    ('p', "ṗ"),
    ('r', "ŕŗř"),
    ('s', "śŝşšș"),
    ('t', "ţťŧț"),
    ('u', "ùúûüũūŭůűų"),
    ('w', "ŵẁẃẅ"),
    ('y', "ýÿŷỳ"),
    ('z', "źżž"),
    ('\'', "’‘ʼ`´"),
];

/// The text in small letters, without accents.
pub fn plain(text: &str) -> String {
    let unmarked = text.chars().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    unmarked.map(letter).collect()
}

fn letter(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    ACCENTED.iter().find(|(_, accented)| accented.contains(c)).map_or(c, |(plain, _)| *plain)
}

/// Whether each word of a search is somewhere in one of the texts, in any order. An empty search finds all.
pub fn finds(search: &str, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| plain(text)).collect();
    plain(search).split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_accents_and_apostrophes_make_no_difference() {
        assert_eq!(plain("ÉCOLE, Łódź, São, İzmir, d’ÅNGSTRÖM"), "ecole, lodz, sao, izmir, d'angstrom");
        assert_eq!(plain("e\u{301}\u{328}"), "e", "marks that stand apart");
        assert_eq!(plain("王 ж 3 ß"), "王 ж 3 ß", "what has no plain letter stays");
    }

    #[test]
    fn all_words_are_found_in_any_order() {
        let texts = ["Ask before anyone starts", "the café’s till"];
        assert!(finds("TILL cafe's  ásk", &texts) && finds(" ", &texts) && finds("cafés", &["cafes"]));
        assert!(!finds("ask penguin", &texts) && !finds("askbefore", &texts));
    }
}
