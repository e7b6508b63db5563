"""Colours that can be read, in light and in dark, and icons that follow them."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ttcs_desktop.ui import look
from ttcs_desktop.ui.editor.text_edit import TextEdit
from ttcs_desktop.ui.icons import icon
from ttcs_desktop.ui.look import DARK, LIGHT, Colours

GROUNDS = ("window", "base", "raised", "selection", "filled")
WORDS = ("text", "muted", "accent", "error", "warning", "note", "good")


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2.2 counts it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = QColor(colour).getRgbF()[:3]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_every_ground(scheme: Colours) -> None:
    faint = {
        (word, ground): round(contrast(getattr(scheme, word), getattr(scheme, ground)), 2)
        for word in WORDS
        for ground in GROUNDS
        if contrast(getattr(scheme, word), getattr(scheme, ground)) < 4.5
    }
    assert faint == {}
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_inputs_can_be_seen(scheme: Colours) -> None:
    for ground in ("window", "base", "raised"):
        assert contrast(scheme.edge, getattr(scheme, ground)) >= 3


def test_an_icon_is_drawn_in_the_colour_of_the_scheme(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    for is_dark, scheme in ((False, LIGHT), (True, DARK)):
        monkeypatch.setattr(look, "is_dark", lambda is_dark=is_dark: is_dark)
        drawn = icon("save").pixmap(32, 32).toImage()
        seen = {
            drawn.pixelColor(x, y).name()
            for x in range(32)
            for y in range(32)
            if drawn.pixelColor(x, y).alpha() > 250
        }
        assert seen == {scheme.text}


def test_text_changes_its_dress_with_the_scheme(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = TextEdit()
    text.show()
    text.load("1. Nội dung [[ct-07-2016]]")

    def mark() -> str:
        dressed = text.document().firstBlock().layout().formats()
        return dressed[0].format.foreground().color().name()

    assert mark() == LIGHT.accent
    monkeypatch.setattr(look, "is_dark", lambda: True)
    look.paint(dressed)
    dressed.processEvents()
    assert mark() == DARK.accent
    monkeypatch.undo()
    look.paint(dressed)
    text.close()
