//! The replies that came: read from files and folders, sorted, and told.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::failure::{Failure, say};
use crate::cli::out::Out;
use crate::cli::{pipe, words};
use crate::others::{Group, RaterQuestions};
use crate::round::{Arrived, LeftOut, Named, RoundFile, Sorted, sort};
use crate::storage::{DiskAction, DiskError, FileSystem, PathKind, RealFs};
use crate::{foreign, t};

/// Opens and sorts the replies in these files. A folder stands for all files in it but hidden ones. A file that cannot be read is a
/// warning, and stops nothing.
pub(super) fn sorted(round: &RoundFile, questions: &RaterQuestions, names: &[PathBuf]) -> Result<Sorted, Failure> {
    let mut arrived = Vec::new();
    for path in names.iter().map(|name| files(name)).collect::<Result<Vec<_>, _>>()?.concat() {
        match pipe::read(&path) {
            Ok(bytes) => arrived.push(Arrived { name: pipe::name(&path), bytes }),
            Err(problem) => say("warning", &problem.summary),
        }
    }
    sort(round, questions, &arrived).ok_or_else(super::secret::no_key)
}

/// The files that a name stands for.
pub(super) fn files(name: &Path) -> Result<Vec<PathBuf>, DiskError> {
    let is_folder = !pipe::is_dash(name) && RealFs.metadata(name).is_ok_and(|found| found.kind == PathKind::Folder);
    if !is_folder {
        return Ok(vec![name.to_path_buf()]);
    }
    let is_hidden = |path: &Path| path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let is_file = |path: &Path| RealFs.metadata(path).is_ok_and(|found| found.kind == PathKind::File);
    let listed = RealFs.list(name).map_err(|source| DiskError::new(DiskAction::Read, name, source))?;
    let mut paths: Vec<PathBuf> = listed.into_iter().filter(|path| !is_hidden(path) && is_file(path)).collect();
    paths.sort();
    Ok(paths)
}

/// How many replies of a group count.
#[derive(Serialize)]
pub(super) struct CountJson {
    group: Group,
    replies: usize,
}

/// A reply that does not count.
#[derive(Serialize)]
pub(super) struct NamedJson<'a> {
    file: &'a str,
    number: usize,
    why: LeftOut,
}

/// The replies by group, groups without any left out.
pub(super) fn counts(sorted: &Sorted) -> Vec<CountJson> {
    let count = |group| sorted.replies.iter().filter(|reply| reply.group == group).count();
    let all = Group::ALL.into_iter().map(|group| CountJson { group, replies: count(group) });
    all.filter(|one| one.replies > 0).collect()
}

pub(super) fn left_out(sorted: &Sorted) -> Vec<NamedJson<'_>> {
    sorted.left_out.iter().map(|one| NamedJson { file: &one.file, number: one.number, why: one.why }).collect()
}

/// Says how many count of each group, and names those that do not.
pub(super) fn tell(sorted: &Sorted, out: &mut Out) -> Result<(), Failure> {
    for one in counts(sorted) {
        out.line(&t!(words(), "cli-round-replies", group = group(one.group), count = one.replies))?;
    }
    if sorted.replies.is_empty() {
        out.line(&t!(words(), "cli-round-no-replies"))?;
    }
    for named in &sorted.left_out {
        out.line(&said(named))?;
    }
    Ok(())
}

fn said(named: &Named) -> String {
    let (file, number) = (named.file.as_str(), named.number);
    let why = match named.why {
        LeftOut::Broken => t!(words(), "cli-reply-broken"),
        LeftOut::Foreign => t!(words(), "cli-reply-foreign"),
        LeftOut::OtherQuestions => t!(words(), "cli-reply-other-questions"),
        LeftOut::Forged => t!(words(), "cli-reply-forged"),
        LeftOut::Double => t!(words(), "cli-reply-double"),
        LeftOut::Late => t!(words(), "cli-reply-late"),
    };
    match number {
        0 | 1 => t!(words(), "cli-reply-left-out", file = foreign::shown(file), why = why),
        more => t!(words(), "cli-reply-left-out-number", file = foreign::shown(file), number = more, why = why),
    }
}

/// What a group is called.
pub(in crate::cli) fn group(group: Group) -> String {
    match group {
        Group::Manager => t!(words(), "group-manager"),
        Group::Peers => t!(words(), "group-peers"),
        Group::Reports => t!(words(), "group-reports"),
        Group::Others => t!(words(), "group-others"),
    }
}
