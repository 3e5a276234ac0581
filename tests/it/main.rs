//! The integration tests, as one program.

#[cfg(test)]
mod actions;
#[cfg(test)]
mod answers;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod chart;
#[cfg(test)]
mod cli;
#[cfg(test)]
#[cfg(feature = "window")]
mod disk;
#[cfg(test)]
mod example;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod history;
#[cfg(test)]
mod instrument;
#[cfg(all(test, feature = "window"))]
mod journey;
#[cfg(test)]
mod layers;
#[cfg(test)]
mod licences;
#[cfg(test)]
#[cfg(feature = "report")]
mod limits;
#[cfg(test)]
#[cfg(all(feature = "window", target_os = "linux"))]
mod print;
#[cfg(test)]
mod profile;
#[cfg(test)]
#[cfg(feature = "report")]
mod report;
#[cfg(test)]
#[cfg(feature = "window")]
mod resume;
#[cfg(test)]
mod scoring;
#[cfg(test)]
#[cfg(feature = "window")]
mod screens;
#[cfg(test)]
#[cfg(unix)]
mod scripts;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tracks;
#[cfg(test)]
#[cfg(feature = "report")]
mod trend;
#[cfg(test)]
mod words;
