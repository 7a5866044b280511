"""Units of measurement: one spelling for each, its dimension, and conversion between those of one dimension."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLE: Final = """
mass g: kg=1000 kilogram kilograms kilo kilos kgs | g=1 gram grams gm gms gramme grammes
mass g: mg=0.001 milligram milligrams mgs milligramme
mass g: ug=0.000001 µg μg mcg microgram micrograms mcgs | ng=0.000000001 nanogram nanograms
mass g: pg=0.000000000001 picogram picograms
mass g: t=1000000 tonne tonnes ton tons | lb=453.59237 lbs pound pounds | oz=28.349523125 ounce ounces
mass g: kDa=0 kda | Da=0
volume L: L=1 l liter liters litre litres | dL=0.1 dl deciliter deciliters decilitre decilitres
volume L: mL=0.001 ml milliliter milliliters millilitre millilitres cc
volume L: uL=0.000001 µl μl µL μL ul microliter microliters microlitre microlitres | fL=0.000000000000001 fl
volume L: cup=0.2365882365 cups | m3=1000 m³ m^3 | cm3=0.001 cm³ cm^3
time s: s=1 sec secs second seconds | ms=0.001 msec millisecond milliseconds | min=60 mins minute minutes
time s: h=3600 hr hrs hour hours
time s: day=86400 days d | week=604800 weeks wk wks | month=2629746 months mo mos
time s: year=31556952 years yr yrs | decade=315569520 decades
time s: night=86400 nights | century=3155695200 centuries | us=0.000001 µs μs microsecond microseconds
time s: ns=0.000000001 nanosecond nanoseconds
amount mol: mol=1 mole moles | mmol=0.001 millimole millimoles
amount mol: umol=0.000001 µmol μmol micromole micromoles | nmol=0.000000001 nanomole nanomoles
amount mol: pmol=0.000000000001 picomole picomoles
concentration mol/L: M=1 | mM=0.001 | uM=0.000001 µM μM | nM=0.000000001
activity IU: IU=1 iu units unit U | mIU=0.001 miu mU | kIU=1000
length m: m=1 meter meters metre metres | km=1000 kilometer kilometers kilometre kilometres
length m: cm=0.01 centimeter centimeters centimetre centimetres
length m: mm=0.001 millimeter millimeters millimetre millimetres
length m: um=0.000001 µm μm micron microns micrometer micrometers micrometre micrometres
length m: nm=0.000000001 nanometer nanometers nanometre nanometres | mile=1609.344 miles
length m: foot=0.3048 feet ft | inch=0.0254 inches | Å=0.0000000001 angstrom angstroms
length m: AU=149597870700 au
length m: pc=30856775814913673 parsec parsecs | kpc=30856775814913673000 | Mpc=30856775814913673000000
length m: yard=0.9144 yards
area m2: m2=1 m² m^2 | cm2=0.0001 cm² cm^2 | km2=1000000 km² km^2 | mm2=0.000001 mm² mm^2
area m2: ha=10000 hectare hectares | acre=4046.8564224 acres
pressure mmHg: mmHg=1 mmhg mmHG | kPa=7.50061683 kpa | Pa=0.00750061683 | MPa=7500.61683 | bar=750.061683
pressure mmHg: cmH2O=0.735559 | atm=760 | GPa=7500616.83 | mbar=0.750061683
energy kcal: kcal=1 kilocalorie kilocalories calories calorie Calories
energy kcal: kJ=0.239005736 kj kilojoule kilojoules | J=0.000239005736 joule joules
energy kcal: eV=0 electronvolt electronvolts | keV=0 | MeV=0 | GeV=0 | erg=0 ergs | MJ=239.005736
temperature °C: °C=1 ºC degC celsius | °F=0 ºF | K=0 kelvin kelvins | mK=0
angle deg: deg=1 ° degree degrees º | rad=0 radians radian | arcsec=0 arcseconds arcsecond
angle deg: arcmin=0 arcminutes
frequency Hz: Hz=1 hertz hz | kHz=1000 khz | MHz=1000000 mhz | GHz=1000000000 ghz | THz=1000000000000 thz
frequency Hz: mHz=0.001 | bpm=0
power W: W=1 watt watts | kW=1000 kw kilowatt kilowatts | MW=1000000 megawatt megawatts
power W: mW=0.001 milliwatt | GW=1000000000 | dB=0 db decibel decibels | dBm=0
electric V: V=1 volt volts | mV=0.001 mv millivolt millivolts | kV=1000 kv | A=0 amp amps ampere | mA=0
electric V: Ohm=0 Ω ohm ohms | T=0 tesla teslas | nT=0 | G=0 gauss | μG=0
data bit: bit=1 bits | byte=8 bytes | kB=8000 KB | MB=8000000 | GB=8000000000 | TB=8000000000000 | bps=0
data bit: Mbps=0
radiation Gy: Gy=1 gray | mGy=0.001 | Sv=0 | mSv=0
flux Jy: Jy=1 | mJy=0.001 | mag=0 magnitudes
proportion %: %=1 percent percents pct percentage | ‰=0.1 permille | ppm=0.0001 | ppb=0.0000001
points points: points=1 point pts
frequency-of-use times: times=1 time x | dose=0 doses | tablet=0 tablets | pill=0 pills
frequency-of-use times: capsule=0 capsules | serving=0 servings | glass=0 glasses | infusion=0 infusions
frequency-of-use times: injection=0 injections | session=0 sessions
speed m/s: mph=0.44704 | km/h=0.277777778 kph kmh | rpm=0
money $: $=1 dollar dollars USD | €=0 euro euros EUR | £=0 GBP
"""


def _read(table: str) -> tuple[dict[str, str], dict[str, tuple[str, Decimal]]]:
    """Aliases to canonical symbol, and canonical symbol to (dimension, factor to the dimension's first unit)."""
    names: dict[str, str] = {}
    known: dict[str, tuple[str, Decimal]] = {}
    for line in table.strip().splitlines():
        head, _, body = line.partition(": ")
        dimension = head.split()[0]
        for entry in body.split(" | "):
            first, *others = entry.split()
            symbol, _, factor = first.rpartition("=")
            known[symbol] = (dimension, Decimal(factor))
            names[symbol] = symbol
            for other in others:
                names.setdefault(other, symbol)
    return names, known


_NAMES, _KNOWN = _read(_TABLE)
ALIASES: Final[Mapping[str, str]] = MappingProxyType(_NAMES)
"""Every spelling of a simple unit to its canonical symbol; case counts (mM is not mm)."""

_FOLDED: Final = {name.lower(): symbol for name, symbol in reversed(_NAMES.items()) if len(name) > 2}
"""Spelled-out names are known in any case."""


def simple(text: str) -> str | None:
    """The canonical symbol of one unit without a slash, or None."""
    found = _NAMES.get(text)
    return found if found is not None else _FOLDED.get(text.lower())


@lru_cache(maxsize=4096)
def canonical(text: str) -> str | None:
    """The canonical spelling of a unit as printed ("mcg per litre" is "ug/L"), or None for what is no unit."""
    text = " ".join(text.split())
    if not text:
        return None
    if (found := simple(text)) is not None:
        return found
    if text.replace(" ", "") in {"mmHg", "mmHG"}:
        return "mmHg"
    if text in {"per cent", "per-cent"}:
        return "%"
    if text in {"percentage points", "percentage point", "pp"}:
        return "percentage-points"
    if text.lower().endswith("times the upper limit of normal"):
        return None
    for word, slash in (("daily", "/day"), ("nightly", "/day"), ("weekly", "/week"), ("monthly", "/month")):
        if text.endswith(" " + word):
            text = text[: -len(word) - 1] + slash
    if text.endswith(" every day"):
        text = text[:-10] + "/day"
    for joint in (" per ", " a ", " an ", " each "):
        text = text.replace(joint, "/")
    parts = [part.strip() for part in text.split("/")]
    symbols = [simple(part) for part in parts]
    return "/".join(s for s in symbols if s) if len(parts) > 1 and all(symbols) else None


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """What a canonical unit measures: "mass", "mass-per-volume", "time" …; "" where unknown."""
    if unit == "percentage-points":
        return "points"
    kinds = [_KNOWN[part][0] if part in _KNOWN else "" for part in unit.split("/")] if unit else [""]
    return "-per-".join(kinds) if all(kinds) else ""


@lru_cache(maxsize=4096)
def _factor(unit: str) -> Decimal | None:
    """What one of the unit is in the first units of its dimensions; None where it cannot be converted."""
    total = Decimal(1)
    for index, part in enumerate(unit.split("/")):
        _, factor = _KNOWN.get(part, ("", Decimal(0)))
        if not factor:
            return None
        total = total * factor if index == 0 else total / factor
    return total


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """`value` in the canonical unit `to`; None where the two do not measure the same."""
    if unit == to:
        return value
    if not unit or not to or dimension(unit) != dimension(to) or not dimension(unit):
        return None
    one, other = _factor(unit), _factor(to)
    if one is None or other is None:
        return None
    return (value * one / other).normalize()
