"""JSON as bytes."""

from __future__ import annotations

import json
from typing import Any

from nlp.serial import escape_unsafe


def json_bytes(data: Any) -> bytes:
    r"""JSON in UTF-8, indented, that also survives being pasted into a page's script.

    >>> json_bytes("</script>")
    b'"<\\/script>"\n'
    """
    dumped = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    return escape_unsafe(dumped).replace("</", "<\\/").encode() + b"\n"
