"""Write a claim base of any size that is sound under every rule: `generate.py DIR --claims 10000 --sources 1000`.

Made-up medicine in many topics, each with its own conditions, outcomes, treatments and tests, as a real claim base
has; the same arguments give the same bytes.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass, field
from pathlib import Path

PER_TOPIC = 50
POPULATIONS = ("adults", "children", "women", "men", "older-adults", "outpatients", "inpatients", "athletes")
STEMS = ("card", "derm", "gastr", "hepat", "nephr", "neur", "oste", "pneum", "rhin", "vascul", "my", "arthr", "lymph")
MIDDLES = ("al", "en", "or", "ax", "is", "ol", "um", "et", "ir", "ad", "op", "ys", "em", "and", "ost", "eb", "ul", "ik")
PEOPLE = ("Ahn", "Berg", "Costa", "Diaz", "Evans", "Fischer", "Gupta", "Haddad", "Ito", "Jansen", "Kowal", "Lindqvist")
JOURNALS = ("Annals of Practice", "Clinical Letters", "Journal of Cohorts", "Trials Today", "Reviews in Care")
STUDIES = ("rct", "cohort", "case-control", "cross-sectional", "case-series", "meta-analysis", "guideline")
SYNTHESES = STUDIES[5:]
LAY = ("article", "fact-sheet")


@dataclass
class Topic:
    """The vocabulary of one topic, and the frames that are not used yet."""

    name: str
    conditions: list[str] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    treatments: list[str] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    substances: list[str] = field(default_factory=list)
    molecules: list[str] = field(default_factory=list)
    frames: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)


def main() -> None:
    """Read the arguments and write the files."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("folder", type=Path)
    options.add_argument("--claims", type=int, default=10_000)
    options.add_argument("--sources", type=int, default=1_000)
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()
    generate(args.folder, args.claims, args.sources, args.seed)


