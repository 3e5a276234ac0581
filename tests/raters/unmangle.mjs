// Finds sealed replies in a text that went through mail, chat or a word processor. A reference for the program's own reader,
// written from docs/RATERS.md and without a look at the form's code.
//
// It gives candidates, the longest first: what stands behind a reply may look like more of it, and only the key tells.

/** The beginning of every age file to one X25519 recipient: `age-encryption.org/v1`, a line feed, `-> X25519 `. */
const BEGINNING = "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOS";

/** Lengths in base64 without its filling: of the age files that hold 8192, 2048, 512 and 64 bytes. */
const LENGTHS = [11190, 2998, 950, 352];

const NAMED = { gt: ">", lt: "<", amp: "&", nbsp: " ", plus: "+", equals: "=", sol: "/", shy: "" };

const unescape = (text) =>
  text
    .replace(/<\/?[a-z][^<>]*>/gi, "\n")
    .replace(/&#x([0-9a-f]{1,6});/gi, (_, digits) => String.fromCodePoint(parseInt(digits, 16)))
    .replace(/&#(\d{1,7});/g, (_, digits) => String.fromCodePoint(Number(digits)))
    .replace(/&([a-z]+);/gi, (whole, name) => NAMED[name.toLowerCase()] ?? whole);

/** Quoted-printable: a line that ends with `=` goes on in the next, and `=3D` is `=`. */
const unquotePrintable = (text) => text.replace(/=[ \t]*\r?\n[ \t]*/g, "").replace(/=([0-9A-F]{2})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));

function inside(text) {
  const plain = text
    // Characters that are not seen: zero width, direction, soft hyphen, byte order mark.
    .replace(/[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    // Marks of quoting before a line, also with somebody's initials.
    .replace(/(^|\s)(?:[A-Za-z]{0,4}[>|]\s?)+/g, "$1")
    // The lines around it, whatever became of their dashes: they must not be taken for base64.
    .replace(/BEGIN\s+AGE\s+ENCRYPTED\s+FILE|END\s+AGE\s+ENCRYPTED\s+FILE/gi, "\u0001");
  const stream = plain.replace(/[^A-Za-z0-9+/\u0001]/g, "");
  const found = [];
  for (let at = stream.indexOf(BEGINNING); at >= 0; at = stream.indexOf(BEGINNING, at + 1)) {
    const ends = [stream.indexOf("\u0001", at), stream.indexOf(BEGINNING, at + 1)].filter((end) => end >= 0);
    const whole = stream.slice(at, Math.min(stream.length, ...ends));
    found.push(LENGTHS.filter((length) => length <= whole.length).map((length) => Buffer.from(whole.slice(0, length), "base64")));
  }
  return found;
}

/** For each reply in the text: the age files that it may be. */
export function unmangle(text) {
  const escaped = unescape(text);
  // Both readings, since a `=` may belong to either; what is the same in both comes once.
  const [as, printed] = [inside(escaped), inside(unescape(unquotePrintable(text)))];
  return Array.from({ length: Math.max(as.length, printed.length) }, (_, i) => {
    const all = [...(as[i] ?? []), ...(printed[i] ?? [])];
    return all.filter((one, place) => all.findIndex((other) => other.equals(one)) === place);
  });
}
