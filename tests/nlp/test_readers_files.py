"""Files of every kind -> articles, each with its place."""

from __future__ import annotations

import io
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from nlp.errors import InputError
from nlp.model import PublishedBasis
from nlp.readers import read_each, read_file, read_stream
from nlp.readers.decoding import decode_text
from nlp.readers.documents import join_lines

PDF_LINES = [
    "LISBON - The harbour reopened on Tuesday, two days",
    "after a storm had closed it, the port author-",
    "ity said.",
]


def pdf_file(lines: list[str]) -> bytes:
    """A PDF of one page, written by hand."""
    shown = b" ".join(b"(" + line.encode("latin-1") + b") Tj T*" for line in lines)
    stream = b"BT /F1 11 Tf 50 780 Td 14 TL " + shown + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


def docx_file(*paragraphs: str, title: str = "") -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if title:
        document.core_properties.title = title
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def email_file(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in headers.items():
        message[name] = value
    return message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_decode_text_reads_every_common_encoding(encoding: str) -> None:
    text = "“Naïve”, said the minister – in São Paulo.\r\nThen she left.\r\n"
    assert decode_text(text.encode(encoding)) == text


@pytest.mark.parametrize("data", [b"", b"a", b"\xff", b"\xff\xfe", b"\x81\x8d\x00", b"\xef\xbb\xbf", bytes(range(256))])
def test_decode_text_never_fails(data: bytes) -> None:
    assert isinstance(decode_text(data), str)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "a", "a.markdown"])
def test_read_file_keeps_the_text_of_a_plain_file_to_the_letter(name: str) -> None:
    text = "# Talks\r\n\r\nThey *met* in  Geneva.\n"
    assert [article.text for article in read_file(name, text.encode())] == [text]


def test_read_file_reads_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("They met.", "utf-8")
    assert read_file(path) == read_file(str(path)) == read_file("a.txt", b"They met.")


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt"])
def test_read_file_takes_markup_off_a_web_page(name: str) -> None:
    assert read_file(name, b"<html><body><p>They met.</p></body></html>")[0].text == "They met."


def test_read_file_joins_the_lines_of_a_pdf() -> None:
    article = read_file("a.pdf", pdf_file(PDF_LINES))[0]
    assert article.text == (
        "LISBON - The harbour reopened on Tuesday, two days after a storm had closed it, the port authority said."
    )


def test_join_lines_keeps_paragraphs_apart() -> None:
    page = (
        "The talks resumed on Monday in the capital, as\nplanned.\nNobody else came to see them, the newspaper\nwrote."
    )
    assert join_lines(page).split("\n\n") == [
        "The talks resumed on Monday in the capital, as planned.",
        "Nobody else came to see them, the newspaper wrote.",
    ]


def test_join_lines_takes_away_only_the_hyphen_of_a_divided_word() -> None:
    assert (
        join_lines("the Franco-\nGerman border - the author-\nity said")
        == "the Franco-German border - the authority said"
    )


def test_read_file_reads_a_word_document_with_its_title() -> None:
    article = read_file("a.docx", docx_file("They met.", "", "They parted.", title="A visit"))[0]
    assert (article.text, article.title) == ("They met.\n\nThey parted.", "A visit")


def test_read_file_does_not_take_the_word_processors_own_title() -> None:
    assert read_file("a.docx", docx_file("They met.", title="Microsoft Word - final2.docx"))[0].title is None


def test_read_file_reads_an_email_with_what_its_header_says() -> None:
    message = email_file(
        Subject="Hafen wieder offen – naïve", From="Ana T. <ana@x.example>", Date="Tue, 12 Mar 2024 23:30:00 -0500"
    )
    message.set_content("The harbour reopened.\n\nNobody was hurt.\n")
    message.add_alternative("<p>Other</p>", subtype="html")
    article = read_file("a.eml", bytes(message))[0]
    assert article.text == "The harbour reopened.\n\nNobody was hurt."
    assert (article.title, article.source) == ("Hafen wieder offen – naïve", "Ana T.")
    assert (article.published, article.published_basis) == (date(2024, 3, 12), PublishedBasis.TEXT)


def test_read_file_reads_an_email_that_is_html_only() -> None:
    message = email_file(Subject="x")
    message.set_content("<html><body><p>The harbour reopened.</p></body></html>", subtype="html")
    assert read_file("a.eml", bytes(message))[0].text == "The harbour reopened."


