"""Canllaw's own logic: sources in, facts and Problems out. Knows nothing of the engine that renders the pages."""
