"""What all exporters promise: the same bytes every time, nothing hidden, and a command that gives them."""

from __future__ import annotations

import unicodedata

import pytest

from evidencekb import cli, exporters
from evidencekb.model.errors import UsageError

_ALL = """
import hashlib, sys
from datetime import date
from pathlib import Path
from evidencekb import exporters, site, store
from evidencekb.reason.standing import standings
kb = store.load(Path(sys.argv[1]), today=date.fromisoformat(sys.argv[2]))
levels = standings(kb)
total = hashlib.sha256()
for name, data in sorted(site.build(kb, {}, data=exporters.tree()).items()):
    total.update(name.encode() + data)
for form in exporters.FORMATS:
    total.update(exporters.render(kb, levels, form))
print(total.hexdigest())
"""


@pytest.mark.parametrize("form", exporters.FORMATS)
@pytest.mark.parametrize("name", ["own", "hostile", "homeless"])
def test_nothing_hidden_stands_in_a_file(form, name, request):
    base = request.getfixturevalue(name)
    text = exporters.render(base.kb, base.standings, form).decode()
    assert not {char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp", "Cs"}} - set("\n\r")


@pytest.mark.parametrize("form", exporters.FORMATS)
def test_the_command_writes_what_the_exporter_gives(form, own, root, tmp_path, capfdbinary):
    wanted = exporters.render(own.kb, own.standings, form)
    assert cli.main(["export", form, "--kb", str(root)]) == 0
    assert capfdbinary.readouterr().out == wanted
    assert cli.main(["export", form, "--kb", str(root), "--output", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out").read_bytes() == wanted


def test_an_unknown_format_is_misuse(own, root, capfd):
    with pytest.raises(UsageError):
        exporters.render(own.kb, own.standings, "docx")
    with pytest.raises(SystemExit) as ended:
        cli.main(["export", "docx", "--kb", str(root)])
    assert ended.value.code == 2
    assert "docx" in capfd.readouterr().err
