"""Whether a wrong figure makes a reader conclude something else."""

import pytest

from tests.report.check.conftest import Check, of_item

TABLE = "Balie 2020\n\nAspect\tEigen\tBM\n"


@pytest.mark.parametrize(
    ("line", "item", "column", "is_flipped"),
    [
        ("Openingstijden\t8,0\t8,0", "openingstijden", "own", True),  # higher becomes equal
        ("Openingstijden\t8,3\t8,0", "openingstijden", "own", False),  # stays higher
        ("Wachttijd\t8,2\t8,2", "wachttijd", "own", True),  # below becomes equal
        ("Wachttijd\t8,0\t8,2", "wachttijd", "own", True),  # below stays below, but now the test shows it
        ("Openingstijden\t8,2\t8,4", "openingstijden", "benchmark", True),
        ("Hostmanship\t8,9\t8,8", "hostmanship", "benchmark", True),
    ],
)
def test_a_wrong_figure_that_changes_the_verdict_says_so(
    check: Check, line: str, item: str, column: str, is_flipped: bool
) -> None:
    figure = of_item(check(TABLE + line + "\n"), item, column)
    assert figure.verdict == "differs"
    assert figure.flips_verdict == is_flipped


def test_what_has_no_benchmark_flips_nothing(check: Check) -> None:
    figure = of_item(check("Balie 2020\n\nTotaaloordeel 7,0\n"), "totaaloordeel")
    assert (figure.verdict, figure.flips_verdict) == ("differs", False)


def test_a_percentage_is_tested_as_one(check: Check) -> None:
    text = "Digitaal 2020\n\nStelling\tEigen\tBM\nGebruikte taal in het formulier is duidelijk\t{}\t76%\n"
    assert of_item(check(text.format("70%")), "formulier_taal").flips_verdict, "lower is then shown"
    assert not of_item(check(text.format("75%")), "formulier_taal").flips_verdict


@pytest.mark.parametrize(
    ("printed", "correction"),
    [("61%", "vervang 61% door 62%"), ("61 procent", "vervang 61 procent door 62 procent")],
)
def test_the_correction_is_written_as_the_draft_writes(check: Check, printed: str, correction: str) -> None:
    text = f"Digitaal 2020\n\nStelling\tEigen\tBM\nAanvraag verliep eenvoudig\t{printed}\t68%\n"
    assert of_item(check(text), "aanvraag_eenvoudig").correction == correction


def test_a_mean_of_aspects_that_is_also_the_own_figure_is_not_alleged(check: Check) -> None:
    figure = of_item(check("Balie 2020\n\nTotaaloordeel 8,3\n"), "totaaloordeel")
    assert (figure.verdict, figure.causes) == ("reproduces", ())
