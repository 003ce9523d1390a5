# SPDX-License-Identifier: GPL-3.0-or-later
"""Automatic numbers, one phenomenon a case: list definitions, paragraphs, and the labels that Word prints.

In: nothing. Out: Case records; xml() writes one as a readable fixture, package() as a Word document to look at. The labels
are worked out by hand from ECMA-376 part 1, 17.9 and 17.18.59; a paragraph without a number has the label "-".
"""
import zipfile
from dataclasses import dataclass

from .word import FIXED_TIME, NAMESPACE, PACKAGE_RELATIONS, RELATIONS

COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@dataclass
class Case:
    name: str
    why: str
    numbering: str
    body: str
    labels: str  # parted by " | "
    styles: str = ""

    def xml(self):
        parts = [f'<case xmlns:w="{NAMESPACE}" xmlns:mc="{COMPATIBILITY}">', f"<!-- {self.why} -->",
                 "<numbering>", self.numbering, "</numbering>"]
        parts += ["<styles>", self.styles, "</styles>"] if self.styles else []
        parts += ["<body>", self.body, "</body>", "<labels>", "\n".join(self.labels.split(" | ")), "</labels>", "</case>", ""]
        return "\n".join(parts)

    def package(self, path):
        def part(root, inner):
            return f'<w:{root} xmlns:w="{NAMESPACE}" xmlns:mc="{COMPATIBILITY}">{inner}</w:{root}>'

        def relations(entries):
            return f'<Relationships xmlns="{PACKAGE_RELATIONS}">' + "".join(
                f'<Relationship Id="r{index}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
                for index, (kind, target) in enumerate(entries)) + "</Relationships>"

        word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{word}{kind}+xml"/>' for name, kind in
                            (("document", "document.main"), ("numbering", "numbering"), ("styles", "styles")))
        package = {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
                                   'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships'
                                   f'+xml"/>{overrides}</Types>',
            "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": relations([("numbering", "numbering.xml"), ("styles", "styles.xml")]),
            "word/document.xml": part("document", f"<w:body>{self.body}</w:body>"),
            "word/numbering.xml": part("numbering", self.numbering),
            "word/styles.xml": part("styles", self.styles),
        }
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in package.items():
                archive.writestr(zipfile.ZipInfo(name, FIXED_TIME), '<?xml version="1.0" encoding="UTF-8"?>\n' + text)


def lvl(level, form="decimal", text=None, start=1, more=""):
    """A level; `more` holds w:lvlRestart, w:pStyle, w:isLgl, w:suff; `start` None leaves w:start out."""
    text = f"%{level + 1}." if text is None else text
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    properties = ""
    if "<w:rPr>" in more:
        more, properties = more.split("<w:rPr>")[0], "<w:rPr>" + more.split("<w:rPr>")[1]
    return f'<w:lvl w:ilvl="{level}">{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>{properties}</w:lvl>'


def abstract(number, *levels, before=""):
    return f'<w:abstractNum w:abstractNumId="{number}">{before}' + "".join(levels) + "</w:abstractNum>\n"


def num(number, of, *overrides):
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>' + "".join(overrides) + "</w:num>\n"


def override(level, start=None, inner=""):
    begin = "" if start is None else f'<w:startOverride w:val="{start}"/>'
    return f'<w:lvlOverride w:ilvl="{level}">{begin}{inner}</w:lvlOverride>'


def numbered(level=0, number=1, text="text", mark="", style="", more=""):
    """A paragraph of a list; None leaves w:ilvl or w:numId out."""
    at = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    of = "" if number is None else f'<w:numId w:val="{number}"/>'
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += f"<w:numPr>{at}{of}{more}</w:numPr>" if at or of else ""
    properties += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>\n"


def plain(text="text", style=""):
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>\n"


def levels(*wanted, number=1):
    return "".join(numbered(level, number) for level in wanted)


def style(name, based="", numbering="", kind="paragraph", more=""):
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    properties = f"<w:pPr><w:numPr>{numbering}</w:numPr></w:pPr>" if numbering else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}{properties}{more}</w:style>\n'


def table(*rows):
    """Rows of cells; a cell is paragraphs, or (properties, paragraphs)."""
    def cell(of):
        properties, inner = of if isinstance(of, tuple) else ("", of)
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"

    return "<w:tbl>\n" + "".join("<w:tr>" + "".join(map(cell, row)) + "</w:tr>\n" for row in rows) + "</w:tbl>\n"


