//! The pages of the guide are written in Markdown; it is parsed once into blocks that the screen lays out.
//!
//! A paragraph with only a name in braces, such as `{facets}`, stands for a part that is made from the instrument, so that a page
//! never has other numbers or names than the program. A link leads to another page, by its file's name.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::app::command::GuidePage;
use crate::pseudo;

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading, 1 for the page's title.
    Heading(u8, Prose),
    /// A paragraph.
    Paragraph(Prose),
    /// A list, an entry each.
    Bullets(Vec<Prose>),
    /// A table: the row of heads, then the others.
    Table(Vec<Vec<Prose>>),
    /// Something made from the instrument.
    Insert(Insert),
}

impl Block {
    fn prose(&mut self) -> Vec<&mut Prose> {
        match self {
            Self::Heading(_, prose) | Self::Paragraph(prose) => vec![prose],
            Self::Bullets(list) => list.iter_mut().collect(),
            Self::Table(rows) => rows.iter_mut().flatten().collect(),
            Self::Insert(_) => Vec::new(),
        }
    }
}

/// A part of a page that is made from the instrument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insert {
    /// The eight facets.
    Facets,
    /// The wheel of the facets, in its two halves.
    Wheel,
    /// The four aspects.
    Aspects,
    /// A drawing of each aspect, as both sides do it.
    Drawings,
    /// A radar with an invented example.
    Radar,
    /// The numbers behind every error.
    Parameters,
}

/// Words, some of them strong, some of them links.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prose(pub Vec<Span>);

/// Words of one look.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The words.
    pub words: String,
    /// In the second weight.
    pub strong: bool,
    /// The page that they lead to.
    pub link: Option<GuidePage>,
}

impl Prose {
    /// Plain words.
    pub fn plain(words: impl Into<String>) -> Self {
        Self(vec![Span { words: words.into(), strong: false, link: None }])
    }

    /// A strong beginning, and plain words after it.
    pub fn titled(title: &str, words: &str) -> Self {
        let span = |words: String, strong| Span { words, strong, link: None };
        Self(vec![span(format!("{title} "), true), span(words.to_owned(), false)])
    }

    /// The words alone.
    pub fn text(&self) -> String {
        self.0.iter().map(|span| span.words.as_str()).collect()
    }

    fn push(&mut self, words: &str, strong: bool, link: Option<GuidePage>) {
        match self.0.last_mut() {
            Some(last) if last.strong == strong && last.link == link => last.words.push_str(words),
            _ => self.0.push(Span { words: words.to_owned(), strong, link }),
        }
    }
}

impl Insert {
    /// The part that a paragraph stands for.
    fn named(words: &str) -> Option<Self> {
        match words.strip_prefix('{')?.strip_suffix('}')? {
            "facets" => Some(Self::Facets),
            "wheel" => Some(Self::Wheel),
            "aspects" => Some(Self::Aspects),
            "drawings" => Some(Self::Drawings),
            "radar" => Some(Self::Radar),
            "parameters" => Some(Self::Parameters),
            _ => None,
        }
    }
}

/// A page in the language with this identifier. There are English and the test language, which is made from it.
pub fn parse_in(language: &str, english: &str) -> Vec<Block> {
    let mut blocks = parse(english);
    if language == pseudo::LANGUAGE {
        for prose in blocks.iter_mut().flat_map(Block::prose) {
            prose.0.iter_mut().for_each(|span| span.words = pseudo::accented(&span.words));
        }
    }
    blocks
}

/// Parses a page. Markdown beyond headings, paragraphs, lists, tables, strong words and links is read as plain words.
pub fn parse(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        reader.event(event);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    prose: Prose,
    bullets: Option<Vec<Prose>>,
    rows: Vec<Vec<Prose>>,
    strong: usize,
    link: Option<GuidePage>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) => self.prose.push(&words, self.strong > 0, self.link),
            Event::SoftBreak | Event::HardBreak => self.prose.push(" ", self.strong > 0, self.link),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Strong | Tag::Emphasis => self.strong += 1,
            Tag::Link { dest_url, .. } => self.link = page_named(dest_url),
            Tag::List(_) => self.bullets = Some(Vec::new()),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.link = None,
            TagEnd::Heading(level) => {
                let prose = std::mem::take(&mut self.prose);
                self.blocks.push(Block::Heading(number(level), prose));
            }
            TagEnd::Paragraph if self.bullets.is_none() => {
                let prose = std::mem::take(&mut self.prose);
                let made = Insert::named(&prose.text());
                self.blocks.push(made.map_or(Block::Paragraph(prose), Block::Insert));
            }
            TagEnd::Item => {
                let prose = std::mem::take(&mut self.prose);
                self.bullets.get_or_insert_default().push(prose);
            }
            TagEnd::List(_) => {
                let bullets = self.bullets.take().unwrap_or_default();
                self.blocks.push(Block::Bullets(bullets));
            }
            TagEnd::TableCell => {
                let prose = std::mem::take(&mut self.prose);
                if let Some(row) = self.rows.last_mut() {
                    row.push(prose);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.blocks.push(Block::Table(rows));
            }
            _ => {}
        }
    }
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn page_named(target: &str) -> Option<GuidePage> {
    GuidePage::ALL.into_iter().find(|page| target == format!("{}.md", page.name()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(words: &str, strong: bool, link: Option<GuidePage>) -> Span {
        Span { words: words.to_owned(), strong, link }
    }

    #[test]
    fn headings_paragraphs_and_lists() {
        let blocks = parse("# Title\n\nSome **strong** and *stressed*\nwords.\n\n- one\n- two\n\nLast.");
        let spans = vec![
            span("Some ", false, None),
            span("strong", true, None),
            span(" and ", false, None),
            span("stressed", true, None),
            span(" words.", false, None),
        ];
        assert_eq!(
            blocks,
            [
                Block::Heading(1, Prose::plain("Title")),
                Block::Paragraph(Prose(spans)),
                Block::Bullets(vec![Prose::plain("one"), Prose::plain("two")]),
                Block::Paragraph(Prose::plain("Last.")),
            ]
        );
    }

    #[test]
    fn links_lead_to_pages_and_nowhere_else() {
        let link = Some(GuidePage::Radar);
        let expected = Prose(vec![span("See ", false, None), span("the radar", false, link), span(".", false, None)]);
        assert_eq!(parse("See [the radar](radar.md)."), [Block::Paragraph(expected)]);
        assert_eq!(parse("See [the web](https://example.org)."), [Block::Paragraph(Prose::plain("See the web."))]);
    }

    #[test]
    fn names_in_braces_stand_for_what_is_made() {
        assert_eq!(parse("{facets}"), [Block::Insert(Insert::Facets)]);
        assert_eq!(parse("{faces}"), [Block::Paragraph(Prose::plain("{faces}"))]);
        assert_eq!(parse("The {facets}."), [Block::Paragraph(Prose::plain("The {facets}."))]);
    }

    #[test]
    fn tables_are_rows_of_cells() {
        let cells = |a: &str, b: &str| vec![Prose::plain(a), Prose::plain(b)];
        let table = parse("| a | b |\n|---|---|\n| 1 | 2 |\n");
        assert_eq!(table, [Block::Table(vec![cells("a", "b"), cells("1", "2")])]);
    }
}
