"""The site as it is shown: whole, one edition after the other, and what keeps the next one from being shown."""

from __future__ import annotations

import os
import secrets
import shutil
import threading
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from evidencekb import app, rules
from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from evidencekb.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Edition:
    """A folder with a site, the paths in it that are shown, and the errors (place, message) of the files as they are.

    `outdated` says that the files have changed since, and `version` differs between any two editions.
    """

    folder: Path
    paths: frozenset[str]
    errors: tuple[tuple[str, str], ...] = ()
    outdated: bool = False
    version: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one attempt: whether there is a new site, how long it took, findings by severity, and the errors."""

    built: bool
    seconds: float
    counts: Mapping[str, int]
    errors: tuple[tuple[str, str], ...]


class Editions:
    """Makes editions and hands out their files; any thread may read and wait, one renews."""

    def __init__(self, root: Path, today: Callable[[], date], work: Path) -> None:
        """`root` holds the claim base; everything is made in the folder `work`. No edition is there yet: `renew`."""
        self._root = root
        self._today = today
        self._work = work
        self._made = 0
        self._ended = False
        self._sound = False  # an edition whose claims had no errors has been made
        self._shown = {name for name, doc in rules.docs().items() if doc.group == "pages"}
        self._edition = Edition(work, frozenset())
        self._last = self._edition
        self._turn = threading.Condition()

    def renew(self) -> Outcome:
        """Look at all files again and, if the claims are in order, show the site that they make.

        Errors leave the last sound edition in place and are shown with it; those of explainers are shown with the new
        one, where their author sees them. As long as there was none, what can be made of the files is shown.
        UsageError where not even that can be made.
        """
        began = time.perf_counter()
        counts: Counter[str] = Counter()
        fresh: Edition | None = None
        try:
            kb = app.load(self._root, self._root, self._today())
            findings = app.validate(kb).findings
            counts.update(finding.severity for finding in findings)
            errors = tuple(_said(finding) for finding in findings if finding.severity == "error")
            claims = any(finding.severity == "error" for finding in findings if finding.rule not in self._shown)
            if not claims or not self._sound:
                app.build(self._root, self._work / "site")
                fresh = self._kept(errors)
                self._sound = self._sound or not claims
        except UsageError as error:
            if not self._made:
                raise
            errors = (("", str(error)),)
        except Exception as error:
            if not self._made:
                raise
            errors = (("", f"a fault of evidencekb, not of your files: {type(error).__name__}: {error}"),)
        self._show(fresh or self._with(errors))
        return Outcome(fresh is not None, time.perf_counter() - began, counts, errors)

    def read(self, path: str) -> tuple[Edition, bytes | None]:
        """The edition that is shown now and the bytes of a file in it; None for what is no file of the site.

        A page that came with the edition before may still ask for the rest of its files, such as parts of the search
        index, whose names differ from edition to edition. Pages themselves are of this edition alone.
        """
        with self._turn:  # so that no edition is cleared away while one of its files is read
            for edition in () if self._ended else (self._edition, self._last):
                if path in edition.paths and (edition is self._edition or not path.endswith(".html")):
                    return self._edition, (edition.folder / path).read_bytes()
            return self._edition, None

    def wait(self, version: str, seconds: float) -> str | None:
        """Wait, so long at most, for another version than this; gives the version that is shown, None at the end."""
        with self._turn:
            self._turn.wait_for(lambda: self._ended or self._edition.version != version, seconds)
            return None if self._ended else self._edition.version

    def end(self) -> None:
        """Let nobody wait any longer."""
        with self._turn:
            self._ended = True
            self._turn.notify_all()

    def _kept(self, errors: tuple[tuple[str, str], ...]) -> Edition:
        """Set what was just built aside, by links, where the next build does not reach it."""
        self._made += 1
        site, folder = self._work / "site", self._work / str(self._made)
        paths = []
        for here, _, names in os.walk(site):
            target = folder / Path(here).relative_to(site)
            target.mkdir(parents=True)
            for name in names:
                source = Path(here, name)
                if not name.startswith(".") and not source.is_symlink():
                    _link(source, target / name)
                    paths.append(source.relative_to(site).as_posix())
        return Edition(folder, frozenset(paths), errors, version=secrets.token_hex(6))

    def _with(self, errors: tuple[tuple[str, str], ...]) -> Edition:
        """The edition that is shown, with the errors that keep the next one away."""
        shown = self._edition
        if shown.outdated and shown.errors == errors:
            return shown
        return Edition(shown.folder, shown.paths, errors, outdated=True, version=secrets.token_hex(6))

    def _show(self, edition: Edition) -> None:
        with self._turn:
            shown, self._edition = self._edition, edition
            self._turn.notify_all()
            if shown.folder == edition.folder:
                return
            old, self._last = self._last, shown
        if old.paths:
            shutil.rmtree(old.folder, ignore_errors=True)


def _said(finding: Finding) -> tuple[str, str]:
    return str(finding.place), finding.message


def _link(source: Path, target: Path) -> None:
    """One file under two names; a copy where the disk has no such thing."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