OUTLINE = abstract(0, lvl(0), lvl(1, text="%1.%2."), lvl(2, text="%1.%2.%3.")) + num(1, 0)
SECTIONS = abstract(0, lvl(0, text="%1.0"), lvl(1, text="%1.%2")) + num(1, 0)
ILVL = '<w:ilvl w:val="{}"/>'
NUM = '<w:numId w:val="{}"/>'


def one_format(name, form, labels, why=None, start=1, text="%1", body=None):
    return Case(name, why or f"number format {form}", abstract(0, lvl(0, form, text, start)) + num(1, 0),
                body or levels(*[0] * (labels.count(" | ") + 1)), labels)


def formats():
    yield one_format("decimal", "decimal", "1 | 2 | 3")
    yield one_format("decimal-zero-to-nine-and-ten", "decimalZero", "09 | 10 | 11", start=9)
    yield one_format("upper-roman-nine-to-eleven", "upperRoman", "IX | X | XI", start=9)
    yield one_format("lower-roman-forty-nine", "lowerRoman", "xlix | l | li", start=49)
    yield one_format("upper-roman-nineteen-hundred", "upperRoman", "MCMXCIX | MM", start=1999)
    yield one_format("upper-letter", "upperLetter", "A | B | C")
    yield one_format("lower-letter-beyond-z", "lowerLetter", "z | aa | bb", "after z the letters are doubled", start=26)
    yield one_format("lower-letter-third-round", "lowerLetter", "zz | aaa", "after zz they stand three times", start=52)
    yield one_format("ordinal-first-to-fourth", "ordinal", "1st | 2nd | 3rd | 4th")
    yield one_format("ordinal-teens", "ordinal", "11th | 12th | 13th", start=11)
    yield one_format("ordinal-twenty-first", "ordinal", "21st | 22nd", start=21)
    yield one_format("cardinal-text", "cardinalText", "One | Two | Three")
    yield one_format("cardinal-text-compound", "cardinalText", "Twenty-one | Twenty-two", start=21)
    yield one_format("ordinal-text", "ordinalText", "First | Second | Third")
    yield one_format("ordinal-text-compound", "ordinalText", "Twentieth | Twenty-first", start=20)
    yield one_format("russian-lower", "russianLower", "и | к | л", "there is no й", start=9)
    yield one_format("russian-upper-second-round", "russianUpper", "Я | АА", "29 letters, then doubled", start=29)
    yield one_format("hexadecimal", "hex", "F | 10", start=15)
    yield one_format("chicago-marks", "chicago", "* | † | ‡ | § | **")
    yield one_format("number-in-dash", "numberInDash", "- 1 - | - 2 -")
    yield one_format("circled", "decimalEnclosedCircle", "⑳ | 21", "there is no circled 21", start=20)
    yield one_format("full-width", "decimalFullWidth", "１ | ２")
    yield one_format("bullets-are-no-numbers", "bullet", "- | -", text="•")
    yield one_format("format-none-prints-its-text-only", "none", "Action | Action", text="Action")
    yield one_format("unknown-format-prints-decimal", "klingon", "1 | 2")
    custom = ('<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
              '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>')
    yield Case("custom-format-of-three-digits", "the choice of alternate content holds, not its fallback",
               '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="9"/>' + custom
               + '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>' + num(1, 0), levels(0, 0), "009 | 010")


