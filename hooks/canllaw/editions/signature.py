"""The signature of the list of checksums, made with minisign where the owner's key is given; no key is kept here."""

import subprocess
from pathlib import Path

SIGNATURE = ".minisig"


class NotSigned(Exception):
    """minisign is not there, or would not sign; the message says which, and what to do."""


def sign(sums: Path, key: Path, comment: str) -> Path:
    """Sign the file `sums` with the secret key in the file `key`; gives the signature's file, beside it.

    `comment` is signed too. minisign asks for the password on the terminal, where the key has one. Raises NotSigned.
    """
    made = sums.with_name(sums.name + SIGNATURE)
    command = ["minisign", "-S", "-s", str(key), "-m", str(sums), "-x", str(made), "-c", comment, "-t", comment]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise NotSigned(
            "there is no program minisign: install the package 'minisign', or build without a key"
        ) from None
    if done.returncode != 0 or not made.is_file():
        raise NotSigned(f"minisign did not sign with {key}: {(done.stderr or done.stdout).strip()}")
    return made
