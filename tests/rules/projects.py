"""Small claim bases in Markdown: fenced blocks with a file's name, lines that end in the finding they must give."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from evidencekb import app, store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from evidencekb.model.finding import Finding
    from evidencekb.model.kb import KnowledgeBase

HERE = Path(__file__).parent
TODAY = date(2026, 1, 15)
_MARK = re.compile(r"\s+# (error|warning|note)(?:: ([a-z-]+))?$")


@dataclass(frozen=True, order=True)
class Mark:
    """A finding that a line must give; `rule` is empty where the text does not name it."""

    path: str
    line: int
    severity: str
    rule: str


@dataclass(frozen=True)
class Project:
    """Files by path, and the findings that they must give."""

    files: Mapping[str, str]
    marks: tuple[Mark, ...]

    def over(self, below: Project) -> Project:
        """This project's files laid over another's, whose marks are left out."""
        return Project({**below.files, **self.files}, self.marks)

    def write(self, folder: Path) -> None:
        for path, text in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")

    def load(self, folder: Path) -> KnowledgeBase:
        """The project as a claim base; a folder `snapshots` among its files holds the stored texts."""
        self.write(folder)
        snapshots = folder / "snapshots"
        return store.load(folder, today=TODAY, snapshots=snapshots if snapshots.is_dir() else None)

    def findings(self, folder: Path) -> tuple[Finding, ...]:
        return app.validate(self.load(folder)).findings


def project(text: str) -> Project:
    """Read the fenced blocks of a Markdown text; the marks are taken off the lines."""
    files: dict[str, str] = {}
    marks: list[Mark] = []
    for path, lines in blocks(text.split("\n")):
        assert path not in files, f"{path} stands there twice"
        plain = []
        for number, raw in enumerate(lines, 1):
            line = raw
            while found := _MARK.search(line):
                marks.append(Mark(path, number, found[1], found[2] or ""))
                line = line[: found.start()]
            plain.append(line)
        files[path] = "\n".join((*plain, ""))
    return Project(files, tuple(sorted(marks)))


def blocks(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The path and the lines of each fenced block that names a file; longer fences may hold shorter ones."""
    fence, path, inside = "", "", []
    for line in lines:
        if not fence and line.startswith("```"):
            fence = line[: len(line) - len(line.lstrip("`"))]
            path, inside = line.removeprefix(fence).partition(" ")[2].strip(), []
        elif fence and line == fence:
            if path:
                yield path, inside
            fence = ""
        elif fence:
            inside.append(line)
    assert not fence, "a fence is not closed"


def headed(text: str, marker: str) -> Iterator[tuple[str, str]]:
    """The sections of a Markdown text as (heading, body); `marker` is `## ` or the like."""
    heading, body, fence = "", [], ""
    for line in text.split("\n"):
        if line.startswith("```"):
            ticks = line[: len(line) - len(line.lstrip("`"))]
            fence = "" if fence == ticks else fence or ticks
        if line.startswith(marker) and not fence:
            if heading:
                yield heading, "\n".join(body)
            heading, body = line.removeprefix(marker).strip(), []
        else:
            body.append(line)
    if heading:
        yield heading, "\n".join(body)


def base() -> Project:
    """The sound claim base that examples are laid over."""
    return project((HERE / "base.md").read_text("utf-8"))
