//! Every colour of the program in one table: light, dark and print.
//!
//! **Colour means data.** Blue is management, orange is leadership (Okabe & Ito 2008, also different for colour-blind eyes).
//! Nothing else has a hue; green and red in particular would judge an answer. What the person has marked has the colour of ink.
//! Drawings name a colour by its role, an [`Ink`], and each output looks it up in its own [`Palette`]: the window in that of its
//! theme, files and print in [`Palette::PRINT`].

/// A colour by its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(clippy::enum_variant_names, reason = "the names of the design: ink is also the colour of text")]
pub enum Ink {
    /// The page.
    Paper,
    /// The ground of the left rail, and of notes.
    Rail,
    /// Cards, buttons, fields.
    Sheet,
    /// A selected row, what the pointer is on, the unfilled part of a bar.
    Select,
    /// Text, first level.
    Ink,
    /// Text, second level.
    InkSoft,
    /// Words of disabled buttons only, never information: it is exempt from the contrast rule.
    InkOff,
    /// Hairlines that only divide; rings and grid of charts.
    Line,
    /// Borders of what can be pressed; the radar's middle line; the dotted axis of a missing score.
    LineStrong,
    /// What the person has marked, the first button, focus.
    Pen,
    /// Text and ticks on the pen.
    OnPen,
    /// Management: marks, whiskers, outlines.
    Management,
    /// Management: words.
    ManagementText,
    /// Management: areas and bands.
    ManagementTint,
    /// Leadership: marks, whiskers, outlines.
    Leadership,
    /// Leadership: words.
    LeadershipText,
    /// Leadership: areas and bands.
    LeadershipTint,
    /// What the role needs; always dashed, always a hollow square.
    Role,
}

/// The table: role, light, dark. It is in the order of [`Ink`].
const TABLE: [(Ink, u32, u32); 18] = [
    (Ink::Paper, 0xFB_FAF7, 0x17_1A1F),
    (Ink::Rail, 0xF3_F1EB, 0x12_1519),
    (Ink::Sheet, 0xFF_FFFF, 0x1F_232A),
    (Ink::Select, 0xE8_E4DB, 0x2C_323A),
    (Ink::Ink, 0x1D_2733, 0xEC_E8DF),
    (Ink::InkSoft, 0x59_616B, 0xA9_AEB5),
    (Ink::InkOff, 0x9C_9A94, 0x6C_727A),
    (Ink::Line, 0xE0_DCD2, 0x30_363E),
    (Ink::LineStrong, 0x80_7D74, 0x77_7E87),
    (Ink::Pen, 0x1F_2C40, 0xEC_E8DF),
    (Ink::OnPen, 0xFF_FFFF, 0x17_1A1F),
    (Ink::Management, 0x00_72B2, 0x56_B4E9),
    (Ink::ManagementText, 0x00_67A0, 0x56_B4E9),
    (Ink::ManagementTint, 0xE1_EDF5, 0x18_303F),
    (Ink::Leadership, 0xD5_5E00, 0xF0_894A),
    (Ink::LeadershipText, 0xA8_4900, 0xF0_894A),
    (Ink::LeadershipTint, 0xFA_E8DB, 0x3C_271B),
    (Ink::Role, 0x1D_2733, 0xEC_E8DF),
];

/// A colour in sRGB: red, green and blue, 0 to 255 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// From a number such as `0x0072B2`.
    const fn hex(value: u32) -> Self {
        let [_, red, green, blue] = value.to_be_bytes();
        Self(red, green, blue)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance).
    pub fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast ratio of two colours, 1 to 21 (WCAG 2.2). Text needs 4.5, marks need 3.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        a.max(b) / a.min(b)
    }

    /// The grey of the same luminance: what a black and white printer makes of it.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to 255")]
    pub fn grey(self) -> Self {
        let y = self.luminance();
        let part = if y <= 0.003_130_8 { 12.92 * y } else { 1.055 * y.powf(1.0 / 2.4) - 0.055 };
        let part = (255.0 * part).round().clamp(0.0, 255.0) as u8;
        Self(part, part, part)
    }
}

impl std::fmt::Display for Rgb {
    /// As in CSS and SVG: `#0072B2`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}

/// The colours of one output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    inks: [Rgb; TABLE.len()],
    /// The soft shadow of what floats: dialogs, menus, toasts.
    pub shadow: Shadow,
}

/// A soft shadow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shadow {
    /// Its colour.
    pub colour: Rgb,
    /// Its strength, from 0 to 255.
    pub strength: u8,
}

impl Palette {
    /// The light theme.
    pub const LIGHT: Self = Self::new(false, Shadow { colour: Rgb::hex(0x1D_2733), strength: 31 });