def generate(folder: Path, claims: int, sources: int, seed: int = 1) -> None:
    """Write a claim base with so many claims and sources to a new folder."""
    chance = random.Random(seed)
    for name in ("kb/concepts", "kb/sources", "kb/disputes", "claims"):
        (folder / name).mkdir(parents=True)
    settings = "title: Made-up medicine\nlanguage: en\neditors: [editors]\npolicy:\n  review_every: P30Y\n"
    (folder / "kb/kb.yaml").write_text(settings, "utf-8")
    (folder / "kb/concepts/populations.yaml").write_text(
        "\n".join(_concept(name, "population", name.replace("-", " "), "", chance) for name in POPULATIONS), "utf-8"
    )
    sizes, lay = _sources(folder, sources, chance)
    studies, lays = list(sizes), list(lay)
    number = 0
    for index in range(-(-claims // PER_TOPIC)):
        topic = _topic(folder, index, chance)
        place = folder / "claims" / topic.name
        place.mkdir()
        for _ in range(min(PER_TOPIC, claims - number)):
            # every source is used once before chance decides
            first = studies[number % len(studies)]
            second = next(name for at in range(2) if lay[name := lays[(number + at) % len(lays)]] != first)
            name, text = _claim(topic, number, (first, second, chance.choice(studies)), sizes[first], chance)
            (place / f"{name}.yaml").write_text(text, "utf-8")
            number += 1


def _word(chance: random.Random, used: set[str], ending: str) -> str:
    """Make up a medical word that was not used before."""
    while True:
        word = chance.choice(STEMS) + "".join(chance.choice(MIDDLES) for _ in range(chance.randint(1, 3))) + ending
        if word not in used:
            used.add(word)
            return word


USED: set[str] = set()


def _topic(folder: Path, index: int, chance: random.Random) -> Topic:
    """Make up a topic and write its concepts."""
    if index == 0:
        USED.clear()
    topic = Topic(f"{_word(chance, USED, 'ology')}-{index}")
    plan = (
        (topic.conditions, 6, "itis", "condition"),
        (topic.outcomes, 6, "emia", "outcome"),
        (topic.treatments, 4, "therapy", "intervention"),
        (topic.tests, 3, "gram", "measure"),
        (topic.substances, 3, "ate", "substance"),
        (topic.molecules, 5, "ine", "molecule"),
    )
    texts = []
    for names, count, ending, kind in plan:
        for _ in range(count):
            word = _word(chance, USED, ending)
            names.append(word)
            texts.append(_concept(word, kind, word, f"severe {word}" if kind == "condition" else "", chance))
    (folder / f"kb/concepts/{topic.name}.yaml").write_text("\n".join(texts), "utf-8")
    groups = [(c, p) for c in topic.conditions for p in POPULATIONS]
    topic.frames = {
        "proportion": [(c, p, o) for c, p in groups for o in topic.outcomes],
        "association": [(t, c, p) for t in topic.tests for c, p in groups],
        "threshold": [(t, c, p) for t in topic.tests for c, p in groups],
        "amount": [(s, p) for s in topic.substances for p in POPULATIONS],
        "duration": [(t, c) for t in topic.treatments for c in topic.conditions],
        "effect": [(t, c, o) for t in topic.treatments for c in topic.conditions for o in topic.outcomes],
        "mechanism": [(a, b) for at, a in enumerate(topic.molecules) for b in topic.molecules[at + 1 :]],
    }
    for frames in topic.frames.values():
        chance.shuffle(frames)
    return topic


def _concept(name: str, kind: str, label: str, narrower: str, chance: random.Random) -> str:
    """One concept, or with `narrower` two."""
    synonyms = f"  synonyms: [{name.replace('-', ' ')} state, {name[:3].upper()}{chance.randint(100, 999)}X]\n"
    text = f"- id: {name}\n  type: {kind}\n  label: {label}\n{synonyms}  definition: What is known as {label}.\n"
    if narrower:
        text += f"- id: {narrower.replace(' ', '-')}\n  type: {kind}\n  label: {narrower}\n  broader: [{name}]\n"
    return text


def _sources(folder: Path, count: int, chance: random.Random) -> tuple[dict[str, int], dict[str, str]]:
    """Write the sources: (studies and syntheses with how many they studied, lay sources with the study they cite)."""
    studies: dict[str, int] = {}
    primary: list[str] = []
    lay: dict[str, str] = {}
    for number in range(count):
        popular = number % 5 == 4
        kind = chance.choice(LAY if popular else STUDIES if len(primary) > 10 else STUDIES[:5])
        who, year = chance.choice(PEOPLE), chance.randint(1990, 2025)
        name = f"{who.lower()}-{year}-{number}"
        size = chance.randint(40, 1400)
        lines = [f"id: {name}", f"type: {kind}", f"title: On the frequency of finding {number}", f"authors: [{who} A]"]
        lines += [f"year: {year}", f"container: {chance.choice(JOURNALS)}"]
        if not popular:
            lines += [f"identifiers: {{doi: 10.5555/{number}.{year}, pmid: '{10_000_000 + number}'}}"]
            lines += [f"population: {size} patients of {chance.randint(1, 30)} clinics", f"sample_size: {size}"]
        lines.append(f"url: https://example.org/{name}")
        cited = sorted(chance.sample(primary, 1 if popular else 4)) if popular or kind in SYNTHESES else []
        if cited:
            lines.append(f"cites: [{', '.join(cited)}]")
        lines += ["status: current", f"seen_as: {'full-text' if popular else 'abstract'}"]
        (folder / f"kb/sources/{name}.yaml").write_text("\n".join(lines) + "\n", "utf-8")
        if popular:
            lay[name] = cited[0]
        else:
            studies[name] = size
            primary += [] if kind in SYNTHESES else [name]
    return studies, lay


WEIGHTS = {
    "proportion": 45,
    "association": 20,
    "effect": 10,
    "threshold": 8,
    "amount": 5,
    "duration": 7,
    "mechanism": 5,
}


def _claim(
    topic: Topic, number: int, sources: tuple[str, str, str], size: int, chance: random.Random
) -> tuple[str, str]:
    """Make up a claim with its evidence, the first source having studied `size` people: (id, YAML)."""
    kinds = [kind for kind in WEIGHTS if topic.frames[kind]]
    kind = chance.choices(kinds, [WEIGHTS[k] for k in kinds])[0]
    frame = topic.frames[kind].pop()
    statement, fields, figure, own = MAKERS[kind](topic, frame, size, chance)
    name = f"{kind}-{'-'.join(frame)}-{number}"
    lines = [f"id: {name}", f"kind: {kind}", "statement: >-", *_folded(statement), *fields]
    if figure:
        lines.append(f"figure: {_quoted(figure)}")
    lines += ["evidence:", f"  - source: {sources[0]}", "    stance: supports"]
    if own:
        lines.append(f"    figure: {_quoted(own)}")
    lines += ["    attribution: own-data", "    note: Read in the abstract; the counts are those of the main table."]
    if chance.random() < 0.7:
        place = f"{{heading: What the figures say, paragraph: {chance.randint(1, 9)}}}"
        lines += [f"  - source: {sources[1]}", "    stance: supports", f"    at: {place}"]
        lines += [
            f"    as_stated: {_quoted((figure or 'was reported') + ' of those studied')}",
            "    attribution: named-study",
        ]
    if chance.random() < 0.5 and sources[2] != sources[0]:
        lines += [f"  - source: {sources[2]}", "    stance: qualifies", "    attribution: own-data"]
        lines.append("    note: A smaller study with another definition; it points the same way.")
    certainty = chance.choice(("high", "moderate", "low"))
    lines += [f"certainty: {certainty}", "certainty_because: the studies are few and their methods differ"]
    lines += ["status: approved", "owner: editors", "reviewed: 2026-11-01"]
    return name, "\n".join(lines) + "\n"


def _folded(text: str) -> list[str]:
    """Break a sentence into indented lines."""
    lines, line = [], " "
    for word in text.split():
        if len(line) + len(word) > 100:
            lines.append(line)
            line = " "
        line += f" {word}"
    return [*lines, line]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


Frame = tuple[str, ...]
Made = tuple[str, list[str], str, str]
"""Statement, fields of the frame, figure, and the study's own figure where it says more."""


def _proportion(_topic: Topic, frame: Frame, size: int, chance: random.Random) -> Made:
    condition, people, outcome = frame
    total = chance.randint(20, size)
    hits = chance.randint(1, total - 1)
    share = f"{100 * hits / total:.1f}%"
    words = f"Among {people.replace('-', ' ')} with {condition}, {share} had {outcome}."
    fields = [f"population: [{condition}, {people}]", f"outcome: {outcome}"]
    return words, fields, share, f"{hits}/{total} ({share})"


def _association(_topic: Topic, frame: Frame, _size: int, chance: random.Random) -> Made:
    test, condition, people = frame
    relation = chance.choice(("higher-in", "lower-in"))
    words = f"The {test} is {relation.removesuffix('-in')} in {people.replace('-', ' ')} who have {condition}."
    fields = [f"population: [{people}]", f"subject: {test}", f"relation: {relation}", f"object: {condition}"]
    return words, fields, "", ""


def _effect(_topic: Topic, frame: Frame, _size: int, chance: random.Random) -> Made:
    treatment, condition, outcome = frame
    value = chance.randint(20, 400) / 100
    figure = f"{value:.2f} (95% CI {value * 0.8:.2f}–{value * 1.25:.2f})"
    words = f"In people with {condition}, {treatment} changed the risk of {outcome}: RR {figure}."
    fields = [f"population: [{condition}]", f"given: [{treatment}]", f"outcome: {outcome}", "effect: risk-ratio"]
    return words, fields, f"RR {figure}", ""


def _threshold(_topic: Topic, frame: Frame, _size: int, chance: random.Random) -> Made:
    test, condition, people = frame
    figure = f"≤ {chance.randint(5, 300)} mcg/L"
    words = f"In {people.replace('-', ' ')}, a {test} of {figure} stands for {condition}."
    return words, [f"measure: {test}", f"population: [{people}]", f"means: {condition}"], figure, ""


def _amount(_topic: Topic, frame: Frame, _size: int, chance: random.Random) -> Made:
    substance, people = frame
    figure = f"{chance.randint(1, 90) * 5} mg/day"
    words = f"The usual requirement of {substance} in {people.replace('-', ' ')} is {figure}."
    return words, [f"substance: {substance}", f"population: [{people}]", "purpose: requirement"], figure, ""


def _duration(_topic: Topic, frame: Frame, _size: int, chance: random.Random) -> Made:
    treatment, condition = frame
    low = chance.randint(1, 8)
    figure = f"{low}–{low + chance.randint(1, 6)} weeks"
    words = f"In people with {condition}, {treatment} begins to work after {figure}."
    return words, [f"given: [{treatment}]", f"population: [{condition}]", "phase: onset"], figure, ""


def _mechanism(topic: Topic, frame: Frame, _size: int, _chance: random.Random) -> Made:
    first, second = frame
    # a sign for each molecule makes every pair of chains agree
    same = topic.molecules.index(first) % 2 == topic.molecules.index(second) % 2
    relation = "activates" if same else "inhibits"
    words = f"In tissue, {first} {relation} {second}."
    return words, ["steps:", f"  - {{subject: {first}, relation: {relation}, object: {second}}}"], "", ""


MAKERS = {
    "proportion": _proportion,
    "association": _association,
    "effect": _effect,
    "threshold": _threshold,
    "amount": _amount,
    "duration": _duration,
    "mechanism": _mechanism,
}

if __name__ == "__main__":
    main()