def test_read_file_reads_an_email_whose_character_set_is_unknown() -> None:
    data = b"Subject: x\nDate: nonsense\nContent-Type: text/plain; charset=no-such-set\n\nThe harbour reopened.\n"
    article = read_file("a.eml", data)[0]
    assert (article.text, article.published) == ("The harbour reopened.", None)


def test_read_file_prefers_an_emails_own_date_to_the_general_one() -> None:
    message = email_file(Date="Tue, 12 Mar 2024 10:00:00 +0000")
    message.set_content("They met.")
    assert read_file("a.eml", bytes(message), published=date(2020, 1, 1))[0].published == date(2024, 3, 12)


def test_read_file_gives_the_general_date_to_what_carries_none() -> None:
    article = read_file("a.txt", b"They met.", published=date(2020, 1, 1))[0]
    assert (article.published, article.published_basis) == (date(2020, 1, 1), PublishedBasis.GIVEN)


TABLES = {
    "commas": 'id,Title,TEXT,published,other\n1,A visit,"They met, ""again"".",2025-07-04,z\n',
    "semicolons": "id;title;text;published\n1;A visit;They met, \"again\".;2025-07-04\n",
    "tabs and a mark": "\ufeffid\ttitle\ttext\tpublished\n1\tA visit\tThey met, \"again\".\t2025-07-04\n\n",
    "windows line ends": 'published,text,id,title\r\n2025-07-04,"They met, ""again"".",1,A visit\r\n',
    "blanks around": 'id ,title, text,published\n 1 ,A visit,"They met, ""again"".", 2025-07-04 \n',
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_read_file_reads_a_table_by_its_header(table: str) -> None:
    (article,) = read_file("a.csv", table.encode())
    assert (article.id, article.title, article.text) == ("1", "A visit", 'They met, "again".')
    assert (article.published, article.published_basis) == (date(2025, 7, 4), PublishedBasis.GIVEN)


def test_read_file_keeps_line_ends_inside_a_cell_and_reads_long_cells() -> None:
    long = "They met.\r\n\nThen " + "they parted. " * 20_000
    assert read_file("a.csv", f'text\n"{long}"\n'.encode())[0].text == long


def test_read_each_names_the_line_of_a_bad_row() -> None:
    readings = read_each("a.csv", b'text,published\n"They\nmet.",2025-07-04\nOther.,soon\n,2025-07-04\nLast.\n')
    assert [(r.place, r.problem is None) for r in readings] == [
        ("a.csv:2", True), ("a.csv:4", False), ("a.csv:5", True), ("a.csv:6", True),
    ]  # fmt: skip
    assert "'soon'" in str(readings[1].problem)


@pytest.mark.parametrize("table", ["title,body\nx,y\n", "", "\n\n"], ids=["other columns", "empty", "blank"])
def test_read_file_asks_for_a_text_column(table: str) -> None:
    with pytest.raises(InputError, match=r'^a\.csv: This table .*"text"'):
        read_file("a.csv", table.encode())


def test_read_file_reads_jsonl_in_its_order_with_what_each_line_says() -> None:
    lines = (
        b'\xef\xbb\xbf{"id": "b", "text": "One.", "published": "2025-07-04T10:00:00Z", "title": null, "more": [1]}\r\n'
        b'\n{"id": 7, "text": "Two\\u2028.", "source": "Agency", "url": "https://a.example", "published": null}'
    )
    one, two = read_file("a.jsonl", lines)
    assert (one.id, one.text, one.published) == ("b", "One.", date(2025, 7, 4))
    assert (two.id, two.text, two.source, two.url) == ("7", "Two\u2028.", "Agency", "https://a.example")


def test_read_file_keeps_the_text_of_jsonl_to_the_letter_even_when_it_is_markup_or_broken() -> None:
    lines = b'{"text": "<p>One.</p><p>Two.</p>"}\n{"text": "a\\ud800b\\u0000c"}\n{"text": ""}'
    assert [article.text for article in read_file("a.jsonl", lines)] == ["<p>One.</p><p>Two.</p>", "a\ud800b\x00c", ""]


def test_read_file_tells_equal_texts_without_an_id_apart_and_keeps_given_ids() -> None:
    given = b'{"id": " x", "text": "One."}\n'
    lines = b'{"text": "One."}\n{"text": "One."}\n' + given + given + b'{"id": " ", "text": ""}'
    ids = [article.id for article in read_file("a.jsonl", lines)]
    assert len(set(ids[:2])) == 2
    assert ids[2:4] == [" x", " x"]
    assert ids[4].strip()


BAD_LINES = {
    "not JSON": (b'{"text": ', "not JSON"),
    "a list": (b"[1]", "not an article"),
    "a number": (b"12", "not an article"),
    "no text": (b'{"id": "1"}', 'has no "text"'),
    "text is null": (b'{"text": null}', '"text" is not text'),
    "text is a number": (b'{"text": 5}', '"text" is not text'),
    "title is a number": (b'{"text": "x", "title": 5}', '"title" must be text or null, not 5'),
    "id is a list": (b'{"text": "x", "id": [1]}', '"id" must be text or null'),
    "published is a year": (b'{"text": "x", "published": 2025}', '"published" must be text or null'),
    "published is no date": (b'{"text": "x", "published": "4 July"}', "'4 July' is not a date"),
    "not UTF-8": (b'{"text": "\xff"}', "not UTF-8 (byte 11)"),
    "nested too deeply": (b'{"text": ' + b"[" * 100_000, "nested too deeply"),
    "a number too long": (b'{"text": "x", "n": ' + b"1" * 10_000 + b"}", "too long a number"),
}


@pytest.mark.parametrize(("line", "problem"), BAD_LINES.values(), ids=BAD_LINES.keys())
def test_read_each_reports_a_bad_line_and_goes_on(line: bytes, problem: str) -> None:
    bad, good = read_each("a.jsonl", line + b'\n{"text": "They met."}')
    assert (bad.place, bad.article) == ("a.jsonl:1", None)
    assert problem in str(bad.problem)
    assert good.article is not None


def test_read_file_names_the_place_of_the_first_bad_line() -> None:
    with pytest.raises(InputError, match=r"^a\.jsonl:2: This line is not JSON"):
        read_file("a.jsonl", b'{"text": "x"}\n{')


def test_read_file_reads_jsonl_in_utf_16() -> None:
    assert read_file("a.jsonl", '{"text": "Naïve."}\n'.encode("utf-16"))[0].text == "Naïve."


@pytest.mark.parametrize("head", [b"{", b"\n\n  {", b"\xef\xbb\xbf{"], ids=["at once", "after blanks", "after a mark"])
def test_read_stream_takes_standard_input_for_jsonl_when_it_begins_with_a_brace(head: bytes) -> None:
    (reading,) = read_stream("-", io.BytesIO(head + b'"text": "They met."}'))
    assert reading.article is not None
    assert reading.article.text == "They met."
    assert reading.place.startswith("standard input:")


def test_read_stream_takes_other_standard_input_for_one_articles_text() -> None:
    text = "\nThey met.\n{not JSON}\n"
    (reading,) = read_stream("-", io.BytesIO(text.encode()))
    assert reading.article is not None
    assert reading.article.text == text


def test_read_stream_does_not_read_ahead_of_the_one_who_asks() -> None:
    stream = io.BytesIO(b'{"text": "They met."}\n' * 20_000)
    readings = read_stream("a.jsonl", stream)
    next(readings)
    assert stream.tell() < 200


def test_read_stream_refuses_a_file_that_is_too_large_before_it_has_read_it_all() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            buffer[:] = b"a" * len(buffer)
            return len(buffer)

    (reading,) = read_stream("a.txt", io.BufferedReader(Endless(), 1 << 20))
    assert "larger than 100 MB" in str(reading.problem)


UNREADABLE = {
    "a.pdf": (b"%PDF-1.4 nothing", "This PDF cannot be read"),
    "b.pdf": (pdf_file([]), "holds no text"),
    "a.docx": (b"PK\x03\x04 nothing", "This Word file cannot be read"),
    "b.docx": (b"", "This Word file cannot be read"),
    "a.doc": (b"\xd0\xcf\x11\xe0", "save it as .docx"),
    "a.xlsx": (b"PK\x03\x04", "does not read .xlsx files; it reads .txt .md .html"),
    "a.json": (b"{}", "does not read .json files"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_read_file_says_why_a_file_cannot_be_read(name: str) -> None:
    data, reason = UNREADABLE[name]
    with pytest.raises(InputError, match=rf"^{name}: .*{reason}"):
        read_file(name, data)


def test_read_each_says_when_there_is_no_such_file(tmp_path: Path) -> None:
    (reading,) = read_each(tmp_path / "none.txt")
    assert "No such file" in str(reading.problem)
    (reading,) = read_each(tmp_path)
    assert reading.problem
