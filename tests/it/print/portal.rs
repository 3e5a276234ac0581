//! A print portal that does as it is told.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use zbus::blocking::{Connection, connection::Builder};
use zbus::fdo;
use zbus::message::Header;
use zbus::zvariant::{OwnedFd, OwnedObjectPath, OwnedValue, Value};

pub type Dict = HashMap<String, OwnedValue>;

/// What it does at a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// Takes it, and answers with this number after so many milliseconds.
    Answers(u32, u64),
    /// Takes it, and says nothing.
    Waits,
    /// Takes it after so many milliseconds, in which it does nothing else, and says nothing more.
    WakesUp(u64),
    /// Does not even take it.
    Hangs,
    /// Refuses.
    Refuses,
}

/// The whole of its behaviour.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// Whether it tells its version.
    pub version: bool,
    pub prepare: At,
    pub print: At,
    /// The sheet that the person chooses, in millimetres.
    pub sheet: (f64, f64),
    pub gives_token: bool,
    /// Whether it answers on a path that it chose itself, as it did before version 0.9.
    pub own_paths: bool,
}

impl Default for Manners {
    /// All is well.
    fn default() -> Self {
        Self {
            version: true,
            prepare: At::Answers(0, 20),
            print: At::Answers(0, 20),
            sheet: (210.0, 297.0),
            gives_token: true,
            own_paths: false,
        }
    }
}

/// What it was told.
#[derive(Debug)]
pub enum Got {
    Prepare {
        sender: String,
        parent: String,
        title: String,
        settings: Dict,
        setup: Dict,
        options: Dict,
    },
    /// To take its dialog away.
    Close,
    Print {
        parent: String,
        title: String,
        bytes: Vec<u8>,
        options: Dict,
    },
}

const TOKEN: u32 = 77;

struct Interface {
    manners: Manners,
    got: Sender<Got>,
}

#[zbus::interface(name = "org.freedesktop.portal.Print")]
impl Interface {
    #[zbus(property, name = "version")]
    async fn version(&self) -> u32 {
        if !self.manners.version {
            std::future::pending::<()>().await;
        }
        4
    }

    #[expect(clippy::too_many_arguments, reason = "the interface has so many")]
    async fn prepare_print(
        &self,
        parent: String,
        title: String,
        settings: Dict,
        setup: Dict,
        options: Dict,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> fdo::Result<OwnedObjectPath> {
        let (sender, path) = (sender_of(&header), self.path(&header, &options));
        self.got.send(Got::Prepare { sender, parent, title, settings, setup, options }).unwrap();
        self.act(self.manners.prepare, connection, &path, self.choice()).await?;
        Ok(path)
    }

    #[expect(clippy::too_many_arguments, reason = "the interface has so many")]
    async fn print(
        &self,
        parent: String,
        title: String,
        document: OwnedFd,
        options: Dict,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> fdo::Result<OwnedObjectPath> {
        let path = self.path(&header, &options);
        let mut bytes = Vec::new();
        File::from(std::os::fd::OwnedFd::from(document)).read_to_end(&mut bytes).unwrap();
        self.got.send(Got::Print { parent, title, bytes, options }).unwrap();
        self.act(self.manners.print, connection, &path, HashMap::new()).await?;
        Ok(path)
    }
}

struct Request {
    got: Sender<Got>,
}

#[zbus::interface(name = "org.freedesktop.portal.Request")]
impl Request {
    fn close(&self) {
        self.got.send(Got::Close).unwrap();
    }
}

impl Interface {
    /// What GTK's portal said on Debian 12, with what the person chose.
    fn choice(&self) -> HashMap<&'static str, Value<'static>> {
        let settings = HashMap::from([
            ("scale", "100"),
            ("output-file-format", "pdf"),
            ("printer", "Print to File"),
            ("something-new", "yes"),
        ]);
        let (width, height) = self.manners.sheet;
        let setup: HashMap<&str, Value<'_>> =
            HashMap::from([("PPDName", "A4".into()), ("Width", width.into()), ("Height", height.into())]);
        let mut choice = HashMap::from([("settings", settings.into()), ("page-setup", setup.into())]);
        if self.manners.gives_token {
            choice.insert("token", TOKEN.into());
        }
        choice
    }

    fn path(&self, header: &Header<'_>, options: &Dict) -> OwnedObjectPath {
        let sender = sender_of(header).trim_start_matches(':').replace('.', "_");
        let token = if self.manners.own_paths { "t1" } else { options["handle_token"].downcast_ref::<&str>().unwrap() };
        OwnedObjectPath::try_from(format!("/org/freedesktop/portal/desktop/request/{sender}/{token}")).unwrap()
    }

    async fn act(
        &self,
        at: At,
        connection: &zbus::Connection,
        path: &OwnedObjectPath,
        results: HashMap<&'static str, Value<'static>>,
    ) -> fdo::Result<()> {
        match at {
            At::Answers(code, after) => {
                let (connection, path) = (Connection::from(connection.clone()), path.clone());
                std::thread::Builder::new()
                    .spawn(move || {
                        std::thread::sleep(Duration::from_millis(after));
                        let results = if code == 0 { results } else { HashMap::new() };
                        let answer = (code, results);
                        let interface = "org.freedesktop.portal.Request";
                        connection.emit_signal(None::<&str>, &path, interface, "Response", &answer).unwrap();
                    })
                    .unwrap();
                Ok(())
            }
            At::Waits => Ok(()),
            At::WakesUp(after) => {
                std::thread::sleep(Duration::from_millis(after));
                connection.object_server().at(path, Request { got: self.got.clone() }).await?;
                Ok(())
            }
            At::Hangs => std::future::pending().await,
            At::Refuses => Err(fdo::Error::AccessDenied("Printing disabled".to_owned())),
        }
    }
}

fn sender_of(header: &Header<'_>) -> String {
    header.sender().unwrap().to_string()
}

/// A running portal; it goes when dropped.
pub struct Portal {
    connection: Option<Connection>,
    got: Receiver<Got>,
}

impl Portal {
    pub fn start(address: &str, manners: Manners) -> Self {
        let (sender, got) = channel();
        let connection = Builder::address(address)
            .unwrap()
            .serve_at("/org/freedesktop/portal/desktop", Interface { manners, got: sender })
            .unwrap()
            .name("org.freedesktop.portal.Desktop")
            .unwrap()
            .build()
            .unwrap();
        Self { connection: Some(connection), got }
    }

    /// The next thing that it is told.
    pub fn got(&self) -> Got {
        self.got.recv_timeout(Duration::from_secs(10)).unwrap()
    }

    /// Whether it was told nothing more.
    pub fn got_no_more(&self) -> bool {
        self.got.try_recv().is_err()
    }

    /// Whether whoever asked has left the bus, at which a portal closes its dialog.
    pub fn was_left_by(&self, caller: &str) -> bool {
        let bus = fdo_of(self.connection.as_ref().unwrap());
        let gone = || !bus.name_has_owner(caller.try_into().unwrap()).unwrap();
        (0..100).any(|_| {
            std::thread::sleep(Duration::from_millis(20));
            gone()
        })
    }

    /// Dies with everything in the air.
    pub fn die(&mut self) {
        self.connection.take().unwrap().close().unwrap();
    }
}

fn fdo_of(connection: &Connection) -> zbus::blocking::fdo::DBusProxy<'_> {
    zbus::blocking::fdo::DBusProxy::new(connection).unwrap()
}
