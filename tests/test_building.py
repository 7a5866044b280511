"""A site that is made again after a change is the one that a whole build makes; a build that is killed harms none."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from datetime import date
from pathlib import Path

import pytest

from evidencekb import app, building, processes, site, store
from evidencekb.cli import main
from evidencekb.model.errors import UsageError
from evidencekb.store import memory, publish

BASE = Path(__file__).parent / "draft" / "bases" / "migraine-magnesium"
PAGE = "site/pages/on-magnesium.md"
PIN = "(claim:infusion-response)"


def tree(folder):
    """Path to bytes of every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(autouse=True)
def no_index(request, monkeypatch):
    """The search index takes most of the time of a small site, and has tests of its own."""
    if "index" not in request.node.name:
        monkeypatch.setattr(site, "index", lambda *_: {})


@pytest.fixture
def base(tmp_path):
    """A small claim base that may be changed, with an explainer."""
    folder = tmp_path / "base"
    shutil.copytree(BASE, folder)
    (folder / PAGE).parent.mkdir(parents=True)
    (folder / PAGE).write_text(f"---\ntitle: On magnesium\n---\nIt helps []{PIN}, they say.\n", "utf-8")
    return folder


class Editor:
    """Changes a claim base as an editor would, by chance."""

    def __init__(self, folder, seed):
        self.folder, self.chance = folder, random.Random(seed)

    def some(self, pattern, holding=""):
        """One of the files that match a pattern and hold a text."""
        found = sorted(self.folder.glob(pattern))
        return self.chance.choice([path for path in found if holding in path.read_text("utf-8")])

    def replace(self, path, old, new):
        """Change a text once."""
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def figure(self):
        path = self.some("claims/*/*.yaml", holding="\nkind: proportion")
        lines = path.read_text("utf-8").splitlines()
        lines = [f"figure: {self.chance.randint(1, 99)}%" if line.startswith("figure:") else line for line in lines]
        path.write_text("\n".join(lines) + "\n", "utf-8")

    def statement(self):
        self.replace(self.some("claims/*/*.yaml"), "statement: ", "statement: Now ")

    def stance(self):
        self.replace(
            self.some("claims/*/*.yaml", holding="stance: supports"), "stance: supports", "stance: contradicts"
        )

    def review(self):
        self.replace(self.some("claims/*/*.yaml", holding="reviewed: 20"), "reviewed: 20", "reviewed: 19")

    def new_claim(self):
        old = self.some("claims/*/*.yaml")
        name = f"{old.stem}-{self.chance.randint(0, 999)}"
        text = old.read_text("utf-8").replace(f"id: {old.stem}\n", f"id: {name}\n")
        (old.parent / f"{name}.yaml").write_text(text, "utf-8")

    def no_claim(self):
        self.some("claims/*/*.yaml").unlink()

    def renamed_claim(self):
        old = self.some("claims/*/*.yaml")
        self.replace(old, f"id: {old.stem}", f"id: {old.stem}-b")
        old.rename(old.with_name(f"{old.stem}-b.yaml"))

    def moved_claim(self):
        old = self.some("claims/*/*.yaml")
        there = self.folder / "claims" / self.chance.choice(["a-topic", "all", "z-topic"])
        there.mkdir(exist_ok=True)
        old.rename(there / old.name)

    def label(self):
        self.replace(self.some("kb/concepts/*.yaml"), "  label: ", "  label: the ")

    def broader(self):
        path = self.some("kb/concepts/*.yaml", holding="broader: [")
        self.replace(path, "broader: [", f"broader: [{self.chance.choice(['migraine', 'women', 'oral-magnesium'])}, ")

    def universal(self):
        self.replace(
            self.folder / "kb/concepts/populations.yaml", "  label: general", "  universal: true\n  label: general"
        )

    def retraction(self):
        self.replace(self.some("kb/sources/*.yaml"), "\ntitle:", "\nstatus: retracted\nnotice: Withdrawn.\ntitle:")

    def title(self):
        self.replace(self.some("kb/sources/*.yaml"), "\ntitle: ", "\ntitle: Again, ")

    def cites(self):
        one, other = self.some("kb/sources/*.yaml"), self.some("kb/sources/*.yaml")
        one.write_text(one.read_text("utf-8") + f"cites: [{other.stem}]\n", "utf-8")

    def resolution(self):
        path = self.some("kb/disputes/*.yaml")
        self.replace(path, "status: open", "status: resolved\nresolution: Settled.\ndecided: 2027-01-01")

    def new_dispute(self):
        claims = ", ".join(sorted({self.some("claims/*/*.yaml").stem for _ in range(2)}))
        text = f"id: quarrel\ntitle: A quarrel\nclaims: [{claims}]\nstatus: open\n"
        (self.folder / "kb/disputes/quarrel.yaml").write_text(text, "utf-8")

    def explainer(self):
        (self.folder / PAGE).write_text(
            f"# Other\n\nSee []{PIN} and [x](claim:{self.some('claims/*/*.yaml').stem}).", "utf-8"
        )

    def new_explainer(self):
        (self.folder / "site/pages/index.md").write_text("---\ntitle: Another\nsummary: Short\n---\nWords.\n", "utf-8")

    def no_explainer(self):
        self.some("site/pages/*.md").unlink()

    def site_title(self):
        (self.folder / "kb/kb.yaml").write_text(f"title: Site {self.chance.random()}\nlanguage: en\n", "utf-8")

    def address(self):
        (self.folder / "kb/kb.yaml").write_text("title: Site\nurl: https://claims.example.org\n", "utf-8")

    def broken(self):
        path = self.some("claims/*/*.yaml")
        path.write_text(path.read_text("utf-8") + "figure: [\n", "utf-8")

    def mended(self):
        for path in self.folder.glob("claims/*/*.yaml"):
            path.write_text(path.read_text("utf-8").replace("figure: [\n", ""), "utf-8")

    def list_names(self):
        old = self.some("claims/*/*.yaml")
        for name in ("index", "index-2"):
            (old.parent / f"{name}.yaml").write_text(
                old.read_text("utf-8").replace(f"id: {old.stem}\n", f"id: {name}\n")
            )


