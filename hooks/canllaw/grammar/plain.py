"""A language whose words do not change at the front and sort by plain letters: English."""

import unicodedata


def sort_key(text: str) -> tuple[object, ...]:
    """Letters without accents, case ignored; then the text itself to break ties."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return (plain, text)


def mutate(text: str, mutation: str) -> str:
    """Always refuses: there are no mutations here."""
    raise ValueError(f"this language has no {mutation} mutation")


def act_after_of(title: str) -> str:
    """The title unchanged."""
    return title
