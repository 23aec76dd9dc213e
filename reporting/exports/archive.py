"""Office files with the same bytes for the same content: fixed times in the archive and inside it."""

import re
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time an archive can hold."""
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def choose_time(made_on: date) -> datetime:
    """The time a file says it was made at: the beginning of its day."""
    return datetime(made_on.year, made_on.month, made_on.day)


def fix_times(archive: bytes, made_on: date) -> bytes:
    """The same archive with its entries' times fixed and its documents dated `made_on`.

    Workbooks inside (the data of charts) are treated alike.
    """
    target = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(target, "w", ZIP_DEFLATED) as fixed:
        for item in source.infolist():
            content = source.read(item)
            if item.filename.endswith(".xlsx"):
                content = fix_times(content, made_on)
            elif item.filename == "docProps/core.xml":
                day = f"{choose_time(made_on).isoformat()}Z".encode()
                content = _TIMES.sub(rb"\g<1>" + day + rb"\g<3>", content)
            entry = ZipInfo(item.filename, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            fixed.writestr(entry, content)
    return target.getvalue()
