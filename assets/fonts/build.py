#!/usr/bin/env python3
"""Makes the fonts of Evenkeel from Inter. See README.md beside this file.

    python3 -m venv VENV
    VENV/bin/pip install fonttools==4.68.0 brotli==1.2.1 uharfbuzz==0.57.0
    npm pack inter-ui@4.1.1                           # writes inter-ui-4.1.1.tgz, nothing is installed
    VENV/bin/python build.py inter-ui-4.1.1.tgz       # writes the two .ttf and OFL.txt, then checks them
    VENV/bin/python build.py                          # only checks what is there

The same input and the same versions give the same bytes.
"""

import hashlib
import io
import sys
import tarfile
from pathlib import Path

import uharfbuzz as hb
from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
FAMILY = "Evenkeel Sans"
OUR_VERSION = 1  # raise it with every change of what this script writes
SOURCE = "Inter 4.1 (npm package inter-ui 4.1.1)"

TARBALL_SHA256 = "e392e4d71f18a7c1f23dfecd833d68fa05eeab41862686584e80fd2b5d87e9c0"
LICENSE = ("package/LICENSE.txt", "cc36dd53b88f8c7f138b9708e0c4b598816e4e52c7e252859e67e1e7edbcf117")
# style: (weight, file in the package, its SHA-256)
FACES = {
    "Regular": (400, "package/web/Inter-Regular.woff2", "e06f6b1bc553aaea4e4668023ed0ab0a147129c3107f511bc7d03d361b0ae085"),
    "SemiBold": (600, "package/web/Inter-SemiBold.woff2", "5cb7103e4e605989afebc03d989c79201e54b21b5183db33981f70db9178a301"),
}

# What stays, as far as Inter has it.
UNICODES = [
    (0x0020, 0x007E), (0x00A0, 0x02FF),  # Latin, Extended-A and -B, phonetic and modifier letters
    (0x0300, 0x036F),                    # combining marks
    (0x0370, 0x03FF), (0x1F00, 0x1FFF),  # Greek
    (0x0400, 0x052F),                    # Cyrillic
    (0x1E00, 0x1EFF),                    # Latin Extended Additional (Vietnamese)
    (0x2000, 0x206F), (0x2E18, 0x2E18),  # general punctuation
    (0x2070, 0x209F), (0x20A0, 0x20CF),  # superscripts and subscripts, currency
    (0x2100, 0x218F),                    # letterlike, number forms
    (0x2190, 0x21FF), (0x27F5, 0x27FA),  # arrows
    (0x2200, 0x22FF), (0x2300, 0x23FF),  # math, keys (Cmd, Option, Return …)
    (0x25A0, 0x25FF), (0x2600, 0x27BF),  # shapes, stars, ticks, warning sign
    (0xFEFF, 0xFEFF),
]
DROP = set(range(0x2780, 0x278A))        # circled figures, nobody needs them

# Tabular figures by default: the character gets the glyph that `tnum` would give it. The signs take the form that
# stands at the height of figures (`case`) as well, since all figures here are lining ones.
FIGURES = {0x30 + i: f"{n}.tf" for i, n in enumerate("zero one two three four five six seven eight nine".split())}
SIGNS = {
    ord(c): f"{n}.case.tf"
    for c, n in {
        "+": "plus", "−": "minus", "±": "plusminus", "×": "multiply", "÷": "divide",
        "=": "equal", "≠": "notequal", "≈": "approxequal", "≤": "lessequal", "≥": "greaterequal",
    }.items()
}
FIGURE_ADVANCE = 1328  # Regular has it already, SemiBold has 1325

# Characters that Inter lacks but whose glyph it has: egui draws the first ones as key names and as its box for
# characters that no font has; the last ones are invisible.
ALIASES = {
    0x23F4: 0x25C0, 0x23F5: 0x25B6, 0x23F6: 0x25B2, 0x23F7: 0x25BC,
    0x25FB: 0x25A1, 0x25FC: 0x25A0, 0x2219: 0x00B7,
    0x200C: 0x200B, 0x200D: 0x200B, 0x2060: 0x200B,
}

# Kept: accents (ccmp, mark, mkmk), local forms of Romanian, Moldavian and Catalan, kerning. Everything else goes, calt too:
# it would draw "->" as an arrow, that is, show something else than what the person typed and the file holds.
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk"]


