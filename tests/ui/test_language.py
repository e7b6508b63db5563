"""The window speaks Vietnamese and English, and changes while a text is on the desk."""

from PySide6.QtWidgets import QLabel
from ui.hands import Until, answer, write

from ttcs_desktop.i18n import _
from ttcs_desktop.services.workbench import Workbench
from ttcs_desktop.ui.application import Desktop
from ttcs_desktop.ui.editor.screen import EditorScreen


def test_the_language_changes_and_the_text_stays(
    desktop: Desktop, editor: EditorScreen, workbench: Workbench, until: Until
) -> None:
    answer(editor, "subject", "về thông tin")
    until(lambda: "về thông tin" in editor.text.toPlainText())
    write(editor.text, "gõ tay ")
    draft = editor.writing.draft
    desktop.speak("en")
    other = desktop.window.editor()
    assert other is not editor
    assert other.writing.draft == draft
    assert other.text.toPlainText() == draft.text
    assert other.is_changed()
    assert desktop.window.commands.actions["print"].iconText() == "Print"
    labels = {label.text() for label in other.form.findChildren(QLabel)}
    assert {"Opening", "Subject"} <= labels
    assert workbench.settings().language == "en"
    assert workbench.recoverable() == ()
    desktop.speak("vi")
    assert desktop.window.editor().writing.draft == draft
    assert desktop.window.commands.actions["print"].iconText() == "In"
    assert _("Bắt đầu") == "Bắt đầu"
