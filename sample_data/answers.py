"""Draw the closed answers of one channel: every respondent has one satisfaction behind them all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from adjust import grades_with_mean, parts_with_mean
from channels import (
    AGREE_ANSWERS,
    BACKGROUND,
    DONT_KNOW,
    EFFORT,
    EFFORT_ANSWERS,
    NO_OPINION,
    NOT_APPLICABLE,
    ORIGIN,
    ORIGIN_VALUE,
    REPEAT_ANSWERS,
    REPEAT_VISIT,
    REVIEW,
    TIP,
    Channel,
    Grade,
    Product,
)

Column = np.ndarray
FIRST_DAY, LAST_DAY = date(2020, 1, 2), date(2020, 12, 30)
LOCKDOWN = date(2020, 3, 16)
CLOSED = {
    date(2020, 4, 13),
    date(2020, 4, 27),
    date(2020, 5, 5),
    date(2020, 5, 21),
    date(2020, 5, 22),
    date(2020, 6, 1),
    date(2020, 12, 25),
}
REPEAT_EFFECTS = np.array([0.12, 0.08, -1.25, -1.8, -0.3])
PRICE = "Rapportcijfer prijs van het product"
DURATION = "Rapportcijfer doorlooptijd"
WAIT = "Rapportcijfer wachttijd"
ROOM = "Rapportcijfer wachtruimte"
HOURS = "Rapportcijfer openingstijden"


@dataclass
class Survey:
    """The answers of a channel, by column header, with what the texts need to know of them."""

    channel: Channel
    columns: dict[str, Column]
    days: list[date]
    products: list[Product]
    answered_until: np.ndarray
    """Per respondent the number of questions reached before giving up."""

    @property
    def size(self) -> int:
        return len(self.days)


def draw_days(channel: Channel, rng: np.random.Generator) -> list[date]:
    """Sorted days over the year, the first and the last one always there."""
    span = (LAST_DAY - FIRST_DAY).days + 1
    calendar = [FIRST_DAY + timedelta(days=offset) for offset in range(span)]
    counter_or_phone = channel.weekday_weights[6] == 0
    weights = np.array(
        [
            0.0
            if counter_or_phone and day in CLOSED
            else channel.month_weights[day.month - 1] * channel.weekday_weights[day.weekday()]
            for day in calendar
        ]
    )
    weights *= rng.uniform(0.7, 1.3, size=span)
    picked = rng.choice(span, size=channel.size - 2, p=weights / weights.sum())
    return [calendar[index] for index in sorted([0, span - 1, *picked.tolist()])]


def draw_products(channel: Channel, rng: np.random.Generator) -> list[Product]:
    """Each product as often as its count says, in random order."""
    pool = [product for product in channel.products for _ in range(product.count)]
    return [pool[index] for index in rng.permutation(len(pool))]


def draw_satisfaction(size: int, rng: np.random.Generator) -> np.ndarray:
    """General satisfaction: most people content, a long tail of disappointment."""
    skewed = (2.0 - rng.gamma(2.0, 1.0, size)) / np.sqrt(2.0)
    disaster = np.where(rng.random(size) < 0.013, rng.uniform(1.5, 3.5, size), 0.0)
    return skewed - disaster


def draw_endings(channel: Channel, rng: np.random.Generator) -> np.ndarray:
    """How many questions each respondent reached: a few stop half way."""
    total = len(channel.question_headers)
    stops = rng.integers(1, total - 2, channel.size)
    return np.where(rng.random(channel.size) < 0.018, stops, total)


def draw_repeat_visits(survey: Survey, rng: np.random.Generator) -> np.ndarray:
    """Index of the repeat-visit answer, by the shares of the respondent's product."""
    return np.array([rng.choice(5, p=np.array(product.repeat) / sum(product.repeat)) for product in survey.products])


def season_effect(header: str, days: list[date]) -> np.ndarray:
    """From the lockdown on: shorter queues by appointment, but a bare waiting room."""
    effects = {WAIT: 0.3, ROOM: -0.35, HOURS: -0.2}
    after = np.array([day >= LOCKDOWN for day in days])
    return np.where(after, effects.get(header, 0.0), 0.0)


