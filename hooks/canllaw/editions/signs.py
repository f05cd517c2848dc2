"""Bytes in a page: 13 bits as two signs of 91, a twelfth less than base64.

overrides/editions/search-inlined.js reads them.
"""

SIGNS = "".join(chr(code) for code in range(0x23, 0x7F) if chr(code) != "<")
"""The signs. No `<`, so that no tag can begin in what is made of them; no space, which a page may lose."""
BASE = len(SIGNS)
BITS = 13
PAIRS = 8
"""Of signs, that are as many bytes as a pair has bits: what is written and read at once."""


def written(data: bytes) -> str:
    """The bytes as signs. How many bytes they are is to be kept beside them."""
    found = []
    for start in range(0, len(data), BITS):
        bits = int.from_bytes(data[start : start + BITS].ljust(BITS, b"\0"), "big")
        for pair in range(PAIRS - 1, -1, -1):
            value = bits >> (pair * BITS) & (1 << BITS) - 1
            found.append(SIGNS[value // BASE] + SIGNS[value % BASE])
    return "".join(found[: -(-len(data) * 8 // BITS)])


def read(signs: str, size: int) -> bytes:
    """The bytes that were written, `size` of them."""
    found = []
    for start in range(0, len(signs), PAIRS * 2):
        values = [SIGNS.index(sign) for sign in signs[start : start + PAIRS * 2].ljust(PAIRS * 2, SIGNS[0])]
        bits = 0
        for first, second in zip(values[::2], values[1::2], strict=True):
            bits = bits << BITS | first * BASE + second
        found.append(bits.to_bytes(BITS, "big"))
    return b"".join(found)[:size]
