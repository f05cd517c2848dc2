"""`make bench`: how large the offline editions are, the stock offline plugin's bundle of the same content in the same run."""

import subprocess
import sys
import tempfile
from os import environ
from pathlib import Path

from bench.stock import build_stock
from canllaw.editions.archive import archive
from support import ROOT, build


def run() -> dict[str, int]:
    """Measure bytes, print, and give the figures back. The peer's folder is packed as ours are."""
    with tempfile.TemporaryDirectory() as folder:
        site, dist = Path(folder) / "ours", Path(folder) / "dist"
        assert build(ROOT, "--site-dir", str(site)).returncode == 0
        command = [sys.executable, "-m", "canllaw", "editions", str(site), str(dist)]
        subprocess.run(command, cwd=ROOT, env={**environ, "PYTHONPATH": "hooks"}, check=True, capture_output=True)
        figures = {path.name: path.stat().st_size for path in sorted(dist.glob("canllaw-*"))}
        stock = build_stock(Path(folder) / "stock", offline=True)
        files = {path.relative_to(stock).as_posix(): path.read_bytes() for path in stock.rglob("*") if path.is_file()}
        figures["stock offline bundle, both languages"] = len(archive("stock", files, 1_700_000_000))
    print("offline editions, bytes")
    for name, size in figures.items():
        print(f"{name:40}{size:>10}")
    return figures