EDITS = sorted(name for name in vars(Editor) if not name.startswith("_") and name not in {"some", "replace"})


@pytest.mark.parametrize("share", range(2))
def test_a_site_made_again_is_the_site_made_whole(base, tmp_path, share):
    editor = Editor(base, share)
    again = tmp_path / "again"
    building.build(base, again)
    edits = [name for name in EDITS if name != "mended"][share::2]
    editor.chance.shuffle(edits)
    for number, edit in enumerate([*edits, "mended"]):
        getattr(editor, edit)()
        built = building.build(base, again)
        assert built.changed or (edit == "mended" and "broken" not in edits), edit
        whole = tmp_path / f"whole-{number}"
        assert building.build(base, whole).files == built.files
        made, wanted = tree(again), tree(whole)
        assert made.keys() == wanted.keys(), edit
        assert [path for path in wanted if made[path] != wanted[path]] == [], edit


def test_the_history_of_a_claim_follows_git(base, tmp_path):
    def git(*words):
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        command = ("git", "-C", str(base), *who, *words)
        subprocess.run(command, check=True, capture_output=True)

    git("init")
    again = tmp_path / "again"
    for number, subject in enumerate(("First words", "Second words")):
        building.build(base, again)
        git("add", ".")
        git("commit", "-m", subject)
        assert building.build(base, again).changed
        building.build(base, tmp_path / f"whole-{number}")
        assert tree(again) == tree(tmp_path / f"whole-{number}")
        assert subject in (again / "claims/aura-stroke.html").read_text("utf-8")
        assert subject in (again / "changes.atom").read_text("utf-8")
        Editor(base, 1).replace(base / "claims/all/aura-stroke.yaml", "statement: ", "statement: So ")


