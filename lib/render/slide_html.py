"""One stop as it stands on a beamer or a phone: the finding large, one picture, and always the selection."""

from collections.abc import Mapping

from markupsafe import Markup

from lib.render.page_html import Setting, block_html
from lib.render.pictures.parts import Palette
from lib.render.svg import picture_address
from lib.report import listing
from lib.report.blocks import Answers, Block, Page, Picture, Side
from lib.report.slides import TEXT, WIDTH, fitted, slide_blocks
from lib.report.stops import Question
from lib.survey.visible import visible

_PHONE = 420  # pixels for which pictures are drawn
_BESIDE = 400  # pixels of a beamer for what stands beside a picture
_LONG = 260  # characters of an open answer from where it is shown smaller


def slide_html(page: Page, *, is_revealed: bool = True, beside: Markup | None = None) -> Markup:
    """The stop on a phone. Until it is revealed its finding and figures are not in the markup at all. `beside`: the
    guesses, or the question to guess."""
    body = Markup("")
    if is_revealed:
        body = Markup("").join(block_html(block, Setting(_PHONE)) for block in slide_blocks(page))
    return _slide(page, is_revealed, body, beside)


def beamer_html(page: Page, palette: Palette, *, is_revealed: bool = True, beside: Markup | None = None) -> Markup:
    """The stop in a window that never scrolls: as much of it as fits, with words that the back row reads."""
    body = Markup("")
    if is_revealed:
        width = WIDTH if beside is None else WIDTH - _BESIDE
        slide = fitted(page, width)
        body = Markup("").join(_large(block, palette, width, slide.height) for block in slide.blocks)
        if slide.note:
            body += Markup('<p class="km-note">{}</p>').format(slide.note)
    return _slide(page, is_revealed, body, beside)


def _large(block: Block, palette: Palette, width: int, height: int) -> Markup:
    if isinstance(block, Picture):
        address = picture_address(block, palette, width, height, TEXT)
        return Markup('<figure class="km-picture"><img src="{}" alt="{}"></figure>').format(address, block.words)
    if isinstance(block, Answers):
        pieces = (listing.article(each.text, listing.meta(each.about), is_large=True) for each in block.answers)
        return Markup("").join(pieces)
    return block_html(block, Setting(width))


def _slide(page: Page, is_revealed: bool, body: Markup, beside: Markup | None) -> Markup:
    names = ["km-slide", *(["km-sides"] if any(isinstance(block, Side) for block in page.blocks) else [])]
    if answer := next((block.answers[0] for block in page.blocks if isinstance(block, Answers)), None):
        names += ["km-quote", *(["km-long"] if len(answer.text) > _LONG else [])]
    head = Markup('<h1 class="km-slide-title">{}</h1><p class="km-selection" data-testid="selectie">{}</p>').format(
        visible(page.title), visible(page.selection)
    )
    if not is_revealed:
        finding = Markup('<p class="km-finding">Wat denkt u?</p>')
    else:
        finding = Markup('<p class="km-finding" data-testid="bevinding">{}</p>').format(visible(page.finding))
    stage = Markup('<div class="km-stage">{}</div>').format(body)
    if beside is not None:
        stage = Markup('<div class="km-beside">{}<aside>{}</aside></div>').format(stage, beside)
    return Markup('<section class="{}">{}{}{}</section>').format(" ".join(names), head, finding, stage)


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
