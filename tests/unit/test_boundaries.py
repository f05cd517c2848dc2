"""The product's own logic knows no engine, names no machine and hard-codes no language."""

import ast
import re
import subprocess
from fnmatch import fnmatch

import pytest

from support import ROOT

PACKAGE = sorted((ROOT / "hooks/canllaw").rglob("*.py"))
ENGINE = {"mkdocs", "material", "mkdocs_static_i18n", *(path.stem for path in (ROOT / "hooks").glob("*.py"))}


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: path.stem)
def test_the_package_imports_no_engine_and_no_hook(path: object) -> None:
    tree = ast.parse((ROOT / str(path)).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [node.module or ""]
        assert not {name.split(".")[0] for name in names} & ENGINE


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: path.stem)
def test_no_language_code_steers_the_logic(path: object) -> None:
    tree = ast.parse((ROOT / str(path)).read_text(encoding="utf-8"))
    literals = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert not literals & {"en", "cy"}


def test_hooks_are_thin() -> None:
    for hook in (ROOT / "hooks").glob("*.py"):
        lines = hook.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 120, f"{hook.name} has {len(lines)} lines"
        assert "re.compile" not in "\n".join(lines), f"{hook.name} holds a rule"


def test_modules_stay_small() -> None:
    for path in PACKAGE:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 200, f"{path.name} has more than one job"


def test_nothing_tracked_names_a_machine_or_a_registry() -> None:
    names = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    registries = re.compile("py" + r"pi\.org|npm" + r"js\.|files\.python" + "hosted|registry" + r"\.npm")
    for name in names:
        content = (ROOT / name).read_bytes().decode("utf-8", "replace") if (ROOT / name).is_file() else ""
        assert not registries.search(content), name


def test_no_folder_with_tests_is_passed_over(request: pytest.FixtureRequest) -> None:
    passed_over = request.config.getini("norecursedirs")
    folders = {
        parent.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for parent in path.relative_to(ROOT).parents
        if "node_modules" not in path.parts and parent.name
    }
    assert "build" in folders
    assert not [name for name in folders if any(fnmatch(name, pattern) for pattern in passed_over)]
