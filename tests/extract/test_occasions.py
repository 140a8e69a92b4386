import pytest

from graph.extract.occasions import occasions_behind

LIMA, QUITO = "Lima", "Quito"


def told(text):
    return [
        (one.time, None if one.place is None else text[: one.place].rsplit(" ", 1)[-1])
        for one in occasions_behind(text, 0)
    ]


@pytest.mark.parametrize(
    ("text", "occasions"),
    [
        (" in Lima in 2021 and in Quito in 2022.", [("2021", LIMA), ("2022", QUITO)]),
        (" on 3 May 2021 and 5 June 2022 in Quito.", [("3 May 2021", QUITO), ("5 June 2022", QUITO)]),
        (" on May 3, 2021 in Lima, and on June 5, 2022.", [("May 3, 2021", LIMA), ("June 5, 2022", None)]),
        (" in Lima on 3 May 2021.", []),
        (" in Lima and in Quito.", []),
        (" on 3 May 2021 to mark the year 2022.", []),
    ],
)
def test_a_row_of_times_tells_of_several_occasions(text, occasions):
    assert told(text) == occasions
