"""A full disk or a file that cannot be read ends the build with what to do about it, not with a traceback."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from canllaw.clock import NoDate, given, today
from canllaw.refused import told, undecoded
from canllaw.several import Ended

_building: list[MkDocsConfig] = []


@event_priority(200)  # before the checks, which read everything
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Remember what is being built: the engine tells of an error without it. What gives its date has to give one."""
    _building[:] = [config]
    today()
    given()
    return config


def on_build_error(error: Exception) -> None:
    """What the machine refused, or a template that is no text, told; any other error takes its course."""
    if not _building:
        return
    [config] = _building
    root = Path(config.config_file_path).parent
    if isinstance(error, (Ended, NoDate)):
        raise PluginError(str(error)) from error
    if isinstance(error, OSError):
        raise PluginError(told(error, root, Path(config.site_dir))) from error
    if isinstance(error, UnicodeDecodeError) and (words := undecoded(error, root / "overrides")):
        raise PluginError(words) from error
