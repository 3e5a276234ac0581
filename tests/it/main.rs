//! The integration tests, as one program.

#[cfg(test)]
mod cli;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod instrument;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod profile;
#[cfg(test)]
mod scoring;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;
