#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the exports of a corpus as an outsider does, and makes the plans of them again.

  tests/validators/read_back.py PROGRAM FIXTURES FOLDER

CSV with the csv module, the database with sqlite3, JSON Lines with json; what comes out has to be what the JSON of each
plan says, member by member. Once for the fixtures, and once for the same plans with hostile texts in place of theirs.
"""
import csv
import json
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

HOSTILE = ["3.10", "10.7", "=1+1", "+5", "-", "-3.10", "@SUM(A1)", "\t=2", "\r=2", "\n=2", "＝1", "'", "''", "'\"x", "'=", '"', '""',
           "a,b", "a;b", "a\r\nb", "a\nb", " lead", "trail ", "\\u0041", "\\", "null", "NULL", "NaN", "true", "0", "007", "1e5",
           "<script>alert(1)</script>", "</p>&amp;&lt;", "]]>", "\x1b[31mred\x1b[0m", "\x00", "a\x00b", "\x07", "\x7f", "\x9b31m",
           "\u202egnp.exe", "\u2066x\u2069", "\u2028", "\u2029", "\u0085", "В", "e\u0301", "\U0001f40b", "\ufeff", "\ufffd",
           "'; DROP TABLE items; --", "x\" OR 1=1", "javascript:alert(1)", "{{7*7}}", "${jndi:x}", "=cmd|' /C calc'!A0", "|--|", "[a](b)",
           "![](http://x/y.png)", "# h", "`c`", "\u200e\u200f", "שלום", "%00", "--", "...", "~~x~~", "http://example.org"]
# Members that name something, or that come from a closed list.
KEPT = {"id", "table", "kind", "parent", "repair", "status", "origin", "item", "items", "field", "from_item", "by", "targets", "layer",
        "level", "format", "sha256", "mediaType", "family", "role", "edtf", "style", "part", "type", "period", "derivedFrom",
        "textDerivedFrom", "language", "source"}


def fail(message):
    sys.exit(f"read_back: {message}")


def altered(value, chance, key=""):
    """The same shape with other texts. A number stands as often as not."""
    if key in KEPT and not isinstance(value, dict):
        return value
    if isinstance(value, dict):
        return {name: altered(entry, chance, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [altered(entry, chance, key) for entry in value]
    if isinstance(value, str) and chance.random() < 0.5:
        return "".join(chance.choice(HOSTILE) for _ in range(chance.randint(1, 3)))
    return value


def altered_plan(plan, chance):
    kept = {name: plan[name] for name in ("format", "language", "family", "source")}
    out = altered(plan, chance) | kept
    out["metadata"] |= {name: plan["metadata"][name] for name in ("source", "type", "language")}
    # The sender of a reference is an item; the start of a repair is a text.
    for new, old in zip(out["references"], plan["references"]):
        new["from"] = old["from"]
    for field in (field for item in out["items"] for field in item.get("fields", {}).values()):
        if chance.random() < 0.05:
            field["printed"] = ""
    for entry in out["discarded"]:
        if chance.random() < 0.1:
            entry["text"] = ""
    if plan["items"]:
        first = out["items"][0]
        first["number"] = {"status": "ambiguous", "origin": "ocr", "printed": "=l.0", "candidates": [
            {"value": "+1.0", "p": 0.1 + 0.2}, {"value": "3.10", "p": 5e-324}]} | {
            name: value for name, value in first.get("number", {}).items() if name == "derivedFrom"}
    return out


# Reading

def text_of(cell):
    """The text that a cell stands for (docs/export.md says the rules)."""
    if cell == "":
        return None
    if cell.startswith("'\""):
        return json.loads(cell[1:])
    return cell[1:] if cell.startswith("'") else cell


READERS = {"integer": lambda cell: int(cell) if cell else None, "number": lambda cell: float(cell) if cell else None,
           "string": text_of, "date": lambda cell: cell or None, "array": lambda cell: json.loads(cell) if cell else None}


def read_csv(folder):
    csv.field_size_limit(sys.maxsize)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    relations = {}
    for resource in package["resources"]:
        types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
        raw = (folder / resource["path"]).read_bytes()
        if len(raw) != resource["bytes"] or b"\x1b" in raw or b"\x00" in raw:
            fail(f"{resource['path']}: another size, or a control character")
        with open(folder / resource["path"], encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream, strict=True))
        if rows[0] != list(types):
            fail(f"{resource['path']}: other columns than the package says")
        for row in rows[1:]:
            for name, cell in zip(types, row, strict=True):
                if types[name] == "string" and cell[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "＝"):
                    fail(f"{resource['path']}: a spreadsheet would run {cell!r}")
        relations[resource["name"]] = [{name: READERS[types[name]](cell) for name, cell in zip(types, row)} for row in rows[1:]]
    return relations


def read_sqlite(file, like):
    """The same relations; lists are JSON there, too."""
    lists = {field["name"] for resource in like["resources"] for field in resource["schema"]["fields"] if field["type"] == "array"}
    base = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    base.row_factory = sqlite3.Row
    for check, wanted in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        found = [tuple(row) for row in base.execute(f"PRAGMA {check}")]
        if found != wanted:
            fail(f"{file}: {check}: {found[:3]}")
    relations = {}
    for resource in like["resources"]:
        name = resource["name"]
        columns = [field["name"] for field in resource["schema"]["fields"]]
        relations[name] = [{column: json.loads(row[column]) if column in lists and row[column] is not None else row[column]
                            for column in columns} for row in base.execute(f'SELECT * FROM "{name}"')]
    hits = base.execute("SELECT count(*) FROM items WHERE text IS NOT NULL").fetchone()
    indexed = base.execute("SELECT count(*) FROM item_text").fetchone()
    if indexed[0] < hits[0]:
        fail(f"{file}: the full-text index lacks items")
    base.close()
    return relations


# Making plans again

def present(**members):
    return {name: value for name, value in members.items() if value is not None and value != []}


class Plans:
    def __init__(self, relations):
        self.by = {name: defaultdict(list) for name in relations}
        for name, rows in relations.items():
            for row in sorted(rows, key=lambda row: row.get("position", 0)):
                self.by[name][row["document_id" if name != "documents" else "id"]].append(row)

    def of(self, document, relation, **wanted):
        return [row for row in self.by[relation][document] if all(row[name] == value for name, value in wanted.items())]

    def grouped(self, document, relation, key):
        groups = defaultdict(list)
        for row in self.by[relation][document]:
            groups[row[key]].append(row)
        return groups

    def plan(self, head):
        n = head["id"]
        text = lambda value: value if value is not None else ""
        pairs = lambda rows: [{"value": text(row["value"]), "p": row["p"]} for row in rows]
        suggestion = lambda value, p: None if p is None else {"value": text(value), "p": p}
        metadata = present(title=head["title"], status=head["status"], vision=head["vision"], goal=head["goal"],
                           objectives=head["objectives"],
                           temporal=present(printed=head["period_printed"], edtf=head["period"]) or None,
                           footnotes=[present(mark=row["mark"], derivedFrom=row["places"]) | {"printed": text(row["printed"])}
                                      for row in self.of(n, "footnotes")])
        metadata |= {"language": head["language"], "type": "Text", "source": head["source_file"]}
        columns = self.grouped(n, "columns", "table_id")
        codes = self.grouped(n, "codes", "code_list")
        fields = self.grouped(n, "fields", "item_id")
        candidates = self.grouped(n, "candidates", "item_id")
        alternatives = self.grouped(n, "alternatives", "repair_id")
        about = self.grouped(n, "finding_items", "finding")
        targets = self.grouped(n, "reference_targets", "reference")
        parties = defaultdict(list)
        for row in self.by["parties"][n]:
            parties[row["item_id"], row["role"]].append(text(row["party"]))

        def field(row):
            entry = present(value=row["value"], label=row["label"], kind=row["kind"], edtf=row["edtf"], note=row["note"],
                            repair=row["repair_id"], derivedFrom=row["places"])
            if parties[row["item_id"], row["role"]]:
                entry["value"] = parties[row["item_id"], row["role"]]
            return entry | {"printed": text(row["printed"])}

        def item(row):
            entry = present(id=row["id"], table=row["table_id"], kind=row["kind"], parent=row["parent_id"], text=row["text"],
                            styles=row["styles"], textDerivedFrom=row["text_places"])
            if row["number_status"] is not None:
                entry["number"] = present(printed=row["number_printed"], canonical=row["number"], path=row["number_path"],
                                          status=row["number_status"], origin=row["number_origin"],
                                          confidence=row["number_confidence"], repair=row["number_repair_id"],
                                          suggested=suggestion(row["suggested_number"], row["suggested_p"]),
                                          candidates=pairs(candidates[row["id"]]), derivedFrom=row["number_places"])
            if fields[row["id"]]:
                entry["fields"] = {one["role"]: field(one) for one in fields[row["id"]]}
            return entry

        return {
            "format": "pactable/1", "language": head["language"], "family": head["family"],
            "source": present(file=head["source_file"], sha256=head["sha256"], mediaType=head["media_type"], layer=head["layer"],
                              layerEvidence=head["layer_evidence"]),
            "metadata": metadata,
            "codeLists": [present(derivedFrom=row["places"]) | {
                "role": text(row["role"]), "printed": text(row["printed"]), "codes": [present(definition=code["definition"]) | {
                    "code": text(code["code"]), "label": text(code["label"])} for code in codes[row["position"]]]}
                for row in self.of(n, "code_lists")],
            "tables": [present(id=row["id"], caption=row["caption"], period=row["period"], derivedFrom=row["places"],
                               columns=[present(role=text(column["role"]), header=column["header"]) for column in columns[row["id"]]])
                       for row in self.of(n, "tables")],
            "items": [item(row) for row in self.of(n, "items")],
            "repairs": [present(alternatives=pairs(alternatives[row["id"]]), evidence=row["evidence"]) | {
                "id": row["id"], "item": row["item_id"], "field": text(row["field"]), "rule": text(row["rule"]), "layer": row["layer"],
                "from": text(row["from_value"]), "to": text(row["to_value"]), "confidence": row["confidence"],
                "by": row["activity_id"]} for row in self.of(n, "repairs")],
            "findings": [present(items=[one["item_id"] for one in about[row["position"]]], derivedFrom=row["places"],
                                 suggestion=suggestion(row["suggested"], row["suggested_p"])) | {
                "rule": text(row["rule"]), "level": row["level"], "message": text(row["message"])} for row in self.of(n, "findings")],
            "references": [present(targets=[one["item_id"] for one in targets[row["position"]]]) | {
                "from": row["item_id"], "printed": text(row["printed"]), "start": row["text_start"], "end": row["text_end"]}
                for row in self.of(n, "references")],
            "activities": [present(details=row["details"]) | {"id": row["id"], "label": text(row["label"])}
                           for row in self.of(n, "activities")],
            "discarded": [present(derivedFrom=row["places"]) | {"reason": text(row["reason"]), "text": text(row["text"])}
                          for row in self.of(n, "discarded")],
        }


# Comparing

def first_difference(one, other, where=""):
    if isinstance(one, dict) and isinstance(other, dict):
        for name in list(one) + [name for name in other if name not in one]:
            if name not in one or name not in other:
                return f"{where}/{name} stands in one of them only"
            if found := first_difference(one[name], other[name], f"{where}/{name}"):
                return found
        return "" if list(one) == list(other) or where.rsplit("/", 1)[-1] != "fields" else f"{where}: another order"
    if isinstance(one, list) and isinstance(other, list):
        if len(one) != len(other):
            return f"{where}: {len(one)} and {len(other)} entries"
        return next(filter(None, (first_difference(a, b, f"{where}/{i}") for i, (a, b) in enumerate(zip(one, other)))), "")
    # 1 and 1.0 are one number in JSON; "1" is none.
    return "" if one == other and isinstance(one, str) == isinstance(other, str) else f"{where}: {one!r} and {other!r}"


def without_merged_places(plan):
    """The places of an item are those of its number, text and fields together."""
    return plan | {"items": [{name: value for name, value in item.items() if name != "derivedFrom"} for item in plan["items"]]}


def check_relations(relations, corpus, what):
    manifest = json.loads((corpus / "corpus.json").read_text(encoding="utf-8"))
    plans = Plans(relations)
    if [row["path"] for row in relations["documents"]] != [record["path"] for record in manifest["documents"]]:
        fail(f"{what}: other documents than the manifest")
    for head, record in zip(relations["documents"], manifest["documents"]):
        if head["outcome"] != record["outcome"] or head["error_code"] != record.get("error", {}).get("code"):
            fail(f"{what}: {record['path']} has another outcome")
        if head["outcome"] != "converted":
            continue
        written = json.loads((corpus / head["plan_file"]).read_text(encoding="utf-8"))
        if found := first_difference(plans.plan(head), without_merged_places(written)):
            fail(f"{what}: {head['plan_file']}{found}")


def check_lines(file, corpus):
    manifest = json.loads((corpus / "corpus.json").read_text(encoding="utf-8"))
    raw = file.read_text(encoding="utf-8")
    if any(ord(c) < 0x20 and c != "\n" or 0x7F <= ord(c) < 0xA0 or 0x2028 <= ord(c) <= 0x202E for c in raw):
        fail(f"{file}: a character that acts")
    lines = [json.loads(line) for line in raw.splitlines()]
    items = defaultdict(list)
    for line in lines:
        items[line["document"]["id"]].append(line)
    for number, record in enumerate(manifest["documents"], 1):
        if record["outcome"] != "converted":
            continue
        plan = json.loads((corpus / next(name for name in record["outputs"] if name.endswith(".json"))).read_text(encoding="utf-8"))
        got = [line["item"] for line in items[number]]
        if found := first_difference(got, plan["items"]):
            fail(f"{file}: {record['path']}{found}")
        by_id = {item["id"]: item for item in plan["items"]}
        for line in items[number]:
            name = line["item"]["id"]
            chain, above = [], line["item"].get("parent")
            while above is not None:
                chain.insert(0, above)
                above = by_id[above].get("parent")
            wanted = {"parents": chain, "repairs": [one for one in plan["repairs"] if one["item"] == name],
                      "findings": [one for one in plan["findings"] if name in one.get("items", [])],
                      "references": [one for one in plan["references"] if one["from"] == name]}
            found = {"parents": [parent["id"] for parent in line["parents"]]} | {
                list_: line.get(list_, []) for list_ in ("repairs", "findings", "references")}
            if difference := first_difference(found, wanted):
                fail(f"{file}: {record['path']} {name}{difference}")


def run(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        fail(f"{' '.join(map(str, arguments))} ended with {done.returncode}: {done.stderr}")


def check_corpus(program, corpus, output):
    run(program, "export", corpus, "--formats", "csv,sqlite,jsonl", "--output", output)
    package = json.loads((output / "csv/datapackage.json").read_text(encoding="utf-8"))
    check_relations(read_csv(output / "csv"), corpus, "csv")
    check_relations(read_sqlite(output / "corpus.sqlite", package), corpus, "sqlite")
    check_lines(output / "items.jsonl", corpus)


def main():
    program, fixtures, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    corpus, hostile = folder / "corpus", folder / "hostile"
    run(program, "convert", fixtures, "--output", corpus, "--formats", "json", "--quiet")
    check_corpus(program, corpus, folder / "exports")
    chance = random.Random(7)
    for turn in range(5):
        shutil.rmtree(hostile, ignore_errors=True)
        shutil.copytree(corpus, hostile)
        for file in hostile.glob("*.json"):
            plan = json.loads(file.read_text(encoding="utf-8"))
            if plan["format"] == "pactable/1":
                file.write_text(json.dumps(altered_plan(plan, chance), ensure_ascii=turn % 2 == 0), encoding="utf-8")
        check_corpus(program, hostile, folder / "hostile-exports")


if __name__ == "__main__":
    main()
