"""What a number is, once its label, its head and the headings above it are known."""

from lib.ingest.published.drafts.found import Found
from lib.ingest.published.drafts.head_rows import UNKNOWN
from lib.ingest.published.drafts.pieces import is_values_text
from lib.ingest.published.drafts.printed_words import Facts, channels_of, kind_of
from lib.ingest.published.drafts.row_state import State
from lib.survey.catalogue import find
from lib.survey.words import normalise

NO_LABEL = (
    "Bij dit getal is niet te zien van welke vraag het is. Zet de naam van de vraag erbij, of kies zelf wat het is."
)


def decide(one: Found, label: Facts, head: Facts, state: State, years: bool = False) -> None:
    """Take a number for the figure that its label, head and headings say together."""
    role = head.role or label.role or "own"
    item = label.item or head.item
    if label.item and head.item and label.item != head.item:
        if head.item == "responses":
            role, item = "n", label.item
        elif label.item.startswith("product:") and head.item == "totaaloordeel":
            item = label.item
        elif label.item.startswith("product:"):
            one.message = "Van een product is alleen het totaaloordeel na te rekenen. Kies zelf wat dit getal is."
            return
        elif channels_of(label.item) and head.item.partition(":")[0] == state.context.item:
            item = label.item
    if item is None:
        item = state.context.item
    if state.question == "hostmanship" and item is not None and find(f"hostmanship_{item}") is not None:
        item = f"hostmanship_{item}"
    if item is None and (label.year or head.year) and _looks_like_grade(one):
        item = "totaaloordeel"
    if role == "group":
        one.why = "group"
    elif role == "target":
        one.why = "target"
    elif role == "rank":
        one.why = "rank"
    elif role == "interval":
        one.why = "statistic"
    if one.why is not None:
        return
    if role == "n" and item is not None and item.startswith(("herhaalbezoek:", "informatie:")):
        role, one.counted = "own", True  # how many gave this answer; the base is of the question
    if role == "trend":
        role = "difference"
    if one.is_year and item not in ("responses", "reviews", "tips") and role != "n" and not one.counted:
        one.why = "year"
        return
    if item is None and one.counted:
        item = "responses"
    if role == "total":
        if one.number.value == 100:
            one.why = "statistic"
            return
        role = "own"
    if role == UNKNOWN:
        one.message = (
            "Onder welke kop dit getal staat, is niet te zien. Zet elke kop boven zijn kolom, of kies zelf wat het is."
        )
        return
    if role == "name":
        one.message = "Van welke gemeente of groep deze kolom is, is niet te zien. Noem de eigen gemeente in de kop, of kies zelf wat het is."
        return
    if item is None:
        one.message = NO_LABEL
        return
    if item.startswith("product:") and role == "own" and not one.number.decimals and not one.number.is_percent and one.number.value is not None and one.number.value > 10:  # fmt: skip
        role = "n"
    one.facts = Facts(item, role, head.channel or label.channel or state.context.channel, head.year or label.year or state.context.year)  # fmt: skip
    if kind_of(item) == "count":
        one.counted = True


def decide_local(row: list[Found | None], label: Facts, state: State) -> list[Found | None]:
    """Numbers that say themselves what they are ("n = 2.987", "BM 8,0") are decided; the others are returned."""
    rest: list[Found | None] = []
    for place, one in enumerate(row):
        if one is None:
            rest.append(one)
            continue
        text = one.piece.text
        before = text[
            max((n.end for n in one.piece.numbers if n.end <= one.number.start), default=0) : one.number.start
        ]
        words = normalise(before).split() if is_values_text(one.piece) else []
        role = "n" if "n" in words else "benchmark" if {"bm", "benchmark", "landelijk"} & set(words) else "own" if "eigen" in words else None  # fmt: skip
        in_brackets = before.rstrip().endswith("(") and place > 0 and row[place - 1] is not None
        if role is None and in_brackets and state.caption_brackets:
            role = "benchmark"
        if role is not None:
            decide(one, label, Facts(role=role), state)
        else:
            rest.append(one)
    return rest


def _looks_like_grade(one: Found) -> bool:
    return one.number.value is not None and 1 <= one.number.value <= 10 and not one.number.is_percent