def test_only_what_changed_is_written(base, tmp_path):
    out = tmp_path / "out"
    building.build(base, out)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    assert building.build(base, out).changed == 0
    assert {path: path.stat().st_mtime_ns for path in before} == before
    Editor(base, 1).replace(base / "claims/all/chocolate-no-difference.yaml", "statement: ", "statement: So ")
    assert 0 < building.build(base, out).changed < 25
    assert (out / "claims/aura-stroke.html").stat().st_mtime_ns == before[out / "claims/aura-stroke.html"]


def test_a_file_that_is_only_touched_changes_nothing(base, tmp_path):
    building.build(base, tmp_path / "out")
    for path in base.rglob("*.yaml"):
        os.utime(path)
    assert building.build(base, tmp_path / "out").changed == 0


def damage(work, how):
    """Harm what is remembered beside a site."""
    held = sorted(path for path in (work / "memory").iterdir() if path.stat().st_size)
    if how == "cut":
        for path in held:
            path.write_bytes(path.read_bytes()[:-7])
    elif how == "flipped":
        for path in held:
            data = path.read_bytes()
            path.write_bytes(data[:-3] + bytes([data[-3] ^ 1]) + data[-2:])
    elif how == "foreign":
        for path in held:
            path.write_bytes(b"\x80\x04cposix\nsystem\n")
    elif how == "some missing":
        for path in held[::2]:
            path.unlink()
    elif how == "witness":
        (work / "witness").write_text("{", "utf-8")
    else:
        shutil.rmtree(work)


@pytest.mark.parametrize("how", ["cut", "flipped", "foreign", "some missing", "witness", "all missing"])
def test_a_damaged_memory_is_no_memory(base, tmp_path, how):
    building.build(base, tmp_path / "out")
    Editor(base, 1).statement()
    building.build(base, tmp_path / "out")
    wanted = tree(tmp_path / "out")
    damage(tmp_path / ".out.evidencekb", how)
    assert building.build(base, tmp_path / "out").files == len(wanted) - 1
    assert tree(tmp_path / "out") == wanted
    assert building.build(base, tmp_path / "out").changed == 0


def test_another_program_remembers_nothing(base, tmp_path, monkeypatch):
    first = building.build(base, tmp_path / "out")
    assert building.build(base, tmp_path / "out").changed == 0
    monkeypatch.setattr(memory, "_program", lambda: "another")
    assert building.build(base, tmp_path / "out").changed == first.changed


def test_a_page_that_somebody_took_away_comes_back(base, tmp_path):
    out = tmp_path / "out"
    building.build(base, out)
    wanted = tree(out)
    (out / "claims/aura-stroke.html").unlink()
    (out / "sources/stray.html").write_text("mine", "utf-8")
    building.build(base, out)
    assert tree(out) == wanted


def test_what_is_remembered_lies_outside_the_site_and_outside_git(base, tmp_path):
    building.build(base, tmp_path / "out")
    work = tmp_path / ".out.evidencekb"
    assert (work / ".gitignore").read_text("utf-8") == "*\n"
    assert not [path for path in tree(tmp_path / "out") if "memory" in path]


@pytest.mark.parametrize("number", [1, 3])
def test_any_number_of_processes_makes_the_same(base, tmp_path, monkeypatch, number):
    building.build(base, tmp_path / "out")
    monkeypatch.setattr(processes, "LEAST", 1)
    monkeypatch.setattr(processes, "_processors", lambda: number)
    building.build(base, tmp_path / "other")
    assert tree(tmp_path / "other") == tree(tmp_path / "out")
    Editor(base, 3).statement()
    building.build(base, tmp_path / "other")
    building.build(base, tmp_path / "third")
    assert tree(tmp_path / "other") == tree(tmp_path / "third")


