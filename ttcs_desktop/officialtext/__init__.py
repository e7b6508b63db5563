r"""Official text (văn bản nguồn): plain text as clerks type it, read and printed.

`parse.parse` reads any text into a `Document`, `printing.official_text` prints one so that it is
read the same, `escape.escape` makes a value safe to stand anywhere in it. The notation, in order:

    TỈNH ỦY KHÁNH HÒA           letterhead as pasted, side by side with tabs or one under another:
    **BAN TUYÊN GIÁO**          body above and issuing body, number, place and date, marks such as
    Số 31-HD/BTGTU              MẬT, HỎA TỐC, Dự thảo lần 2. All of it may be left out.
    HƯỚNG DẪN                   type, in capitals; `CỦA BAN THƯỜNG VỤ …` under it is the author
    **tuyên truyền …**          subject, in bold or short; under a number also `V/v …`
    Kính gửi: …                 addressees, there or on lines `- …;` below; also `Kính trình:`
    GIÁM ĐỐC SỞ TƯ PHÁP         who decides, before the bases
    Căn cứ Luật …;              bases, each with its end mark
    QUYẾT ĐỊNH:                 the line that enacts

    Phần I, Chương I, Mục 1, Tiểu mục 1, their name after a full stop or on the next line
    Điều 1. …      I. or I- …      1. or 1- …      1.1. …      1.1.1. …
    a) …           points, a b c d đ e g h i k l m n o p q r s t u v x y
    - …            + …
    -> giữa dòng <-             a centred line
    === ngắt trang ===          a new page
    | TT | Kết quả || Ghi chú | a table: `||` widens the cell before it, `^` alone in a cell goes on
    | ^ | Kế hoạch | Đạt | ^ |  with the one above; the line of `---`, `:-:`, `--:` ends the header
    |:-:|---|--:|---|           and aligns the columns

    **đậm** *nghiêng* ***cả hai***   [[ct-07-2016]] cites an instrument   [^1] marks a footnote
    [^1]: …                     its words, anywhere
    \* \[ \| \\                 a sign as it is; `\` before a line: running text, whatever follows

    (Gửi kèm …)                 notes in brackets that end the body
    Nơi nhận:                   recipients `- Tỉnh ủy (báo cáo);` or `- Tỉnh ủy, } (báo cáo)`, then
    - Lưu: VT.                  where it is filed
    T/M BAN THƯỜNG VỤ           signature: authority (T/M, TM., K/T, KT., T/L, TL., TUQ., Q.),
    PHÓ BÍ THƯ                  titles (two with `kiêm` between them), `(đã ký)`, name; `-----`
    (đã ký)                     before the next signer. Before, after or between the recipients.
    Người soạn thảo: …   Địa chỉ liên hệ: …   Không phổ biến trên phương tiện thông tin đại chúng

    Phụ lục I {ngang}           an annex (`{ngang}`: landscape), its title in capitals, bold or
                                centred, then its blocks. The line `(Kèm theo …)` is the format's.

A paragraph goes on over lines that start in mid-sentence; a blank line ends it. Front matter
between `+++` lines is passed over. What is not understood is a paragraph, with a `Problem` where
one can help: no text is refused.
"""
