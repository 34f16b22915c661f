"""The font families that print editions are set in, and where ``pip`` has put them.

All of them come from PyPI, so that ``pip install`` is enough and no system font changes the
look of an edition. Order matters: it is the order in which :mod:`plainlang.fonts.choice` asks.

- Atkinson Hyperlegible (Braille Institute, 2020): drawn for low vision; Latin letters only.
- Noto Sans (Google, 2012 and later): Latin with Vietnamese, Greek, Cyrillic, Devanagari.
- Noto Sans Arabic: Arabic, Persian, Urdu and others, with Latin letters that match.
- Noto Sans CJK: an extra, because each of its files has 16 MB. Linux distributions carry the
  same files as one collection, which is taken where the extra is not installed.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from plainlang.diagnostics import Code
from plainlang.exceptions import MissingProgramError


@dataclass(frozen=True, slots=True)
class FontFamily:
    """One family as it is installed.

    :param name: the family's name as Typst and the font's ``name`` table have it.
    :param requirement: what ``pip install`` needs to be told.
    :param modules: importable modules that hold the files, any of which may be absent where
        ``optional``.
    :param folder: where the files lie inside the module.
    :param regular: file name of the regular weight, whose ``cmap`` stands for the family.
    :param optional: the family is not among plainlang's own requirements.
    :param collections: files of the regular weight as distributions install the family: font
        collections, with the other weights beside them.
    """

    name: str
    requirement: str
    modules: tuple[str, ...]
    folder: str
    regular: str
    optional: bool = False
    collections: tuple[Path, ...] = ()

    def folders(self) -> tuple[Path, ...]:
        """Return the folders with the family's files; empty where it is not installed."""
        found = (_module_folder(module) for module in self.modules)
        paths = (path / self.folder if self.folder else path for path in found if path)
        packaged = tuple(path for path in paths if path.is_dir())
        if packaged:
            return packaged
        return tuple(path.parent for path in self.collections if path.is_file())[:1]

    def regular_file(self) -> Path:
        """Return the file of the regular weight.

        :raises MissingProgramError: with ``FONT_MISSING`` if the family is not installed.
        """
        for folder in self.folders():
            for name in self._regular_names():
                if (folder / name).is_file():
                    return folder / name
        raise MissingProgramError(
            f"the font {self.name} is not installed",
            code=Code.FONT_MISSING,
            hint=f"Run: pip install --force-reinstall {self.requirement}",
        )

    def installed(self) -> bool:
        """Tell whether the family's regular weight is there."""
        return any(
            (folder / name).is_file() for folder in self.folders() for name in self._regular_names()
        )

    def _regular_names(self) -> tuple[str, ...]:
        return (self.regular, *dict.fromkeys(path.name for path in self.collections))


def _module_folder(module: str) -> Path | None:
    # Only the place is needed; importing the module would run its code.
    spec = importlib.util.find_spec(module)
    return Path(spec.origin).parent if spec and spec.origin else None


#: Where Debian and Ubuntu (``fonts-noto-cjk``), Fedora (``google-noto-sans-cjk-fonts``) and Arch
#: (``noto-fonts-cjk``) put the collection of all Noto Sans CJK families.
_CJK_COLLECTIONS = tuple(
    Path("/usr/share/fonts") / folder / "NotoSansCJK-Regular.ttc"
    for folder in ("opentype/noto", "google-noto-sans-cjk-fonts", "noto-cjk")
)


def _cjk(language: str) -> FontFamily:
    return FontFamily(
        name=f"Noto Sans CJK {language.upper()}",
        requirement=f'"noto-cjk[sans-{language}]"',
        modules=(f"noto_cjk_sans_{language}_regular", f"noto_cjk_sans_{language}_bold"),
        folder="",
        regular=f"NotoSansCJK{language}-Regular.otf",
        optional=True,
        collections=_CJK_COLLECTIONS,
    )


FAMILIES: tuple[FontFamily, ...] = (
    FontFamily(
        name="Atkinson Hyperlegible",
        requirement="fontpkg-atkinson-hyperlegible",
        modules=("fontpkg_atkinson_hyperlegible",),
        folder="files",
        regular="AtkinsonHyperlegible-Regular.ttf",
    ),
    FontFamily(
        name="Noto Sans",
        requirement="fontpkg-noto-sans",
        modules=("fontpkg_noto_sans",),
        folder="files",
        regular="NotoSans[wdth,wght].ttf",
    ),
    FontFamily(
        name="Noto Sans Arabic",
        requirement="fontpkg-noto-sans-arabic",
        modules=("fontpkg_noto_sans_arabic",),
        folder="files",
        regular="NotoSansArabic[wdth,wght].ttf",
    ),
    _cjk("sc"),
    _cjk("tc"),
    _cjk("jp"),
    _cjk("kr"),
)

#: The family of program text. Typst carries it inside.
MONOSPACE = "DejaVu Sans Mono"
