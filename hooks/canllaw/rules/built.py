"""ST: the rules of the built site stand in canllaw.site. Importing them here makes their codes known."""

from ..site import addresses, heads, inline, links, structure, words

__all__ = ["addresses", "heads", "inline", "links", "structure", "words"]
