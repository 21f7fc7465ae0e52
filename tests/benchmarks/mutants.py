"""Would the tests notice? Each of many small mistakes is put into the code that guards numbers, and its tests are run.

    python tests/benchmarks/mutants.py [--jobs 2] [--seconds 900] [FILE …]

A mistake that no test notices is a survivor, and is printed with its line. Nothing is written: the changed module is
only imported, in a process of its own. Texts of messages and hints are not changed; what they say is no guard.
"""

import argparse
import ast
import copy
import importlib.abc
import importlib.util
import multiprocessing
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHECKING = ["tests/checking/test_by_hand.py", "tests/checking/test_rules.py", "tests/checking/test_guards.py"]
GUARDS = {
    "campaign/checking/printed.py": ["tests/checking/test_printed.py"],
    "campaign/reading/contact_values.py": ["tests/reading/test_contact_values.py"],
    "campaign/building/readback.py": ["tests/building/test_readback.py"],
    "campaign/checking/numerals.py": CHECKING,
    "campaign/checking/scripts.py": CHECKING,
    **{
        f"campaign/checking/rules/{name}.py": CHECKING
        for name in (
            "number_by_hand", "address_by_hand", "handle_by_hand", "account_by_hand", "short_code_by_hand",
            "number_in_words", "percentage_by_hand", "count_by_hand", "confusable_letter", "foreign_digit",
            "invisible_character", "mixed_scripts",
        )
    },
}  # fmt: skip
SAID = {"Problem", "problem", "_problem", "Rule", "Example", "format"}  # calls whose texts are for people
NAMES_OF_TEXTS = {"HINT", "MESSAGE", "text", "hint", "said", "message", "why"}
COMPARED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
SECONDS = 90  # of one mutant; a loop without an end is noticed


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Line, what was changed, and the whole module with it."""
    tree = ast.parse(source)
    places = [node for node in ast.walk(tree) if not isinstance(node, (ast.Load, ast.Store))]
    unsaid = _texts_for_people(tree)
    for at, node in enumerate(places):
        if id(node) in unsaid:
            continue
        for what, change in _changes(node):
            other = copy.deepcopy(tree)
            twin = [one for one in ast.walk(other) if not isinstance(one, (ast.Load, ast.Store))][at]
            change(twin)
            yield getattr(node, "lineno", 0), what, ast.unparse(ast.fix_missing_locations(other))


def _texts_for_people(tree: ast.AST) -> set[int]:
    """Docstrings, texts of problems, and everything of a rule's description."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            found |= {id(part) for part in ast.walk(node)}
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SAID:
                whole = name in ("Rule", "Example")
                parts = [part for argument in [*node.args, *node.keywords] for part in ast.walk(argument)]
                found |= {id(part) for part in parts if whole or isinstance(part, ast.Constant)}
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation is not None:
            found |= {id(part) for part in ast.walk(node.annotation)}
        elif isinstance(node, ast.FunctionDef) and node.returns is not None:
            found |= {id(part) for part in ast.walk(node.returns)}
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in NAMES_OF_TEXTS:
            found |= {id(part) for part in ast.walk(node.value) if isinstance(part, ast.Constant)}
    return found


