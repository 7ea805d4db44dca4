"""Files that are no export of answers as a workbook or text, known by their first bytes: refused by name, with
how to get one that is."""

import re

from lib.ingest.files.raw import refuse
from lib.survey.problems import Refusal

_AS_EXPORT = "Exporteer de antwoorden als Excel- of CSV-bestand en open dat bestand."
_SPSS = (
    "een SPSS-bestand",
    "Kies in SPSS Bestand, Exporteren en dan CSV of Excel, met waardelabels in plaats van waarden en met de namen of "
    "labels van de variabelen in de eerste rij, en open dat bestand.",
)
_STATISTICS = "Sla de gegevens daar op als CSV of Excel, met labels in plaats van codes en de vragen in de eerste rij, en open dat bestand."
_KINDS = (
    (rb"%PDF", "een pdf", _AS_EXPORT),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", "een afbeelding", _AS_EXPORT),
    (rb"\$FL[23]|.{0,256}SPSS PORT FILE", *_SPSS),
    (rb"<stata_dta>|[\x69\x6c-\x73][\x01\x02]\x01\x00", "een Stata-bestand", _STATISTICS),
    (rb"\x00{12}\xc2\xea\x81\x60|HEADER RECORD\*{7}LIB", "een SAS-bestand", _STATISTICS),
    (rb"RD[XAB][23]\n|[XAB]\n\x00\x00\x00[\x02\x03]\x00", "een R-bestand", _STATISTICS),
    (rb"PAR1", "een Parquet-bestand", _STATISTICS),
    (rb"\x00\x01\x00\x00Standard (?:Jet|ACE) DB", "een Access-database", _AS_EXPORT),
    (rb"SQLite format 3\x00", "een database", _AS_EXPORT),
    (rb"\x1f\x8b|BZh[1-9]1AY|\xfd7zXZ|7z\xbc\xaf|Rar!", "een ingepakt bestand", "Pak het uit en open het bestand met de antwoorden zelf; van een R-bestand slaat u de gegevens eerst op als CSV."),
)  # fmt: skip


def refusal_of(file: str, data: bytes) -> Refusal | None:
    """The refusal of a file of another kind; None where it may be an export."""
    for start, what, remedy in _KINDS:
        if re.match(start, data[:512], re.DOTALL):
            return refuse(
                "not_an_export", file, f"Het bestand {file} is {what}, geen export met antwoorden.", remedy
            )  # fmt: skip
    return None
