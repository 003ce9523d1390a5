# SPDX-License-Identifier: GPL-3.0-or-later
"""The Word fixtures set as people and programs set them: the same plan, another markup.

In: the documents of fixtures/docx. Out: documents that say the same when tracked changes are accepted. Each variant changes
the XML of the main part alone, by rule and for every table alike; nothing is typed in that belongs into a plan.
"""
import re
import zipfile
from xml.sax.saxutils import unescape

from .plans import CAMI, IWC, SAIGA, truth_of
from .word import FIXED_TIME, NAMESPACE, PACKAGE_RELATIONS, RELATIONS

STRICT = {NAMESPACE: "http://purl.oclc.org/ooxml/wordprocessingml/main",
          RELATIONS: "http://purl.oclc.org/ooxml/officeDocument/relationships"}
CHANGE = 'w:id="{}" w:author="Editor" w:date="2021-01-01T00:00:00Z"'
MAIN = "word/document.xml"


def _read(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def _write(path, package):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in package.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text, compresslevel=9)


class _Counter:
    def __init__(self):
        self.count = 0

    def __call__(self):
        self.count += 1
        return self.count


RUN = re.compile(r'<w:r>(<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>', re.S)
ROW = re.compile(r"<w:tr>.*?</w:tr>", re.S)
CELL = re.compile(r"<w:tc>.*?</w:tc>", re.S)


def _text_run(properties, text, deleted=False):
    kind = "delText" if deleted else "t"
    return f'<w:r>{properties}<w:{kind} xml:space="preserve">{text}</w:{kind}></w:r>'


def tracked_changes(xml):
    """Every third run was changed in its middle, every ninth row is new, and behind it stands one that was deleted; half
    of the changes are moves; the properties of changed runs have a history."""
    number = _Counter()

    def changed_run(match):
        properties, text = match.group(1) or "", match.group(2)
        words = text.split(" ")
        if number() % 3 or len(words) < 3:
            return match.group(0)
        middle = len(words) // 2
        about = CHANGE.format(1000 + number.count)
        history = f'<w:rPr><w:b/><w:rPrChange {about}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>'
        kept = properties.replace("</w:rPr>", f"<w:rPrChange {about}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>")
        moved = number.count % 2 == 0
        gone, come = ("moveFrom", "moveTo") if moved else ("del", "ins")
        return (_text_run(kept, " ".join(words[:middle]) + " ")
                + f"<w:{gone} {about}>{_text_run(history, '9.9 formerly ', deleted=not moved)}</w:{gone}>"
                + f"<w:{come} {about}>{_text_run(kept, words[middle])}</w:{come}>"
                + _text_run(kept, "".join(" " + word for word in words[middle + 1:])))

    rows = _Counter()

    def changed_row(match):
        row = match.group(0)
        if rows() % 9 or "<w:vMerge" in row or "<w:tblHeader/>" in row:
            return row
        about = CHANGE.format(5000 + rows.count)
        gone = re.sub(r"<w:trPr>.*?</w:trPr>", "", row, flags=re.S)
        gone = re.sub(r"</?w:(?:ins|del)( [^>]*)?>", "", gone)
        gone = re.sub(r"<w:r>.*?</w:r>", "", gone, flags=re.S).replace(
            "</w:p>", f'<w:del {about}><w:r><w:delText>8.8 row that was here</w:delText></w:r></w:del></w:p>')
        return (row.replace("<w:tr>", f"<w:tr><w:trPr><w:ins {about}/></w:trPr>", 1)
                + gone.replace("<w:tr>", f"<w:tr><w:trPr><w:del {about}/></w:trPr>", 1))

    xml = RUN.sub(changed_run, xml)
    return ROW.sub(changed_row, xml)


def content_controls(xml):
    """A control around each row, one around its first cell, one inside its last and one around the runs of the second; one
    around each table."""
    def control(inner, alias):
        return f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'

    def row(match):
        text = match.group(0)
        cells = CELL.findall(text)
        first = control(cells[0], "cell")
        last = cells[-1]
        begin = last.index("<w:p>")
        inside = last[:begin] + control(last[begin:-len("</w:tc>")], "paragraphs") + "</w:tc>"
        if len(cells) == 1:
            return control(text.replace(cells[0], first), "row")
        text = text.replace(cells[0], first, 1)
        at = text.rindex(last)
        return control(text[:at] + inside + text[at + len(last):], "row")

    xml = ROW.sub(row, xml)
    xml = RUN.sub(lambda match: control(match.group(0), "run"), xml)
    return re.sub(r"<w:tbl>.*?</w:tbl>", lambda match: control(match.group(0), "table"), xml, flags=re.S)


