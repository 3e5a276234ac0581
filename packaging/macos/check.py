#!/usr/bin/env python3
"""check.py EVENKEEL.APP : what macOS reads of a bundle before it starts the program in it."""

import os
import pathlib
import plistlib
import sys
import tomllib

ROOT = pathlib.Path(__file__).parents[2]


def icon_kinds(data):
    """The kinds of picture in an .icns, whose own length has to be right."""
    assert data[:4] == b"icns" and int.from_bytes(data[4:8], "big") == len(data)
    kinds, at = [], 8
    while at < len(data):
        kinds.append(data[at : at + 4].decode())
        at += int.from_bytes(data[at + 4 : at + 8], "big")
    assert at == len(data)
    return kinds


def main():
    contents = pathlib.Path(sys.argv[1]) / "Contents"
    info = plistlib.loads((contents / "Info.plist").read_bytes())
    version = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]["version"]
    assert info["CFBundleShortVersionString"] == info["CFBundleVersion"] == version
    assert info["CFBundleIdentifier"] == "org.evenkeel.Evenkeel"
    assert info["CFBundlePackageType"] == (contents / "PkgInfo").read_text()[:4] == "APPL"
    assert os.access(contents / "MacOS" / info["CFBundleExecutable"], os.X_OK)

    (document,) = info["CFBundleDocumentTypes"]
    (kind,) = info["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]] == ["org.evenkeel.profile"]
    assert kind["UTTypeConformsTo"] == ["public.json"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["evenkeel"]

    icons = {info["CFBundleIconFile"], document["CFBundleTypeIconFile"], kind["UTTypeIconFile"]}
    for icon in icons:
        kinds = icon_kinds((contents / "Resources" / f"{icon}.icns").read_bytes())
        # 128, 256 and 512 pixels: what the Dock and the Finder draw from.
        assert {"it32", "ic08", "ic09"} <= set(kinds), kinds
    assert len(icons) == 2
    expected = {"Info.plist", "PkgInfo", "MacOS/evenkeel"}
    expected |= {f"Resources/{name}" for name in ("app.icns", "document.icns", "LICENSE-MIT", "LICENSE-APACHE")}
    found = {str(path.relative_to(contents)) for path in contents.rglob("*") if path.is_file()}
    assert found == expected, found ^ expected
    print(f"Evenkeel.app {version}: layout, Info.plist and icons are in order")


main()
