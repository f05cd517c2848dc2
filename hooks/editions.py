"""What is made once the site stands in every language: the whole guide in one."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from canllaw import current
from canllaw.editions import write_whole


@event_priority(-200)  # after static-i18n (-100) has built the other languages inside its on_post_build
def on_post_build(config: MkDocsConfig) -> None:
    """Fill the page of the whole guide."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    write_whole(current.guide(Path(config.config_file_path).parent), Path(config.site_dir))
