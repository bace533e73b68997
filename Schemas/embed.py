#!/usr/bin/env python3
"""Embeds the schemas, the examples and the code list in Swift, so that the binary needs no files beside it.

    python3 Schemas/embed.py           writes Sources/CareMessages/MessageTypes/Embedded/ and Identities/KommunTable.swift,
                                       and the names of the elements in Sources/Documents/Parsing/MessageVocabulary.swift
    python3 Schemas/embed.py --check   writes nothing, exits 1 and names the files that differ

The output depends on nothing but the files here: run it after every change; a test fails when it was forgotten.
"""
import csv
import pathlib
import sys
import textwrap
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
SOURCES = HERE.parent / "Sources" / "CareMessages"
HEADER = "// swift-format-ignore-file\n// Written by Schemas/embed.py from {source}. Do not edit; run the script again.\n\n"
MAIN = "samverkan.xsd"


def type_name(path, suffix):
    words = path.stem.replace("-", " ").replace("_", " ").split()
    return "".join(word[0].upper() + word[1:] for word in words) + suffix


def literal(text, source):
    for forbidden in ('"""#', "\\#", "\r"):
        if forbidden in text:
            sys.exit(f"{source}: holds {forbidden!r}, which a raw Swift string cannot carry")
    return '#"""\n' + text + '\n"""#'


def embedded_file(path, suffix):
    source = path.relative_to(HERE.parent)
    text = literal(path.read_text(encoding="utf-8"), source)
    return HEADER.format(source=source) + f"enum {type_name(path, suffix)} {{\n    static let text = {text}\n}}\n"


def table_file(name, doc, paths, suffix, extra):
    rows = "".join(f'        "{path.name}": Array({type_name(path, suffix)}.text.utf8),\n' for path in paths)
    return (
        HEADER.format(source=f"Schemas/{'examples/*.xml' if suffix == 'Example' else '*.xsd'}")
        + f"/// {doc}\npackage enum {name} {{\n{extra}"
        + "    /// File name to bytes, exactly as committed.\n"
        + f"    package static let all: [String: [UInt8]] = [\n{rows}    ]\n}}\n"
    )


def kommun_table():
    source = HERE / "kodlistor" / "kommuner.csv"
    with source.open(encoding="utf-8", newline="") as handle:
        rows = sorted(csv.DictReader(handle), key=lambda row: row["code"])
    counties = sorted({(row["county_code"], row["county_name"]) for row in rows})
    packed = [f"{row['code']} {row['name']}" for row in rows]
    lines = ["; ".join(packed[start:start + 5]) for start in range(0, len(packed), 5)]
    with (HERE / "kodlistor" / "regioner.csv").open(encoding="utf-8", newline="") as handle:
        regions = [f"{row['code']} {row['organisationsnummer'] or '-'} {row['name']}" for row in csv.DictReader(handle)]
    return (
        HEADER.format(source="Schemas/kodlistor/kommuner.csv and regioner.csv")
        + "/// The code lists of municipalities and counties. Owner of the list: SCB (Län och kommuner i kodnummerordning);\n"
        + "/// taken over in November 2026 from the public copy in dnouri/polisen-se-events-history.\n"
        + "enum KommunTable {\n"
        + "    static let kommuner = #\"\"\"\n" + "\n".join(lines) + "\n\"\"\"#\n\n"
        + "    static let counties = #\"\"\"\n" + "\n".join(f"{code} {name}" for code, name in counties) + "\n\"\"\"#\n\n"
        + "    /// Code of the county, organisationsnummer where it has been checked, name.\n"
        + "    static let regions = #\"\"\"\n" + "\n".join(regions) + "\n\"\"\"#\n}\n"
    )


def vocabulary(schemas):
    names = set()
    for path in schemas:
        root = xml.etree.ElementTree.parse(path).getroot()
        if root.get("targetNamespace", "").startswith("urn:sluss:"):
            names |= {element.get("name") for element in root.iter("{http://www.w3.org/2001/XMLSchema}element") if element.get("name")}
    rows = textwrap.wrap(" ".join(f'"{name}",' for name in sorted(names)), 130)
    return (
        HEADER.format(source="Schemas/*.xsd")
        + "/// The local names of every element that our own schemas declare.\n"
        + "enum MessageVocabulary {\n    static let elements: Set<String> = [\n"
        + "".join(f"        {row}\n" for row in rows) + "    ]\n}\n"
    )


def outputs():
    schemas = sorted(HERE.glob("*.xsd"))
    examples = sorted((HERE / "examples").glob("*.xml"))
    folder = SOURCES / "MessageTypes" / "Embedded"
    files = {folder / f"{type_name(path, 'Schema')}.swift": embedded_file(path, "Schema") for path in schemas}
    files |= {folder / f"{type_name(path, 'Example')}.swift": embedded_file(path, "Example") for path in examples}
    files[folder / "SchemaFiles.swift"] = table_file(
        "SchemaFiles", "The schemas of `urn:sluss:samverkan:1`, compiled once at start from here and from nowhere else.", schemas, "Schema",
        f'    /// The file that includes all others.\n    package static let main = "{MAIN}"\n\n')
    files[folder / "ExampleFiles.swift"] = table_file(
        "ExampleFiles", "One realistic message per type, unsigned. Organisations are made up, person numbers are Skatteverket's test numbers.",
        examples, "Example", "")
    files[SOURCES.parent / "Documents" / "Parsing" / "MessageVocabulary.swift"] = vocabulary(schemas)
    files[SOURCES / "Identities" / "KommunTable.swift"] = kommun_table()
    return files


def main():
    wanted = outputs()
    folder = SOURCES / "MessageTypes" / "Embedded"
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    left_over = [path for path in folder.glob("*.swift") if path not in wanted] if folder.exists() else []
    if "--check" in sys.argv[1:]:
        for path in stale + left_over:
            print(f"stale: {path.relative_to(HERE.parent)}")
        sys.exit(1 if stale or left_over else 0)
    folder.mkdir(parents=True, exist_ok=True)
    for path in left_over:
        path.unlink()
    for path in stale:
        path.write_text(wanted[path], encoding="utf-8")
        print(f"wrote {path.relative_to(HERE.parent)}")


if __name__ == "__main__":
    main()