def split_runs(xml):
    """Runs of one to three characters, with proofing marks, bookmarks and rendered page breaks between them."""
    number = _Counter()

    def split(match):
        properties, text = match.group(1) or "", unescape(match.group(2))
        size = 1 + number() % 3
        pieces = [text[at:at + size] for at in range(0, len(text), size)]
        escaped = [piece.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for piece in pieces]
        between = ['<w:proofErr w:type="spellStart"/>', f'<w:bookmarkStart w:id="{number.count}" w:name="b{number.count}"/>'
                   f'<w:bookmarkEnd w:id="{number.count}"/>', "<w:r><w:lastRenderedPageBreak/></w:r>", ""]
        return "".join(_text_run(properties, piece) + between[index % 4] for index, piece in enumerate(escaped))

    return RUN.sub(split, xml)


def nested_table(xml):
    """The text of the longest cell of every seventh row stands in a table of one cell inside that cell."""
    rows = _Counter()

    def nest(match):
        text = match.group(0)
        if rows() % 7 or "<w:tblHeader/>" in text:
            return text
        cell = max(CELL.findall(text), key=len)
        begin = cell.index("<w:p>")
        inner = cell[begin:-len("</w:tc>")]
        table = ('<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>'
                 f'<w:tcPr/>{inner}</w:tc></w:tr></w:tbl><w:p/>')
        return text.replace(cell, cell[:begin] + table + "</w:tc>", 1)

    return ROW.sub(nest, xml)


def without_grid(xml):
    """No tblGrid and no cell widths: what a cell spans is all that is known."""
    xml = re.sub(r"<w:tblGrid>.*?</w:tblGrid>", "", xml, flags=re.S)
    return re.sub(r"<w:tcW [^>]*/>", "", xml)


def wrong_grid(xml):
    """A tblGrid of one column, as some programs leave it behind."""
    return re.sub(r"<w:tblGrid>.*?</w:tblGrid>", '<w:tblGrid><w:gridCol w:w="1"/></w:tblGrid>', xml, flags=re.S)


