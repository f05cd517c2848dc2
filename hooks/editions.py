"""What is made once the site stands in every language: the whole guide as one document, lasting names, offline copy."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from canllaw import current
from canllaw.assets import stamp
from canllaw.clock import epoch
from canllaw.editions import write_edition, write_whole


@event_priority(-200)  # after static-i18n (-100) has built the other languages inside its on_post_build
def on_post_build(config: MkDocsConfig) -> None:
    """Fill the page of the whole guide, name assets by their content, write the ZIP and its details."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    guide = current.guide(Path(config.config_file_path).parent)
    site = Path(config.site_dir)
    write_whole(guide, site)
    stamp(site)
    write_edition(guide, site, epoch(guide))
