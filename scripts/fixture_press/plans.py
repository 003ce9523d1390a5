# SPDX-License-Identifier: GPL-3.0-or-later
"""The three seed plans as blocks of a Word document.

In: fixtures/seeds/<name>.txt and fixtures/truth/<name>.json. Out: (blocks, footnotes, title). Nothing is typed in here
that stands in a seed or its truth.
"""
import json
import re
from pathlib import Path

from .word import Cell, Paragraph, Row, Table

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
SAIGA = "saiga-mtiwp-2021-2025"
CAMI = "cami-programme-of-work-2014-2020"
IWC = "iwc-cmp-action-plan-2018-2024"

SAIGA_GRID = [10, 62, 13, 15]
# CAMI has a four-column and a five-column head in one table; the grid is the union of both sets of edges.
CAMI_GRID = [23, 7, 14, 20, 16, 15]
CAMI_SPANS = {4: [2, 2, 1, 1], 5: [1, 2, 1, 1, 1]}
IWC_GRIDS = {6: [13, 19, 24, 12, 14, 18], 5: [17, 24, 28, 14, 17]}


def seed_lines(name):
    return (FIXTURES / "seeds" / f"{name}.txt").read_text(encoding="utf-8").split("\n")


def truth_of(name):
    return json.loads((FIXTURES / "truth" / f"{name}.json").read_text(encoding="utf-8"))


def _saiga_front(lines, until):
    blocks = []
    for index, line in enumerate(text for text in lines[:until] if text.strip()):
        blocks.append(Paragraph(line, bold=index < 2, centred=index < 2))
    return blocks


def _saiga_row(number, text, urgency, timescale, **more):
    section = not urgency and not timescale and bool(text) and not text[0].islower() and not text[0].isdigit()
    return Row([Cell([number]), Cell([text]), Cell([urgency], centred=True), Cell([timescale], centred=True)],
               section=section and len(text) > 1 and not more.get("header"), **more)


def saiga():
    """With the numbers, the codes and the whole rows of the truth; the gap at 2.6 and the place of 10.7 stay."""
    truth = truth_of(SAIGA)
    table = Table(SAIGA_GRID)
    for row in truth["rows"]:
        if row["kind"] == "header":
            head = [re.sub(" [¹²]$", "", row[key]) for key in ("urgency", "timescale")]
            table.rows.append(_saiga_row("", row["text"], head[0] + "{note:1}", head[1] + "{note:2}", header=True))
        elif row["kind"] not in ("noise", "continuation"):
            table.rows.append(_saiga_row(row["true"] or "", row["text"], str(row["urgency"] or ""),
                                         row["timescale"] or ""))
    notes = [re.sub("^[¹²] *", "", note["text"]) for note in truth["notes"]]
    return _saiga_front(seed_lines(SAIGA), truth["tables"][0]["header_line"] - 1) + [table], notes, truth["title"]


def saiga_by_line(true_numbers=False, table_a_page=False):
    """Row by row and page by page as in the seed: cut rows, noise rows, legends between the rows.

    true_numbers: what stood on the paper, for the page images; else what the text layer says.
    table_a_page: LibreOffice breaks pages between tables only, so a print with the seed's pages needs a table on each.
    """
    truth = truth_of(SAIGA)
    lines = seed_lines(SAIGA)
    first = truth["tables"][0]["header_line"] - 1
    breaks = [page["first_line"] for page in truth["pages_inferred"][1:]]
    row_at = {row["lines"][0]: row for row in truth["rows"]}
    blocks = _saiga_front(lines, first)
    table = None
    break_due = False
    for number, line in enumerate(lines[first:], first + 1):
        break_due = break_due or number in breaks
        if not line.strip():
            continue
        if "\t" not in line:
            blocks.append(Paragraph(line))
            table = None
            continue
        if break_due and table_a_page:
            blocks.append(Paragraph("", scale=0.1, space_after=0, page_break_before=True))
            table, break_due = None, False
        cells = (line.split("\t") + [""] * 3)[:4]
        if true_numbers and number in row_at and row_at[number]["kind"] != "noise":
            cells[0] = row_at[number]["true"] or ""
            cells[3] = cells[3].replace("В", "B")
        if table is None:
            table = Table(SAIGA_GRID)
            blocks.append(table)
        table.rows.append(_saiga_row(*cells, header=number == first + 1, page_break_before=break_due))
        break_due = False
    return blocks, [], truth["title"]


def _cami_prose(lines):
    """A line that begins with a space goes on after a footnote mark that the dump lost."""
    texts = []
    note = 0
    for line in lines:
        if texts and re.match(r"\s*(: *$|[a-z])", line) and line[:1] in " :":
            note += 1
            texts[-1] += f"{{note:{note}}}" + line.strip("\n")
        elif line.strip():
            texts.append(line.strip())
    blocks = [Paragraph(f"{texts[0]} {texts[1]}", bold=True, centred=True, scale=1.3)]
    for text in texts[2:]:
        heading = re.match(r"\d\. [A-Z]", text) and len(text) < 60 and not text.endswith((":", ".", ","))
        blocks.append(Paragraph(text, bold=bool(heading) or text.startswith("Table 1.")))
    return blocks


def cami():
    lines = seed_lines(CAMI)
    first = next(index for index, line in enumerate(lines) if line.startswith("\t"))
    notes_at = next(index for index, line in enumerate(lines) if line.startswith("\ufffd"))
    cells = [[line.strip() for line in text.split("\n") if line.strip()]
             for text in "\n".join(lines[first:notes_at]).split("\t")[1:]]
    table = Table(CAMI_GRID)
    columns = 4
    while cells:
        text = cells[0][0] if cells[0] else ""
        if re.match("Vision|Goal|Objective", text):
            table.rows.append(Row([Cell(cells.pop(0), span=len(CAMI_GRID))], section=True))
            continue
        header = text == "Action"
        if header:
            columns = next(index for index, cell in enumerate(cells) if cell == ["Timing"]) + 1
        row = Row([Cell(cells.pop(0), span=span, bold=header) for span in CAMI_SPANS[columns]])
        if not header and not row.cells[0].paragraphs:
            row.cells[0].merge = "continue"
            table.rows[-1].cells[0].merge = table.rows[-1].cells[0].merge or "restart"
        table.rows.append(row)
    notes = [line.strip("\ufffd ") for line in lines[notes_at:] if line.strip("\ufffd ")]
    return _cami_prose(lines[:first]) + [table], notes, truth_of(CAMI)["title"]


def iwc():
    """A row that only goes on with cut cells is joined to the row it belongs to; empty topic and action cells merge."""
    blocks = []
    table = None
    for line in seed_lines(IWC):
        if "\t" not in line:
            if line.strip():
                blocks.append(Paragraph(line, bold=line.startswith("CMP"), scale=1.2 if line.startswith("CMP") else 1.0))
                table = None
            continue
        cells = line.split("\t")
        if table is None:
            table = Table(IWC_GRIDS[len(cells)])
            blocks.append(table)
            table.rows.append(Row([Cell([text]) for text in cells], header=True))
            continue
        if not any(re.match(r"\d", text) for text in cells[:3]):
            for cell, text in zip(table.rows[-1].cells, cells):
                cell.paragraphs = [f"{cell.paragraphs[0]} {text}".strip()]
            continue
        row = Row([Cell([text]) for text in cells])
        for column in (0, 1):
            above = table.rows[-1].cells[column]
            if not cells[column]:
                row.cells[column].merge = "continue"
                above.merge = above.merge or "restart"
        table.rows.append(row)
    return blocks, [], truth_of(IWC)["title"]