def test_an_error_in_another_process_is_met_in_this_one(monkeypatch):
    monkeypatch.setattr(processes, "LEAST", 1)
    monkeypatch.setattr(processes, "_processors", lambda: 2)

    def make(share):
        made = []
        for each in share:
            if each == "bad":
                raise UsageError(each)
            made.append(each)
        return made

    with pytest.raises(UsageError, match="bad"):
        list(processes.shared(["good", "bad"], make, make))
    work = [str(number) for number in range(1000)]
    assert sorted(each for made in processes.shared(work, make, make) for each in made) == sorted(work)


def test_what_another_process_did_not_finish_is_done_in_this_one(monkeypatch):
    monkeypatch.setattr(processes, "LEAST", 1)
    monkeypatch.setattr(processes, "_processors", lambda: 2)
    work = [str(number) for number in range(1000)]

    def slow(share):
        made = []
        for each in share:
            made.append(each)
            time.sleep(0.001)  # so that the other one gets some
        return made

    def fails(share):
        next(iter(share))
        os._exit(1)

    assert sorted(each for made in processes.shared(work, slow, fails) for each in made) == sorted(work)


def test_a_build_that_fails_leaves_the_site_as_it_was(base, tmp_path, monkeypatch):
    out = tmp_path / "out"
    building.build(base, out)
    wanted = tree(out)
    Editor(base, 1).statement()
    monkeypatch.setattr(site.Site, "keep", lambda _: 1 / 0)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            building.build(base, out)
        assert tree(out) == wanted
        shutil.rmtree(tmp_path / ".out.evidencekb/memory", ignore_errors=True)  # the second build is a whole one


KILLED = """
import os, signal, sys
from pathlib import Path
from evidencekb import building, site
site.index = lambda *_: {}
left = int(sys.argv[3])
def counted(name):
    real = getattr(os, name)
    def call(*args, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **named)
    setattr(os, name, call)
for name in ("replace", "rename", "unlink", "rmdir", "mkdir"):
    counted(name)
building.build(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_what_is_kept_is_whole_before_a_change_is_to_be_finished(tmp_path, monkeypatch):
    """A change that is broken off behind its journal is finished by a later run, with what is there by then."""
    work = tmp_path / ".out.evidencekb"
    with store.publication(tmp_path / "out") as change:
        change.put("page.html", b"old")
        change.replace()
    write, begin, seen = Path.write_bytes, publish.write_file, []

    def slowly(path, data):
        time.sleep(0.05)
        return write(path, data)

    def noted(path, data):
        if path.name == "journal":
            seen.extend(each.read_bytes() for each in sorted((work / "memory.new").iterdir()))
        begin(path, data)

    monkeypatch.setattr(Path, "write_bytes", slowly)
    monkeypatch.setattr(publish, "write_file", noted)
    with store.publication(tmp_path / "out") as change:
        change.put("page.html", b"new")
        for name in ("one", "other"):
            change.remember(name, name.encode())
        change.revise([])
    assert seen == [b"one", b"other"]


@pytest.mark.parametrize("whole", [False, True], ids=["again", "whole"])
def test_a_build_that_is_killed_anywhere_harms_nothing(base, tmp_path, whole):
    """Killed where it moves or removes something: each file is an old or a new one, and the next run mends the rest."""
    out, work = tmp_path / "out", tmp_path / ".out.evidencekb"
    building.build(base, out)
    shutil.copytree(out, tmp_path / "old-site")
    old = tree(out)
    kept = tmp_path / "kept"
    shutil.copytree(work, kept)
    editor = Editor(base, 5)
    editor.statement()
    editor.no_claim()
    editor.no_explainer()
    if whole:
        (base / "kb/kb.yaml").write_text("title: Other\n", "utf-8")
    building.build(base, tmp_path / "fresh")
    new = tree(tmp_path / "fresh")
    finished, seen = False, 0
    for moves in [*range(4), *range(4, 60, 9), *range(60, 9000, 500)]:
        for folder, source in ((out, tmp_path / "old-site"), (work, kept)):
            shutil.rmtree(folder)
            shutil.copytree(source, folder, copy_function=shutil.copy2)
        adopt(out, work)
        done = subprocess.run([sys.executable, "-c", KILLED, base, out, str(moves)], check=False)
        if done.returncode == 0:
            finished = True
            break
        assert done.returncode == -signal.SIGKILL
        seen += 1
        left = tree(out) if out.exists() else old  # between two renames it is nowhere; the next run has it back
        assert all(left[path] in {old.get(path), new.get(path)} for path in left)
        assert not whole or left in (old, new)
        if moves % 3 == 0:
            building.build(base, out)
            assert tree(out) == new
        else:
            with store.publication(out):
                pass  # what was broken off is finished or undone, and nothing else is done
            assert tree(out) in (old, new)
            assert sorted(path.name for path in work.iterdir() if path.name in {"new", "old", "journal"}) == []
    assert finished
    assert seen > 8


def adopt(out, work):
    """Say that a copy of a site is the site."""
    held = json.loads((work / "witness").read_text("utf-8"))
    for path in held:
        status = (out / path).stat()
        held[path] = [status.st_ino, status.st_mtime_ns]
    (work / "witness").write_text(json.dumps(held), "utf-8")


def test_hash_seed_and_clock_change_nothing(base, tmp_path):
    """Nor does another time zone, another locale or another folder."""
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from evidencekb import building, site
        site.index = lambda *_: {}
        building.build(Path(sys.argv[1]), Path(sys.argv[2]))
    """)
    for seed, epoch, zone in (("1", "0", "UTC"), ("77", "4000000000", "Asia/Tokyo")):
        env = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch, "TZ": zone}
        subprocess.run([sys.executable, "-c", script, base, tmp_path / seed], env=env, check=True)
    assert tree(tmp_path / "1") == tree(tmp_path / "77")


