"""A small sound claim base that each test spoils in its own way."""

from __future__ import annotations

from datetime import date

from evidencekb import store

TODAY = date(2026, 11, 21)
SOUND = {
    "kb/kb.yaml": "title: Migraine\neditors: [A. Editor]\npolicy: {review_every: P2Y, tolerance: 3}\n",
    "kb/concepts/conditions.yaml": (
        "- id: migraine\n  type: condition\n  label: migraine\n"
        "- id: aura\n  type: outcome\n  label: aura\n  implies: [{concept: migraine, at_least: 80%, because: x}]\n"
    ),
    "kb/sources/doe-2019.yaml": "id: doe-2019\ntype: cohort\ntitle: Aura\nidentifiers: {pmid: '12345678'}\n",
    "kb/sources/roe-2020.yaml": "id: roe-2020\ntype: article\ntitle: On aura\ncites: [doe-2019]\n",
    "kb/disputes/aura.yaml": "id: aura\ntitle: How many?\nclaims: [aura-share]\nstatus: open\n",
    "claims/migraine/aura-share.yaml": (
        "id: aura-share\nkind: proportion\nstatement: Of people with migraine, 30% have an aura.\n"
        "population: [migraine]\noutcome: aura\nfigure: 30%\n"
        "evidence:\n  - {source: doe-2019, stance: supports, figure: 60/200 (30%), attribution: own-data}\n"
        "status: approved\nowner: editors\nreviewed: 2026-11-21\n"
    ),
}


class Base:
    """A claim base on disk."""

    def __init__(self, root):
        self.root = root
        for path, text in SOUND.items():
            self.write(path, text)

    def write(self, path, content):
        """Write text or bytes; None takes the file away."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            file.unlink()
        else:
            file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, path, old, new):
        """Replace words of a sound file."""
        assert old in SOUND[path]
        self.write(path, SOUND[path].replace(old, new))

    def load(self, **options):
        """Load it."""
        return store.load(self.root, today=TODAY, **options)

    def faults(self, **options):
        """Every fault as "rule path:line:column"."""
        return [f"{rule} {p.place}" for rule, problems in self.load(**options).faults.items() for p in problems]
