"""Words of the interface: Vietnamese in the code, English from a catalogue (giao diện song ngữ)."""

from functools import cache

from ttcs_desktop.places import resources

LANGUAGES = ("vi", "en")

_language = "vi"


def use(language: str) -> None:
    """Speak this language from now on: "vi" or "en"."""
    global _language  # noqa: PLW0603  the one setting that every sentence depends on
    _language = language if language in LANGUAGES else "vi"


def language() -> str:
    """Return the language spoken now."""
    return _language


def _(text: str) -> str:
    """Return a sentence of the interface in the language spoken now."""
    if _language == "vi":
        return text
    return _catalogue(_language).get(text, text)


def pick(vietnamese: str, english: str) -> str:
    """Return which of two texts of a data file is to be shown; English falls back to Vietnamese."""
    return english if _language == "en" and english else vietnamese


@cache
def _catalogue(language: str) -> dict[str, str]:
    from babel.messages.pofile import read_po

    path = resources() / "locale" / language / "LC_MESSAGES" / "ttcs.po"
    with path.open("rb") as file:
        catalogue = read_po(file)
    return {
        message.id: message.string
        for message in catalogue
        if isinstance(message.id, str) and isinstance(message.string, str) and message.string
    }
