"""Files of the formats that are read, made for tests."""

from email.message import EmailMessage
from io import BytesIO


def make_pdf(pages, *, title="", image=False):
    """A PDF whose pages show the lines given, one below the other; `image` puts a picture on each instead."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
        b"\nstream\n\x00\nendstream"
    )
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T*\n" for line in lines)
        stream = b"q 100 0 0 100 0 0 cm /I Do Q" if image else f"BT /F 12 Tf 14 TL 50 800 Td\n{shown}ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> %s >> "
            b"/Contents %d 0 R >>" % (b"/XObject << /I 4 0 R >>" if image else b"", len(objects))
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids), b" ".join(b"%d 0 R" % kid for kid in kids),
    )  # fmt: skip
    objects.append(b"<< /Title (%s) /CreationDate (D:20240503101500Z) >>" % title.encode())
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    many = len(objects)
    end = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (many + 1, many, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (many + 1, table) + end


def encrypted(pdf, *, user="secret"):
    """The PDF behind a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def make_docx(paragraphs, *, table=(), title="", author=""):
    """A Word document of (style, text) paragraphs with a table behind them."""
    import docx

    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, texts in enumerate(table):
            for column, text in enumerate(texts):
                grid.cell(row, column).text = text
    document.core_properties.title, document.core_properties.author = title, author
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def make_mail(text, *, html=None, attachment=None):
    """A mail as it is saved."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Outcome of the Oslo talks", "Ministry of Fisheries <press@example.org>"
    message["Date"] = "Fri, 03 May 2024 10:15:00 +0200"
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html") if text is not None else message.set_content(html, subtype="html")
    if attachment is not None:
        message.add_attachment(attachment, maintype="application", subtype="octet-stream", filename="a.bin")
    return message.as_bytes()


PAGE = """<!doctype html><html lang="en"><head><title>Ministers sign the convention | Ministry</title>
<meta name="author" content="Jane Roe"><meta property="article:published_time" content="2024-05-03T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News of the Ministry</a></nav>
<main><article><h1>Ministers sign the convention</h1>
<p>Norway signed the <a href="/x">Lagos Convention on Fisheries</a>, and the minister of Kenya met the minister of
<b>Peru</b> in Oslo on 3 May 2024.</p><h2>Plans</h2>
<p>Kenya will host the Arctic Energy Summit in 2031, said the minister in a speech to the delegates of sixty states.</p>
</article></main><aside><h3>Related</h3><p>Chad sells ten kinds of fish</p></aside>
<footer><p>Copyright of the Ministry. Cookie settings. Subscribe to the newsletter.</p></footer></body></html>"""
