import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.corpus.read import make_document
from graph.extract.numbers import find_number
from graph.extract.pipeline import read_claims
from graph.extract.relative_times import Tense
from graph.extract.values import make_count, make_time
from graph.model import Value, ValueKind


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("0", 0),
        ("82", 82),
        ("1,000", 1_000),
        ("zero", 0),
        ("Sixty", 60),
        ("nineteen", 19),
        ("eighty-two", 82),
        ("two hundred and six", 206),
        ("one hundred thousand", 100_000),
        ("three hundred thousand and five", 300_005),
        ("three million", 3_000_000),
        ("two billion", 2_000_000_000),
        ("hundred", 100),
    ],
)
def test_words_and_digits_write_a_whole_number(words, number):
    assert find_number(words) == number


@pytest.mark.parametrize(
    "words", ["", "2.8", "a few", "dozens", "over 2.8 billion", "more than forty", "countries", "½"]
)
def test_what_is_no_whole_number_is_none(words):
    assert find_number(words) is None


@pytest.mark.parametrize("words", ["²", "①"])
def test_a_footnote_mark_is_no_number(words):
    assert find_number(words) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_with_commas_are_the_number_they_write(number):
    assert find_number(f"{number:,}") == number


@pytest.mark.parametrize(
    ("words", "normal"),
    [("eighty-two", "82"), ("119", "119"), ("1,000", "1000"), ("over 2.8 billion", "over 2.8 billion")],
)
def test_a_count_is_digits_where_it_is_a_whole_number_and_else_its_words(words, normal):
    assert make_count(words) == Value(kind=ValueKind.COUNT, text=words, normal=normal)


@pytest.mark.parametrize(
    ("words", "normal"),
    [
        ("27 September 2024", "2024-09-27"),
        ("September 27, 2024", "2024-09-27"),
        ("27th of September, 2024", "2024-09-27"),
        ("1 may 1999", "1999-05-01"),
        ("2023-12-05", "2023-12-05"),
        ("December 2023", "2023-12"),
        ("December, 2023", "2023-12"),
        ("2023-12", "2023-12"),
        ("2013", "2013"),
        ("the year 2000", "2000"),
        ("this year", "2025"),
        ("Last year", "2024"),
        ("next year", "2026"),
        ("today", "2025-01-16"),
    ],
)
def test_words_that_fix_a_date_become_an_iso_date(words, normal):
    assert make_time(words, published="2025-01-16") == Value(kind=ValueKind.DATE, text=words, normal=normal)


@pytest.mark.parametrize(
    "words", ["the past year", "in May", "September 5", "Monday", "31 June", "1,500 days", "eight years"]
)
def test_words_that_fix_no_date_stay_a_period(words):
    assert make_time(words, published="2025-01-16") == Value(kind=ValueKind.PERIOD, text=words, normal=words)


@pytest.mark.parametrize(
    ("words", "tense", "normal"),
    [
        ("November 14", "past", "2024-11-14"),
        ("14th of November", "past", "2024-11-14"),
        ("January 16", "past", "2025-01-16"),
        ("18 January", "past", "2025-01-18"),  # told on the day before it was dated
        ("November 14", "future", "2025-11-14"),
        ("29 February", "past", "2024-02-29"),
        ("December 20", "open", "2024-12-20"),
        ("March", "past", "2024-03"),
        ("March", "future", "2025-03"),
        ("January", "past", "2025-01"),
        ("last January", "open", "2024-01"),
        ("this November", "open", "2025-11"),
        ("next May", "open", "2025-05"),
        ("last month", "open", "2024-12"),
        ("yesterday", "open", "2025-01-15"),
        ("tomorrow", "open", "2025-01-17"),
        ("two days ago", "open", "2025-01-14"),
        ("a month ago", "open", "2024-12"),
        ("thirty years ago", "open", "1995"),
        ("Monday", "past", "2025-01-13"),
        ("Thursday", "past", "2025-01-16"),  # told on the day itself
        ("Saturday night", "future", "2025-01-18"),
    ],
)
def test_the_documents_date_and_the_tense_fix_what_words_leave_open(words, tense, normal):
    value = make_time(words, published="2025-01-16", tense=Tense(tense))
    assert value == Value(kind=ValueKind.DATE, text=words, normal=normal)


@pytest.mark.parametrize(
    ("words", "published"),
    [("March 5", "2025-01"), ("today", "2025"), ("March", "2025"), ("yesterday", "in January")],
)
def test_a_document_dated_by_a_month_or_a_year_fixes_no_smaller_time(words, published):
    assert make_time(words, published=published, tense=Tense.PAST).kind is ValueKind.PERIOD


def test_a_day_beside_another_year_stays_open():
    assert make_time("March 5", published="2025-01-16", tense=Tense.PAST, alone=False).kind is ValueKind.PERIOD


@pytest.mark.parametrize("words", ["last year", "this year", "next year", "today"])
def test_a_relative_date_stays_a_period_where_the_document_has_no_date(words):
    assert make_time(words) == Value(kind=ValueKind.PERIOD, text=words, normal=words)


def test_a_relative_year_needs_only_the_year_of_the_document():
    assert make_time("last year", published="2025").normal == "2024"


@pytest.mark.parametrize("words", ["the 1990s", "between 2010 and 2015"])
def test_a_span_of_years_stays_a_period(words):
    assert make_time(words) == Value(kind=ValueKind.PERIOD, text=words, normal=words)


@pytest.mark.parametrize("words", ["31 February 2020", "99 May 2020", "2023-13"])
def test_a_day_that_no_calendar_has_is_no_date(words):
    assert make_time(words).kind is ValueKind.PERIOD


@pytest.mark.model
def test_what_was_and_what_will_be_are_dated_from_the_document():
    text = (
        "---\ndate: 2022-11-14\n---\nNorway signed the Lima Treaty on December 3. Kenya will sign it on December 3.\n\n"
        "In 1950 Peru was at war. On June 25, Peru attacked Norway."
    )
    claims = read_claims([make_document(text.encode(), name="news.md")]).claims
    times = {(c.subject, c.relation): [q.value.normal for q in c.qualifiers] for c in claims if c.qualifiers}
    assert times == {
        ("norway", "signed"): ["2021-12-03"],
        ("kenya", "signed"): ["2022-12-03"],
        ("peru", "be"): ["1950"],  # at war
        ("peru", "attacked"): ["June 25"],
    }


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("6 to 7 July 2025", "2025-07-06/2025-07-07"),
        ("3 May 2021 to 4 June 2022", "2021-05-03/2022-06-04"),
        ("April to June 2022", "2022-04/2022-06"),
        ("April 2021 to June 2022", "2021-04/2022-06"),
        ("between April and June 2022", "2022-04/2022-06"),
        ("between 3 and 9 April 2022", "2022-04-03/2022-04-09"),
        ("July 6 to 7, 2025", "2025-07-06/2025-07-07"),
        ("14-15 July 2025", "2025-07-14/2025-07-15"),
        ("14 and 15 July 2025", "2025-07-14/2025-07-15"),
        ("30 June to 2 July 2025", "2025-06-30/2025-07-02"),
        ("June 30 to July 2, 2025", "2025-06-30/2025-07-02"),
        ("2025–2027", "2025/2027"),
        ("2004 to 2006", "2004/2006"),
    ],
)
def test_days_and_years_from_one_to_another_are_an_interval(words, interval):
    assert make_time(words) == Value(kind=ValueKind.PERIOD, text=words, normal=interval)


def test_two_days_apart_are_no_interval():
    assert make_time("14 and 20 July 2025").normal == "2025-07-20"
