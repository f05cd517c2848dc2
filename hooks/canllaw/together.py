"""Several files written together: all of them whole, or none."""

from collections.abc import Mapping
from pathlib import Path


def write_together(root: Path, files: Mapping[str, bytes]) -> None:
    """Write every file, in their order; where one cannot be written (OSError), leave all as it was, folders too."""
    folders: list[Path] = []
    ready: list[tuple[Path, Path]] = []
    before: list[tuple[Path, bytes | None]] = []
    try:
        for file, content in files.items():
            path = root / file
            for folder in reversed([one for one in path.parents if not one.exists()]):
                folder.mkdir()
                folders.append(folder)
            part = path.with_name(f".{path.name}.part")
            ready.append((part, path))
            part.write_bytes(content)
        for part, path in ready:
            content_before = path.read_bytes() if path.exists() else None
            part.replace(path)
            before.append((path, content_before))
    except OSError:
        for path, content_before in reversed(before):
            if content_before is None:
                path.unlink()
            else:
                path.write_bytes(content_before)
        for part, _ in ready:
            part.unlink(missing_ok=True)
        for folder in reversed(folders):
            folder.rmdir()
        raise
