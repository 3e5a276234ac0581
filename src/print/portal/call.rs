//! The two calls to the portal: what they send, and what is read from the answers.

use std::collections::HashMap;
use std::fs::File;
use std::sync::mpsc::Sender;

use uuid::Uuid;
use zbus::zvariant::{Fd, OwnedValue, Value};

use super::bus::{Answers, Dict, call, close, connect, version};
use super::{End, Said, say};
use crate::paper::Paper;
use crate::print::{Bus, Event, SheetSize};

/// What an answer's number means.
const DONE: u32 = 0;
const CANCELLED: u32 = 1;

/// All that is sent to the portal.
pub(super) struct Call {
    pub(super) bus: Bus,
    pub(super) parent: String,
    pub(super) title: String,
    /// The name for "Print to File", without its extension.
    pub(super) name: String,
    pub(super) paper: Paper,
    pub(super) document: File,
}

impl Call {
    /// Makes both calls, and reports the progress.
    pub(super) fn talk(&self, to: &Sender<Event>) -> Result<End, End> {
        let no_portal = |error: zbus::Error| End::NoPortal(error.to_string());
        let connection = connect(&self.bus).map_err(no_portal)?;
        let _heard = say(to, Said::Connected(connection.clone()));
        version(&connection).map_err(no_portal)?;
        let mut answers = Answers::listen(&connection).map_err(no_portal)?;
        let _heard = say(to, Said::Answers);

        let body = (&self.parent, &self.title, self.settings(), self.page_setup(), options(None));
        let handle = call(&connection, "PreparePrint", &body).map_err(End::Refused)?;
        if !say(to, Said::Accepted) {
            close(&connection, &handle);
            return Ok(End::Cancelled);
        }
        let chosen = match answers.wait_for(&handle)? {
            (DONE, results) => results,
            (CANCELLED, _) => return Ok(End::Cancelled),
            (_, _) => return Ok(answers.gone()),
        };
        if !say(to, Said::Chosen) {
            return Ok(End::Cancelled);
        }

        let token = chosen.get("token").and_then(|token| u32::try_from(token).ok());
        let body = (&self.parent, &self.title, Fd::from(&self.document), options(token));
        let handle = call(&connection, "Print", &body).map_err(End::NotPrinted)?;
        let _heard = say(to, Said::Accepted);
        let went = |end| match end {
            End::Gone(_) => End::NotPrinted("the portal went away".to_owned()),
            other => other,
        };
        match answers.wait_for(&handle).map_err(went)? {
            (DONE, _) => Ok(End::Printed(sheet(&chosen).filter(|sheet| !sheet.is_like(SheetSize::of(self.paper))))),
            (CANCELLED, _) => Ok(End::Cancelled),
            // A portal that shows its dialog late also ends like this when the person closes it.
            (_, _) if token.is_none() => Ok(answers.gone()),
            (code, _) => Ok(End::NotPrinted(format!("response {code}"))),
        }
    }

    /// The settings as texts, as the interface expects them.
    fn settings(&self) -> HashMap<&'static str, Value<'_>> {
        let SheetSize { width, height } = SheetSize::of(self.paper);
        HashMap::from([
            ("orientation", "portrait".into()),
            ("paper-format", self.pwg_name().into()),
            ("paper-width", width.to_string().into()),
            ("paper-height", height.to_string().into()),
            ("output-basename", self.name.as_str().into()),
            ("output-file-format", "pdf".into()),
        ])
    }

    fn page_setup(&self) -> HashMap<&'static str, Value<'_>> {
        let SheetSize { width, height } = SheetSize::of(self.paper);
        let ppd_name = match self.paper {
            Paper::A4 => "A4",
            Paper::Letter => "Letter",
        };
        HashMap::from([
            ("PPDName", ppd_name.into()),
            ("Name", self.pwg_name().into()),
            ("DisplayName", ppd_name.into()),
            ("Width", width.into()),
            ("Height", height.into()),
            ("MarginTop", 0.0.into()),
            ("MarginBottom", 0.0.into()),
            ("MarginLeft", 0.0.into()),
            ("MarginRight", 0.0.into()),
            ("Orientation", "portrait".into()),
        ])
    }

    const fn pwg_name(&self) -> &'static str {
        match self.paper {
            Paper::A4 => "iso_a4",
            Paper::Letter => "na_letter",
        }
    }
}

/// "Print to File" can only give a PDF: a backend passes the file on as it is, whatever the extension.
fn options(token: Option<u32>) -> HashMap<&'static str, Value<'static>> {
    let handle = format!("evenkeel_{}", Uuid::new_v4().simple());
    let mut options = HashMap::from([
        ("handle_token", handle.into()),
        ("modal", true.into()),
        ("supported_output_file_formats", vec!["pdf"].into()),
    ]);
    options.extend(token.map(|token| ("token", token.into())));
    options
}

/// The sheet that was chosen.
fn sheet(chosen: &Dict) -> Option<SheetSize> {
    let setup: Dict = chosen.get("page-setup")?.try_clone().ok()?.try_into().ok()?;
    let side = |name| setup.get(name).and_then(|value: &OwnedValue| f64::try_from(value).ok());
    Some(SheetSize { width: side("Width")?, height: side("Height")? })
}