def _changes(node: ast.AST) -> Iterator[tuple[str, object]]:
    if isinstance(node, ast.Compare):
        for i, operator in enumerate(node.ops):
            other = COMPARED[type(operator)]
            yield f"{type(operator).__name__} -> {other.__name__}", lambda n, i=i, o=other: n.ops.__setitem__(i, o())
    elif isinstance(node, ast.BoolOp):
        other = ast.And if isinstance(node.op, ast.Or) else ast.Or
        yield f"-> {other.__name__}", lambda n: setattr(n, "op", other())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not away", lambda n: setattr(n, "op", ast.UAdd()) or setattr(n, "operand", _truth(n.operand))
    elif isinstance(node, (ast.If, ast.IfExp)):
        for said in (True, False):
            yield f"if {said}", lambda n, said=said: setattr(n, "test", ast.Constant(said))
    elif isinstance(node, ast.Return) and not (node.value is None or getattr(node.value, "value", "") is None):
        yield "return None", lambda n: setattr(n, "value", ast.Constant(None))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        other = ast.Sub if isinstance(node.op, ast.Add) else ast.Add
        yield f"-> {other.__name__}", lambda n: setattr(n, "op", other())
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield "not it", lambda n: setattr(n, "value", not n.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield "one more", lambda n: setattr(n, "value", n.value + 1)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield "another text", lambda n: setattr(n, "value", "XX" + n.value)
    elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("any", "all"):
        other_name = "all" if node.func.id == "any" else "any"  # type: ignore[attr-defined]
        yield f"-> {other_name}", lambda n: setattr(n.func, "id", other_name)
    elif isinstance(node, ast.Yield):
        yield "yield nothing", lambda n: setattr(n, "value", ast.Constant(None))


def _truth(value: ast.expr) -> ast.expr:
    return ast.Call(ast.Name("bool", ast.Load()), [value], [])


class _Instead(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from another source."""

    def __init__(self, name: str, source: str, path: Path) -> None:
        self.name, self.source, self.path = name, source, path

    def find_spec(self, name, path=None, target=None):
        return importlib.util.spec_from_loader(name, self, origin=str(self.path)) if name == self.name else None

    def exec_module(self, module) -> None:
        module.__file__ = str(self.path)
        exec(compile(self.source, str(self.path), "exec"), module.__dict__)


def is_noticed(file: str, source: str, tests: list[str]) -> bool:
    """In a process of its own: whether a test fails with this source."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        try:
            sys.meta_path.insert(0, _Instead(file.removesuffix(".py").replace("/", "."), source, ROOT / file))
            import pytest

            os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = os.devnull
            code = pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", "--no-header", *tests])
        except BaseException:
            code = 1
        os._exit(1 if code else 0)
    return os.waitpid(child, 0)[1] != 0


def _judged(job: tuple[str, int, str, str, list[str]]) -> tuple[str, int, str, bool]:
    file, line, what, source, tests = job
    return file, line, what, is_noticed(file, source, tests)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", default=list(GUARDS))
    arguments.add_argument("--jobs", type=int, default=2)
    arguments.add_argument("--seconds", type=float, default=900)
    given = arguments.parse_args()
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    jobs = []
    for file in given.files:
        tests = [test for test in GUARDS[file] if (ROOT / test).is_file()]
        source = (ROOT / file).read_text(encoding="utf-8")
        if is_noticed(file, source, tests):
            sys.exit(f"the tests of {file} fail without a mistake")
        jobs += [(file, line, what, text, tests) for line, what, text in mutants(source)]
    random.seed(1)
    random.shuffle(jobs)
    end, done, lost = time.monotonic() + given.seconds, dict.fromkeys(given.files, 0), dict.fromkeys(given.files, 0)
    with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
        for file, line, what, noticed in pool.imap_unordered(_judged, jobs):
            done[file] += 1
            if not noticed:
                lost[file] += 1
                print(f"{file}:{line}: {what}: nobody noticed", flush=True)
            if time.monotonic() > end:
                pool.terminate()
                break
    for file in given.files:
        print(f"{file}: {done[file] - lost[file]} of {done[file]} noticed")
    total = sum(done.values())
    print(f"all: {total - sum(lost.values())} of {total} noticed, of {len(jobs)} mistakes")


if __name__ == "__main__":
    import hypothesis  # noqa: F401 - imported once, so that each process starts with it
    import jinja2  # noqa: F401
    import phonenumbers  # noqa: F401
    import pydantic  # noqa: F401
    import pypdfium2  # noqa: F401
    import pytest  # noqa: F401
    import yaml  # noqa: F401

    main()
