# SPDX-License-Identifier: GPL-3.0-or-later
"""The seed plans as pages of many layouts, for measuring how tables are read.

In: the blocks of plans.py. Out: HTML for a browser to print, and the rows that the print holds: the texts of the filled
cells of each row, from left to right. The prints vary what designers vary; none is made to fit a rule of the reader.
"""
import html
import re

from .word import Paragraph, Table

BASE = {"size": 9, "font": "Liberation Serif", "rules": "none", "pad": 2, "valign": "top", "page": "A4", "margin": 18,
        "lead": 1.25, "keep": True, "widths": None, "css": "", "between": None}

# name: what differs from BASE. `pad` in points above and below the text of a cell; `rules` as in _RULES.
PRINTS = {
    "ruled": {"rules": "all"},
    "ruled-landscape-large": {"rules": "all", "size": 12, "page": "A4 landscape"},
    "ruled-middle": {"rules": "all", "valign": "middle"},
    "ruled-dotted": {"rules": "dotted"},
    "ruled-dashed": {"rules": "dashed"},
    "ruled-double": {"rules": "double"},
    "ruled-by-boxes": {"rules": "boxes"},
    "level-rules": {"rules": "level"},
    "level-rules-middle": {"rules": "level", "valign": "middle"},
    "level-rules-tight": {"rules": "level", "pad": 0.2, "font": "Liberation Sans"},
    "upright-rules": {"rules": "upright"},
    "header-rules": {"rules": "header"},
    "header-rules-middle": {"rules": "header", "valign": "middle"},
    "zebra": {"rules": "zebra"},
    "zebra-middle": {"rules": "zebra", "valign": "middle"},
    "zebra-gaps": {"rules": "zebra-gaps"},
    "stripes-upright": {"rules": "stripes"},
    "bare": {},
    "bare-sans": {"font": "DejaVu Sans", "size": 8},
    "bare-tight": {"pad": 0.4},
    "bare-no-space": {"pad": 0},
    "bare-no-space-middle": {"pad": 0, "valign": "middle"},
    "bare-wide-space": {"pad": 5},
    "bare-narrow": {"page": "A5", "margin": 12, "size": 8},
    "bare-narrow-middle": {"page": "A5", "margin": 12, "size": 8, "valign": "middle"},
    "bare-middle": {"valign": "middle"},
    "bare-middle-centred": {"valign": "middle", "css": "td{text-align:center}"},
    "bare-foot": {"valign": "bottom"},
    "bare-number-foot": {"css": "td:first-child{vertical-align:bottom} td:last-child{vertical-align:middle}"},
    "bare-landscape": {"page": "A4 landscape", "size": 11},
    "bare-justified": {"css": "td{text-align:justify}"},
    "bare-large-leading": {"lead": 1.7, "pad": 3},
    "bare-small-leading": {"lead": 1.0, "pad": 1},
    "bare-bold-numbers": {"css": "td:first-child{font-weight:bold}"},
    "bare-letter-spaced-header": {"css": "th{letter-spacing:.18em;text-transform:uppercase}"},
    "bare-two-row-header": {"header": "two"},
    "ruled-two-row-header": {"rules": "all", "header": "two"},
    "bare-column-numbers": {"header": "numbers"},
    "bare-notes-between": {"between": "note"},
    "ruled-notes-between": {"rules": "all", "between": "note"},
    "bare-cut-rows": {"keep": False},
    "ruled-cut-rows": {"rules": "all", "keep": False},
    "table-a-section": {"between": "section"},
    "mixed-sizes": {"css": "td:nth-child(n+3){font-size:80%}"},
}

_RULES = {
    "none": "",
    "all": "td,th{border:.6pt solid #000}",
    "dotted": "td,th{border:.8pt dotted #444}",
    "dashed": "td,th{border:.8pt dashed #444}",
    "double": "td,th{border:2.2pt double #000}",
    "boxes": "table{border-collapse:separate;border-spacing:3pt} td,th{border:.6pt solid #777}",
    "level": "td,th{border-top:.5pt solid #000;border-bottom:.5pt solid #000}",
    "upright": "td,th{border-left:.5pt solid #000;border-right:.5pt solid #000}",
    "header": "thead th{border-top:1pt solid #000;border-bottom:.6pt solid #000} table{border-bottom:1pt solid #000}",
    "zebra": "tbody tr:nth-child(even) td{background:#e8eef4} th{background:#30507a;color:#fff}",
    "zebra-gaps": "table{border-collapse:separate;border-spacing:2pt} tbody tr:nth-child(even) td{background:#e8eef4}",
    "stripes": "td:nth-child(even),th:nth-child(even){background:#eee}",
}


