# SPDX-License-Identifier: GPL-3.0-or-later
"""The three plans as HTML pages, as programs and people export them.

In: the blocks of plans.py. Out: fixtures/html/<plan>.html (UTF-8, tidy) and <plan>-legacy.html (Windows code page, no
closing tags, upper case, font elements, set out in a table).
"""
import re
from html import escape

from . import plans
from .word import Paragraph

PLANS = {plans.SAIGA: plans.saiga, plans.CAMI: plans.cami, plans.IWC: plans.iwc}
# What each legacy page is encoded in, and whether it says so.
LEGACY = {plans.SAIGA: ("windows-1252", True), plans.CAMI: ("windows-1252", False), plans.IWC: ("utf-16", False)}


def _inline(text):
    parts = []
    for piece in re.split(r"(<i>|</i>|\{note:\d+\})", text):
        note = re.fullmatch(r"\{note:(\d+)\}", piece)
        parts.append(piece if piece in ("<i>", "</i>") else f"<sup>{note.group(1)}</sup>" if note else escape(piece, quote=False))
    return "".join(parts)


def _row_spans(table):
    """{(row, first grid column): rows} of cells that others go on with below."""
    spans, open_at = {}, {}
    for index, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            if cell.merge == "restart":
                open_at[column] = index
                spans[index, column] = 1
            elif cell.merge == "continue":
                spans[open_at[column], column] += 1
            column += cell.span
    return spans


def _cell(cell, tag, rows, close):
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    span += f' rowspan="{rows}"' if rows > 1 else ""
    texts = [_inline(text) for text in cell.paragraphs]
    inner = texts[0] if len(texts) == 1 else "".join(f"<p>{text}" + ("</p>" if close else "") for text in texts)
    return f"<{tag}{span}>{inner}" + (f"</{tag}>" if close else "")


def _table(table, close):
    spans = _row_spans(table)
    head = bool(table.rows) and table.rows[0].header
    lines = ["<table>"] + (["<thead>"] if head else ["<tbody>"])
    for index, row in enumerate(table.rows):
        if head and index == 1:
            lines += ["</thead>", "<tbody>"]
        cells, column = [], 0
        for cell in row.cells:
            if cell.merge != "continue":
                cells.append(_cell(cell, "th" if row.header else "td", spans.get((index, column), 1), close))
            column += cell.span
        lines.append("<tr>" + "".join(cells) + ("</tr>" if close else ""))
    return "\n".join(lines + ["</tbody>", "</table>"])


def _blocks(blocks, notes, close):
    lines = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.text:
                bold = ("<b>", "</b>") if block.bold else ("", "")
                lines.append("<p>" + bold[0] + _inline(block.text) + bold[1] + ("</p>" if close else ""))
        else:
            lines.append(_table(block, close))
    for number, note in enumerate(notes, 1):
        lines.append(f"<p><sup>{number}</sup> {_inline(note)}" + ("</p>" if close else ""))
    return "\n".join(lines)


def _tidy(name):
    blocks, notes, title = PLANS[name]()
    return ('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f"<title>{escape(title)}</title>\n<style>td {{ vertical-align: top }}</style>\n<script>var rows = 1 < 2;</script>\n"
            f"</head>\n<body>\n{_blocks(blocks, notes, True)}\n</body>\n</html>\n")


def _legacy(name):
    blocks, notes, title = PLANS[name]()
    encoding, said = LEGACY[name]
    body = re.sub(r"</?(\w+)", lambda match: match.group(0).upper(), _blocks(blocks, notes, False))
    body = re.sub(r"(<T[DH][^>]*>)([^<]+)", r"\1<FONT FACE=Arial>\2</FONT>", body)
    meta = f'<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={encoding}">\n' if said else ""
    page = (f"<HTML><HEAD>\n{meta}<TITLE>{escape(title)}</TITLE>\n</HEAD>\n<BODY BGCOLOR=#ffffff>\n<TABLE BORDER=0><TR>"
            f"<TD>Home<TD>\n{body}\n</TABLE>\n</BODY></HTML>\n")
    return page.encode(encoding, "xmlcharrefreplace")


def write_pages(folder):
    for name in PLANS:
        (folder / f"{name}.html").write_text(_tidy(name), encoding="utf-8")
        (folder / f"{name}-legacy.html").write_bytes(_legacy(name))
