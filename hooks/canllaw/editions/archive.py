"""Files as one ZIP whose bytes depend on nothing but the files and the date."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime


def archive(top: str, files: Mapping[str, bytes], epoch: int) -> bytes:
    """The ZIP of `files`, in the folder `top`: sorted names, one time (`epoch`, seconds), fixed attributes."""
    when = datetime.fromtimestamp(epoch, UTC)
    stamp = (when.year, when.month, when.day, when.hour, when.minute, when.second // 2 * 2)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{top}/{name}", stamp)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            made.writestr(entry, files[name])
    return held.getvalue()