def _text(paragraphs):
    text = " ".join(paragraphs)
    return " ".join(re.sub(r"\{note:\d+\}", "", text).split())


def _cell(cell, tag, rows):
    spans = f' colspan="{cell.span}"' if cell.span > 1 else ""
    if rows > 1:
        spans += f' rowspan="{rows}"'
    body = "<br>".join(html.escape(re.sub(r"\{note:\d+\}", "", text)) for text in cell.paragraphs)
    if cell.bold and tag == "td":
        body = f"<b>{body}</b>"
    return f"<{tag}{spans}>{body}</{tag}>"


def _row_span(table, row, column):
    rows = 1
    while (row + rows < len(table.rows) and len(table.rows[row + rows].cells) > column
           and table.rows[row + rows].cells[column].merge == "continue"):
        rows += 1
    return rows


def _row(table, index, tag):
    row = table.rows[index]
    parts = []
    for column, cell in enumerate(row.cells):
        if cell.merge == "continue":
            continue
        parts.append(_cell(cell, tag, _row_span(table, index, column) if cell.merge == "restart" else 1))
    return f"<tr>{''.join(parts)}</tr>"


def _header(table, kind):
    columns = len(table.grid)
    rows = []
    if kind == "two":
        left = columns - min(2, columns - 1)
        rows.append(f'<tr><th colspan="{left}">Work</th><th colspan="{columns - left}">When and how</th></tr>')
    rows += [_row(table, index, "th") for index, row in enumerate(table.rows) if row.header]
    if kind == "numbers":
        rows.append("<tr>" + "".join(f"<th>{number}</th>" for number in range(1, columns + 1)) + "</tr>")
    return "<thead>" + "".join(rows) + "</thead>"


def _pieces(table, between):
    """[(rows of one printed table, text behind it)]"""
    body = [index for index, row in enumerate(table.rows) if not row.header]
    if between == "section":
        starts = [index for index in body if table.rows[index].section] or body[:1]
        bounds = sorted({body[0], *starts}) + [body[-1] + 1]
        return [(list(range(a, b)), "") for a, b in zip(bounds, bounds[1:])]
    return [(body, "")]


def _table(table, options):
    merged = any(cell.merge for row in table.rows for cell in row.cells)
    out = []
    widths = "".join(f'<col style="width:{100 * width / sum(table.grid):.2f}%">' for width in table.grid)
    for rows, _ in _pieces(table, None if merged else options["between"]):
        body = []
        for count, index in enumerate(rows):
            body.append(_row(table, index, "td"))
            if options["between"] == "note" and not merged and count % 9 == 8:
                body.append(f'<tr><td colspan="{len(table.grid)}"><i>Note: see the report of the meeting on this.</i></td></tr>')
        out.append(f"<table><colgroup>{widths}</colgroup>{_header(table, options.get('header'))}"
                   f"<tbody>{''.join(body)}</tbody></table><p></p>")
    return "".join(out)


def html_of(blocks, options):
    options = {**BASE, **options}
    css = (f"@page{{size:{options['page']};margin:{options['margin']}mm}}"
           f"body{{font:{options['size']}pt/{options['lead']} '{options['font']}'}}"
           "table{border-collapse:collapse;width:100%;table-layout:fixed}"
           f"td,th{{padding:{options['pad']}pt 4pt;vertical-align:{options['valign']};text-align:left}}"
           + ("tr{break-inside:avoid}" if options["keep"] else "") + _RULES[options["rules"]] + options["css"])
    body = []
    for block in blocks:
        if isinstance(block, Table):
            body.append(_table(block, options))
        elif isinstance(block, Paragraph):
            body.append(f"<p>{html.escape(re.sub(r'{note:[0-9]+}', '', block.text))}</p>")
    return ("<!doctype html><meta charset=utf-8>"
            f"<style>{css} td,th{{-webkit-print-color-adjust:exact}}</style>{''.join(body)}")


def rows_of(blocks):
    """The texts of the filled cells of every row but headers; a merged cell counts in its first row."""
    rows = []
    for table in (block for block in blocks if isinstance(block, Table)):
        for row in table.rows:
            texts = tuple(filter(None, (_text(cell.paragraphs) for cell in row.cells if cell.merge != "continue")))
            if texts and not row.header:
                rows.append(texts)
    return rows
