//! Writes a profile with so many full audits: `many_audits 2000 FILE`. For `tools/bench-mouse.sh`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot be set up has nothing to say")]

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (count, path) = (arguments.next().unwrap(), arguments.next().unwrap());
    std::fs::write(path, evenkeel_bench::profile(count.parse().unwrap())).unwrap();
}
