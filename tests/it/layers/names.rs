//! The paths and texts in a piece of Rust: just enough of its grammar to tell code from comments and strings.

/// What a file names, each with its line from 1.
pub struct Names {
    pub paths: Vec<(usize, Vec<String>)>,
    pub texts: Vec<(usize, String)>,
}

pub fn read(source: &str) -> Names {
    let mut texts = Vec::new();
    let mut words = Vec::new();
    for (line, token) in tokens(source) {
        match token {
            Token::Text(text) => texts.push((line, text)),
            other => words.push((line, other)),
        }
    }
    let mut paths = Vec::new();
    let mut at = 0;
    while at < words.len() {
        at = path(&words, at, &[], &mut paths);
    }
    paths.retain(|(_, p)| !(p.len() == 1 && KEYWORDS.contains(&p[0].as_str())));
    Names { paths, texts }
}

const KEYWORDS: [&str; 8] = ["use", "fn", "as", "pub", "mod", "struct", "const", "let"];

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    /// `::`
    Separator,
    Mark(char),
}

/// Reads the path that begins at `at`, with those in its braces; gives the place after it.
fn path(words: &[(usize, Token)], at: usize, before: &[String], found: &mut Vec<(usize, Vec<String>)>) -> usize {
    let Some((line, Token::Word(first))) = words.get(at) else { return at + 1 };
    let mut path = before.to_vec();
    path.push(first.clone());
    let mut at = at + 1;
    while let Some((_, Token::Separator)) = words.get(at) {
        match words.get(at + 1) {
            Some((_, Token::Word(next))) => path.push(next.clone()),
            Some((_, Token::Mark('{'))) => return group(words, at + 2, &path, found),
            _ => break,
        }
        at += 2;
    }
    if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
        path.pop();
    }
    found.push((*line, path));
    at
}

fn group(words: &[(usize, Token)], mut at: usize, before: &[String], found: &mut Vec<(usize, Vec<String>)>) -> usize {
    loop {
        match words.get(at) {
            None => return at,
            Some((_, Token::Mark('}'))) => return at + 1,
            Some((_, Token::Word(word))) if word == "as" => at += 2,
            Some(_) => at = path(words, at, before, found),
        }
    }
}

fn tokens(source: &str) -> Vec<(usize, Token)> {
    let mut rest = source;
    let mut line = 1;
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let (len, token) = token(rest, first);
        if let Some(token) = token {
            found.push((line, token));
        }
        line += rest[..len].matches('\n').count();
        rest = &rest[len..];
    }
    found
}

/// The length of what comes first, and what it is, unless it says nothing.
fn token(rest: &str, first: char) -> (usize, Option<Token>) {
    if rest.starts_with("//") {
        (rest.find('\n').unwrap_or(rest.len()), None)
    } else if rest.starts_with("/*") {
        (block_comment(rest), None)
    } else if rest.starts_with("::") {
        (2, Some(Token::Separator))
    } else if let Some((start, hashes)) = string_start(rest) {
        let body = &rest[start..];
        let end = string_end(body, hashes);
        ((start + end + 1 + hashes.unwrap_or(0)).min(rest.len()), Some(Token::Text(body[..end].to_owned())))
    } else if first == '\'' {
        (character(rest), None)
    } else if first.is_alphabetic() || first == '_' {
        let len = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        (len, Some(Token::Word(rest[..len].to_owned())))
    } else if first.is_numeric() {
        (rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len()), None)
    } else {
        (first.len_utf8(), (!first.is_whitespace()).then_some(Token::Mark(first)))
    }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Where the text of a string begins, and how many `#` end it if it is a raw one.
fn string_start(rest: &str) -> Option<(usize, Option<usize>)> {
    let raw = rest.trim_start_matches(['b', 'c']);
    let prefix = rest.len() - raw.len();
    if prefix > 1 {
        return None;
    }
    if raw.starts_with('"') {
        return Some((prefix + 1, None));
    }
    let after = raw.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some((prefix + 2 + hashes, Some(hashes)))
}

fn string_end(body: &str, hashes: Option<usize>) -> usize {
    if let Some(hashes) = hashes {
        return body.find(&format!("\"{}", "#".repeat(hashes))).unwrap_or(body.len());
    }
    let mut escaped = false;
    for (i, c) in body.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return i,
            _ => {}
        }
    }
    body.len()
}

/// A character in quotes, or the quote of a lifetime.
fn character(rest: &str) -> usize {
    let mut after = rest[1..].chars();
    match (after.next(), after.next()) {
        (Some('\\'), Some(escape)) => {
            let from = 2 + escape.len_utf8();
            from + rest[from..].find('\'').map_or(0, |end| end + 1)
        }
        (Some(c), Some('\'')) => 2 + c.len_utf8(),
        _ => 1,
    }
}
