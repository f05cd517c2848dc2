"""ED: the rules of offline editions stand in canllaw.editions.fit. Importing it here makes their codes known."""

from ..editions import fit

__all__ = ["fit"]