def test_names_of_list_pages_are_free(base, tmp_path):
    Editor(base, 2).list_names()
    building.build(base, tmp_path / "out")
    claims = [path for path in tree(tmp_path / "out") if path.startswith("claims/") and path.endswith(".html")]
    assert len(claims) == len(list(base.glob("claims/*/*.yaml"))) + 1
    assert "<h1>Claims</h1>" in (tmp_path / "out/claims/index.html").read_text("utf-8")


def test_the_search_index_follows_the_pages(base, tmp_path):
    """And is left alone where no page changed that a search should find."""
    building.build(base, tmp_path / "out")
    if not (tmp_path / "out/pagefind").is_dir():
        pytest.skip("NO SEARCH INDEX: Pagefind is not installed")
    before = (tmp_path / "out/pagefind").stat().st_mtime_ns
    building.build(base, tmp_path / "out")
    assert (tmp_path / "out/pagefind").stat().st_mtime_ns == before
    Editor(base, 1).statement()
    building.build(base, tmp_path / "out")
    building.build(base, tmp_path / "fresh")
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")
    shutil.rmtree(tmp_path / ".out.evidencekb")
    building.build(base, tmp_path / "out")
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def test_strict_builds_nothing_while_there_is_a_warning(base, tmp_path, capfd):
    out = tmp_path / "out"
    assert main(["build", "--kb", str(base), "--output", str(out)]) == 0
    before = tree(out)
    Editor(base, 1).retraction()
    assert main(["build", "--strict", "--kb", str(base), "--output", str(out)]) == 1
    assert "retracted-source" in capfd.readouterr().out
    assert tree(out) == before
    assert main(["build", "--kb", str(base), "--output", str(out)]) == 0
    assert tree(out) != before


def test_what_could_not_be_read_is_named_every_time(base, tmp_path, capfd):
    Editor(base, 1).broken()
    for _ in range(2):
        assert main(["build", "--kb", str(base), "--output", str(tmp_path / "out")]) == 2
        assert "claims/all/" in capfd.readouterr().err
    assert (tmp_path / "out/index.html").is_file()


def test_a_folder_of_somebody_else_is_refused(base, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="did not build"):
        building.build(base, tmp_path / "out")
    assert tree(tmp_path / "out") == {"mine.txt": b"mine"}