def label_texts():
    yield Case("three-levels-in-one-label", "each level prints those above it", OUTLINE, levels(0, 1, 2, 2, 1, 2, 0, 1),
               "1. | 1.1. | 1.1.1. | 1.1.2. | 1.2. | 1.2.1. | 2. | 2.1.")
    yield Case("sections-with-zero", "section rows N.0 above rows N.n", SECTIONS, levels(0, 1, 1, 0, 1),
               "1.0 | 1.1 | 1.2 | 2.0 | 2.1")
    yield Case("words-in-the-label", "a lead word and a mark behind", abstract(0, lvl(0, text="Action %1:")) + num(1, 0),
               levels(0, 0), "Action 1: | Action 2:")
    yield Case("brackets-around-letters", "marks on both sides", abstract(0, lvl(0, "lowerLetter", "(%1)")) + num(1, 0),
               levels(0, 0), "(a) | (b)")
    yield Case("each-level-in-its-own-format", "I, then I.A, then I.A.1",
               abstract(0, lvl(0, "upperRoman", "%1"), lvl(1, "upperLetter", "%1.%2"), lvl(2, text="%1.%2.%3")) + num(1, 0),
               levels(0, 1, 2, 0, 1), "I | I.A | I.A.1 | II | II.A")
    yield Case("legal-level-prints-decimal", "isLgl turns every level of the label into decimal",
               abstract(0, lvl(0, "upperRoman", "%1"), lvl(1, "lowerLetter", "%1.%2", more="<w:isLgl/>")) + num(1, 0),
               levels(0, 0, 1, 1), "I | II | 2.1 | 2.2")
    yield Case("legal-switched-off", "isLgl with the value 0",
               abstract(0, lvl(0, "upperRoman", "%1"), lvl(1, text="%1.%2", more='<w:isLgl w:val="0"/>')) + num(1, 0),
               levels(0, 1), "I | I.1")
    yield Case("label-without-its-own-number", "the text of level 2 names level 1 only",
               abstract(0, lvl(0), lvl(1, text="%1.x")) + num(1, 0), levels(0, 1, 1), "1. | 1.x | 1.x")
    yield Case("label-names-a-lower-level", "a level has no number inside a higher one",
               abstract(0, lvl(0, text="%1%2"), lvl(1, text="%1.%2")) + num(1, 0), levels(0, 1, 0), "1 | 1.1 | 2")
    yield Case("empty-label-text", "a level that prints nothing counts all the same",
               abstract(0, lvl(0, text=""), lvl(1, text="%1.%2")) + num(1, 0), levels(0, 0, 1), "- | - | 2.1")
    yield Case("null-label-text", "w:null takes the text away",
               abstract(0, '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1." '
                           'w:null="1"/></w:lvl>', lvl(1, text="%1.%2")) + num(1, 0), levels(0, 1), "- | 1.1")
    yield Case("percent-sign-in-the-label", "a percent sign that no digit follows is text",
               abstract(0, lvl(0, text="%1 %")) + num(1, 0), levels(0, 0), "1 % | 2 %")
    yield Case("suffix-is-no-part-of-the-label", "tab, space and nothing behind the label",
               abstract(0, lvl(0, more='<w:suff w:val="space"/>'), lvl(1, text="%1.%2", more='<w:suff w:val="nothing"/>'))
               + num(1, 0), levels(0, 1), "1. | 1.1")
    yield Case("hidden-number-counts", "vanish in the level's run properties hides the number alone",
               abstract(0, lvl(0, more="<w:rPr><w:vanish/></w:rPr>"), lvl(1, text="%1.%2")) + num(1, 0), levels(0, 1, 0, 1),
               "- | 1.1 | - | 2.1")
    yield Case("capitals-in-the-label", "caps in the level's run properties prints capitals",
               abstract(0, lvl(0, "lowerLetter", "%1)", more="<w:rPr><w:caps/></w:rPr>")) + num(1, 0), levels(0, 0), "A) | B)")
    yield Case("nine-levels", "the deepest level there is",
               abstract(0, *[lvl(i, text=".".join(f"%{n + 1}" for n in range(i + 1))) for i in range(9)]) + num(1, 0),
               levels(0, 1, 2, 3, 4, 5, 6, 7, 8, 8),
               "1 | 1.1 | 1.1.1 | 1.1.1.1 | 1.1.1.1.1 | 1.1.1.1.1.1 | 1.1.1.1.1.1.1 | 1.1.1.1.1.1.1.1 | "
               "1.1.1.1.1.1.1.1.1 | 1.1.1.1.1.1.1.1.2")
    yield Case("tenth-level-is-no-level", "w:ilvl 9 is beyond the last", OUTLINE, numbered(9) + numbered(0), "- | 1.")


