// Wrote tests/raters/manglings/: what mail, chats and word processors do to a pasted reply. Kept to show how; the files are the data.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const short = readFileSync(join(HERE, "vectors/plain.evenkeel-reply"), "utf8");
const long = readFileSync(join(HERE, "vectors/comments.evenkeel-reply"), "utf8");
const other = readFileSync(join(HERE, "vectors/forty.evenkeel-reply"), "utf8");

const lines = (text) => text.trimEnd().split("\n");
const each = (text, change) => `${lines(text).map(change).join("\n")}\n`;
const body = (text) => lines(text).slice(1, -1).join("\n");
const wrap = (text, width, prefix = "", end = "\n") => lines(text).map((line) => line.match(new RegExp(`.{1,${width}}`, "g")).map((piece) => prefix + piece).join(end)).join(end) + "\n";
const printable = (text) => {
  const bytes = [...Buffer.from(text)].map((byte) => (byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte))).join("");
  return bytes.split("\n").map((line) => line.match(/.{1,50}/g)?.join("=\r\n") ?? "").join("\r\n");
};
const entities = (text) => text.replace(/[+/=]/g, (sign) => `&#${sign === "/" ? "x2F" : sign.charCodeAt(0)};`);

const LEGAL = "This message and its attachments are confidential and intended for the addressee only. If you have received it in error, please notify the sender and delete it. Example Ltd, registered in Utopia, number 123456789. Please consider the environment before printing this mail.";
const HEAD = "Hello Petra,\n\nhere is my reply, as you asked.\n\n";

const MANGLINGS = [
  ["untouched", "plain", short],
  ["windows-line-ends", "comments", long.replaceAll("\n", "\r\n")],
  ["old-mac-line-ends", "plain", short.replaceAll("\n", "\r")],
  ["line-separators", "plain", short.replaceAll("\n", "\u2028")],
  ["quoted", "plain", each(short, (line) => `> ${line}`)],
  ["quoted-without-space", "comments", each(long, (line) => `>${line}`)],
  ["quoted-three-times", "plain", each(short, (line) => `> >> ${line}`)],
  ["quoted-with-bar", "plain", each(short, (line) => ` | ${line}`)],
  ["quoted-with-initials", "comments", `On Tuesday Ana wrote:\n${each(long, (line) => `AP> ${line}`)}`],
  ["wrapped-at-60", "plain", wrap(short, 60)],
  ["wrapped-and-quoted", "comments", `Am 3. Dezember schrieb B. Muster:\n\n${wrap(long, 41, "> ")}`],
  ["quoted-after-wrapping", "plain", each(short, (line) => (line.length > 60 ? `> ${line.slice(0, 58)}\n${line.slice(58)}` : `> ${line}`))],
  ["quoted-in-part", "plain", lines(short).map((line, i) => (i < 4 ? `> ${line}` : line)).join("\n")],
  ["one-line-with-spaces", "plain", `${lines(short).join(" ")}\n`],
  ["one-line-without-spaces", "comments", lines(long).join("")],
  ["one-line-quoted", "plain", lines(short).map((line) => `> ${line}`).join(" ")],
  ["double-spaced", "plain", each(short, (line) => `${line}\n`)],
  ["indented", "comments", each(long, (line) => `\t    ${line}`)],
  ["spaces-at-line-ends", "plain", each(short, (line) => `${line}   `)],
  ["non-breaking-spaces", "plain", each(short, (line) => `\u00a0\u00a0${line.replaceAll(" ", "\u00a0")}\u00a0`)],
  ["smart-dashes", "plain", short.replaceAll("-----", "——-")],
  ["non-breaking-hyphens", "comments", long.replaceAll("-", "\u2011")],
  ["smart-quotes-around", "plain", `“${short.trimEnd()}”\n`],
  ["guillemets-and-ellipsis", "plain", `«\u202f${short.trimEnd().replaceAll("-----", "…")}\u202f»\n`],
  ["signature-behind", "plain", `${short}\n-- \nBoris Muster\nDepot, second floor\n+49 30 1234567\n`],
  ["greeting-and-telephone", "comments", `${HEAD}${long}\nBest wishes\nBoris\n\nSent from my telephone\n`],
  ["legal-footer-end-lost", "plain", `${lines(short).slice(0, -1).join("\n")}\n${LEGAL.repeat(4)}\n`],
  ["begin-lost", "plain", `${HEAD}${lines(short).slice(1).join("\n")}\n`],
  ["begin-and-end-lost", "comments", `${body(long)}\n`],
  ["begin-and-end-lost-in-text", "plain", `${HEAD}${body(short)}\n\nRegards, Boris. ${LEGAL}\n`],
  ["quoted-printable", "comments", printable(`${HEAD}${long}\nGrüße\n`)],
  ["entities", "plain", `${entities(short)}`],
  ["html-source", "comments", `<html><body><div dir="ltr">Hello,<br><p class="MsoNormal">${lines(long).join("<br>\n")}</p></div></body></html>`],
  ["html-quote-as-text", "plain", each(short, (line) => `&gt;&nbsp;${line}`)],
  ["zero-width-spaces", "comments", long.replace(/(\S{20})/g, "$1\u200b")],
  ["soft-hyphens-and-mark", "plain", `\ufeff${short.replace(/(\S{31})/g, "$1\u00ad\n")}`],
  ["padding-lost", "comments", long.replaceAll("=", "")],
  ["dashes-escaped", "plain", each(short, (line) => (line.startsWith("-") ? `- ${line}` : line))],
  ["lower-case-lines-and-stars", "plain", each(short, (line) => (line.startsWith("-") ? `*${line.toLowerCase()}*` : `*${line}*`))],
  ["chat-with-fence", "comments", `[03.12.26, 10:31] B. Muster: \`\`\`\n${long}\`\`\`\n[03.12.26, 10:32] B. Muster: done!\n`],
];
const MORE = [
  ["two-replies", ["plain", "forty"], `${HEAD}${short}\nand Carla’s:\n\n${each(other, (line) => `> ${line}`)}`],
  ["the-same-twice", ["plain", "plain"], `${short}\n\nFrom: B. Muster\n\n${each(short, (line) => `> ${line}`)}`],
  ["two-replies-without-lines", ["comments", "plain"], `${body(long)}\n${body(short)}\n`],
];

const folder = join(HERE, "manglings");
mkdirSync(folder, { recursive: true });
const list = [...MANGLINGS, ...MORE].map(([name, replies, text], i) => {
  const file = `${String(i + 1).padStart(2, "0")}-${name}.txt`;
  writeFileSync(join(folder, file), text);
  return { file, replies: [replies].flat() };
});
writeFileSync(join(folder, "manglings.json"), `${JSON.stringify(list, null, 1)}\n`);
console.log(MANGLINGS.length, MORE.length);
