"""The search index, made by Pagefind where that is installed, and put in one order."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from evidencekb.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER: Final = "pagefind/"
"""Where the index lies in the site."""

_NOT_ITS_OWN: Final = ".aside, .crumb, .card, .cited, .claims, .links, .history, .reading, .picture"
"""Parts of a page that speak of other pages, or repeat in a picture what its tables say."""

_MARK: Final = b"data-pagefind-body"  # where a page has it, no page without it is indexed
_NEEDED: Final = frozenset({"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"})
_ENDINGS: Final = frozenset({".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind"})
_SIGNATURE: Final = b"pagefind_dcd"  # begins every unpacked file; CBOR follows
_FILTERS: Final = 3  # place of the list of filters, [[name, hash]], in the index's meta file


def shown(page: bytes) -> bool:
    """Whether a page is one that is indexed."""
    return _MARK in page


def index(site: Path, language: str) -> dict[str, bytes]:
    """Pagefind's index of the pages of a built site that are marked for it, {path: bytes}; empty without Pagefind.

    Raises:
        UsageError: Pagefind is there and fails.
    """
    try:
        import cbor2  # noqa: PLC0415 - both come with the extra `search`
        from pagefind.service import get_executable  # noqa: PLC0415
    except ImportError:
        return {}
    program = get_executable()
    if program is None:
        return {}
    with tempfile.TemporaryDirectory(prefix="evidencekb-search-") as name:
        out = Path(name) / "made"
        command = [str(program), "--site", str(site), "--output-path", str(out)]
        command += ["--force-language", language, "--include-characters", "%", "--quiet"]
        command += ["--exclude-selectors", _NOT_ITS_OWN]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own arguments
        if done.returncode != 0:
            message = "Pagefind could not index the site: " + " ".join(done.stderr.decode(errors="replace").split())
            raise UsageError(message)
        files = {
            FOLDER + path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.name in _NEEDED or path.suffix in _ENDINGS
        }
    return _ordered(files, cbor2.loads, cbor2.dumps)


def _ordered(files: dict[str, bytes], loads: Callable[[bytes], Any], dumps: Callable[[Any], bytes]) -> dict[str, bytes]:
    """The same index with the values of each filter sorted: Pagefind writes them in an order that changes every time.

    A file is known by the hash in its name, so the meta file that names the filters and the entry that names the meta
    file follow.
    """

    def pack(value: Any) -> tuple[bytes, str]:  # noqa: ANN401 - CBOR holds anything
        data = _SIGNATURE + dumps(value)
        return gzip.compress(data, mtime=0), hashlib.sha256(data).hexdigest()[:10]

    def unpack(data: bytes) -> Any:  # noqa: ANN401
        return loads(gzip.decompress(data).removeprefix(_SIGNATURE))

    entry = f"{FOLDER}pagefind-entry.json"
    for path in [path for path in files if path.endswith(".pf_meta")]:
        meta = unpack(files.pop(path))
        for each in meta[_FILTERS]:
            name, values = unpack(files.pop(f"{FOLDER}filter/{each[1]}.pf_filter"))
            data, digest = pack([name, sorted(values)])
            each[1] = f"{each[1].partition('_')[0]}_{digest}"
            files[f"{FOLDER}filter/{each[1]}.pf_filter"] = data
        meta[_FILTERS].sort()
        data, digest = pack(meta)
        old = path.removeprefix(f"{FOLDER}pagefind.").removesuffix(".pf_meta")
        new = f"{old.partition('_')[0]}_{digest}"
        files[f"{FOLDER}pagefind.{new}.pf_meta"] = data
        files[entry] = files[entry].replace(f'"{old}"'.encode(), f'"{new}"'.encode())
    return dict(sorted(files.items()))
