import pytest

from graph.corpus.bylines import find_author
from graph.corpus.dates import find_date, find_dateline, find_published
from graph.corpus.heading import find_voice
from graph.corpus.read import make_document
from graph.corpus.titles import find_title


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Qiushi Journal, No. 02, 2025"], "2025"),
        (["Resolution 1826 (2008)"], "2008"),
        (["Resolution 1826 (2008)", "Adopted by the Security Council, on 29 July 2008"], "2008-07-29"),
        (["New York, 27 September 2024"], "2024-09-27"),
        (["Friday 27'\" September, 2024"], "2024-09-27"),
        (["SEPTEMBER 30th, 2024"], "2024-09-30"),
        (["UNGA79 Plenary Speech", "September 2024"], "2024-09"),
        (["Posted 2024-09-27"], "2024-09-27"),
        (["31 February 2024"], "2024-02"),
        (["Posted On: 21 FEB 2026 6:45 PM by PIB"], "2026-02-21"),
        (["Sept. 5, 2024"], "2024-09-05"),
        (["The 2030 Agenda"], None),
        ([], None),
    ],
)
def test_the_most_precise_date_of_the_heading_counts(lines, expected):
    assert find_published(lines) == expected


def test_the_date_between_place_and_dash_is_that_of_the_report():
    assert find_dateline("Vienna, 3 December 2026 – Today Peru signed.") == "2026-12-03"
    assert find_dateline("Peru signed a treaty on 3 December 2026 - at last.") is None
    assert find_dateline("OSLO, March 12 (Agency) - Peru signed.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", "2025"),
        ("2025-01", "2025-01"),
        ("2021-03-12 12:13:11-05:00", "2021-03-12"),
        ("2021-03-12T12:13", "2021-03-12"),
        ("16 January 2025", "2025-01-16"),
        ("January 16, 2025", "2025-01-16"),
        ("2024-02-30", None),
        ("2024-13", None),
        ("soon", None),
    ],
)
def test_a_date_is_read_in_the_forms_people_write(text, expected):
    assert find_date(text) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Wang Yi,", "Member of the Political Bureau", "And Minister of Foreign Affairs"], "Wang Yi"),
        (["A title of ours", "By Jane van Doe"], "Jane van Doe"),
        (["Speech by Foreign Minister Anna Lund of Norway at the Oslo Institute"], "Anna Lund"),
        (
            ["Statement by", "His Excellency Sheikh Shakhboot bin Nahyan Al Nahyan"],
            "Sheikh Shakhboot bin Nahyan Al Nahyan",
        ),
        (["STATEMENT", "by", "H.E. Mr. Denis BECIROVIC", "Chairman of the Presidency"], "Denis BECIROVIC"),
        (["Address by H.E. Nikol Pashinyan, the Prime Minister of Armenia"], "Nikol Pashinyan"),
        (["Speech by President Viola Amherd at the UN General Debate"], "Viola Amherd"),
        (["Statement by President of the Republic of Finland,", "Alexander Stubb, at the"], "Alexander Stubb"),
        (["Address by the President of the Republic of Peru Ana Diaz"], "Ana Diaz"),
        (["Address by the President of the Republic of Trinidad and Tobago"], None),
        (["Assembly Speech Prime Minister John Mbeki", "3 May 2024"], "John Mbeki"),
        (["Minister Lund's Address to the Assembly"], "Lund"),
        (["Bundesministerin Anna Lund", "VNGV-Rede", "26.09.2024"], "Anna Lund"),
        (["Bundesministerin Anna Lund", "Lebenslauf"], None),
        (["Statement by Denmark at the 79th Session"], None),
        (["Remarks by Foreign Minister Eva Moe"], "Eva Moe"),
        (["Speech by the Norwegian State Secretary Eva Moe at the Union"], "Eva Moe"),
        (["Statement by Minister for Foreign Affairs Eva Moe"], "Eva Moe"),
        (["Defence Minister Eva Moe's speech at the Summit"], "Eva Moe"),
        (["Kenya's Foreign Minister Ann Lee: Statement at the Union"], "Ann Lee"),
        (["Minister of Trade and Industry Eva Moe's speech at the Summit"], "Eva Moe"),
        (["Statement from Ambassador Eva Moe Welcoming the Accord"], "Eva Moe"),
        (["Statement from the White House"], None),
        (["Message from the Director-General, Dr Eva Moe, on World Food Day"], "Eva Moe"),
        (["Message from the President of Peru"], None),
        (["Statement by Senior Advisor and Chief Spokesperson Eva Moe on Chad"], "Eva Moe"),
        (["Press conference of Foreign Minister Eva Moe and Foreign Minister Ann Lee"], None),
        (["Views from Ambassador Eva Moe: what Oslo learned"], "Eva Moe"),
        (["View from New Delhi: a new era"], None),
        (["FIJI NATIONAL STATEMENT", "His Excellency Wiliame Katonivere, President of Fiji"], "Wiliame Katonivere"),
        (["Resolution 1826 (2008)", "The Security Council,"], None),
        (["The United Nations", "A Short History"], None),
        (["PRESS RELEASE", "Foreign Minister of Peru in Nairobi"], None),
        (["Water is no weapon", "By Dr. Hani Badr, Egypt's Minister of Water Resources"], "Hani Badr"),
        (["Why islands count", "By Permanent Representative of Samoa, Ambassador Fata Tui"], "Fata Tui"),
        (["One road", "Ana Berg | The Straits Times | 3 March 2025"], "Ana Berg"),
        (["One road", "| By Ana Berg | The New Times | 5 June 2024 |"], "Ana Berg"),
        (["The new Arctic", "Ana Berg, Minister for Foreign Affairs", "Oslo, 2 May 2024"], "Ana Berg"),
        (["The new Arctic", "Ana Berg, Minister of Peru", "Tom Rao, Minister of Chad"], None),
        (["The new Arctic", "By Ana Berg and Tom Rao"], None),
        (["Op-ed by Foreign Minister Ana Berg: Long memories"], "Ana Berg"),
        (["Article by the Minister of Trade of Peru, Ana Berg, published in Le Monde"], "Ana Berg"),
        (["Signed article by President Ana Berg of Peru"], "Ana Berg"),
        (["Opening remarks of Prime Minister Ana Berg at the Summit"], "Ana Berg"),
        (["Address on the law", "Minister for Climate, the Hon. Ana Berg MP"], "Ana Berg"),
        (["Open for business", "Written by: Ana Berg, Minister of Trade"], "Ana Berg"),
        (["Open for business", "Author: Ana Berg, Minister of Trade"], "Ana Berg"),
        (["The Mekong", "Posted on 17 September 2025 by Ana Berg"], "Ana Berg"),
        (["The third neighbour", "(By Ana Berg, Minister of Foreign Affairs)"], "Ana Berg"),
        (["Ireland keeps its word", "An Tánaiste Ana Berg"], "Ana Berg"),
        (["National Statement of Sri Lanka"], None),
        (["Article 5 of the Treaty"], None),
    ],
)
def test_the_author_is_the_name_the_heading_gives(lines, expected):
    assert find_author(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Minister of State of the United Arab Emirates"], "United Arab Emirates"),
        (
            ["Federal Minister for European and International Affairs of the", "Republic of Austria"],
            "Republic of Austria",
        ),
        (
            ["Prime Minister, Minister of Finance, Corporate", "Governance", "of Antigua and Barbuda"],
            "Antigua and Barbuda",
        ),
        (["Chairman of the Presidency of Bosnia and Herzegovina"], "Bosnia and Herzegovina"),
        (["PRESIDENT", "OF THE REPUBLIC OF BOTSWANA", "DURING THE DEBATE"], "Republic of Botswana"),
        (["Permanent Mission of Barbados to the United Nations"], "Barbados"),
        (["Adopted by the Security Council at its 5945th meeting"], "Security Council"),
        (["Statement by Denmark at the 79th Session"], "Denmark"),
        (["Address by the President of the Republic of Estonia Alar Karis at"], None),
        (["Statement by the Ministry of Foreign Affairs of the Republic of Peru"], "Republic of Peru"),
        (["Comment of the Foreign Ministry of Norway on Mali"], "Norway"),
        (["Statement by Anna Lund at the Ministry of Foreign Affairs of Norway"], None),
        (["State Visit of the President of the Republic of Peru to Kenya"], None),
        (["MINISTRY OF TRADE", "Prime Minister of Peru Concludes Visit to Kenya"], None),
        (["President of the Republic of Peru begins visit to Kenya"], None),
        (["Wang Yi,", "And Minister of Foreign Affairs"], None),
        (["President of the 79th Session of the General Assembly"], None),
    ],
)
def test_a_voice_is_taken_only_where_the_heading_names_it(lines, expected):
    assert find_voice(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["MISSION", "Statement by", "H.E. Ann Lee", "at", "New York, 26 September 2024"], "Statement by H.E. Ann Lee"),
        (["Wang Yi,", "Member of the Bureau", "Qiushi Journal, No. 02, 2025", "I"], "Qiushi Journal, No. 02, 2025"),
        (["PERMANENT MISSION OF THE", "Check against delivery", "Resolution  1826 (2008)"], "Resolution 1826 (2008)"),
        (["Minister for Foreign Affairs", "Senator the Hon Penny Wong", "National Statement"], "National Statement"),
        (["I"], None),
        (["Ministry of Foreign Affairs, Lima", "Weekly Press Briefing"], "Weekly Press Briefing"),
        (["Ministry of Foreign Affairs, Lima"], "Ministry of Foreign Affairs, Lima"),
        (["The Andes Times", "OPINION", "Why Copper Matters to Oslo", "By Ann Lee"], "Why Copper Matters to Oslo"),
        (
            ["Why Copper Matters to Oslo and to All of Us", "OPINION", "By Ann Lee"],
            "Why Copper Matters to Oslo and to All of Us",
        ),
        (["Press release", "PM meeting with President Lee of Peru"], "PM meeting with President Lee of Peru"),
        (
            ["Trade Agency - Press release No. 3/2026", "Agency opens its office in Bergen"],
            "Agency opens its office in Bergen",
        ),
        (["RIVER BASIN COMMUNITY (RBC)", "LIMA DECLARATION ON WATER"], "LIMA DECLARATION ON WATER"),
        (["United Nations   S/RES/2901 (2027)", "Resolution 2901 (2027)"], "Resolution 2901 (2027)"),
        (["Human Rights Council", "Sixtieth session", "60/3. The right to food"], "60/3. The right to food"),
        (["European Council conclusions", "Brussels"], "European Council conclusions"),
        (
            ["Andes News", "Voices Near and Far", "Chad: thousands flee floods in Kanem", "9 May"],
            "Chad: thousands flee floods in Kanem",
        ),
        (["Andes News", "Voices Near and Far", "9 May 2025"], "Voices Near and Far"),
    ],
)
def test_the_title_is_the_first_line_that_says_what_the_document_is(lines, expected):
    assert find_title(lines) == expected


