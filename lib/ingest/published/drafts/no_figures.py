"""Numbers that are no figure whatever stands around: dates, times, phone numbers, pages, chapters, scales, amounts."""

import re
from collections.abc import Iterator

from lib.ingest.published.drafts.printed_number import Why

_MONTH = r"(?:jan(?:uari)?|feb(?:ruari)?|m(?:aa)?rt|apr(?:il)?|mei|jun[i]?|jul[i]?|aug(?:ustus)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_PATTERNS: tuple[tuple[Why, str], ...] = (
    ("time", r"\b\d{1,2}[.:]\d\d\s*[-–]\s*\d{1,2}[.:]\d\d(?:\s*uur)?|\b\d{1,2}[.:]\d\d\s*tot\s*\d{1,2}[.:]\d\d\s*uur"),
    ("date", rf"\b\d{{1,2}}(?:e|ste|de)?\s+(?:(?:t/m|tot(?: en met)?|-|–|en)\s+\d{{1,2}}\s+)?{_MONTH}(?:\s+(?:19|20)\d\d)?"),
    ("date", rf"\b{_MONTH}\s+(?:19|20)\d\d\b"),
    ("date", r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b"),
    ("date", r"\b[Qq][1-4]\b|\b[1-4]e?\s+kwartaal\b|\bkwartaal\s+[1-4]\b|\bweek\s+\d{1,2}\b|\b[HT][12]\b"),
    ("amount", r"(?i:\b(?:in|na) 1 (?:keer|bezoek|x)\b)"),
    ("time", r"\b\d{1,2}[.:]\d\d\s*(?:uur|u\b)|\b\d{1,2}:\d\d\b|\b\d{1,2}\s*(?:tot|-|–)\s*\d{1,2}\s*uur"),
    ("phone", r"(?<!\d)(?:\+31|0031)[\s\-()\d]{8,}\d|(?<![\d.,])0\d{1,3}[\s\-–]\d[\d\s]{4,9}\d|(?<![\d.,])0[68]00[\s\-]?\d{4}|(?<![\d.,])14\s?0\d{2,3}\b|(?<![\d.,])0\d{9}\b"),
    ("phone", r"(?i:\b(?:toestel(?:nummer)?|tst\.?)\s*\d{3,6}\b)"),
    ("address", r"https?://\S+|www\.\S+|\S+@\S+\.\w+|\b[\w-]+\.nl\b\S*"),
    ("address", r"\b[1-9]\d{3}\s?(?!BM)[A-Z]{2}\b|\b[Pp]ostbus\s+\d+|\b\w+(?:straat|weg|laan|plein|kade|gracht)\s+\d+\b"),
    ("page", r"(?i:\b(?:pagina|pag\.?|blz\.?|bladzijde|slide|dia|p\.)\s*\d+(?:\s*(?:van|/|-|–|t/m|tot)\s*\d+)?)"),
    ("chapter", r"(?i:\b(?:hoofdstuk|paragraaf|figuur|fig\.|tabel|grafiek|bijlage|artikel|versie|stap|v\.?)\s*\d+(?:\.\d+)*)\b(?!\s*%)"),
    ("scale", r"(?i:\b(?:schaal|cijfer|cijfers|rapportcijfer|rapportcijfers|waarbij|lopend|loopt|variërend)\s*\(?(?:van|tussen)?\s*(?:de\s+)?(?:een\s+)?\d{1,2}\s*(?:tot(?: en met)?|t/m|-|–|en|/)\s*(?:een\s+)?\d{1,2})\b"),
    ("scale", r"\bvan\s+1\s*(?:\([^)]*\))?\s*(?:tot(?: en met)?|t/m)\s*(?:een\s+)?10\b"),
    ("scale", r"\(\s*(?:schaal\s+)?1\s*(?:tot(?: en met)?|t/m|-|–)\s*(?:10|5|7)\s*\)|\b[57][- ]?puntsschaal|\b10[- ]?puntsschaal|\b(?:vijf|zeven|tien)?\d{1,2}-punts"),
    ("scale", r"(?<![\d,.])1\s*=\s*[\w ]{3,40}?[,;]?\s*(?:en\s+)?(?:10|5)\s*=|(?<![\d,.])-\s?100\s*(?:tot|t/m|en|–|-)\s*\+?\s?100\b"),
    ("amount", r"(?:€|EUR|euro)\s*\d[\d.,]*(?:,-)?"),
    ("amount", r"\d[\d.,]*\s*(?:(?:euro|EUR)\b|€)(?!\s*\d)"),
    ("amount", r"(?<![\d.,])\d{1,3}\s+(?:[a-z]+\s+)?gemeenten\b"),
    ("amount", r"\b24/7\b|\b24 uur\b|(?<![\d.,])\d[\d.,]*\s*(?:minuten|minuut|min\.|uur|uren|dagen|werkdagen|weken|maanden|jaar|jaren|miljoen|gemeenten|loketten|medewerkers|vragen|aspecten|stellingen|kanalen|km)\b(?! (?:die|dat) )"),
    ("amount", r"(?<![\d.,])\d{2,3}\.\d{3}\s+inwoners\b"),  # of the place; answers are told in thousands at most
    ("group", r"\b[Gg]\s?(?:4|32|40|42)\b|\b(?:100|50|25|250|75|90)\.000\s*(?:\+|inwoners|tot|-|–)|[<>]\s*\d+\.?000\b|\b\d{2,3}\.000\s*[-–]\s*\d{2,3}\.000"),
    ("statistic", r"(?i:\bp\s*[<>=]\s*0?[.,]\d+|\b9[059]\s?%[- ]?(?:betrouwbaarheids?|zekerheid|interval|bhi)\w*|\bn\s*[<>]\s*\d+|\b(?:minimaal|minstens|vanaf|ten minste|minder dan|meer dan)\s+\d+\s+(?:respondenten|antwoorden|waarnemingen|reacties))"),
    ("name", r"(?i:\b(?:zaak|document|dossier|kenmerk|besluit|referentie)(?:nummer|nr\.?)?\s*:?\s*[A-Z-]{0,6}\d{2,}(?:[./-]\d+)*)"),
    ("statistic", r"(?i:\btot(?:aal)?\s+100\s?(?:%|procent))"),
    ("amount", r"(?i:\bper\s+\d+\b)"),
    ("statistic", r"(?i:\bvan\s+\d+\s+(?:tot en met|t/m)\s+\d+\b(?!\s*[%,\d]))"),
    ("rank", r"(?i:\btop[- ]?\d{1,2}\b|\bnummer\s+\d{1,2}\b)"),
    ("statistic", r"(?i:\bschalen? \d\b)"),
    ("name", r"\b(?:COVID|covid|Office|ISO|NEN|DigiD|Windows|A4|CO2|B2B|O365)[- ]?\d+\b|\bA[345]\b|\bCO2\b"),
)  # fmt: skip
_COMPILED = tuple((why, re.compile(pattern)) for why, pattern in _PATTERNS)
_CHAPTER = re.compile(r"^\s*(\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+(?=[A-ZÀ-Ý][a-zà-ÿ])")


def spans_of(text: str) -> Iterator[tuple[int, int, Why]]:
    """The stretches of a text in which every number is no figure, and what it is."""
    for why, pattern in _COMPILED:
        for found in pattern.finditer(text):
            yield found.start(), found.end(), why


def list_mark(text: str) -> tuple[int, bool] | None:
    """Where the number ends with which a line begins as in "3. Wachttijd" or "2.1 Balie", and whether it is of a chapter
    with parts; None where there is none."""
    found = _CHAPTER.match(text)
    if found is None:
        return None
    return found.end(1), "." in found[1].rstrip(".")
