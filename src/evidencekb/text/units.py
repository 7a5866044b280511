"""Units of measurement: one spelling for each, its dimension, and conversion between those of one dimension."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from evidencekb.text.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PREFIXES: Final = {
    "f": ("femto", "-15"), "p": ("pico", "-12"), "n": ("nano", "-9"), "u": ("micro", "-6"), "m": ("milli", "-3"),
    "c": ("centi", "-2"), "d": ("deci", "-1"), "k": ("kilo", "3"), "M": ("mega", "6"), "G": ("giga", "9"),
    "T": ("tera", "12"),
}  # fmt: skip
"""SI prefix to its long form and power of ten."""

_PREFIXED: Final = """
mass g=1: gram grams gramme grammes : f p n u m c d k
volume L=1: liter liters litre litres l : f p n u m c d k
length m=1: meter meters metre metres : f p n u m c d k
time s=1: sec secs second seconds : f p n u m
amount mol=1: mole moles mols : f p n u m k
amount-per-volume M=1: molar : f p n u m
activity U=1: : n u m k
activity IU=1: : u m k M
equivalents Eq=1: : u m
osmoles Osm=1: osmol Osmol osmole osmoles : u m
catalytic kat=1: katal : n u m
frequency Hz=1: hertz hz : m k M G T
power W=1: watt watts : n u m k M G
voltage V=1: volt volts : n u m k M
current A=1: ampere amperes amp amps : p n u m k
resistance Ohm=1: ohm ohms Ω : m k M G
force N=1: newton newtons : n u m k M
pressure Pa=1: pascal pascals : u m k M G
pressure bar=100000: bars : m k
energy J=1: joule joules : n u m k M
energy cal=4.184: calorie : k
energy eV=0.00000000000000000016021766: electronvolt electronvolts : m k M G T
dose-absorbed Gy=1: gray : u m c
dose-equivalent Sv=1: sievert sieverts : u m
decay Bq=1: becquerel : k M G
decay Ci=37000000000: curie : n u m
field T=1: tesla : n u m
charge C=0: coulomb : n u m
data bit=1: bits : k M G T
data B=8: byte bytes : k M G T
distance-parsec pc=1: parsec parsecs : k M G
flux Jy=1: jansky : u m k
years-long yr=1: : k M G
polymer bp=1: : k M G
molecular-mass Da=1: dalton daltons : k M
temperature-kelvin K=1: kelvin kelvins : n u m k
arc arcsec=1: arcsecond arcseconds : m u
"""
"""Dimension, symbol=factor, other names, prefixes that it takes."""

_TABLE: Final = """
mass: ug=0.000001 mcg mcgs ugs gamma | mg=0.001 mgs | g=1 gm gms | kg=1000 kgs kilo kilos
mass: t=1000000 tonne tonnes ton tons
mass: lb=453.59237 lbs pound pounds | oz=28.349523125 ounce ounces | gr=0.06479891 grain-weight
volume: mL=0.001 cc ccm ml mls | dL=0.1 dl | L=1 l | uL=0.000001 ul | nL=0.000000001 nl | pL=0.000000000001 pl
volume: fL=0.000000000000001 fl
volume: m3=1000 | cm3=0.001 | mm3=0.000001 | um3=0.000000000000001 | dm3=1 | km3=1000000000000
volume: cup=0.2365882365 cups | teaspoon=0.00492892159375 teaspoons tsp | tablespoon=0.01478676478125 tablespoons tbsp
volume: pint=0.473176473 pints
volume: gallon=3.785411784 gallons | quart=0.946352946 quarts
time: min=60 mins minute minutes | h=3600 hr hrs hour hours | day=86400 days d | week=604800 weeks wk wks | s=1 ses
time: month=2629746 months mo mos | year=31556952 years yr yrs y | decade=315569520 decades
time: century=3155695200 centuries
time: night=86400 nights evening evenings | alternate-day=172800 | fortnight=1209600 fortnights | quarter-year=7889238
length: inch=0.0254 inches | foot=0.3048 feet ft | yard=0.9144 yards | mile=1609.344 miles mi
length: um=0.000001 micron microns | Å=0.0000000001 angstrom angstroms
length: AU=149597870700 au | ly=9460730472580800 lightyear lightyears light-years light-year
area: m2=1 | cm2=0.0001 | mm2=0.000001 | um2=0.000000000001 | km2=1000000 | ha=10000 hectare hectares
area: acre=4046.8564224 acres
body-area: 1.73m2=1
pressure: mmHg=133.322387415 mmhg mmHG torr Torr | cmH2O=98.0665 | atm=101325 | psi=6894.757293168 | hPa=100
energy: kcal=4184 Calories Calorie calories kilocalorie kilocalories kcals | erg=0.0000001 ergs
temperature: °C=1 ºC ℃ degC celsius Celsius
temperature: °F=1 ºF ℉ degF fahrenheit Fahrenheit
angle: deg=1 ° º degree degrees | rad=57.295779513082321 radian radians rads
arc: arcmin=60 arcminute arcminutes
rate: bpm=1 | rpm=1 | Gbps=0 | Mbps=0 | kbps=0 | mph=0.44704 | kph=0.277777777777778 kmh
rate: knot=0.514444444444444 knots kt kts
sound: dB=1 db decibel decibels | dBA=1
optics: dpt=1 dioptre dioptres diopter diopters D | lux=1 lx | mag=1
activity: unit=1 units
proportion: %=1 percent percents pct | ‰=0.1 permille | ppm=0.0001 | ppb=0.0000001
points: points=1 point pts
acidity: pH=1
count: times=1 time | dose=1 doses | tablet=1 tablets tab tabs | pill=1 pills | capsule=1 capsules
count: serving=1 servings | glass=1 glasses
count: infusion=1 infusions | injection=1 injections | session=1 sessions | drink=1 drinks | cigarette=1 cigarettes
count: puff=1 puffs | drop=1 drops
count: beat=1 beats | breath=1 breaths | event=1 events episode episodes | cell=1 cells | copy=1 copies | meal=1 meals
count: kilogram-weight=1 | CFU=1 CFUs cfu cfus | 1=1 | thousand=1000 | million=1000000
count: vial=1 vials | sachet=1 sachets | spray=1 sprays | treatment=1 treatments | attack=1 attacks | step=1 steps
money: $=1 dollar dollars USD US$ | €=1 euro euros EUR | £=1 GBP | ¢=1 cents
"""
"""Dimension: symbol=factor and other names. The factors of a dimension share one unit; 0 is "cannot be converted"."""


def _entries() -> Iterator[tuple[str, str, Decimal, list[str]]]:
    """Dimension, symbol, factor and other names of every unit."""
    for line in _TABLE.strip().splitlines():
        dimension_name, _, body = line.partition(": ")
        for entry in body.split(" | "):
            first, *others = entry.split()
            symbol, _, factor = first.rpartition("=")
            yield dimension_name, symbol, Decimal(factor), others
    for line in _PREFIXED.strip().splitlines():
        head, names, prefixes = (part.strip() for part in line.split(":"))
        dimension_name, _, first = head.partition(" ")
        symbol, _, factor = first.partition("=")
        yield dimension_name, symbol, Decimal(factor), names.split()
        long = [name for name in names.split() if len(name) > 2]
        for prefix in prefixes.split():
            name, power = _PREFIXES[prefix]
            others = [name + other for other in long]
            shorts = ("µ",) if prefix == "u" else ()
            others += [short + symbol for short in shorts]
            yield dimension_name, prefix + symbol, Decimal(factor).scaleb(int(power)), others


def _read() -> tuple[dict[str, str], dict[str, tuple[str, Decimal]]]:
    """Aliases to canonical symbol, and canonical symbol to (dimension, factor)."""
    names: dict[str, str] = {}
    known: dict[str, tuple[str, Decimal]] = {}
    for dimension_name, symbol, factor, others in _entries():
        known.setdefault(symbol, (dimension_name, factor))
        names.setdefault(symbol, symbol)
        for other in others:
            names.setdefault(other, symbol)
    for name, symbol in list(names.items()):
        names.setdefault(name.replace("µ", "\u03bc"), symbol)
        if name[-1] in "23" and name[:-1].isalpha():
            names.setdefault(name[:-1] + "²³"[int(name[-1]) - 2], symbol)
            names.setdefault(f"{name[:-1]}^{name[-1]}", symbol)
    names |= {
        "µl": "uL",
        "\u03bcl": "uL",
        "mhz": "MHz",
        "khz": "kHz",
        "ghz": "GHz",
        "kpa": "kPa",
        "kda": "kDa",
        "iu": "IU",
        "mmol/l": "mmol/L",
    }
    return names, known


_NAMES, _KNOWN = _read()
ALIASES: Final[Mapping[str, str]] = MappingProxyType(_NAMES)
"""Every spelling of a simple unit to its canonical symbol; case counts (mM is not mm)."""

COUNTED: Final = frozenset(symbol for symbol, (kind, _) in _KNOWN.items() if kind == "count") - {"1"}
"""Things that are counted, not measured: units only in a quotient ("2 tablets a day", "mg/dose")."""

_NUMBERED: Final = frozenset({"1", "thousand", "million", "cell", "copy", "CFU"})
"""Counts that are one quantity, whatever is counted: 1,000 cells/µL are 10⁹/L."""

TIMES: Final = frozenset(symbol for symbol, (kind, _) in _KNOWN.items() if kind == "time")
_ZERO: Final = Decimal(32)
_DEGREES: Final = Decimal(9) / 5
"""0 °C in °F, and how many °F are one °C."""

_FOLDED: Final = {name.lower(): symbol for name, symbol in reversed(_NAMES.items()) if len(name) > 3}
_SLASH: Final = pattern(r"\s*/\s*|\s+(?:per|a|an|each|every)\s+")
_ADVERBS: Final = {
    "daily": "day", "every day": "day", "each day": "day", "once daily": "day", "a day": "day", "nightly": "night",
    "every night": "night", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year",
    "every other day": "alternate-day", "on alternate days": "alternate-day", "every second day": "alternate-day",
}  # fmt: skip
ADVERBS: Final[Mapping[str, str]] = MappingProxyType(_ADVERBS)
"""Words behind a unit that make it a rate: "mg daily" is mg/day."""


def simple(text: str) -> str | None:
    """The canonical symbol of one unit without a slash, or None."""
    found = _NAMES.get(text)
    if found is None and len(text) > 3:  # spelled-out names are known in any case, symbols are not
        return _FOLDED.get(text.lower())
    return found


@lru_cache(maxsize=4096)
def canonical(text: str) -> str | None:
    """The canonical spelling of a unit as printed ("mcg per litre" is "ug/L"), or None for what is no unit."""
    text = " ".join(text.split())
    if text.lower() in {"percentage points", "percentage point", "percentage-points", "percent points", "pp"}:
        return "percentage-points"
    if text.lower() in {"per cent", "per-cent", "percentage"}:
        return "%"
    for adverb, period in _ADVERBS.items():
        if text.endswith(" " + adverb):
            text = f"{text[: -len(adverb) - 1]}/{period}"
            break
    text = text.replace("mm Hg", "mmHg").replace("cm H2O", "cmH2O").replace("1.73 m", "1.73m").replace("m²", "m2")
    symbols = [simple(part.strip()) for part in _SLASH.split(text)]
    return "/".join(symbol for symbol in symbols if symbol) if all(symbols) else None


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """What a canonical unit measures: "mass", "mass-per-volume", "mass-per-time", "time" …; "" where unknown."""
    if unit == "percentage-points":
        return "points"
    kinds = [_KNOWN[part][0] if part in _KNOWN else "" for part in unit.split("/")]
    return "-per-".join(kinds) if all(kinds) else ""


@lru_cache(maxsize=4096)
def _factor(unit: str) -> tuple[Decimal, Decimal] | None:
    """What one of the unit is in the first units of its dimensions, as a fraction; None where it is not known."""
    above, below = Decimal(1), Decimal(1)
    for index, part in enumerate(unit.split("/")):
        _, factor = _KNOWN.get(part, ("", Decimal(0)))
        if not factor:
            return None
        above, below = (above * factor, below) if index == 0 else (above, below * factor)
    return above, below


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """`value` in the canonical unit `to`; None where the two do not measure the same.

    Months and years are their mean lengths, so that 12 months are one year and 4 weeks are not a month.
    """
    if unit == to:
        return value
    if (unit, to) == ("°F", "°C"):
        return (value - _ZERO) / _DEGREES
    if (unit, to) == ("°C", "°F"):
        return value * _DEGREES + _ZERO
    kind = dimension(unit)
    if not kind or kind != dimension(to):
        return None
    things = {unit.partition("/")[0], to.partition("/")[0]}
    if len(things) > 1 and not things.isdisjoint(COUNTED) and not things <= _NUMBERED:
        return None  # two tablets are not two capsules
    one, other = _factor(unit), _factor(to)
    if one is None or other is None:
        return None
    changed = (value * one[0] * other[1] / (one[1] * other[0])).normalize()
    return (
        changed.quantize(Decimal(1)) if changed == changed.to_integral_value() and changed.adjusted() < 25 else changed
    )
