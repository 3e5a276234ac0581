//! The portal on the message bus: calls, and the answers that come later.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator, connection::Builder};
use zbus::names::ErrorName;
use zbus::zvariant::{OwnedObjectPath, OwnedValue};
use zbus::{MatchRule, Message, message};

use super::End;
use crate::print::Bus;

const DESKTOP: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const REQUESTS: &str = "/org/freedesktop/portal/desktop/request";
const PRINT: &str = "org.freedesktop.portal.Print";
const REQUEST: &str = "org.freedesktop.portal.Request";

/// For three seconds.
const CLOSE_ATTEMPTS: usize = 12;
const CLOSE_PAUSE: Duration = Duration::from_millis(250);

/// Named values.
pub(super) type Dict = HashMap<String, OwnedValue>;

/// Connects to the bus.
pub(super) fn connect(bus: &Bus) -> zbus::Result<Connection> {
    match bus {
        Bus::Session => Builder::session()?.build(),
        Bus::At(address) => Builder::address(address.as_str())?.build(),
    }
}

/// The version of the interface. Only the fact that there is one matters: the portal is started by this call, if possible.
pub(super) fn version(connection: &Connection) -> zbus::Result<u32> {
    let properties = Some("org.freedesktop.DBus.Properties");
    let reply = connection.call_method(Some(DESKTOP), PATH, properties, "Get", &(PRINT, "version"))?;
    let value: OwnedValue = reply.body().deserialize()?;
    Ok(u32::try_from(value)?)
}

/// Makes a call. Returns the path on which its answer will come, or why it was refused.
pub(super) fn call<B>(connection: &Connection, method: &str, body: &B) -> Result<OwnedObjectPath, String>
where
    B: serde::Serialize + zbus::zvariant::DynamicType,
{
    let reply = connection.call_method(Some(DESKTOP), PATH, Some(PRINT), method, body);
    reply.and_then(|reply| reply.body().deserialize()).map_err(|error| match error {
        zbus::Error::MethodError(name, words, _) => refusal(&name, words),
        other => other.to_string(),
    })
}

/// Cancels a request and closes its dialog. A backend learns of a request only a moment after the portal, and cannot close it before
/// (seen with GTK's backend).
pub(super) fn close(connection: &Connection, handle: &OwnedObjectPath) {
    for _ in 0..CLOSE_ATTEMPTS {
        match connection.call_method(Some(DESKTOP), handle, Some(REQUEST), "Close", &()) {
            Ok(_) => return,
            Err(error) => log::debug!("the print dialog cannot be closed yet: {error}"),
        }
        std::thread::sleep(CLOSE_PAUSE);
    }
}

fn refusal(name: &ErrorName<'_>, words: Option<String>) -> String {
    words.filter(|words| !words.is_empty()).unwrap_or_else(|| name.to_string())
}

/// Receives answers from the bus, and notices the end of the portal itself.
pub(super) struct Answers {
    messages: MessageIterator,
    asked: Instant,
}

impl Answers {
    /// Call this before the first request, so that no answer is missed.
    pub(super) fn listen(connection: &Connection) -> zbus::Result<Self> {
        let messages = MessageIterator::from(connection);
        let bus = DBusProxy::new(connection)?;
        let own = connection.unique_name().map(|name| name.trim_start_matches(':').replace('.', "_"));
        // Matches the path of all our requests, since older portals choose its last part themselves.
        let answers = MatchRule::builder()
            .msg_type(message::Type::Signal)
            .sender(DESKTOP)?
            .interface(REQUEST)?
            .member("Response")?
            .path_namespace(format!("{REQUESTS}/{}", own.unwrap_or_default()))?
            .build();
        let owners = MatchRule::builder()
            .msg_type(message::Type::Signal)
            .sender("org.freedesktop.DBus")?
            .interface("org.freedesktop.DBus")?
            .member("NameOwnerChanged")?
            .arg(0, DESKTOP)?
            .build();
        bus.add_match_rule(answers)?;
        bus.add_match_rule(owners)?;
        Ok(Self { messages, asked: Instant::now() })
    }

    /// Waits, for as long as it takes, for the answer to the call with this path.
    pub(super) fn wait_for(&mut self, handle: &OwnedObjectPath) -> Result<(u32, Dict), End> {
        self.asked = Instant::now();
        while let Some(Ok(message)) = self.messages.next() {
            let header = message.header();
            let member = header.member().map(zbus::names::MemberName::as_str);
            if member == Some("Response") && header.path().is_some_and(|path| *path == handle.as_ref()) {
                return message.body().deserialize().map_err(|error: zbus::Error| End::NotPrinted(error.to_string()));
            }
            if member == Some("NameOwnerChanged") && portal_is_gone(&message) {
                break;
            }
        }
        Err(self.gone())
    }

    /// The dialog or the portal is gone.
    pub(super) fn gone(&self) -> End {
        End::Gone(self.asked.elapsed())
    }
}

fn portal_is_gone(message: &Message) -> bool {
    let owners = message.body().deserialize::<(String, String, String)>();
    owners.is_ok_and(|(name, _, owner)| name == DESKTOP && owner.is_empty())
}
