# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints as a scanner sees them: turned, blurred, with noise and specks, cut at the left, pressed into a JPEG.

In: a PDF and a Setting. Out: one grey picture a page. The same seed gives the same pictures.
"""
import dataclasses
import io
import math
import random
import re
import subprocess

from PIL import Image, ImageChops, ImageFilter

POINTS_PER_INCH = 72
MM_PER_INCH = 25.4
OVERSAMPLING = 2  # the paper is finer than the scanner's pixels
NOISE_TILE = 509  # prime: repeats do not fall on the page's own grid
WHITE = 244       # paper under a scanner's lamp
BLACK = 28


@dataclasses.dataclass(frozen=True)
class Setting:
    """What the scanner does. `crop`: millimetres cut off, from the table's left edge inwards, page after page in turn."""
    name: str
    dpi: int
    skew: float = 0.4      # degrees clockwise, in turn also the other way
    blur: float = 0.5      # pixels
    noise: float = 6       # grey steps
    specks: int = 60       # a page
    quality: int = 85      # of the JPEG
    crop: tuple = ()


def _drawn(pdf, page, dpi):
    ppm = subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", "-f", str(page), "-l", str(page), str(pdf)],
                         capture_output=True, check=True).stdout
    return Image.open(io.BytesIO(ppm)).convert("L")


def _noise_tile(generator, spread):
    values = bytes(min(255, max(0, round(generator.gauss(128, spread)))) for _ in range(NOISE_TILE * NOISE_TILE))
    return Image.frombytes("L", (NOISE_TILE, NOISE_TILE), values)


def _with_noise(picture, tile, generator):
    sheet = Image.new("L", picture.size)
    left, top = generator.randrange(NOISE_TILE), generator.randrange(NOISE_TILE)
    for y in range(-top, picture.height, NOISE_TILE):
        for x in range(-left, picture.width, NOISE_TILE):
            sheet.paste(tile, (x, y))
    return ImageChops.add(picture, sheet, 1, -128)


def _with_specks(picture, count, generator, dpi):
    size = max(1, dpi // 150)
    for _ in range(count):
        x, y = generator.randrange(picture.width), generator.randrange(picture.height)
        picture.paste(generator.randrange(40, 140), (x, y, x + size, y + generator.randrange(1, size + 1)))
    return picture


def table_left(pages):
    """x of the left edge of the words of a table's first column, less the usual padding of a cell; points."""
    numbers = [word[0] for _, _, words in pages for word in words if re.fullmatch(r"\d+\.\d+", word[4])]
    return min(numbers) - 5.4 if numbers else min(word[0] for _, _, words in pages for word in words)


def scanned_pages(pdf, pages, setting, seed):
    """[(PIL picture, width, height)] a page, width and height in points; pages as from scan.page_words."""
    generator = random.Random(f"{seed} {setting.name}")
    tile = _noise_tile(generator, setting.noise) if setting.noise else None
    left = table_left(pages) if setting.crop else 0
    for index in range(len(pages)):
        picture = _drawn(pdf, index + 1, setting.dpi * OVERSAMPLING)
        angle = setting.skew * (1 if index % 2 == 0 else -1)
        if angle:
            picture = picture.rotate(-angle, Image.BICUBIC, expand=False, fillcolor=255)
        if setting.blur:
            picture = picture.filter(ImageFilter.GaussianBlur(setting.blur * OVERSAMPLING))
        picture = picture.resize((picture.width // OVERSAMPLING, picture.height // OVERSAMPLING), Image.BOX)
        picture = picture.point([BLACK + (WHITE - BLACK) * value // 255 for value in range(256)])
        if tile:
            picture = _with_noise(picture, tile, generator)
        picture = _with_specks(picture, setting.specks, generator, setting.dpi)
        cut = setting.crop[index % len(setting.crop)] if setting.crop else 0
        if cut:
            pixels = round((left / POINTS_PER_INCH + cut / MM_PER_INCH) * setting.dpi)
            # Where the page leans, the middle of the edge is cut as far as said.
            picture = picture.crop((pixels, 0, picture.width, picture.height))
        yield picture, picture.width * POINTS_PER_INCH / setting.dpi, picture.height * POINTS_PER_INCH / setting.dpi


def jpeg_bytes(picture, setting):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=setting.quality, dpi=(setting.dpi, setting.dpi))
    return out.getvalue()


def bilevel_picture(picture):
    """One bit a pixel, at the middle between paper and ink."""
    return picture.point([255 if value > math.ceil((WHITE + BLACK) / 2) else 0 for value in range(256)]).convert("1")
