"""The templates of pages, and how they are laid out."""

from types import CodeType

from jinja2 import BytecodeCache, Environment, Template
from jinja2.bccache import Bucket


class _Compiled(BytecodeCache):
    """Templates by their file and what stands in it: each is compiled once for the environments of all languages."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType | None]] = {}

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        return filename or name  # jinja's own key cannot be made of a folder whose name is not UTF-8

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._known.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.checksum, bucket.code


_compiled = _Compiled()


def laid_out(env: Environment) -> Environment:
    """An environment of templates in which a line that is only a tag leaves nothing; it is another for each build."""
    env.auto_reload, env.bytecode_cache = False, _compiled
    env.trim_blocks = env.lstrip_blocks = env.keep_trailing_newline = True
    return env


def _is_part(name: str) -> bool:
    """Whether a file is a part of pages: not what an editor keeps beside it."""
    return name.startswith("partials/") and "/." not in name and name.endswith(".html")


def page_template(env: Environment) -> Template:
    """The template of a page, and all that it includes compiled, so that each process does not do it again."""
    laid_out(env)
    for part in env.list_templates(filter_func=_is_part):
        env.get_template(part)
    return env.get_template("main.html")