def edited_by_hand(xml):
    """Every second run of three words and more holds what editors leave behind: struck-out words, hidden ones and white ones, soft
    hyphens, zero-width breaks and direction marks, hyphens that do not break."""
    number = _Counter()
    leftovers = ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>", '<w:color w:val="FFFFFF"/>']

    def edited(match):
        properties, text = match.group(1) or "<w:rPr></w:rPr>", match.group(2)
        words = text.split(" ")
        if number() % 2 or len(words) < 3:
            return match.group(0)
        middle = len(words) // 2
        longest = max(range(len(words)), key=lambda at: 0 if "&" in words[at] else len(words[at]))
        half = len(words[longest]) // 2
        unseen = ["\u00ad", "\u200b", "\u200e"][number.count // 2 % 3]
        words[longest] = words[longest][:half] + unseen + words[longest][half:]
        more = leftovers[number.count // 2 % len(leftovers)]
        old = _text_run(properties.replace("</w:rPr>", more + "</w:rPr>"), "9.9 formerly ")
        edited_run = (_text_run(properties, " ".join(words[:middle]) + " ") + old
                      + _text_run(properties, " ".join(words[middle:])))
        return edited_run.replace("-", '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')

    return RUN.sub(edited, xml)


MARKUPS = {"edited-by-hand": edited_by_hand, "tracked-changes": tracked_changes, "content-controls": content_controls, "split-runs": split_runs,
           "nested-table": nested_table, "without-grid": without_grid, "wrong-grid": wrong_grid}


def strict(package):
    """ISO 29500 strict: other namespaces and other types of relationships."""
    def of(text):
        for transitional, name in STRICT.items():
            text = text.replace(transitional, name)
        return text

    return {name: of(text) for name, text in package.items()}


def endnotes(package):
    """The footnotes, which hold the legends of Saiga's codes, as endnotes."""
    moved = {}
    for name, text in package.items():
        text = text.replace("footnote", "endnote").replace("Footnote", "Endnote")
        moved[name.replace("footnotes", "endnotes")] = text
    return moved


def titles_in_page_head(package):
    """A section for each table, with the titles of its columns in the head of the page instead of the table."""
    package = dict(package)
    heads = []

    def table(match):
        text = match.group(0)
        row = next(row for row in ROW.findall(text) if "<w:tblHeader/>" in row)
        properties = text[len("<w:tbl>"):text.index("<w:tr>")]
        titles = f"<w:tbl>{properties}{row.replace('<w:trPr><w:tblHeader/></w:trPr>', '')}</w:tbl><w:p/>"
        heads.append(f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="{NAMESPACE}">{titles}</w:hdr>')
        reference = f'<w:sectPr><w:headerReference w:type="default" r:id="head{len(heads)}"/></w:sectPr>'
        return text.replace(row, "", 1) + f"<w:p><w:pPr>{reference}</w:pPr></w:p>"

    package[MAIN] = re.sub(r"<w:tbl>.*?</w:tbl>", table, package[MAIN], flags=re.S)
    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    for at, head in enumerate(heads, 1):
        package[f"word/header{at}.xml"] = head
        package[relations] = package[relations].replace(
            "</Relationships>", f'<Relationship Id="head{at}" Type="{RELATIONS}/header" Target="header{at}.xml"/></Relationships>')
        package[types] = package[types].replace(
            "</Types>", f'<Override PartName="/word/header{at}.xml" ContentType="{kind}"/></Types>')
    return package


def write_variants(documents, folder):
    for plan in (SAIGA, CAMI, IWC):
        package = _read(documents / f"{plan}.docx")
        for name, change in MARKUPS.items():
            _write(folder / f"{plan}-{name}.docx", {**package, MAIN: change(package[MAIN])})
        _write(folder / f"{plan}-strict.docx", strict(package))
        if "word/footnotes.xml" in package:
            _write(folder / f"{plan}-endnotes.docx", endnotes(package))
        else:
            # A page head holds no marks of notes.
            _write(folder / f"{plan}-titles-in-page-head.docx", titles_in_page_head(package))


def _level(level, text, more=""):
    return (f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{more}<w:suff w:val="nothing"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>')


def write_automatic(folder):
    """Saiga with every number automatic: the sections by a style, the actions by their cells. Where the authors left a number
    out or moved one, an instance of the list begins at that number, as Word writes "Set value to"."""
    package = _read(folder / f"{SAIGA}.docx")
    overrides, numbered, last = [], _Counter(), {}

    def row(match):
        text = match.group(0)
        cell = CELL.search(text).group(0)
        printed = "".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", cell))
        if not re.fullmatch(r"\d+\.\d+", printed):
            return text
        numbered()
        section, action = map(int, printed.split("."))
        if action == 0:
            last.clear()
            properties = '<w:pStyle w:val="SectionNumber"/>'
        else:
            instance = 1
            if action != last.get(section, 0) + 1:
                instance = len(overrides) + 2
                overrides.append(f'<w:num w:numId="{instance}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">'
                                 f'<w:startOverride w:val="{action}"/></w:lvlOverride></w:num>')
            last[section] = action
            properties = f'<w:numPr><w:ilvl w:val="1"/><w:numId w:val="{instance}"/></w:numPr>'
        empty = re.sub(r"<w:r>.*?</w:r>", "", cell, flags=re.S).replace("<w:pPr>", f"<w:pPr>{properties}", 1)
        return text.replace(cell, empty, 1)

    package[MAIN] = ROW.sub(row, package[MAIN])
    wanted = sum(1 for entry in truth_of(SAIGA)["rows"] if entry.get("true"))
    if numbered.count != wanted:
        raise ValueError(f"{numbered.count} automatic numbers, {wanted} in the truth")
    package["word/numbering.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="{NAMESPACE}">'
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        + _level(0, "%1.0", '<w:pStyle w:val="SectionNumber"/>') + _level(1, "%1.%2")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' + "".join(overrides) + "</w:numbering>")
    package["word/styles.xml"] = package["word/styles.xml"].replace(
        "</w:styles>", '<w:style w:type="paragraph" w:styleId="SectionNumber"><w:name w:val="Section Number"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>')
    package["word/_rels/document.xml.rels"] = package["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="rId9" Type="{RELATIONS}/numbering" Target="numbering.xml"/></Relationships>')
    package["[Content_Types].xml"] = package["[Content_Types].xml"].replace(
        "</Types>", '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.numbering+xml"/></Types>')
    _write(folder / "saiga-automatic-numbers.docx", package)