def counting():
    yield Case("start-at-five", "w:start of a level", abstract(0, lvl(0, start=5)) + num(1, 0), levels(0, 0), "5. | 6.")
    yield Case("start-at-zero", "a level may begin with 0", abstract(0, lvl(0, start=0)) + num(1, 0), levels(0, 0), "0. | 1.")
    yield Case("start-left-out", "without w:start a level begins with 0", abstract(0, lvl(0, start=None)) + num(1, 0),
               levels(0, 0), "0. | 1.")
    yield Case("lower-level-starts-at-ten", "the start of a level holds after each restart",
               abstract(0, lvl(0), lvl(1, text="%1.%2", start=10)) + num(1, 0), levels(0, 1, 1, 0, 1), "1. | 1.10 | 1.11 | 2. | 2.10")
    yield Case("skipped-parent-prints-its-start", "a level without its parent before it", OUTLINE, levels(1, 1, 2),
               "1.1. | 1.2. | 1.2.1.")
    yield Case("skipped-level-in-between", "from level 1 to level 3", OUTLINE, levels(0, 2, 2, 1, 2),
               "1. | 1.1.1. | 1.1.2. | 1.2. | 1.2.1.")
    yield Case("restart-never", "lvlRestart 0",
               abstract(0, lvl(0), lvl(1, text="%2)", more='<w:lvlRestart w:val="0"/>')) + num(1, 0), levels(0, 1, 1, 0, 1),
               "1. | 1) | 2) | 2. | 3)")
    yield Case("restart-after-level-one-only", "lvlRestart 1 on level 3",
               abstract(0, lvl(0), lvl(1, text="%1.%2"), lvl(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="1"/>')) + num(1, 0),
               levels(0, 1, 2, 2, 1, 2, 0, 1, 2), "1. | 1.1 | a) | b) | 1.2 | c) | 2. | 2.1 | a)")
    yield Case("restart-by-default-after-any-higher", "no lvlRestart: level 3 begins anew after levels 1 and 2",
               OUTLINE, levels(0, 1, 2, 0, 1, 2), "1. | 1.1. | 1.1.1. | 2. | 2.1. | 2.1.1.")
    yield Case("actions-count-through-the-sections", "flat numbers under lettered groups",
               abstract(0, lvl(0, "upperLetter", "%1"), lvl(1, text="%2.", more='<w:lvlRestart w:val="0"/>')) + num(1, 0),
               levels(0, 1, 1, 0, 1, 1), "A | 1. | 2. | B | 3. | 4.")
    yield Case("plain-paragraphs-between", "text between the items does not end a list", OUTLINE,
               levels(0) + plain() + levels(0), "1. | - | 2.")
    yield Case("empty-numbered-paragraph", "an item without text prints its number", OUTLINE,
               numbered(0, text="") + numbered(0), "1. | 2.")


def instances():
    yield Case("two-lists-two-definitions", "lists of two definitions count apart",
               abstract(0, lvl(0)) + abstract(1, lvl(0, "upperLetter")) + num(1, 0) + num(2, 1),
               levels(0, 0) + levels(0, number=2) + levels(0), "1. | 2. | A. | 3.")
    yield Case("two-nums-share-a-definition", "instances of one definition count on",
               abstract(0, lvl(0)) + num(1, 0) + num(2, 0), levels(0, 0) + levels(0, number=2) + levels(0), "1. | 2. | 3. | 4.")
    yield Case("start-override-restarts", "the usual way to begin anew",
               abstract(0, lvl(0)) + num(1, 0) + num(2, 0, override(0, 1)), levels(0, 0) + levels(0, 0, number=2),
               "1. | 2. | 1. | 2.")
    yield Case("start-override-takes-effect-once", "the second use of the instance counts on",
               abstract(0, lvl(0)) + num(1, 0) + num(2, 0, override(0, 1)),
               levels(0) + levels(0, number=2) + plain() + levels(0, number=2), "1. | 1. | - | 2.")
    yield Case("first-list-goes-on-behind-an-override", "instances share the counter of their definition",
               abstract(0, lvl(0)) + num(1, 0) + num(2, 0, override(0, 8)), levels(0, 0) + levels(0, number=2) + levels(0, 0),
               "1. | 2. | 8. | 9. | 10.")
    yield Case("start-override-on-the-second-level", "the section stays, its rows jump over a gap",
               SECTIONS + num(2, 0, override(1, 7)), levels(0, 1, 1) + levels(1, 1, number=2) + levels(0, 1),
               "1.0 | 1.1 | 1.2 | 1.7 | 1.8 | 2.0 | 2.1")
    yield Case("start-override-of-all-levels", "as programs write it",
               OUTLINE + num(2, 0, override(0, 1), override(1, 1), override(2, 1)), levels(0, 1, 2) + levels(0, 1, number=2),
               "1. | 1.1. | 1.1.1. | 1. | 1.1.")
    yield Case("override-holds-after-a-restart", "a restarted level begins with its override again",
               abstract(0, lvl(0), lvl(1, text="%1.%2")) + num(1, 0, override(1, 5)), levels(0, 1, 0, 1), "1. | 1.5 | 2. | 2.5")
    yield Case("level-override-changes-the-format", "an instance with a level of its own",
               abstract(0, lvl(0)) + num(1, 0) + num(2, 0, override(0, inner=lvl(0, "lowerLetter", "%1)"))),
               levels(0, 0) + levels(0, number=2), "1. | 2. | c)")
    yield Case("level-override-with-start-override", "both at once",
               abstract(0, lvl(0)) + num(1, 0) + num(2, 0, override(0, 1, lvl(0, "upperRoman"))),
               levels(0) + levels(0, 0, number=2), "1. | I. | II.")
    yield Case("num-without-definition", "a list whose definition is missing numbers nothing", num(1, 7), levels(0), "-")
    yield Case("num-id-that-is-not-there", "a paragraph of a list that is not defined", OUTLINE, numbered(0, 42) + levels(0), "- | 1.")
    yield Case("level-that-is-not-defined", "a definition with one level only", abstract(0, lvl(0)) + num(1, 0), levels(0, 1, 0),
               "1. | - | 2.")
    yield Case("numbering-style-link", "numStyleLink leads through the style to the definition with styleLink",
               abstract(0, before='<w:numStyleLink w:val="Actions"/>')
               + abstract(1, lvl(0, text="A%1"), before='<w:styleLink w:val="Actions"/>') + num(1, 0) + num(2, 1),
               levels(0, 0), "A1 | A2", style("Actions", numbering=NUM.format(2), kind="numbering"))
    yield Case("numbering-style-without-back-link", "the style names its list, the definition does not name the style",
               abstract(0, before='<w:numStyleLink w:val="Actions"/>') + abstract(1, lvl(0, text="B%1")) + num(1, 0) + num(2, 1),
               levels(0, 0), "B1 | B2", style("Actions", numbering=NUM.format(2), kind="numbering"))
    yield Case("numbering-style-cycle", "a style link that leads back to itself numbers nothing",
               abstract(0, before='<w:numStyleLink w:val="Loop"/>') + num(1, 0), levels(0), "-",
               style("Loop", numbering=NUM.format(1), kind="numbering"))


def by_style():
    tied = abstract(0, lvl(0, more='<w:pStyle w:val="H1"/>'), lvl(1, text="%1.%2", more='<w:pStyle w:val="H2"/>')) + num(1, 0)
    h1 = style("H1", numbering=NUM.format(1))
    h2 = style("H2", numbering=NUM.format(1))
    yield Case("style-gives-the-list", "numPr of a paragraph style", OUTLINE, plain(style="S") + plain(style="S"), "1. | 2.",
               style("S", numbering=NUM.format(1)))
    yield Case("style-tied-to-a-level", "pStyle of a level says at which level a style numbers", tied,
               plain(style="H1") + plain(style="H2") + plain(style="H2") + plain(style="H1"), "1. | 1.1 | 1.2 | 2.", h1 + h2)
    yield Case("tie-outranks-the-level-of-the-style", "w:ilvl in a style is ignored where a level is tied to it (17.3.1.19)", tied,
               plain(style="H1") + plain(style="H2"), "1. | 1.1",
               h1 + style("H2", numbering=ILVL.format(0) + NUM.format(1)))
    yield Case("level-by-style-list-by-base", "the style says the level, the style it is based on the list", OUTLINE,
               plain(style="A") + plain(style="B") + plain(style="B"), "1. | 1.1. | 1.2.",
               style("A", numbering=NUM.format(1)) + style("B", "A", numbering=ILVL.format(1)))
    yield Case("style-based-on-a-tied-style", "the tie holds for the styles that are based on it", tied,
               plain(style="H1") + plain(style="Sub"), "1. | 1.1", h1 + h2 + style("Sub", "H2"))
    yield Case("paragraph-takes-a-style-out", "numId 0 in the paragraph", tied,
               plain(style="H1") + numbered(None, 0, style="H1") + plain(style="H1"), "1. | - | 2.", h1)
    yield Case("style-takes-its-base-out", "numId 0 in a style", tied, plain(style="H1") + plain(style="Bare"), "1. | -",
               h1 + style("Bare", "H1", numbering=NUM.format(0)))
    yield Case("paragraph-changes-the-level-alone", "w:ilvl without w:numId", tied,
               plain(style="H1") + numbered(1, None, style="H1"), "1. | 1.1", h1)
    yield Case("paragraph-changes-the-list", "own numPr outranks that of the style",
               tied + abstract(1, lvl(0, "upperLetter")) + num(2, 1), plain(style="H1") + numbered(0, 2, style="H1") + plain(style="H1"),
               "1. | A. | 2.", h1)
    yield Case("default-style-numbers", "numPr of the default paragraph style", OUTLINE, plain() + plain(), "1. | 2.",
               '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:numPr>'
               + NUM.format(1) + "</w:numPr></w:pPr></w:style>")
    yield Case("style-cycle", "styles that are based on each other", OUTLINE, plain(style="A") + levels(0), "- | 1.",
               style("A", "B") + style("B", "A"))


def places():
    yield Case("down-the-column-of-a-table", "a number column of empty paragraphs", SECTIONS,
               table((numbered(0, text=""), plain()), (numbered(1, text=""), plain()), (numbered(1, text=""), plain())),
               "1.0 | - | 1.1 | - | 1.2 | -")
    yield Case("list-goes-on-over-tables", "one list in two tables and between them", SECTIONS,
               table((numbered(0),), (numbered(1),)) + levels(1) + table((numbered(1),), (numbered(0),)),
               "1.0 | 1.1 | 1.2 | 1.3 | 2.0")
    yield Case("row-by-row-over-the-columns", "lists in two columns count in the order of the cells",
               abstract(0, lvl(0)) + num(1, 0), table((numbered(), numbered()), (numbered(), numbered())), "1. | 2. | 3. | 4.")
    merged = ('<w:vMerge w:val="restart"/>', numbered(0, text="first"))
    yield Case("lower-part-of-a-merged-cell", "what a vertical merge covers is neither printed nor counted",
               abstract(0, lvl(0)) + num(1, 0), table((merged, plain()), (("<w:vMerge/>", numbered(0, text="")), plain()), (levels(0), plain())),
               "1. | - | - | 2. | -")
    yield Case("paragraphs-in-a-content-control", "a control around items changes nothing", OUTLINE,
               levels(0) + f"<w:sdt><w:sdtPr/><w:sdtContent>{levels(0, 1)}</w:sdtContent></w:sdt>" + levels(0), "1. | 2. | 2.1. | 3.")
    yield Case("nested-table-counts-in-its-place", "the list goes through a table inside a cell", abstract(0, lvl(0)) + num(1, 0),
               table((levels(0) + table((levels(0),)) + levels(0),), (levels(0),)), "1. | 2. | 3. | 4.")
    deleted_row = f'<w:tr><w:trPr><w:del/></w:trPr><w:tc>{numbered(0)}</w:tc></w:tr>'
    yield Case("deleted-row-is-not-counted", "a row that a tracked change took away", abstract(0, lvl(0)) + num(1, 0),
               f"<w:tbl><w:tr><w:tc>{numbered(0)}</w:tc></w:tr>{deleted_row}<w:tr><w:tc>{numbered(0)}</w:tc></w:tr></w:tbl>", "1. | 2.")


def changes():
    one = abstract(0, lvl(0)) + num(1, 0)
    yield Case("deleted-paragraph-is-not-counted", "the mark of the second paragraph is deleted with its text", one,
               levels(0) + '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr>'
               "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>\n" + levels(0), "1. | 2.")
    yield Case("inserted-paragraph-is-counted", "the mark of the second paragraph is inserted", one,
               levels(0) + numbered(0, mark="<w:ins/>") + levels(0), "1. | 2. | 3.")
    yield Case("inserted-numbering-is-counted", "the paragraph became an item with a tracked change", one,
               levels(0) + numbered(0, more="<w:ins/>") + levels(0), "1. | 2. | 3.")
    yield Case("earlier-numbering-is-history", "pPrChange says what was, numberingChange what was printed", one,
               '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:numberingChange w:original="%1:9:0:."/></w:numPr>'
               '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr></w:pPrChange></w:pPr>'
               "<w:r><w:t>text</w:t></w:r></w:p>\n" + levels(0), "1. | 2.")
    yield Case("hidden-paragraph-is-not-counted", "text and mark are hidden", one,
               levels(0) + '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>'
               "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>\n" + levels(0), "1. | 2.")
    yield Case("hidden-text-with-a-visible-mark", "the number is printed before nothing", one,
               levels(0) + '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
               "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>\n" + levels(0), "1. | 2. | 3.")
    yield Case("run-in-heading-keeps-its-number", "specVanish: the heading and the next paragraph are one line", one,
               numbered(0, text="Heading.", mark="<w:vanish/><w:specVanish/>") + plain("goes on") + levels(0), "1. | 2.")
    yield Case("typed-number-beside-the-automatic-one", "both are kept", one, numbered(0, text="1.1 Survey the herds"), "1.")


def cases():
    for group in (formats, label_texts, counting, instances, by_style, places, changes):
        yield from group()