def product_effect(header: str, products: list[Product]) -> np.ndarray:
    def extra(product: Product) -> float:
        return {PRICE: product.price_effect, DURATION: product.duration_effect}.get(header, 0.0)

    return np.array([product.effect + extra(product) for product in products])


def draw_non_answers(grade: Grade, survey: Survey, reached: np.ndarray, rng: np.random.Generator) -> Column:
    """A column with the answers that are no grade; `0` marks where a grade belongs."""
    chance = rng.random(survey.size)
    column = np.zeros(survey.size, dtype=object)
    bounds = np.cumsum([grade.missing, grade.dont_know, grade.not_applicable])
    column[chance < bounds[2]] = NOT_APPLICABLE
    column[chance < bounds[1]] = DONT_KNOW
    column[chance < bounds[0]] = None
    if grade.header == PRICE:
        paid = rng.random(survey.size) < np.array([product.fee for product in survey.products])
        unpaid_answers = np.array([NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, None, DONT_KNOW])
        column = np.where(paid, column, rng.choice(unpaid_answers, survey.size))
    column[~reached] = None
    return column


def draw_grade(
    grade: Grade,
    survey: Survey,
    mood: np.ndarray,
    reached: np.ndarray,
    rng: np.random.Generator,
) -> Column:
    """One column of grades with exactly the mean that the question must have."""
    column = draw_non_answers(grade, survey, reached, rng)
    valid = np.array([value == 0 for value in column])
    raw = (
        grade.load * mood
        + grade.spread * rng.standard_normal(survey.size)
        + product_effect(grade.header, survey.products)
        + season_effect(grade.header, survey.days)
    )
    column[valid] = grades_with_mean(raw[valid], grade.mean, rng)
    return column


def draw_hostmanship(
    survey: Survey,
    mood: np.ndarray,
    reached: list[np.ndarray],
    rng: np.random.Generator,
) -> dict[str, Column]:
    """The six parts of hostmanship, which hang together more than other grades do."""
    headers = survey.channel.part_headers
    offsets = np.array([0.2, 0.1, -0.05, 0.0, -0.3, -0.05])
    non_answers = np.array([0.02, 0.015, 0.03, 0.03, 0.09, 0.07])
    shape = (survey.size, len(headers))
    impression = 0.95 * mood + 0.45 * rng.standard_normal(survey.size)
    raw = impression[:, None] + offsets + 0.45 * rng.standard_normal(shape)
    raw += product_effect("", survey.products)[:, None]
    answered = (rng.random(shape) > non_answers) & np.column_stack(reached)
    parts = parts_with_mean(raw, answered, survey.channel.hostmanship_mean or 0.0, rng)
    columns = {}
    for index, header in enumerate(headers):
        silent = np.full(survey.size, None, dtype=object)
        silent[rng.random(survey.size) < 0.6] = DONT_KNOW
        silent[~reached[index]] = None
        columns[header] = np.where(answered[:, index], parts[:, index].astype(object), silent)
    return columns


def by_rank(score: np.ndarray, shares: list[float], answers: list[str]) -> Column:
    """Cut a continuous judgement into ordered answers: the best scores get the first answer."""
    order = np.argsort(-score, kind="stable")
    edges = [round(edge * len(score)) for edge in np.cumsum(shares)]
    column = np.empty(len(score), dtype=object)
    start = 0
    for answer, edge in zip(answers, [*edges[:-1], len(score)], strict=True):
        column[order[start:edge]] = answer
        start = edge
    return column


def draw_effort(survey: Survey, mood: np.ndarray, reached: np.ndarray, rng: np.random.Generator) -> Column:
    column = np.full(survey.size, None, dtype=object)
    chance = rng.random(survey.size)
    column[chance < 0.012] = DONT_KNOW
    valid = (chance >= 0.03) & reached
    score = mood + product_effect("", survey.products) + 0.75 * rng.standard_normal(survey.size)
    column[valid] = by_rank(score[valid], list(survey.channel.effort_shares), EFFORT_ANSWERS)
    column[~reached] = None
    return column


