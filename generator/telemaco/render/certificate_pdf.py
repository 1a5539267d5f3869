"""A certificate as a PDF of one page: the only module that knows fpdf2.

The same certificate gives the same bytes: its date is that of the certificate, and nothing else in
it comes from the day or the machine. It has a title and a language, but no tags: the page of the
site, which says the same, is what a screen reader reads best.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.fonts import TTFFont

_FONT = "serif"
_FONT_FILE = files("telemaco") / "templates" / "fonts" / "DejaVuSerif.ttf"
_WIDEST = 240
"""Millimetres that a line may have."""
_MARGIN = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the certificate, from top to bottom; `address` is where it is verified."""

    language: str
    title: str
    community: str
    heading: str
    name: str
    sentences: tuple[str, ...]
    address: str | None
    on: date


def certificate_pdf(sheet: Sheet) -> bytes | None:
    """The file; None when a letter in it is none of the font's.

    The font has the letters of the Latin, Greek and Cyrillic scripts.
    """
    with as_file(_FONT_FILE) as path:
        pdf = _blank(sheet)
        pdf.add_font(_FONT, fname=path)
        font = cast("TTFFont", pdf.fonts[_FONT])  # what add_font puts there
        try:
            if any(ord(letter) not in font.cmap for letter in _letters(sheet)):
                return None
            _write(pdf, sheet)
            return bytes(pdf.output())
        finally:
            font.close()


def _write(pdf: "FPDF", sheet: Sheet) -> None:
    pdf.set_font(_FONT)
    pdf.set_y(38)
    _line(pdf, sheet.community, 14)
    pdf.ln(8)
    _line(pdf, sheet.heading, 30)
    pdf.ln(8)
    _line(pdf, sheet.name, 26)
    pdf.ln(4)
    for sentence in sheet.sentences:
        _line(pdf, sentence, 14)
    if sheet.address:
        pdf.set_y(-40)
        _line(pdf, sheet.address, 10, link=sheet.address)


def _letters(sheet: Sheet) -> set[str]:
    texts = (sheet.community, sheet.heading, sheet.name, *sheet.sentences, sheet.address or "")
    return set("".join(texts))


def _blank(sheet: Sheet) -> "FPDF":
    """An empty sheet with a border."""
    from fpdf import FPDF  # noqa: PLC0415 (takes a second, and most sites have no certificate)

    pdf = FPDF("landscape", "mm", "A4")
    pdf.set_title(sheet.title)
    pdf.set_author(sheet.community)
    pdf.set_lang(sheet.language)
    pdf.set_producer("Telemaco")
    pdf.set_creation_date(datetime.combine(sheet.on, time(), UTC))
    pdf.set_auto_page_break(auto=False)
    pdf.add_page()
    for inset in (_MARGIN, _MARGIN + 2):
        pdf.rect(inset, inset, pdf.w - 2 * inset, pdf.h - 2 * inset)
    return pdf


def _line(pdf: "FPDF", text: str, size: float, link: str = "") -> None:
    """A line in the middle, smaller if it would be too wide."""
    pdf.set_font_size(size)
    width = pdf.get_string_width(text)
    if width > _WIDEST:
        pdf.set_font_size(size * _WIDEST / width)
    pdf.cell(0, size * 0.6, text, align="C", new_x="LMARGIN", new_y="NEXT", link=link)
