//! Sealing and opening, all of it by the crate `age` (age-encryption.org/v1): replies to a round's public key (X25519), round files by a
//! passphrase (scrypt).

use std::iter;
use std::str::FromStr;

use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor, scrypt, x25519};
use std::io::{Read, Write};

/// How hard a passphrase is made to guess: 2^18 rounds of scrypt, about a second and 256 MiB, as age itself does.
const WORK: u8 = 18;

/// The most that a file may ask for: four times as much. A file of others could otherwise keep the program busy for hours.
const MOST_WORK: u8 = 20;

/// The most bytes that come out of a reply.
const MOST_REPLY: u64 = 16 * 1024;

/// The most bytes that come out of a round file.
const MOST_ROUND: u64 = 16 * 1024 * 1024;

/// A round's secret key. It is never shown but on the key sheet.
#[derive(Clone)]
pub struct SecretKey(x25519::Identity);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey")
    }
}

/// A passphrase, forgotten when it is no longer needed.
pub struct Passphrase(SecretString);

impl Passphrase {
    /// A passphrase; `None` where it is empty.
    pub fn new(text: &str) -> Option<Self> {
        (!text.is_empty()).then(|| Self(SecretString::from(text.to_owned())))
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase")
    }
}

/// Why something sealed cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// It is sealed to another key, or the passphrase is another one.
    OtherKey,
    /// It is damaged, or was never sealed by age.
    Broken,
}

impl SecretKey {
    /// A new one.
    pub fn generate() -> Self {
        Self(x25519::Identity::generate())
    }

    /// The key as text, `AGE-SECRET-KEY-1…`.
    pub fn text(&self) -> String {
        self.0.to_string().expose_secret().to_owned()
    }

    /// The key of such a text; its own check characters find what is mistyped.
    pub fn parse(text: &str) -> Option<Self> {
        x25519::Identity::from_str(text).ok().map(Self)
    }

    /// The public key, `age1…`, which seals.
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }

    /// Opens a reply.
    ///
    /// # Errors
    /// When it is sealed to another key, or broken.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, Unopened> {
        opened(sealed, &self.0, MOST_REPLY)
    }
}

/// Seals a reply to a public key; `None` where that is none.
pub fn seal(recipient: &str, clear: &[u8]) -> Option<Vec<u8>> {
    let recipient = x25519::Recipient::from_str(recipient).ok()?;
    sealed(&recipient, clear)
}

/// Locks a round file with a passphrase.
pub fn lock(passphrase: &Passphrase, clear: &[u8]) -> Option<Vec<u8>> {
    let mut recipient = scrypt::Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(WORK);
    sealed(&recipient, clear)
}

/// Opens a round file.
///
/// # Errors
/// When the passphrase is another one, or the file is broken.
pub fn unlock(passphrase: &Passphrase, locked: &[u8]) -> Result<Vec<u8>, Unopened> {
    let mut identity = scrypt::Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    opened(locked, &identity, MOST_ROUND)
}

fn sealed(recipient: &dyn age::Recipient, clear: &[u8]) -> Option<Vec<u8>> {
    let encryptor = Encryptor::with_recipients(iter::once(recipient)).ok()?;
    let mut bytes = Vec::new();
    let mut writer = encryptor.wrap_output(&mut bytes).ok()?;
    writer.write_all(clear).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

fn opened(bytes: &[u8], identity: &dyn age::Identity, most: u64) -> Result<Vec<u8>, Unopened> {
    let unopened = |error: DecryptError| match error {
        DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed => Unopened::OtherKey,
        _ => Unopened::Broken,
    };
    let decryptor = Decryptor::new_buffered(bytes).map_err(unopened)?;
    let reader = decryptor.decrypt(iter::once(identity)).map_err(unopened)?;
    let mut clear = Vec::new();
    match reader.take(most).read_to_end(&mut clear) {
        Ok(_) => Ok(clear),
        Err(_damaged) => Err(Unopened::Broken),
    }
}
