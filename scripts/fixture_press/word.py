# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a Word document (WordprocessingML) by hand: the same blocks give the same bytes.

In: a list of Paragraph and Table, a Layout. Out: a .docx file. Widths are twips (1/20 point), as in OOXML.
"""
import re
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
FIXED_TIME = (2021, 1, 1, 0, 0, 0)
A4_SHORT, A4_LONG = 11906, 16838
MARGIN = 1134  # 2 cm


@dataclass
class Layout:
    """How a document is set. `width` scales the text width, `size` is the type size in points."""
    name: str = "ruled"
    rules: str = "all"  # all | none | horizontal | outer
    zebra: bool = False
    landscape: bool = False
    width: float = 1.0
    size: float = 10
    font: str = "Times New Roman"
    header_shade: str = ""
    repeat_header: bool = True

    def text_width(self):
        return int(((A4_LONG if self.landscape else A4_SHORT) - 2 * MARGIN) * self.width)


@dataclass
class Paragraph:
    """`text` may hold <i>…</i> and a footnote mark as {note:1}."""
    text: str
    bold: bool = False
    centred: bool = False
    scale: float = 1.0
    space_after: int = 80
    page_break_before: bool = False


@dataclass
class Cell:
    paragraphs: list
    span: int = 1
    merge: str = ""  # "" | restart | continue
    bold: bool = False
    centred: bool = False


@dataclass
class Row:
    cells: list
    header: bool = False
    section: bool = False
    page_break_before: bool = False


@dataclass
class Table:
    """`grid`: relative widths of the grid columns."""
    grid: list
    rows: list = field(default_factory=list)


def _runs(text, bold, half_points):
    parts = []
    italic = False
    for piece in re.split(r"(<i>|</i>|\{note:\d+\})", text):
        if piece in ("<i>", "</i>"):
            italic = piece == "<i>"
            continue
        if not piece:
            continue
        properties = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
        properties += f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
        note = re.fullmatch(r"\{note:(\d+)\}", piece)
        if note:
            parts.append('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                         f'<w:footnoteReference w:id="{note.group(1)}"/></w:r>')
        else:
            parts.append(f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    return "".join(parts)


def _paragraph(paragraph, layout):
    half_points = round(2 * layout.size * paragraph.scale)
    properties = "<w:pageBreakBefore/>" if paragraph.page_break_before else ""
    properties += f'<w:spacing w:before="0" w:after="{paragraph.space_after}"/>'
    properties += '<w:jc w:val="center"/>' if paragraph.centred else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{_runs(paragraph.text, paragraph.bold, half_points)}</w:p>"


def _borders(layout):
    shown = {"all": ("top", "left", "bottom", "right", "insideH", "insideV"),
             "horizontal": ("top", "bottom", "insideH"),
             "outer": ("top", "left", "bottom", "right"),
             "none": ()}[layout.rules]
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "<w:tblBorders>" + "".join(
        f'<w:{edge} w:val="{"single" if edge in shown else "nil"}" w:sz="4" w:space="0" w:color="000000"/>'
        for edge in edges) + "</w:tblBorders>"


def _row(row, widths, layout, shade):
    properties = "<w:tblHeader/>" if row.header and layout.repeat_header else ""
    xml = ["<w:tr>", f"<w:trPr>{properties}</w:trPr>" if properties else ""]
    column = 0
    for position, cell in enumerate(row.cells):
        width = sum(widths[column:column + cell.span])
        column += cell.span
        about = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        about += f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        about += {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[cell.merge]
        about += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
        texts = cell.paragraphs or [""]
        body = "".join(_paragraph(Paragraph(text, bold=cell.bold or row.header or row.section, centred=cell.centred,
                                            space_after=20,
                                            page_break_before=row.page_break_before and position == 0 and index == 0),
                                  layout)
                       for index, text in enumerate(texts))
        xml.append(f"<w:tc><w:tcPr>{about}</w:tcPr>{body}</w:tc>")
    xml.append("</w:tr>")
    return "".join(xml)


def _table(table, layout):
    total = sum(table.grid)
    widths = [round(layout.text_width() * part / total) for part in table.grid]
    xml = ["<w:tbl><w:tblPr>", f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>', _borders(layout),
           '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>',
           "".join(f'<w:gridCol w:w="{width}"/>' for width in widths), "</w:tblGrid>"]
    for index, row in enumerate(table.rows):
        shade = layout.header_shade if row.header else ("E7EDF3" if layout.zebra and index % 2 else "")
        xml.append(_row(row, widths, layout, shade))
    xml.append("</w:tbl>")
    return "".join(xml)


def _document(blocks, layout):
    width, height = (A4_LONG, A4_SHORT) if layout.landscape else (A4_SHORT, A4_LONG)
    orient = ' w:orient="landscape"' if layout.landscape else ""
    xml = [f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{RELATIONS}"><w:body>']
    for position, block in enumerate(blocks):
        if isinstance(block, Table):
            xml.append(_table(block, layout))
            if position + 1 == len(blocks) or isinstance(blocks[position + 1], Table):
                xml.append(_paragraph(Paragraph(""), layout))
        else:
            xml.append(_paragraph(block, layout))
    xml.append(f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" '
               f'w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>')
    xml.append("</w:body></w:document>")
    return "".join(xml)


def _footnotes(notes, layout):
    xml = [f'<w:footnotes xmlns:w="{NAMESPACE}">',
           '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
           '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
           "</w:footnote>"]
    for number, text in enumerate(notes, 1):
        xml.append(f'<w:footnote w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr><w:r><w:rPr>'
                   '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
                   + _runs(" " + text, False, round(2 * layout.size * 0.85)) + "</w:p></w:footnote>")
    return "".join(xml) + "</w:footnotes>"


def _styles(layout):
    return (f'<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
            f'<w:rFonts w:ascii="{layout.font}" w:hAnsi="{layout.font}" w:cs="{layout.font}" w:eastAsia="{layout.font}"/>'
            f'<w:sz w:val="{round(2 * layout.size)}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>')


def write_docx(path, blocks, layout, title, notes=()):
    """Writes the document; fixed entry times and stored order keep the bytes the same on every run."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    word_type = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    overrides = [("/word/document.xml", word_type + "document.main+xml"), ("/word/styles.xml", word_type + "styles+xml"),
                 ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    relations = [("rId1", RELATIONS + "/styles", "styles.xml")]
    parts = {"word/document.xml": _document(blocks, layout), "word/styles.xml": _styles(layout)}
    if notes:
        overrides.append(("/word/footnotes.xml", word_type + "footnotes+xml"))
        relations.append(("rId2", RELATIONS + "/footnotes", "footnotes.xml"))
        parts["word/footnotes.xml"] = _footnotes(notes, layout)

    def relationships(entries):
        return (f'<Relationships xmlns="{PACKAGE_RELATIONS}">' + "".join(
            f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in entries)
            + "</Relationships>")

    parts["word/_rels/document.xml.rels"] = relationships(relations)
    parts["docProps/core.xml"] = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        "<dc:language>en-GB</dc:language></cp:coreProperties>")
    package = {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides) + "</Types>",
        "_rels/.rels": relationships([
            ("rId1", RELATIONS + "/officeDocument", "word/document.xml"),
            ("rId2", PACKAGE_RELATIONS + "/metadata/core-properties", "docProps/core.xml")]),
        **parts,
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in package.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, head + text, compresslevel=9)