    /// The dark theme: the pen turns to paper white.
    pub const DARK: Self = Self::new(true, Shadow { colour: Rgb::hex(0), strength: 102 });

    /// Paper and files: the light values on white.
    pub const PRINT: Self = Self::LIGHT
        .with(Ink::Paper, Rgb::hex(0xFF_FFFF))
        .with(Ink::Rail, Rgb::hex(0xF4_F4F2))
        .with(Ink::Line, Rgb::hex(0xCF_CCC4));

    const fn new(dark: bool, shadow: Shadow) -> Self {
        let mut inks = [Rgb(0, 0, 0); TABLE.len()];
        let mut i = 0;
        while i < TABLE.len() {
            let (_, light_value, dark_value) = TABLE[i];
            inks[i] = Rgb::hex(if dark { dark_value } else { light_value });
            i += 1;
        }
        Self { inks, shadow }
    }

    const fn with(mut self, ink: Ink, colour: Rgb) -> Self {
        self.inks[ink as usize] = colour;
        self
    }

    /// The colour of a role.
    pub const fn get(&self, ink: Ink) -> Rgb {
        self.inks[ink as usize]
    }

    /// The palette for a drawing that lies on another ground than the page, such as a card: its plates get that colour.
    #[must_use]
    pub const fn on(self, ground: Ink) -> Self {
        let colour = self.get(ground);
        self.with(Ink::Paper, colour)
    }

    /// The palette in grey, as a black and white printer prints it. Marks and dashes then make the difference.
    #[must_use]
    pub fn greyscale(&self) -> Self {
        let shadow = Shadow { colour: self.shadow.colour.grey(), ..self.shadow };
        Self { inks: self.inks.map(Rgb::grey), shadow }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUNDS: [Ink; 4] = [Ink::Paper, Ink::Rail, Ink::Sheet, Ink::Select];

    fn check(needed: f64, pairs: &[(Ink, &[Ink])]) {
        for palette in [Palette::LIGHT, Palette::DARK, Palette::PRINT] {
            for (front, grounds) in pairs {
                for ground in *grounds {
                    let ratio = palette.get(*front).contrast(palette.get(*ground));
                    assert!(ratio >= needed, "{front:?} on {ground:?} has {ratio:.2}, it needs {needed}");
                }
            }
        }
    }

    #[test]
    fn text_can_be_read() {
        let tints = [Ink::ManagementTint, Ink::LeadershipTint];
        check(
            4.5,
            &[
                (Ink::Ink, &[GROUNDS.as_slice(), &tints].concat()),
                (Ink::InkSoft, &[GROUNDS.as_slice(), &tints].concat()),
                (Ink::ManagementText, &[GROUNDS.as_slice(), &tints[..1]].concat()),
                (Ink::LeadershipText, &[GROUNDS.as_slice(), &tints[1..]].concat()),
                (Ink::OnPen, &[Ink::Pen]),
            ],
        );
    }

    #[test]
    fn marks_borders_and_focus_can_be_seen() {
        let page = &GROUNDS[..3];
        check(
            3.0,
            &[
                (Ink::LineStrong, &GROUNDS),
                (Ink::Pen, &GROUNDS),
                (Ink::Management, &[page, &[Ink::ManagementTint]].concat()),
                (Ink::Leadership, &[page, &[Ink::LeadershipTint]].concat()),
                (Ink::Role, &[page, &[Ink::ManagementTint, Ink::LeadershipTint]].concat()),
            ],
        );
    }

    #[test]
    fn the_numbers_of_the_design_hold() {
        let ratio = |p: Palette, a, b| (p.get(a).contrast(p.get(b)) * 10.0).round() / 10.0;
        let is = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} is not {b}");
        is(ratio(Palette::LIGHT, Ink::Ink, Ink::Paper), 14.5);
        is(ratio(Palette::DARK, Ink::InkSoft, Ink::Select), 5.8);
        is(ratio(Palette::LIGHT, Ink::Leadership, Ink::LeadershipTint), 3.2);
        is(ratio(Palette::DARK, Ink::LineStrong, Ink::Select), 3.2);
    }

    #[test]
    fn grey_keeps_luminance_and_loses_hue() {
        for (i, (ink, _, _)) in TABLE.into_iter().enumerate() {
            assert_eq!(ink as usize, i);
            let (colour, grey) = (Palette::PRINT.get(ink), Palette::PRINT.greyscale().get(ink));
            assert!(grey.0 == grey.1 && grey.1 == grey.2);
            assert!((colour.luminance() - grey.luminance()).abs() < 0.01, "{ink:?}");
        }
        assert_eq!(Palette::LIGHT.get(Ink::Management).to_string(), "#0072B2");
    }
}
