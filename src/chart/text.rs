//! Estimates the width of words from classes of letters, and breaks words into lines.
//!
//! The estimate is for the semibold font, so it is a little too large for the regular one. A test compares it with the fonts
//! themselves.

/// A place where a word may break, with a hyphen.
const SOFT_HYPHEN: char = '\u{ad}';

/// The estimated width of words, in points.
pub fn width(words: &str, size: f64) -> f64 {
    words.chars().map(em).sum::<f64>() * size
}

/// The estimated width of a letter as a share of the size.
fn em(c: char) -> f64 {
    match c {
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '|' => 0.27,
        ' ' | '.' | ',' | ':' | ';' | '!' | '\'' | '·' | '\u{a0}' | '\u{2019}' => 0.32,
        't' => 0.35,
        'f' | 'r' | '(' | ')' | '[' | ']' | '/' => 0.39,
        '-' => 0.47,
        'm' | 'w' => 0.89,
        'M' | 'W' | '…' | '—' => 1.0,
        'a'..='z' => 0.605,
        'A'..='Z' => 0.74,
        '\u{df}'..='\u{17f}' => 0.62,
        c if c < '\u{590}' => {
            if c.is_lowercase() {
                0.66
            } else {
                0.8
            }
        }
        c if wide(c) => 1.0,
        _ => 0.65,
    }
}

/// Whether a letter fills a square, as in Chinese. A line may break between any two such letters.
const fn wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// A stretch of words that stays together.
struct Piece {
    words: String,
    /// The text between it and the next piece on the same line.
    join: &'static str,
    /// The text after it at the end of a line: a hyphen or nothing.
    end: &'static str,
    width: f64,
}

impl Piece {
    fn new(words: String, end: &'static str, size: f64) -> Self {
        Self { width: width(&words, size), words, join: "", end }
    }
}

fn pieces(words: &str, size: f64) -> Vec<Piece> {
    let mut all: Vec<Piece> = Vec::new();
    for word in words.split_whitespace() {
        for part in word.split(SOFT_HYPHEN).filter(|part| !part.is_empty()) {
            let mut run = String::new();
            for c in part.chars() {
                // Closing punctuation, such as the full stop of Chinese, stays with what it closes.
                if wide(c) && !run.is_empty() && !matches!(c, '\u{3001}' | '\u{3002}' | '\u{ff0c}' | '\u{ff09}') {
                    all.push(Piece::new(std::mem::take(&mut run), "", size));
                }
                run.push(c);
            }
            all.push(Piece::new(run, "-", size));
        }
        if let Some(last) = all.last_mut() {
            (last.join, last.end) = (" ", "");
        }
    }
    all
}

/// Puts pieces on lines of at most `limit` points, as many on each as fit, and calls `on_break` with the number of the
/// first piece of each further line.
fn fill(pieces: &[Piece], limit: f64, size: f64, mut on_break: impl FnMut(usize)) {
    let mut line = 0.0;
    let mut join = 0.0;
    for (i, piece) in pieces.iter().enumerate() {
        if i > 0 && line + join + piece.width + width(piece.end, size) > limit + 1e-9 {
            on_break(i);
            line = piece.width;
        } else {
            line += join + piece.width;
        }
        join = width(piece.join, size);
    }
}

/// At most `count` lines, as equal in length as possible.
fn balanced(pieces: &[Piece], count: usize, size: f64) -> Vec<String> {
    let whole: f64 = pieces.iter().map(|p| p.width + size).sum();
    let (mut low, mut high) = (0.0, whole);
    for _ in 0..24 {
        let limit = f64::midpoint(low, high);
        let mut lines = 1;
        fill(pieces, limit, size, |_| lines += 1);
        if lines <= count { high = limit } else { low = limit }
    }
    let mut starts = vec![0];
    fill(pieces, high, size, |i| starts.push(i));
    let ends = starts.iter().copied().skip(1).chain([pieces.len()]);
    starts.iter().zip(ends).map(|(start, end)| joined(pieces.get(*start..end).unwrap_or_default())).collect()
}

/// The words of one line.
fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for (i, piece) in pieces.iter().enumerate() {
        line.push_str(&piece.words);
        line.push_str(if i + 1 == pieces.len() { piece.end } else { piece.join });
    }
    line
}

/// The longest of the lines, in points.
pub fn longest(lines: &[String], size: f64) -> f64 {
    lines.iter().map(|line| width(line, size)).fold(0.0, f64::max)
}

/// The width of the longest part that could only be broken within a word, in points.
pub fn longest_piece(words: &str, size: f64) -> f64 {
    pieces(words, size).iter().map(|p| p.width + width(p.end, size)).fold(0.0, f64::max)
}

/// Breaks words into `preferred` balanced lines, or into more where a line would be wider than `room`. Words break at spaces, at
/// soft hyphens, and between the letters of scripts without spaces. A part that is wider than `room` by itself breaks anywhere.
pub fn lines(words: &str, preferred: usize, room: f64, size: f64) -> Vec<String> {
    let pieces: Vec<Piece> = pieces(words, size).into_iter().flat_map(|piece| cut(piece, room, size)).collect();
    if pieces.is_empty() {
        return Vec::new();
    }
    for count in preferred.max(1)..pieces.len() {
        let lines = balanced(&pieces, count, size);
        if longest(&lines, size) <= room {
            return lines;
        }
    }
    balanced(&pieces, pieces.len(), size)
}

/// Cuts a piece that is too wide for the room into equal parts that fit.
fn cut(piece: Piece, room: f64, size: f64) -> Vec<Piece> {
    if piece.width + width(piece.end, size) <= room {
        return vec![piece];
    }
    let letters: Vec<char> = piece.words.chars().collect();
    for count in 2..letters.len() {
        let parts =
            letters.chunks(letters.len().div_ceil(count)).map(|part| Piece::new(part.iter().collect(), "-", size));
        let mut parts: Vec<Piece> = parts.collect();
        if parts.iter().all(|part| part.width + width(part.end, size) <= room) {
            if let Some(last) = parts.last_mut() {
                (last.join, last.end) = (piece.join, piece.end);
            }
            return parts;
        }
    }
    vec![piece]
}
