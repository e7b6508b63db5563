"""What is printed of a document that goes out, each as PDF, so that nothing moves (giấy tờ in ra).

The document itself, the slip for the signer, the list to sign for, labels, envelopes, copies.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from ttcs_desktop.i18n import _
from ttcs_desktop.model.format import FormatProfile
from ttcs_desktop.model.problem import Problem
from ttcs_desktop.services.composing import Composition
from ttcs_desktop.services.copying import Copying, CopyRequest
from ttcs_desktop.services.library import Library
from ttcs_desktop.services.posting import CopyCount, Posting
from ttcs_desktop.services.slip import slip_of


class PaperKind(StrEnum):
    """What may be printed."""

    DOCUMENT = "document"  # văn bản
    SLIP = "slip"  # phiếu trình ký
    LIST = "list"  # danh sách gửi, ký nhận
    LABELS = "labels"  # nhãn
    ENVELOPES = "envelopes"  # phong bì
    COPY = "copy"  # bản sao có chứng thực của cơ quan sao


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """What is to be printed, and how.

    Attributes:
        is_two_sided: mirrors the margins of the document, as for print on both sides.
        paper: id of a label sheet or an envelope.
        used: labels of the first sheet that are gone already.
        copy: who certifies the copy, and of what kind.
    """

    kind: PaperKind
    is_two_sided: bool = False
    paper: str = ""
    used: int = 0
    copy: CopyRequest | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages to be printed, and what the clerk should look at before."""

    title: str
    pdf: bytes
    is_two_sided: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Papers:
    """Makes what is printed."""

    library: Library

    def copies(self, composition: Composition) -> tuple[CopyCount, ...]:
        """Return how many copies each recipient needs, the archive copy last.

        Raises:
            UserError: the document has no recipients.
        """
        return Posting(self.library).copies(composition)

    def make(self, composition: Composition, request: PaperRequest) -> Paper:
        """Return the pages of a paper.

        Raises:
            UserError: the document has no recipients, or may not be copied.
            UnknownError: there is no such label sheet, envelope, unit or kind of copy.
        """
        makers = {
            PaperKind.DOCUMENT: self._document,
            PaperKind.SLIP: self._slip,
            PaperKind.LIST: self._list,
            PaperKind.LABELS: self._labels,
            PaperKind.ENVELOPES: self._envelopes,
            PaperKind.COPY: self._copy,
        }
        return makers[request.kind](composition, request)

    def _document(self, composition: Composition, request: PaperRequest) -> Paper:
        from ttcs_desktop.writers.pdf import write

        form = mirrored(composition.format) if request.is_two_sided else composition.format
        pdf = write(composition.sheet, form)
        return Paper(composition.sheet.title, pdf, request.is_two_sided or form.page.is_two_sided)

    def _slip(self, composition: Composition, _request: PaperRequest) -> Paper:
        from ttcs_desktop.readers.pdf import read_facts
        from ttcs_desktop.services.naming import suggested_name
        from ttcs_desktop.services.settings import load_settings
        from ttcs_desktop.writers.pdf import write

        form = composition.format
        pages = read_facts(write(composition.sheet, form)).pages
        name = suggested_name(composition, load_settings().name_pattern)
        slip = slip_of(self.library, composition, (f"{name}.docx", f"{name}.pdf"), pages)
        return Paper(_("Phiếu trình ký"), write(slip, form))

    def _list(self, composition: Composition, _request: PaperRequest) -> Paper:
        from ttcs_desktop.writers.pdf import write

        sheet = Posting(self.library).dispatch_list(composition)
        return Paper(sheet.title, write(sheet, composition.format))

    def _labels(self, composition: Composition, request: PaperRequest) -> Paper:
        from ttcs_desktop.writers.pdf import write_postage

        sheet = self.library.label_sheet(request.paper)
        sheets = Posting(self.library).labels(composition, sheet, used=request.used)
        title = _("Nhãn gửi: {title}").format(title=_about(composition))
        return Paper(title, write_postage(sheets, title))

    def _envelopes(self, composition: Composition, request: PaperRequest) -> Paper:
        from ttcs_desktop.writers.pdf import write_postage

        envelope = self.library.envelope(request.paper)
        sheets = Posting(self.library).envelopes(composition, envelope)
        title = _("Phong bì: {title}").format(title=_about(composition))
        return Paper(title, write_postage(sheets, title))

    def _copy(self, composition: Composition, request: PaperRequest) -> Paper:
        from ttcs_desktop.writers.pdf import write

        assert request.copy is not None, "a copy is asked for with who certifies it"  # noqa: S101
        pages = Copying(self.library).copy(composition, request.copy)
        form = mirrored(pages.format) if request.is_two_sided else pages.format
        return Paper(
            f"{pages.kind.title}: {_about(composition)}",
            write(pages.sheet, form),
            request.is_two_sided or form.page.is_two_sided,
            pages.problems,
        )


def mirrored(format: FormatProfile) -> FormatProfile:  # noqa: A002
    """Return a format for print on both sides, where its rules allow that; lines stay as broken."""
    if not format.page.two_sided_allowed:
        return format
    return replace(format, page=replace(format.page, is_two_sided=True))


def _about(composition: Composition) -> str:
    numbered = composition.sheet.keywords if composition.document.number.serial else ""
    return numbered or composition.sheet.title
