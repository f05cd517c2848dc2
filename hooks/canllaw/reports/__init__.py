"""Problems as people and programs read them: pure functions from problems to text, which know nothing of checking."""

from .as_github import as_github, summary
from .as_json import as_json
from .as_sarif import as_sarif
from .as_text import as_text, wants_colour

FORMATS = ("text", "github", "json", "sarif")

__all__ = ["FORMATS", "as_github", "as_json", "as_sarif", "as_text", "summary", "wants_colour"]
