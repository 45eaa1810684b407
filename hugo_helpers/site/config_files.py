"""The files of a Hugo configuration: which a folder has, and what they say, merged as Hugo does."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hugo_helpers.site import data

STEMS = ("hugo", "config")
FORMATS: dict[str, data.Format] = {
    ".toml": "toml",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
}
MAX_BYTES = 1_000_000


def files(folder: Path) -> Iterator[Path]:
    """The configuration files of a folder, in the order in which Hugo merges them."""
    for stem in STEMS:
        found = [p for e in FORMATS if (p := folder / (stem + e)).is_file()]
        if found:
            yield found[0]
            break
    default = folder / "config" / "_default"
    if default.is_dir():
        yield from sorted(p for p in default.iterdir() if p.suffix in FORMATS and p.is_file())


def settings(folder: Path) -> dict[str, Any]:
    """What the configuration of a folder says; keys in lower case.

    Raises ValueError, naming the file, for one that cannot be parsed, and OSError for one that
    cannot be read.
    """
    merged: dict[str, Any] = {}
    for path in files(folder):
        text = text_of(path)
        try:
            found = _lowered(data.parse_settings(text, FORMATS[path.suffix]))
        except RecursionError:
            raise ValueError(f"{path}: nested too deeply") from None
        except ValueError as error:
            raise ValueError(f"{path}: {error}") from None
        lowered: dict[str, Any] = found
        if path.parent.name == "_default" and path.stem not in STEMS:
            lowered = _under(path.stem.lower(), lowered)
        _merge(merged, lowered)
    return merged


def text_of(path: Path) -> str:
    """The text of a configuration file.

    Raises ValueError, naming the file, for one that is too large or not in UTF-8, and OSError.
    """
    if path.stat().st_size > MAX_BYTES:
        raise ValueError(f"{path}: more than {MAX_BYTES:,} bytes of configuration")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        byte = f"byte 0x{error.object[error.start]:02x}"
        raise ValueError(f"{path}:{row}: not UTF-8: {byte}; save the file as UTF-8") from None


def _under(stem: str, values: dict[str, Any]) -> dict[str, Any]:
    """`params.toml` holds `params`; `languages.ja.toml` and `menus.en.toml` one language of it."""
    head, _, language = stem.partition(".")
    if not language:
        return {head: values}
    return {"languages": {language: values if head == "languages" else {head: values}}}


def _lowered(values: dict[str, object]) -> dict[str, Any]:
    """The same with all keys in lower case.

    Raises ValueError where aliases of YAML make more values than the file has bytes.
    """
    left = MAX_BYTES

    def lower(value: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise ValueError(f"aliases that make more than {MAX_BYTES:,} values")
        if isinstance(value, dict):
            return {str(k).lower(): lower(v) for k, v in value.items()}
        return [lower(v) for v in value] if isinstance(value, list) else value

    return {str(key).lower(): lower(value) for key, value in values.items()}


def _merge(into: dict[str, Any], values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = value
