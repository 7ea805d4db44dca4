"""One stop as it stands on a beamer or a phone: the finding large, one picture, and always the selection."""

from collections.abc import Mapping

from markupsafe import Markup

from lib.render.page_html import Setting, block_html
from lib.render.pictures.parts import Palette
from lib.report.blocks import Page, Side
from lib.report.stops import Question, slide_blocks
from lib.survey.visible import visible

_BEAMER, _PHONE = 1150, 420  # pixels for which pictures are drawn; a beamer shows them larger


def slide_html(page: Page, *, is_revealed: bool = True, palette: Palette | None = None) -> Markup:
    """The stop. Until it is revealed its finding and figures are not in the markup at all. `palette`: on a beamer, of
    its pictures as images; None on a phone."""
    selection = Markup('<p class="km-selection" data-testid="selectie">{}</p>').format(visible(page.selection))
    if not is_revealed:
        return Markup('<section class="km-slide">{}<p class="km-finding">Wat denkt u?</p></section>').format(selection)
    setting = Setting(_PHONE if palette is None else _BEAMER, palette=palette)
    blocks = slide_blocks(page)
    body = Markup("").join(block_html(block, setting) for block in blocks)
    kind = " km-sides" if any(isinstance(block, Side) for block in blocks) else ""
    return Markup(
        '<section class="km-slide{}">{}<p class="km-finding" data-testid="bevinding">{}</p><div class="km-stage">{}</div></section>'
    ).format(kind, selection, visible(page.finding), body)


def guesses_html(guesses: Mapping[int, int], question: Question, *, is_revealed: bool) -> Markup:
    """What the room guessed as bars, the right answer marked once it is revealed."""
    most = max(guesses.values(), default=1)
    near = min(question.options, key=lambda value: abs(value - question.answer))
    bars = Markup("").join(
        Markup('<li class="{}"><span>{}{}</span><i style="--bar:{:.0f}%"></i><b>{}</b></li>').format(
            "km-right" if is_revealed and value == near else "",
            value,
            question.suffix,
            100 * guesses.get(value, 0) / most,
            guesses.get(value, 0),
        )
        for value in question.options
    )
    return Markup('<ol class="km-guesses" aria-label="Gissingen">{}</ol>').format(bars)