BODY = "We signed the treaty in May. I thank our partners for their work.\n\n"


@pytest.mark.parametrize(
    ("head", "foot", "expected"),
    [
        ("Why we trade\n\nAna Berg\n\n", "The writer is Minister of Trade of Peru.", "Ana Berg"),
        ("Why we trade\n\n(The author is Premier of Peru.)\n\nAna Berg\n\n", "", "Ana Berg"),
        ("Why we trade\n\n", "*Ana Berg is Minister of Trade of Peru.*", "Ana Berg"),
        ("Why we trade\n\n", "Ana Berg, a former banker, serves as Peru's Minister of Trade.", "Ana Berg"),
        ("Why we trade\n\nDr Ana Berg\n\n", "Dr Berg is minister of health of Peru", "Ana Berg"),
        ("Why we trade\n\n", "Ana Berg is Minister of Peru. Tom Rao is Minister of Chad.", None),
        ("Why we trade\n\nAna Berg spoke to us in Oslo.\n\n", "Ana Berg is Minister of Trade of Peru.", None),
        ("Why we trade\n\n", "The writer is Minister of Trade of Peru.", None),
        ("Why we trade\n\n", "Vice Admiral Ana Berg commands the Andes Fleet.", "Ana Berg"),
        ("Why we trade\n\nPeru must open, argues Ana Berg, its minister of trade.\n\n", "", "Ana Berg"),
        ("Why we trade\n\nPeru's minister of trade, Ana Berg, writes that it must open.\n\n", "", "Ana Berg"),
        ("Why we trade\n\n", '"We will win," said Tom Rao.', None),
    ],
)
def test_a_note_tells_who_wrote_an_article(head, foot, expected):
    document = make_document(f"{head}{BODY}{foot}\n".encode(), name="note.txt")
    assert (document.title, document.author) == ("Why we trade", expected)


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        ("Yours sincerely,\n\nAna Berg\nMinister of Trade\nRepublic of Peru", "Ana Berg"),
        ("– Ana Berg, Minister of Trade", "Ana Berg"),
        ("Ana Berg\nMinister of Trade\n\nTom Rao\nMinister of Health", None),
        ("Ana Berg, Adviser, tel. +51 355 000", None),
    ],
)
def test_a_name_below_a_letter_with_an_office_is_whose_it_is(foot, expected):
    text = f"Why we trade with the world\n\n{BODY}I write to ask for ships.\n\n{foot}\n"
    assert make_document(text.encode(), name="note.txt").author == expected


