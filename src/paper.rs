//! Sizes of paper.

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 8.5 by 11 in.
    Letter,
}

/// Countries that print on Letter (ISO 3166-1).
const LETTER: [&str; 12] = ["US", "CA", "MX", "PH", "CO", "VE", "CL", "CR", "PA", "GT", "DO", "PR"];

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// The name on the command line and in settings.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Letter => "letter",
        }
    }

    /// The paper that is usual in the country of a locale such as `en-US`; A4 where none is named.
    pub fn usual_in(locale: &str) -> Self {
        let mut parts = locale.split(['-', '_', '.']).skip(1);
        if parts.any(|part| LETTER.contains(&part)) { Self::Letter } else { Self::A4 }
    }

    /// Width and height in millimetres, upright.
    pub const fn millimetres(self) -> (f64, f64) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::Letter => (215.9, 279.4),
        }
    }

    /// Width and height in points, of which 72 are an inch.
    pub const fn size(self) -> (f64, f64) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_says_which_paper_is_usual() {
        for (locale, paper) in [
            ("en-US", Paper::Letter),
            ("es_MX.UTF-8", Paper::Letter),
            ("en-GB", Paper::A4),
            ("de", Paper::A4),
            ("zh-Hans-CN", Paper::A4),
            ("C", Paper::A4),
        ] {
            assert_eq!(Paper::usual_in(locale), paper, "{locale}");
        }
    }
}
