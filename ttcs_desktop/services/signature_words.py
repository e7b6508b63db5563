"""What signatures tell, in plain words (lời kết luận về chữ ký số)."""

from collections.abc import Iterable

from ttcs_desktop.i18n import _
from ttcs_desktop.model.signature import Change, SignatureReport


def verdict(reports: Iterable[SignatureReport]) -> str:
    """Return in one sentence whether a file can be relied on as signed."""
    told = tuple(reports)
    if not told:
        return _("Tệp không có chữ ký số.")
    if not all(one.is_intact and one.change is not Change.FORBIDDEN for one in told):
        return _("Không dùng được: tệp đã bị sửa sau khi ký.")
    if not all(one.is_trusted for one in told):
        return _("Tệp còn nguyên như khi ký, nhưng chưa xác nhận được người ký là ai.")
    return _("Chữ ký hợp lệ, tệp còn nguyên như khi ký.")


def story(report: SignatureReport) -> tuple[str, ...]:
    """Return what one signature tells: who, when, intact or changed, trusted or not and why."""
    return (_who(report), _when(report), _state(report), _trust(report))


def _who(report: SignatureReport) -> str:
    if report.organisation and report.organisation != report.signer:
        return _("Người ký: {signer}, {organisation}.").format(
            signer=report.signer, organisation=report.organisation
        )
    return _("Người ký: {signer}.").format(signer=report.signer)


def _when(report: SignatureReport) -> str:
    if report.signed_at is None:
        return _("Không rõ ký lúc nào.")
    moment = f"{report.signed_at.astimezone():%H:%M:%S %d/%m/%Y}"
    if report.is_time_proved:
        return _("Ký lúc {moment}, có dấu thời gian xác nhận.").format(moment=moment)
    return _("Ký lúc {moment} theo đồng hồ máy người ký.").format(moment=moment)


def _state(report: SignatureReport) -> str:
    if not report.is_intact:
        return _("Nội dung đã ký không còn nguyên vẹn.")
    if report.change is Change.FORBIDDEN:
        return _("Tệp đã bị sửa sau chữ ký này.")
    if report.change is Change.SIGNED_ON:
        return _("Nội dung nguyên vẹn; sau đó chỉ có thêm chữ ký hoặc ô ký.")
    return _("Nội dung nguyên vẹn từ khi ký.")


def _trust(report: SignatureReport) -> str:
    if report.is_trusted:
        return _("Chứng thư số do “{issuer}” cấp, được tin cậy trên máy này.").format(
            issuer=report.issuer
        )
    return report.doubt