def fetch(tarball):
    """The files that are needed out of the package, each checked."""
    raw = Path(tarball).read_bytes()
    assert_sum(tarball, raw, TARBALL_SHA256)
    out = {}
    with tarfile.open(fileobj=io.BytesIO(raw)) as tar:
        for name, want in [LICENSE] + [(f, s) for _, f, s in FACES.values()]:
            out[name] = tar.extractfile(name).read()
            assert_sum(name, out[name], want)
    return out


def assert_sum(name, raw, want):
    got = hashlib.sha256(raw).hexdigest()
    if got != want:
        sys.exit(f"{name}: SHA-256 is {got}, expected {want}")


def build(style, raw):
    weight = FACES[style][0]
    font = TTFont(io.BytesIO(raw), recalcTimestamp=False)
    font.flavor = None
    remap(font)
    cut(font)
    rename(font, style, weight)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def remap(font):
    best = font.getBestCmap()
    change = {**FIGURES, **SIGNS}
    for char, alias in ALIASES.items():
        if char in best:
            sys.exit(f"U+{char:04X} is in Inter by now, drop its alias")
        change[char] = best[alias]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({c: g for c, g in change.items() if c <= 0xFFFF})
    # One advance for both weights. Half the difference goes to the left.
    glyf, hmtx = font["glyf"], font["hmtx"]
    for name in list(FIGURES.values()) + list(SIGNS.values()):
        glyph, (advance, _) = glyf[name], hmtx[name]
        shift = (FIGURE_ADVANCE - advance) // 2
        if shift:
            if glyph.isComposite():
                for part in glyph.components:
                    part.x += shift
            else:
                glyph.coordinates.translate((shift, 0))
            glyph.recalcBounds(glyf)
        hmtx[name] = (FIGURE_ADVANCE, glyph.xMin)


def cut(font):
    options = subset.Options()
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_kern = False
    options.name_IDs = ["*"]
    options.recalc_timestamp = False
    tool = subset.Subsetter(options)
    have = font.getBestCmap()
    tool.populate(unicodes=[c for lo, hi in UNICODES for c in range(lo, hi + 1) if c in have and c not in DROP])
    tool.subset(font)


def rename(font, style, weight):
    name = font["name"]
    for record in list(name.names):
        if record.nameID in (7, 8, 11, 12, 16, 17, 21, 22) or record.nameID > 22:
            name.removeNames(nameID=record.nameID)
    post = f"{FAMILY.replace(' ', '')}-{style}"
    plain = style == "Regular"
    version = f"Version 4.001; Evenkeel {OUR_VERSION}"
    values = {
        1: FAMILY if plain else f"{FAMILY} {style}",
        2: "Regular",
        3: f"4.001;Evenkeel {OUR_VERSION};{post}",
        4: f"{FAMILY} {style}",
        5: version,
        6: post,
        10: f"A modified version of {SOURCE}, made for the app Evenkeel: fewer characters, tabular figures by default, "
            "no contextual alternates. Inter UI and Inter is a trademark of rsms, who has nothing to do with this version.",
    }
    if not plain:
        values.update({16: FAMILY, 17: style})
    for key, value in values.items():
        name.setName(value, key, 3, 1, 0x409)
    font["OS/2"].achVendID = "NONE"
    font["OS/2"].usWeightClass = weight


# ---------------------------------------------------------------------------------------------------------------------

NEEDED = (
    "0123456789 ABCXYZ abcxyz äöüßÄÖÜẞ éèêëçñøåæœłčşğı ăâđêôơư ẤỀỘỮ ấềộữ ΑΒΓΔΩ αβγδω АБВЯЖЩ абвяжщ іїєґ "
    ".,:;!?¡¿'\"()[]{}/\\|@#&*_^~`§¶ -‐‑–—― ‘’‚“”„‹›«» •…‰′″ \u00a0\u2009\u202f "
    "€£¥$¢₹₺₽₴₫₩₿ ⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃ ½¼¾ ªº°%№™©®† ←↑→↓↔↕↗↘ ± − + × ÷ = ≈ ≠ ≤ ≥ < > √∞∑∏∂∆∫µΩπ ∙· "
    "●○◆◇■□▲△▼▽▶◀◻◼ ★☆✓✗⚠ ⌘⇧⌥⌃⏎⌫ ⏴⏵⏶⏷ \u200b\u200c\u200d\u2060\ufeff"
)


