from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import nlp.report as package

MODULES = [*sorted(f"nlp.report.{module.name}" for module in pkgutil.iter_modules(package.__path__)), "nlp.wording"]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_the_documentation_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
