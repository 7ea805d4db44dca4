"""The terms of the survey, each explained in one sentence: the same words wherever they are shown."""

from lib.report.blocks import Facts, Headline, Page, Shown, flat

TERMS: dict[str, str] = {
    "BM": "Benchmark: het gemiddelde van de deelnemende gemeenten, zoals het afgerond is gepubliceerd.",
    "CES": "Customer Effort Score: het percentage klanten dat weinig of geen moeite deed, min het percentage dat veel "
           "of heel veel moeite deed. Hoe hoger, hoe makkelijker het ging.",
    "Hostmanship": "Hoe gastvrij klanten de medewerker vonden: zes rapportcijfers die samen één cijfer vormen.",
    "Respons": "Het aantal klanten dat de vragenlijst invulde: ten minste één vraag beantwoord.",
    "Reviews": "Het aantal klanten dat het rapportcijfer in eigen woorden toelichtte.",
    "Tips": "Het aantal klanten dat ja zei op de vraag of zij suggesties hebben voor de dienstverlening.",
    "Totaaloordeel": "Het gemiddelde rapportcijfer voor hoe de klant in het algemeen is geholpen. Het is een eigen "
                     "vraag, geen gemiddelde van de aspecten.",
    "% eens": "Het percentage klanten dat het eens of helemaal eens is met de stelling; neutraal telt mee in de "
              "noemer, weet niet en geen mening niet.",
    "n": "Het aantal klanten dat deze vraag heeft beantwoord en dus in het cijfer meetelt.",
    "Verschil": "Het eigen afgeronde cijfer min de gepubliceerde BM; bij percentages in procentpunten.",
    "Samenhang": "Welk deel van wat de aspecten samen verklaren van het totaaloordeel bij dit aspect hoort; geen oorzaak en "
                 "gevolg.",
    "95%-interval": "De grenzen waarbinnen het cijfer van alle klanten met 95% zekerheid ligt; hoe minder antwoorden, hoe "
                    "wijder.",
    "Oordeel": "Hoger of lager staat er alleen als een statistische toets dat laat zien; anders kan het verschil toeval "
               "of afronding zijn.",
}  # fmt: skip


def terms_of(page: Page) -> list[str]:
    """The terms that a page uses, in the order in which it does."""
    found: list[str | None] = []
    for block in flat(page.blocks):
        if isinstance(block, Headline):
            found.append(block.term)
        elif isinstance(block, Facts):
            found += [name for name, _ in block.pairs]
        elif isinstance(block, Shown):
            found += [column.term for column in block.table.columns]
    return [name for name in dict.fromkeys(found) if name in TERMS]
