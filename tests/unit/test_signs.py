"""Bytes in a page come out as they went in, and nothing in them ends a script."""

from hypothesis import given
from hypothesis import strategies as st

from canllaw.editions.signs import BASE, BITS, SIGNS, read, written


@given(st.binary(max_size=60))
def test_bytes_come_out_as_they_went_in(data: bytes) -> None:
    signs = written(data)
    assert read(signs, len(data)) == data
    assert set(signs) <= set(SIGNS)
    assert len(signs) == 2 * -(-len(data) * 8 // BITS)


def test_the_signs_are_enough_and_do_no_harm() -> None:
    assert BASE**2 >= 1 << BITS
    assert len(set(SIGNS)) == BASE and SIGNS.isprintable() and SIGNS.isascii()
    assert not set('< "') & set(SIGNS)
