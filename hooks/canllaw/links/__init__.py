"""Links to other sites, on demand: gathered from the guide, visited, told. Never part of a check or a build."""

from .gathering import gather
from .telling import as_json, as_text
from .visiting import Manner, Visit, visit

__all__ = ["Manner", "Visit", "as_json", "as_text", "gather", "visit"]
