"""What must hold of every document that any reader gives."""

import html

from evidencekb.readers.prose import RAISED

BLANK = ("", " ")


def check(document):
    for block in document.blocks:
        assert block.text, block
        assert block.text == " ".join(block.text.split()), block
        assert len(block.text) == len(block.offsets) == len(block.ends)
        last = -1
        for char, start, end in zip(block.text, block.offsets, block.ends, strict=True):
            assert last <= start < end <= len(document.source), (block, char, start, end)
            last = end
            assert stands_for(document.source[start:end], char), (block, char, document.source[start:end])
        for pin in block.pins:
            assert 0 <= pin.start < pin.end <= len(block.text)
    for comment in document.comments:
        assert document.source[comment.start : comment.end].startswith("<!--")
    assert list(document.comments) == sorted(document.comments, key=lambda comment: comment.start)


def stands_for(written, char):
    """Whether the source's `written` can be read as `char`: itself, an entity, an escape, white space, superscript."""
    if char in (written, " "):
        return True
    if written == "&" or written.endswith(";") or char in html.unescape(written):
        return True  # an entity, or the first or second character of one that makes two
    return (written in ("\0", "\\" + char)) or written.translate(RAISED) == char


def pieces(document, block):
    """The source of a block, from its first character to its last."""
    return document.source[block.offsets[0] : block.ends[-1]]
