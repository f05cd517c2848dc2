"""The preview alone shows each translation beside its source: `mkdocs serve` has /review/, a built site has not."""

from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.utils import write_file

from canllaw import current
from canllaw.translation.review import review_pages

_preview: list[bool] = []


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Learn, once for all builds of this process, whether they are for the preview."""
    _preview[:] = [command == "serve"]


@event_priority(-250)  # after the offline copy and the names of assets (-200): neither is to hold these pages
def on_post_build(config: MkDocsConfig) -> None:
    """Write the review into the preview's folder, which is not the site's."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building or not any(_preview):
        return
    for path, text in review_pages(current.guide(Path(config.config_file_path).parent)):
        write_file(text.encode(), str(Path(config.site_dir) / path))
