//! With which day weeks start where a person lives.

use icu_calendar::types::Weekday as IcuWeekday;
use icu_calendar::week::WeekInformation;
use icu_locale_core::Locale;
use jiff::civil::Weekday;

/// The day with which weeks start in the region of a locale, by Unicode's CLDR. The locale may be written as in `LC_TIME`
/// (`pt_BR.UTF-8`) or by BCP 47 (`pt-BR`). Monday where it names no place.
pub fn first_weekday(locale: &str) -> Weekday {
    let plain = locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let Ok(known) = plain.parse::<Locale>() else { return Weekday::Monday };
    let week = WeekInformation::try_new((&known).into());
    week.map_or(Weekday::Monday, |week| match week.first_weekday {
        IcuWeekday::Monday => Weekday::Monday,
        IcuWeekday::Tuesday => Weekday::Tuesday,
        IcuWeekday::Wednesday => Weekday::Wednesday,
        IcuWeekday::Thursday => Weekday::Thursday,
        IcuWeekday::Friday => Weekday::Friday,
        IcuWeekday::Saturday => Weekday::Saturday,
        IcuWeekday::Sunday => Weekday::Sunday,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_start_as_in_the_region() {
        for (locale, day) in [
            ("de_DE.UTF-8", Weekday::Monday),
            ("en-GB", Weekday::Monday),
            ("en_US.utf8", Weekday::Sunday),
            ("pt-BR", Weekday::Sunday),
            ("ar_EG.UTF-8", Weekday::Saturday),
            ("ca_ES.UTF-8@valencia", Weekday::Monday),
            ("dv-MV", Weekday::Friday),
        ] {
            assert_eq!(first_weekday(locale), day, "{locale}");
        }
        for nowhere in ["C", "POSIX", "C.UTF-8", "", "not a locale", "_"] {
            assert_eq!(first_weekday(nowhere), Weekday::Monday, "{nowhere}");
        }
    }
}