def check():
    fonts = {}
    for style in FACES:
        path = HERE / f"EvenkeelSans-{style}.ttf"
        raw = path.read_bytes()
        fonts[style] = (TTFont(io.BytesIO(raw)), raw, path)
    seen = []
    for style, (font, raw, path) in fonts.items():
        cmap, hmtx, os2, hhea = font.getBestCmap(), font["hmtx"], font["OS/2"], font["hhea"]
        need(font.sfntVersion == "\0\1\0\0" and "glyf" in font, "TrueType outlines")
        need(len(raw) < 250_000, f"{path.name} under 250 kB, is {len(raw)}")
        missing = sorted({c for c in NEEDED if ord(c) not in cmap})
        need(not missing, f"characters missing: {missing}")
        need({hmtx[cmap[c]][0] for c in {**FIGURES, **SIGNS}} == {FIGURE_ADVANCE}, "one advance for figures and signs")
        tags = {r.FeatureTag for t in ("GSUB", "GPOS") for r in font[t].table.FeatureList.FeatureRecord}
        need(tags == set(FEATURES), f"features {sorted(tags)}")
        need(os2.fsType == 0, "installable")
        need(os2.fsSelection & 0x80, "typographic metrics are used")
        need((hhea.ascent, hhea.descent, hhea.lineGap) == (os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap)
             == (os2.usWinAscent, -os2.usWinDescent, 0), "vertical metrics agree")
        name = font["name"]
        need(name.getBestFamilyName() == FAMILY and name.getBestSubFamilyName() == style, "names")
        need(all("Inter" not in str(n) for n in name.names if n.nameID not in (0, 10)), "no Inter in the names")
        need(os2.usWeightClass == FACES[style][0], "weight class")
        need(font["glyf"][".notdef"].numberOfContours > 0, "a box for characters that are missing")
        shaped(style, raw)
        seen.append((font["head"].unitsPerEm, hhea.ascent, hhea.descent, hhea.lineGap, os2.sxHeight, os2.sCapHeight))
        print(f"{path.name}: {len(raw)} bytes, {font['maxp'].numGlyphs} glyphs, {len(cmap)} characters, "
              f"figure {hmtx[cmap[0x30]][0]}, space {hmtx[cmap[0x20]][0]}, sha256 {hashlib.sha256(raw).hexdigest()}")
    need(len(set(seen)) == 1, "both weights have the same metrics")
    need(set(fonts["Regular"][0].getBestCmap()) == set(fonts["SemiBold"][0].getBestCmap()), "both weights have the same characters")
    print("unitsPerEm %d, ascent %d, descent %d, lineGap %d, x-height %d, cap height %d" % seen[0])


def shaped(style, raw):
    """As egui does it: HarfBuzz with no features asked for."""
    font = hb.Font(hb.Face(raw))

    def run(text):
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        return [g.codepoint for g in buffer.glyph_infos], sum(p.x_advance for p in buffer.glyph_positions)

    for frame in ("{}", "{}.5", "3.{}", "{},5", "1{}", "{}1", "+{}.2", "−{}.2", "±{}", "{}–{}", "{} %", "{}%", "({})", "{}/5", "{}:30", "{} of"):
        widths = {run(frame.replace("{}", d))[1] for d in "0123456789"}
        need(len(widths) == 1, f"{style}: {frame} has the widths {sorted(widths)}")
    need(run("+0.5")[1] == run("−0.5")[1] == run("±0.5")[1], f"{style}: signs of one width")
    for text in ("->", "-->", "<-", "=>", "!=", "(c)", "3x4", "10:30", "(A)", "A-B", "fi", "ffl"):
        need(run(text)[0] == [g for c in text for g in run(c)[0]], f"{style}: {text!r} is drawn as typed")
    need(run("AV")[1] < run("A")[1] + run("V")[1], f"{style}: kerning")
    need(len(run("e\u0301")[0]) == 1, f"{style}: accents are put together")


def need(ok, what):
    if not ok:
        sys.exit(f"not so: {what}")


def main():
    if len(sys.argv) > 2:
        sys.exit(__doc__)
    if len(sys.argv) == 2:
        files = fetch(sys.argv[1])
        for style, (_, source, _) in FACES.items():
            (HERE / f"EvenkeelSans-{style}.ttf").write_bytes(build(style, files[source]))
        (HERE / "OFL.txt").write_bytes(files[LICENSE[0]])
    check()


if __name__ == "__main__":
    main()
