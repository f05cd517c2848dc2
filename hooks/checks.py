"""Nothing is written while the guide has a Problem: every rule runs once, before the first language is built."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from canllaw import current, reports, rules
from canllaw.load import Unreadable

log = get_plugin_logger("canllaw")


@event_priority(100)  # before anything else looks at the guide
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check the guide; any error ends the build here, with every Problem told."""
    if getattr(config.plugins.get("i18n"), "building", False):
        return config
    root = Path(config.config_file_path).parent
    try:
        problems = rules.check(current.fresh(root))
    except Unreadable as unreadable:
        problems = unreadable.problems
    if problems:
        log.error("the guide has problems\n%s", reports.as_text(problems))
    if any(problem.severity == "error" for problem in problems):
        raise PluginError("the guide has problems: nothing was written")
    return config
