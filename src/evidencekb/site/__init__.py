"""A KnowledgeBase and its explainers to {path: bytes}: a site that works from a server and from a folder."""

from evidencekb.site.build import Site, build
from evidencekb.site.kept import NEEDED, closed, opened
from evidencekb.site.search_index import FOLDER, index, shown

__all__ = ["FOLDER", "NEEDED", "Site", "build", "closed", "index", "opened", "shown"]
