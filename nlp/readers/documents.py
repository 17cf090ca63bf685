"""PDF, Word and e-mail -> text with what the document says about itself."""

from __future__ import annotations

import io
import logging
import re
import zipfile
from datetime import date
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr

from nlp.errors import InputError
from nlp.readers.decoding import decode_text
from nlp.readers.markup import read_html
from nlp.readers.material import Material

_MOST_UNPACKED = 200_000_000
_JUNK_TITLE = re.compile(r"(?i)(?:untitled|word document|microsoft word - .*|.*\.(?:docx?|pdf|rtf|odt|indd|qxd|tmp))")
# A line shorter than this part of the page's width was ended on purpose.
_FULL_LINE = 0.75
_CLOSING = '.!?:”"’)'
_HYPHENATED = re.compile(r"(?<=\w)-\n(?=[a-z])|(?<=\w-)\n(?=\w)")


def read_pdf(data: bytes) -> Material:
    """The text of a PDF, its lines joined into paragraphs, and its title.

    Raises:
        InputError: the file is damaged, locked with a password, or holds pictures of pages only.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports every small fault of a file that it then reads
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("This PDF is locked with a password: save it without one.")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except InputError:
        raise
    except Exception as error:  # a damaged file can make the parser raise anything
        raise InputError(f"This PDF cannot be read ({_reason(error)}).") from error
    text = "\n\n".join(filter(None, map(join_lines, pages)))
    if not text:
        raise InputError("This PDF holds no text, only pictures of its pages: run text recognition over it first.")
    return Material(text, title=_title(title))


def join_lines(text: str) -> str:
    r"""Join the lines of a page into paragraphs: a line that ends early, or a blank one, ends a paragraph.

    >>> join_lines("The talks resumed on Mon-\nday in the capital, where\nthey began.\nNobody else came to see\nit.")
    'The talks resumed on Monday in the capital, where they began.\n\nNobody else came to see it.'
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    widths = sorted(map(len, filter(None, lines)))
    full = _FULL_LINE * widths[int(0.9 * (len(widths) - 1))] if widths else 0
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        if not line or (len(line) < full and line[-1] in _CLOSING):
            paragraphs.append([])
    joined = (_HYPHENATED.sub("", "\n".join(lines)).replace("\n", " ") for lines in paragraphs if lines)
    return "\n\n".join(joined)


def read_docx(data: bytes) -> Material:
    """The paragraphs and tables of a Word document in their order, and its title.

    Raises:
        InputError: the file is damaged or is no Word document.
    """
    from docx import Document
    from docx.table import Table

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED:
                raise InputError("This Word file unpacks to more than 200 MB; Dateline does not open it.")
        document = Document(io.BytesIO(data))
        blocks = [
            "\n".join(" | ".join(filter(None, (cell.text.strip() for cell in row.cells))) for row in block.rows)
            if isinstance(block, Table)
            else block.text
            for block in document.iter_inner_content()
        ]
        title = document.core_properties.title
    except InputError:
        raise
    except Exception as error:  # a damaged file can make the parser raise anything
        raise InputError(f"This Word file cannot be read ({_reason(error)}).") from error
    return Material("\n\n".join(block.strip() for block in blocks if block.strip()), title=_title(title))


def read_email(data: bytes) -> Material:
    """The body of an e-mail, with its subject as title, its sender as source and the day it was sent on.

    The day is the sender's own, as the header writes it.
    """
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    body = message.get_body(preferencelist=("plain", "html"))
    text = (_body_text(body) if body is not None else _unparted(message)).replace("\r\n", "\n").strip()
    if body is not None and body.get_content_type() == "text/html":
        text = read_html(text).text
    sender, address = parseaddr(_header(message, "from") or "")
    return Material(text, title=_header(message, "subject"), source=sender or address or None, stated=_sent_on(message))


def _unparted(message: EmailMessage) -> str:
    """What stands under the headers of a message whose parts cannot be told apart."""
    payload = message.get_payload()
    return payload if isinstance(payload, str) else ""


def _body_text(body: MIMEPart) -> str:
    try:
        return str(body.get_content())
    except (LookupError, ValueError):  # an unknown character set
        payload = body.get_payload(decode=True)
        return decode_text(payload) if isinstance(payload, bytes) else ""


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        return " ".join(str(message[name] or "").split()) or None
    except (ValueError, IndexError, AttributeError, TypeError):  # the standard library's parser on a damaged header
        return None


def _sent_on(message: EmailMessage) -> date | None:
    try:
        sent = message["date"].datetime
    except (ValueError, IndexError, AttributeError, TypeError):
        return None
    return sent.date() if sent else None


def _title(value: object) -> str | None:
    title = " ".join(str(value or "").split())
    return None if not title or _JUNK_TITLE.fullmatch(title) else title


def _reason(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0][:80] or type(error).__name__
