"""What became of a letter, in a clerk's words (tình trạng thư)."""

from ttcs_desktop.i18n import _
from ttcs_desktop.model.mail import Delivery, DeliveryState, Letter, LetterState


def letter_word(state: LetterState) -> str:
    """Return where a letter stands, in a word or two."""
    words = {
        LetterState.ASKED: _("chờ đồng ý gửi"),
        LetterState.WAITING: _("chờ gửi"),
        LetterState.SENDING: _("đang gửi"),
        LetterState.HANDED_OVER: _("đang gửi"),
        LetterState.SENT: _("đã gửi"),
        LetterState.UNSURE: _("có thể đã gửi"),
        LetterState.REFUSED: _("bị từ chối"),
        LetterState.WITHDRAWN: _("đã rút lại"),
    }
    return words[state]


def letter_story(letter: Letter) -> str:
    """Return what happened to a letter and what comes next, in sentences."""
    sentences = [
        letter.note,
        *map(_delivery_sentence, letter.deliveries),
        _next_step(letter),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _delivery_sentence(delivery: Delivery) -> str:
    if delivery.state is DeliveryState.SENT:
        return _("{email}: máy chủ đã nhận.").format(email=delivery.email)
    if delivery.state is DeliveryState.UNSURE:
        return _("{email}: có thể đã gửi.").format(email=delivery.email)
    if delivery.state is DeliveryState.REFUSED:
        return _("{email}: bị từ chối ({reply}).").format(
            email=delivery.email, reply=delivery.reply
        )
    if delivery.reply:
        return _("{email}: máy chủ hẹn gửi lại ({reply}).").format(
            email=delivery.email, reply=delivery.reply
        )
    return ""


def _next_step(letter: Letter) -> str:
    if letter.state is LetterState.ASKED:
        return _("Thư chỉ được gửi khi văn thư đồng ý.")
    if letter.state is LetterState.UNSURE:
        return _("Hỏi nơi nhận, rồi ghi là đã gửi hoặc đồng ý gửi lại.")
    if letter.state is LetterState.WAITING and letter.next_try:
        when = letter.next_try.astimezone()
        return _("Gửi lại lúc {time}.").format(time=f"{when:%H:%M %d/%m/%Y}")
    if letter.state is LetterState.REFUSED:
        return _("Kiểm tra địa chỉ rồi soạn lại thư.")
    return ""
