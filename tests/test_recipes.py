"""The examples of docs/python.md run as they are printed, each on its own."""

from __future__ import annotations

import ast
import re

import pytest
from conftest import ROOT

PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python\n(.*?)```", PAGE, re.S)


def test_there_are_examples():
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.split("\n\n")[0].replace("\n", "; ")[:50])
def test_an_example_of_the_page_runs(code):
    if "import pandas" in code:
        pytest.importorskip("pandas")
    tree = ast.parse(code)
    asserts = [node for node in ast.walk(tree) if isinstance(node, ast.Assert)]
    assert asserts
    assert set(asserts) <= set(tree.body), "an assert inside a block may not run"
    exec(compile(code, "docs/python.md", "exec"), {})
