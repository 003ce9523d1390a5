# SPDX-License-Identifier: GPL-3.0-or-later
"""A scan as PDF: page images, and over them, where wanted, words drawn invisibly.

In: page images, the words of a print of what a recognizer read. Out: a PDF whose text, if any, is all in render mode 3,
in a font without glyphs (Type0, Identity-H, ToUnicode), as recognizers write it.
"""
import dataclasses
import re
import subprocess
import zlib
from html import unescape

DPI = 150  # one bit a pixel; below 120 dpi 10-point type breaks up
GLYPH_WIDTH = 500  # of every code, in 1/1000 of the type size
ASCENT, DESCENT = 0.75, 0.25
TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


@dataclasses.dataclass
class PageImage:
    columns: int
    rows: int
    entries: str  # of its dictionary, with the filter
    data: bytes


def bilevel(columns, rows, bits):
    """Packed bits, 1 = black."""
    return PageImage(columns, rows, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode",
                     zlib.compress(bits, 9))


def jpeg(columns, rows, data):
    """A grey JPEG file."""
    return PageImage(columns, rows, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", data)


def page_words(pdf):
    """[(width, height, [(x_min, y_min, x_max, y_max, text)])] a page; points from the top left."""
    html = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for width, height, body in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', html, re.S):
        words = [(*map(float, box), unescape(text)) for *box, text in re.findall(
            r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', body)]
        pages.append((float(width), float(height), words))
    return pages


def page_images(pdf, folder):
    """A PageImage of one bit a pixel a page, from pdftoppm -mono."""
    subprocess.run(["pdftoppm", "-mono", "-r", str(DPI), str(pdf), str(folder / "page")], check=True)
    images = []
    for path in sorted(folder.glob("page-*.pbm")):
        head, width, height, bits = re.match(rb"(P4)\s+(\d+)\s+(\d+)\s(.*)", path.read_bytes(), re.S).groups()
        assert head == b"P4"
        images.append(bilevel(int(width), int(height), bits))
    return images


def _text_layer(height, words):
    drawn = ["BT", "3 Tr"]
    for x_min, y_min, x_max, y_max, text in words:
        size = y_max - y_min
        stretch = 100 * (x_max - x_min) / (len(text) * GLYPH_WIDTH / 1000 * size)
        codes = (text + " ").encode("utf-16-be").hex().upper()
        baseline = height - y_max + DESCENT * size
        drawn.append(f"/F1 {size:.2f} Tf {stretch:.2f} Tz 1 0 0 1 {x_min:.2f} {baseline:.2f} Tm <{codes}> Tj")
    drawn.append("ET")
    return "\n".join(drawn)


def write_scan(path, pages, images, title):
    """pages: (width, height, words) as from page_words, without words no text layer; images: a PageImage each."""
    if len(pages) != len(images):
        raise ValueError(f"{len(pages)} pages of words, {len(images)} images")
    objects = {}

    def raw_stream(entries, data):
        return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"

    def stream(entries, data):
        return raw_stream(f"{entries} /Filter /FlateDecode", zlib.compress(data, 9))

    kids = " ".join(f"{10 + 3 * index} 0 R" for index in range(len(pages)))
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    objects[3] = (b"<< /Type /Font /Subtype /Type0 /BaseFont /GlyphLessFont /Encoding /Identity-H "
                  b"/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>")
    objects[4] = (f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /GlyphLessFont /CIDToGIDMap /Identity "
                  f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                  f"/FontDescriptor 5 0 R /DW {GLYPH_WIDTH} >>").encode()
    objects[5] = (f"<< /Type /FontDescriptor /FontName /GlyphLessFont /Flags 5 /FontBBox [0 0 {GLYPH_WIDTH} 1000] "
                  f"/ItalicAngle 0 /Ascent {ASCENT * 1000:.0f} /Descent {-DESCENT * 1000:.0f} /CapHeight 700 "
                  f"/StemV 80 >>").encode()
    objects[6] = stream("", TO_UNICODE)
    objects[7] = f"<< /Title ({title}) >>".encode("ascii")
    for index, ((width, height, words), picture) in enumerate(zip(pages, images)):
        page, content, image = (10 + 3 * index + part for part in range(3))
        objects[page] = (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:g} {height:g}] /Contents {content} 0 R "
                         f"/Resources << /Font << /F1 3 0 R >> /XObject << /Im1 {image} 0 R >> >> >>").encode()
        drawing = f"q {width:g} 0 0 {height:g} 0 0 cm /Im1 Do Q\n" + (_text_layer(height, words) if words else "")
        objects[content] = stream("", drawing.encode())
        objects[image] = raw_stream(f"/Type /XObject /Subtype /Image /Width {picture.columns} /Height {picture.rows} "
                                    + picture.entries, picture.data)
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start = len(out)
    last = max(objects)
    out += f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, last + 1):
        out += (f"{offsets[number]:010d} 00000 n \n" if number in offsets else "0000000000 65535 f \n").encode()
    out += f"trailer\n<< /Size {last + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)
