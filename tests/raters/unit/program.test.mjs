// A whole round with the built program: it makes the forms, the form's own code makes and seals the replies, the program opens them.
// Left out where there is no program; EVENKEEL_PROGRAM names another one than the debug build.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../fixture.mjs";
import { form } from "../sources.mjs";

const PROGRAM = process.env.EVENKEEL_PROGRAM ?? join(ROOT, "target/debug/evenkeel");
const PASS = ["--passphrase-file", "pass.txt"];

/** Somebody at a computer of their own: a folder, and a home folder in it. */
function person(place, name) {
  const folder = join(place, name);
  mkdirSync(join(folder, "home"), { recursive: true });
  const options = { cwd: folder, encoding: "utf8", env: { ...process.env, EVENKEEL_HOME: join(folder, "home"), LC_ALL: "C", TZ: "UTC" } };
  return {
    path: (file) => join(folder, file),
    works: (...given) => execFileSync(PROGRAM, given, options),
    fails: (...given) => { const { status, stderr } = spawnSync(PROGRAM, given, options); assert.equal(status, 1); return stderr; },
  };
}

/** What the form reads from its page, and what it makes of the answers to it. */
const read = (page) => form.readRound(/<script type="application\/json" id="round">(.*?)<\/script>/s.exec(page)[1]);
const reply = (round, answers, keep = "") =>
  form.seal(round.recipient, form.pack({ round: round.round, group: round.group, token: round.token, hash: round.instrument.hash, answers, keep, change: "" }));

test("a round with one manager, four peers and two reports, from making it to the person's window", { skip: !existsSync(PROGRAM) }, async () => {
  const place = mkdtempSync(join(tmpdir(), "evenkeel-round-"));
  try {
    const petra = person(place, "petra");
    writeFileSync(petra.path("pass.txt"), "four words that fit\n");
    petra.works("round", "new", "-o", "ana.evenkeel-round", "--sheet", "sheet.txt", "--person", "Ana Petrović", "--collector", "Petra Klein", "--manager", "1", "--peers", "4", "--reports", "2", ...PASS);
    for (const file of ["sheet.txt", "ana.evenkeel-round"]) assert.equal(statSync(petra.path(file)).mode & 0o777, 0o600, file);
    const rows = readFileSync(petra.path("sheet.txt"), "utf8").split("\n").filter((line) => line.startsWith("  "));
    writeFileSync(petra.path("typed.txt"), `${rows[1]}\n${rows[8]}\n`);
    mkdirSync(petra.path("forms"));
    petra.works("round", "form", "ana.evenkeel-round", "-o", "forms", "--typed", "typed.txt", ...PASS);

    const names = ["manager-1", "peers-1", "peers-2", "peers-3", "peers-4", "reports-1", "reports-2"];
    const rounds = names.map((name) => read(readFileSync(petra.path(`forms/${name}.html`), "utf8")));
    // The reports' answers are unlike all others', so that they would show.
    const answers = (who) => rounds[who].items.map((_, item) => (who > 4 ? 5 : 1 + ((who + item) % 3)));
    mkdirSync(petra.path("replies"));
    const put = (name, text) => writeFileSync(petra.path(`replies/${name}`), text);
    for (const who of names.keys()) put(`${who}.evenkeel-reply`, await reply(rounds[who], answers(who), who === 2 ? "Schön so. 🙂" : ""));
    put("twice.txt", `Once more:\n\n${(await reply(rounds[3], answers(1))).replaceAll("\n", "\n> ")}`);
    put("damaged.evenkeel-reply", (await reply(rounds[4], answers(4))).slice(0, 250));

    const opened = JSON.parse(petra.works("round", "open", "ana.evenkeel-round", "replies", "--json", ...PASS));
    assert.deepEqual(opened.left_out.map(({ file, why }) => [file, why]), [["replies/damaged.evenkeel-reply", "broken"], ["replies/twice.txt", "double"]]);
    assert.deepEqual(opened.replies, [{ group: "manager", replies: 1 }, { group: "peers", replies: 4 }, { group: "reports", replies: 2 }]);
    copyFileSync(petra.path("ana.evenkeel-round"), petra.path("before.evenkeel-round"));
    petra.works("round", "merge", "ana.evenkeel-round", "replies", "-o", "ana.evenkeel-others", ...PASS);

    const merged = JSON.parse(readFileSync(petra.path("ana.evenkeel-others"), "utf8"));
    for (const facet of merged.facets) {
      assert.deepEqual(facet.seen.map((seen) => seen.who), ["manager", "peers"]);
      const items = rounds[0].items.flatMap((item, at) => (item.facet === facet.id ? [at] : []));
      const mean = (whose) => whose.flatMap((who) => items.map((at) => answers(who)[at])).reduce((sum, value) => sum + value) / whose.length / items.length;
      for (const [at, whose] of [[0, [0]], [1, [1, 2, 3, 4]]]) assert.ok(Math.abs(facet.seen[at].mean - mean(whose)) < 1e-9, facet.id);
    }
    assert.deepEqual(merged.comments, { keep: [{ group: null, text: "Schön so. 🙂" }], change: [] });

    // Whatever the two reports answer, the result is the same.
    for (const who of [5, 6]) put(`${who}.evenkeel-reply`, await reply(rounds[who], answers(who).map((_, item) => 1 + ((item * who) % 4))));
    petra.works("round", "merge", "before.evenkeel-round", "replies", "-o", "other.evenkeel-others", ...PASS);
    assert.deepEqual(JSON.parse(readFileSync(petra.path("other.evenkeel-others"), "utf8")), merged);

    const ana = person(place, "ana");
    copyFileSync(petra.path("ana.evenkeel-others"), ana.path("seen.evenkeel-others"));
    ana.works("new", "-o", "me.evenkeel", "--answers", join(ROOT, "tests/fixtures/answers/plain.csv"));
    assert.match(ana.works("score", "me.evenkeel", "--others", "seen.evenkeel-others"), /peers/);
    const others = JSON.parse(ana.works("score", "me.evenkeel", "--others", "seen.evenkeel-others", "--json")).others;
    assert.deepEqual(others.groups, { manager: 1, peers: 4, reports: 2 });
    assert.ok(Object.values(others.facets).every(({ views }) => Object.keys(views).sort().join() === "manager,peers"));
    // The person cannot open what passes through their hands.
    copyFileSync(petra.path("replies/1.evenkeel-reply"), ana.path("1.evenkeel-reply"));
    copyFileSync(petra.path("ana.evenkeel-round"), ana.path("ana.evenkeel-round"));
    writeFileSync(ana.path("guess.txt"), "four words that miss\n");
    assert.match(ana.fails("round", "open", "ana.evenkeel-round", "1.evenkeel-reply", "--passphrase-file", "guess.txt"), /not that of this round/);

    // The round file is lost; sheet and forms make it again.
    writeFileSync(petra.path("rows.txt"), rows.join("\n"));
    petra.works("round", "restore", "forms", "-o", "again.evenkeel-round", "--typed", "rows.txt", ...PASS);
    petra.works("round", "merge", "again.evenkeel-round", "replies", "-o", "again.evenkeel-others", ...PASS);
    assert.deepEqual(JSON.parse(readFileSync(petra.path("again.evenkeel-others"), "utf8")), merged);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
