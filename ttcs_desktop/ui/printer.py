"""Asking for a printer with the system's own dialog (hộp thoại in)."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def ask_for_printer(printer: "QPrinter", window: QWidget) -> bool:
    """Let the clerk choose printer, pages and copies; tell whether to print."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, window)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    is_chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_chosen
