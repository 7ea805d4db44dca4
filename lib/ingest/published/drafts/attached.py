"""The figures that a factsheet of this app carries inside its PDF."""

import pypdfium2

NAME = "figures.json"
_LARGEST = 4 << 20  # bytes; those of a factsheet are some tens of thousands
_MOST = 20  # attachments that are looked at


def attached_figures(data: bytes) -> str:
    """The JSON that is attached under `NAME`; empty where there is none. Raises `pypdfium2.PdfiumError` for what is no
    PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        for place in range(min(document.count_attachments(), _MOST)):
            attachment = document.get_attachment(place)
            if attachment.get_name() == NAME:
                content = bytes(attachment.get_data())
                return content.decode("utf-8", "replace") if len(content) <= _LARGEST else ""
        return ""
    finally:
        document.close()
