"""Sheets as one HTML file that needs nothing else: for a website, light and dark, on paper a sheet a page."""

from collections.abc import Sequence

from markupsafe import Markup

from lib.render import look
from lib.render.dress import Dress
from lib.render.page_html import page_html
from lib.report.blocks import Page
from lib.survey.visible import visible

_OWN = """
body { font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: var(--km-text); background: var(--km-ground); margin: 0; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; }
article.km-sheet { margin-bottom: 3rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.3rem; margin: 1.6rem 0 .4rem; }
.km-logo { float: right; height: 3.5rem; max-width: 14rem; object-fit: contain; object-position: right top; margin: 0 0 1rem 1rem; background: #fff; padding: .25rem; }
footer { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-top: .75rem; font-size: .95rem; }
@media print {
  @page { size: A4; margin: 15mm; }
  body { font-size: 10pt; }
  article.km-sheet { break-after: page; margin: 0; }
  figure, table, .km-ranked { break-inside: avoid; }
}
"""


def document_html(title: str, pages: Sequence[Page], foot: str, dress: Dress) -> bytes:
    """The file. `foot`: selection and date in words, and what stands behind the figures."""
    own = f":root {{ --km-own: {dress.palette.own}; }}\n"
    on_dark = f":root {{ --km-own: {dress.own_on_dark}; }}"
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {look.tokens('dark')} {on_dark} }}"
    style = Markup(look.style_sheet() + own + dark + _OWN)
    sheets = Markup("").join(
        Markup('<article class="km-sheet">{}{}</article>').format(_logo(dress), _in_own_colour(page)) for page in pages
    )
    made = Markup(
        '<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">"
        "<title>{}</title><style>{}</style></head><body><main>{}<footer><p>{}</p></footer></main></body></html>\n"
    ).format(visible(title), style, sheets, visible(foot))
    return str(made).encode("utf-8")


def _logo(dress: Dress) -> Markup:
    if dress.logo is None:
        return Markup("")
    return Markup('<img class="km-logo" src="{}" alt="{}">').format(dress.logo.address, visible(dress.words))


def _in_own_colour(page: Page) -> Markup:
    """The sheet; its pictures take the own colour from the style sheet, which knows the ground."""
    return Markup(page_html(page, width=900).replace(f'"{look.palette().own}"', '"var(--km-own)"'))