def test_the_name_in_a_title_of_this_form_is_sure_where_a_note_tells_of_it():
    text = f"View from Ana Berg: Peru needs ships\n\n{BODY}Ana Berg is director of the Fleet.\n"
    assert make_document(text.encode(), name="note.txt").author == "Ana Berg"


def test_the_title_in_the_front_matter_tells_who_signs():
    text = f"---\ntitle: Statement by Minister Ana Berg on Chad\n---\n\n{BODY}"
    assert make_document(text.encode(), name="note.md").author == "Ana Berg"


def test_who_is_only_quoted_as_saying_i_writes_nothing():
    text = 'Quake in Lima\n\n"I saw it," said Tom Rao on Monday.\n\nAna Berg leads the Andes Party.\n'
    assert make_document(text.encode(), name="note.txt").author is None


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Opinion\n\nThe world must not forget\n\nAna Berg\n\n12 April 2025\n\n", "The world must not forget"),
        ("Guest essay\n\nWe are few. We want to trade.\n\nBy Ana Berg\n\n", "We are few. We want to trade."),
        ("Why we trade\n\nby Ana Berg\n\n", "Why we trade"),
        ("Comment\n\nWho will feed us?\n\nBy Ana Berg\n\n", "Who will feed us?"),
        ("The Daily Star\n\nOur rivers, our rights\n\nBy Ana Berg\n\n", "Our rivers, our rights"),
        ("Written by: Ana Berg\n\nPeru is open for business\n\nLima, 1 May 2025\n\n", "Peru is open for business"),
        ("Ministry Press Briefing – 9 May 2024\n\n", "Ministry Press Briefing – 9 May 2024"),
        ("PRESS STATEMENT\n\nPeru and Chad agree on roads\n\n", "Peru and Chad agree on roads"),
    ],
)
def test_a_title_may_be_a_sentence_above_who_signs(head, title):
    assert make_document(f"{head}{BODY}".encode(), name="note.txt").title == title


def test_a_note_tells_when_an_article_was_published():
    text = f"Why we trade\n\n{BODY}This op-ed was first published in Le Monde on 4 May 2025.\n"
    assert make_document(text.encode(), name="note.txt").published == "2025-05-04"