def draw_statements(
    survey: Survey,
    mood: np.ndarray,
    reached: dict[str, np.ndarray],
    rng: np.random.Generator,
) -> dict[str, Column]:
    """Five-point statements; the shares that agree are met exactly by ranking."""
    columns = {}
    for statement in survey.channel.statements:
        chance = rng.random(survey.size)
        column = np.full(survey.size, None, dtype=object)
        column[chance < statement.no_opinion] = NO_OPINION
        column[~reached[statement.header]] = None
        answering = chance >= statement.no_opinion + statement.missing
        valid = answering & reached[statement.header]
        agree = statement.agree / 100
        shares = [
            agree * 0.36,
            agree * 0.64,
            (1 - agree) * 0.47,
            (1 - agree) * 0.36,
            (1 - agree) * 0.17,
        ]
        score = mood + product_effect("", survey.products)
        score = score + 0.7 * rng.standard_normal(survey.size)
        column[valid] = by_rank(score[valid], shares, AGREE_ANSWERS)
        columns[statement.header] = column
    return columns


def draw_informed(survey: Survey, mood: np.ndarray, reached: np.ndarray, rng: np.random.Generator) -> dict[str, Column]:
    """Five yes/no answers, all blank for the tenth that was not asked."""
    asked = (rng.random(survey.size) > 0.09) & reached
    columns = {}
    for header, share in survey.channel.informed:
        column = np.full(survey.size, None, dtype=object)
        score = mood + rng.standard_normal(survey.size)
        column[asked] = by_rank(score[asked], [share, 1 - share], ["Ja", "Nee"])
        columns[header] = column
    return columns


def draw_survey(channel: Channel, rng: np.random.Generator) -> Survey:
    """All closed answers of a channel; the text columns are still empty."""
    survey = Survey(
        channel,
        {},
        draw_days(channel, rng),
        draw_products(channel, rng),
        draw_endings(channel, rng),
    )
    size = survey.size
    questions = channel.question_headers
    reached = {header: survey.answered_until > index for index, header in enumerate(questions)}
    mood = draw_satisfaction(size, rng)
    drawn: dict[str, Column] = {}
    if channel.has_repeat_visit:
        visits = draw_repeat_visits(survey, rng)
        mood = mood + REPEAT_EFFECTS[visits]
        column = np.array(REPEAT_ANSWERS, dtype=object)[visits]
        column[(rng.random(size) < 0.03) | ~reached[REPEAT_VISIT]] = None
        drawn[REPEAT_VISIT] = column
    for grade in [channel.overall, *channel.grades]:
        drawn[grade.header] = draw_grade(grade, survey, mood, reached[grade.header], rng)
    if channel.part_headers:
        stops = [reached[header] for header in channel.part_headers]
        drawn |= draw_hostmanship(survey, mood, stops, rng)
    drawn |= draw_statements(survey, mood, reached, rng)
    if channel.informed:
        drawn |= draw_informed(survey, mood, reached[channel.informed[-1][0]], rng)
    drawn[EFFORT] = draw_effort(survey, mood, reached[EFFORT], rng)
    for header in [REVIEW, channel.tip_header, TIP]:
        drawn[header] = np.full(size, None, dtype=object)
    background = [
        np.array(
            [f"{channel.prefix}-{number:05d}" for number in range(1, size + 1)],
            dtype=object,
        ),
        np.full(size, channel.name, dtype=object),
        np.array(survey.days, dtype=object),
        np.array([product.name for product in survey.products], dtype=object),
    ]
    drawn |= dict(zip(BACKGROUND, background, strict=True))
    drawn[ORIGIN] = np.full(size, ORIGIN_VALUE, dtype=object)
    survey.columns = {header: drawn[header] for header in channel.headers}
    return survey