def test_what_is_wrong_with_an_explainer_is_said(base, tmp_path, capsys):
    (base / PAGE).write_text(f"# On magnesium\n\nIt helps [3%]{PIN}.\n\n![See](picture.png)\n", "utf-8")
    for _ in range(2):
        assert main(["build", "--kb", str(base), "--output", str(tmp_path / "out")]) == 1
        told = capsys.readouterr().err.splitlines()
        assert [line.rpartition(" ")[2] for line in told] == ["(page-figure-differs)", "(dead-link)"]
        assert told[0].startswith(f"{PAGE}:3:11: error: the page says 3%, ")


def test_a_bad_address_of_the_site_is_said(base, tmp_path, capsys):
    with (base / "kb/kb.yaml").open("a", encoding="utf-8") as file:
        file.write("url: javascript:alert(1)\n")
    for _ in range(2):
        assert main(["build", "--kb", str(base), "--output", str(tmp_path / "out")]) == 1
        assert re.match(r"kb/kb.yaml:\d+:6: .*the address of a site begins with https?://", capsys.readouterr().err)


def test_strict_says_what_stands_in_the_way_and_no_more(base, tmp_path, capfd):
    out = tmp_path / "out"
    Editor(base, 1).retraction()
    (base / PAGE).write_text(f"# On magnesium\n\nIt helps [3%]{PIN}.\n", "utf-8")
    assert main(["build", "--strict", "--kb", str(base), "--output", str(out)]) == 1
    told = capfd.readouterr()
    assert re.search(r"nothing was built: .* there are \d+ on the claim base and 1 on the explainers\n$", told.err)
    assert "note " not in told.out
    assert "supported" not in told.out
    assert not out.exists()


@pytest.mark.parametrize("name", ["kb", ".", "claims/all"])
def test_a_refused_folder_has_nothing_put_beside_it(base, monkeypatch, capsys, name):
    monkeypatch.chdir(base)
    before = {path.relative_to(base) for path in base.parent.rglob("*") if base in path.parents}
    above = set(base.parent.iterdir())
    assert main(["build", "--output", name]) == 2
    assert "did not build" in capsys.readouterr().err
    assert {path.relative_to(base) for path in base.rglob("*")} == before
    assert set(base.parent.iterdir()) == above


def test_a_claim_base_may_have_templates_and_assets_of_its_own(base, tmp_path, capsys):
    out = tmp_path / "out"
    building.build(base, out)
    before = tree(out)
    (base / "site/templates").mkdir()
    (base / "site/assets/pictures").mkdir(parents=True)
    about = base / "site/templates/about.html"
    about.write_text('{% extends "page.html" %}{% block main %}We are {{ site.title }}.{% endblock %}', "utf-8")
    (base / "site/assets/style.css").write_text("body { color: navy }", "utf-8")
    (base / "site/assets/pictures/aura.png").write_bytes(b"\x89PNG")
    (base / PAGE).write_text("# On magnesium\n\n![An aura](../assets/pictures/aura.png)\n", "utf-8")
    assert main(["build", "--kb", str(base), "--output", str(out)]) == 0
    made = tree(out)
    building.build(base, tmp_path / "whole")
    assert made == tree(tmp_path / "whole")
    assert b"We are " in made["about.html"]
    assert made["assets/style.css"] == b"body { color: navy }"
    assert made["assets/pictures/aura.png"] == b"\x89PNG"
    assert made["assets/site.js"] == before["assets/site.js"]
    findings = app.validate(store.load(base, today=date(2026, 1, 1))).findings
    assert not [finding for finding in findings if finding.place.path == PAGE]
    for wrong, why in (("{% if %}", "about.html:1"), ("{{ 1 / 0 }}", "about.html"), ("{{ nothing }}", "about.html")):
        about.write_text(wrong, "utf-8")
        assert main(["build", "--kb", str(base), "--output", str(out)]) == 2
        told = capsys.readouterr().err
        assert re.match(rf"evidencekb: site/templates \({why}\): \w+ on the way to about.html: ", told)
        assert tree(out) == made
