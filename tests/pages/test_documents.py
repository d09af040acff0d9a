"""PDF and DOCX as text; what is missing when an extra is."""

import datetime
import io
import sys
import zipfile

import pytest

from dateline.pages import ReadOptions
from dateline.pages.documents import page_breaks
from dateline.records import Page, Rejection


def pdf(*pages: list[str], date: str = "D:20240203090000Z") -> bytes:
    """A PDF of these lines."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = DictionaryObject()
    for key, value in (("Type", "Font"), ("Subtype", "Type1"), ("BaseFont", "Helvetica")):
        font[NameObject(f"/{key}")] = NameObject(f"/{value}")
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        words = "".join(f"({line}) Tj T* " for line in lines)
        stream.set_data(f"BT /F1 12 Tf 14 TL 50 750 Td {words} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/CreationDate": date, "/Title": "On the  bridge"})
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def docx(*paragraphs: str) -> bytes:
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.created = datetime.datetime(2024, 2, 3)
    document.core_properties.title = "On the bridge"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


LINES = ["The council of the town opened the new bridge over the har-", "bour on Saturday, after years.", "Second."]


def test_a_pdf_is_text_with_its_pages_and_the_day_of_its_making(loads) -> None:
    (page,) = loads("any", pdf(LINES, ["Last page."]))
    assert isinstance(page, Page)
    lines = page.text.split("\n")
    assert lines[0] == "The council of the town opened the new bridge over the harbour on Saturday, after years."
    (end,) = page_breaks(page.text)
    assert lines.index("Second.") + 1 < end < lines.index("Last page.") + 1
    assert (page.header_date, page.header_title) == (datetime.date(2024, 2, 3), "On the bridge")
    assert page.date_basis == "metadata"


def test_the_given_day_stands_above_that_of_the_metadata(loads) -> None:
    options = ReadOptions(date=datetime.date(2024, 2, 9))
    for name, content in (("a.pdf", pdf(LINES)), ("a.docx", docx("Words."))):
        (page,) = loads(name, content, options)
        assert isinstance(page, Page)
        assert (page.header_date, page.date_basis) == (datetime.date(2024, 2, 9), "option")


def test_a_docx_that_unpacks_to_more_markup_than_any_book_is_too_large(loads) -> None:
    file = io.BytesIO(docx("Words."))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/more.xml", bytes(40_000_000))
    (found,) = loads("a.docx", file.getvalue())
    assert isinstance(found, Rejection)
    assert found.reason == "too_large"


def test_a_docx_is_text_with_the_day_of_its_making(loads) -> None:
    (page,) = loads("any", docx("The council opened a bridge.", "Second."))
    assert isinstance(page, Page)
    assert page.text == "The council opened a bridge.\n\nSecond."
    assert (page.header_date, page.header_title) == (datetime.date(2024, 2, 3), "On the bridge")


def test_a_pdf_without_text_or_with_damage_is_rejected(loads) -> None:
    for content, reason in (
        (pdf([]), "empty"),
        (pdf(LINES, date="soon")[:300], "failed"),
        (b"%PDF-1.7 words", "failed"),
    ):
        (found,) = loads("a.pdf", content)
        assert isinstance(found, Rejection)
        assert found.reason == reason


def test_other_office_documents_are_unsupported(loads) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    (found,) = loads("a.xlsx", file.getvalue())
    assert isinstance(found, Rejection)
    assert found.reason == "unsupported"


@pytest.mark.parametrize(("module", "extra"), [("pypdf", "pdf"), ("docx", "docx"), ("pyarrow", "parquet")])
def test_without_an_extra_its_files_are_rejected_by_its_name(
    loads, monkeypatch: pytest.MonkeyPatch, module: str, extra: str
) -> None:
    content = {"pdf": pdf(LINES), "docx": docx("Words."), "parquet": b"PAR1"}[extra]
    monkeypatch.setitem(sys.modules, module, None)
    (found,) = loads(f"a.{extra}", content)
    assert isinstance(found, Rejection)
    assert (found.reason, f"dateline[{extra}]" in found.detail) == ("missing_extra", True)
