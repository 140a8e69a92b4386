"""Whom a document speaks for, and who says it."""

import pytest

from graph.corpus.read import make_document
from graph.extract.gazetteer import load_gazetteer
from graph.extract.parse import parse
from graph.extract.pipeline import read_claims
from graph.extract.spacy_model import load_model
from graph.extract.voices import speaker_of, voices_of


def voices(text, *, name="note.md"):
    gazetteer = load_gazetteer()
    parsed = next(parse(load_model(), [make_document(text.encode(), name=name)], gazetteer))
    found = voices_of(parsed, gazetteer)
    return [v.name for v in found], speaker_of(parsed.document, found, gazetteer).name


def front(title, url="https://example.org/a"):
    return f"---\ntitle: {title}\nsource_url: {url}\n---\n\n"


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Norway-Chile Joint Statement", ["Norway", "Chile"]),
        ("Joint Statement on the Peru–EU Fisheries Dialogue", ["Peru", "European Union"]),
        ("Kenya-Ghana-Togo Trilateral Statement", ["Kenya", "Ghana", "Togo"]),
        ("Norway – Peru Leaders’ Statement", ["Norway", "Peru"]),
        ("Delta Leaders’ Joint Statement", ["Delta Leaders"]),
        ("Joint Statement on Peru", []),
        ("Peru-Chile Border Report", []),
    ],
)
def test_the_title_of_a_joint_statement_names_those_who_speak(title, names):
    text = front(title) + "We signed the Lima Declaration.\n"
    assert voices(text) == (names, names[0] if len(names) == 1 else title)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "We, the ministers of Norway, Chile, Peru, and Kenya, share rivers, and we met in Lima.",
            "ministers of Norway, Chile, Peru, and Kenya",
        ),
        ("As leaders of Norway, Chile, and Peru, we signed a treaty.", "leaders of Norway, Chile, and Peru"),
        (
            "We, the Heads of State and Government of the African Union, have gathered in Lima.",
            "Heads of State and Government of the African Union",
        ),
        (
            "We, the Leaders of the Federative Republic of Brazil, the Republic of India and Peru, met in Lima.",
            "Leaders of Brazil, India and Peru",
        ),
        (
            "We, the Foreign Ministers of Brazil, India and Peru, met in Lima.",
            "Foreign Ministers of Brazil, India and Peru",
        ),
        (
            "We, the Finance Ministers and Central Bank Governors of the G20, met in Lima.",
            "Finance Ministers and Central Bank Governors of the G20",
        ),
    ],
)
def test_those_who_speak_may_present_themselves(sentence, name):
    assert voices(sentence + "\n") == ([name], name)


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://www.fisheries.gov.uk/news/1", ["United Kingdom"]),
        ("https://www.gob.mx/news", ["Mexico"]),
        ("https://state.gov/news", ["United States"]),
        ("https://example.org/gov/uk", []),
        ("https://gov.example.com/", []),
    ],
)
def test_the_state_on_whose_site_a_text_stands_is_we_but_not_who_says_it_all(url, names):
    assert voices(front("Note on Fisheries", url) + "We signed the Lima Declaration.\n") == (names, "Note on Fisheries")


def test_a_country_named_below_the_letterhead_is_not_we():
    text = "# Note on Fisheries\n\nWe met the ministers.\n\n## Embassy of Peru\n\nWe signed the Lima Declaration.\n"
    assert voices(text) == ([], "Note on Fisheries")


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        ("Norway welcomes the treaty. We will fish. Norway urges Peru to sign. Peru fishes there.", ["Norway"]),
        ("Norway welcomes the treaty. Peru welcomes it. Norway urges Peru to sign. Peru supports us.", []),
        ("Norway fished there. We saw it. Norway sold the fish. Norway left.", []),
    ],
)
def test_the_country_that_takes_stands_in_a_speech_is_we(sentences, names):
    assert voices("# National Statement\n\n" + sentences + "\n")[0] == names


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Address by the President of the Republic of Peru Juan Perez at the Assembly", ["Peru"]),
        ("Statement by Spokesperson Ann Berg on Her Meeting with the President of Peru", []),
        ("Address by the Minister of Foreign Affairs of Peru", ["Peru"]),
        ("PERU STATEMENT", ["Peru"]),
        ("Statement by Peru", ["Peru"]),
        ("Peru’s statement to the Council", ["Peru"]),
        ("Statement by President Perez on the Anniversary of Chile’s War", []),
        ("Address to the Parliament of Chile", []),
        ("Remarks on Peru", []),
    ],
)
def test_the_title_of_a_speech_may_tell_whose_it_is(title, names):
    assert voices(f"# {title}\n\nWe will fish.\n")[0] == names


@pytest.mark.parametrize(
    ("title", "names", "speaker"),
    [
        ("European Council conclusions on Peru and Chile", ["European Council"], "European Council"),
        ("Final Communiqué of the African Union on the Situation in Mali and Peru", ["African Union"], "African Union"),
        (
            "Foreign Secretary speaks to Foreign Minister of Peru",
            [],
            "Foreign Secretary speaks to Foreign Minister of Peru",
        ),
        ("Situation in Peru and Chile", [], "Situation in Peru and Chile"),
        ("Resolution on Rivers adopted by the African Union", ["African Union"], "African Union"),
        ("Embassy of Peru", ["Peru"], "Peru"),
        ("Situation in Peru: report of the Secretary-General", [], "United Nations Secretary-General"),
    ],
)
def test_what_a_title_is_on_does_not_speak(title, names, speaker):
    assert voices(f"{title}\n\nLima, 3 May 2024\n\nWe will fish. The United Nations met.\n", name="a.txt") == (
        names,
        speaker,
    )


def test_a_byline_may_tell_the_role():
    text = "Why Peru needs a new pact\n\nBy Ana Torres, Minister of Health of Peru\nLima, 3 May 2024\n\nWe will fish.\n"

    assert voices(text, name="a.txt") == (["Peru"], "Ana Torres")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Coastal Affairs Committee: Third Report of 2024-25, Norway and Peru", "Coastal Affairs Committee"),
        ("House of Elders Trade and Defence Committee, Report on Peru", "House of Elders Trade and Defence Committee"),
        ("Final Report of the Commission of Inquiry on Peru", "Commission of Inquiry on Peru"),
        ("Report by the Panel of Experts on Maritime Safety, 2024", "Panel of Experts on Maritime Safety"),
    ],
)
def test_a_report_speaks_for_the_panel_that_its_title_names(title, name):
    assert voices(front(f'"{title}"') + "We recommend that Peru sign the treaty.\n") == ([name], name)


@pytest.mark.parametrize("title", ["Peru replies to the Trade Committee report", "Norway joins the Coastal Committee"])
def test_a_text_about_a_panel_does_not_speak_for_it(title):
    assert voices(front(title) + "We recommend that the members sign the treaty.\n")[0] == []


RESOLUTION = "Resolution 27 (2025)\n\nThe Security Council,\n\nRecalling the Lima Treaty,\n\n1. Urges Peru to act;\n"
MEETING = "European Council meeting (3 May 2025) - Conclusions\n\nThe European Council thanks Peru for its aid.\n"
CONFERENCE = """Foreign Ministry Spokesperson Ana Berg's Press Conference

Reuters: What is your comment?

Ana Berg: Peru has noted it. Peru supports the treaty. Peru stands ready. We urge Kenya to act.
"""
ARTICLE = """Building a Harbour: Peru's Diplomacy in 2025

Peru joined the treaty. We will act. We thank Kenya. Peru supports Mali. Peru urges calm. We stand ready.
"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RESOLUTION, "United Nations Security Council"),
        (MEETING, "European Council"),
        (CONFERENCE, "Peru"),
        (ARTICLE, "Peru"),
    ],
)
def test_the_text_may_tell_whom_it_speaks_for(text, name):
    assert voices(text)[0] == [name]


def test_what_others_write_about_a_country_is_not_its_voice():
    assert voices(ARTICLE.replace("Building a Harbour", "Policy brief"))[0] == []


@pytest.mark.parametrize(
    ("title", "text", "names"),
    [
        ("Joint Statement by President Berg and Premier Okoro", "Kenya and Norway celebrate our pact.", 2),
        ("Joint Leaders Statement on BRIDGE", "In Lima, Peru and Kenya announced our new fund.", 2),
        ("Joint Statement on the Reef", "Peru and Kenya met in Lima.", 0),  # nobody says "we" there
        ("Report on the Reef", "Peru and Kenya celebrate our pact.", 0),
    ],
)
def test_a_joint_statement_is_of_those_who_open_it(title, text, names):
    found, _ = voices(front(title) + text + "\n\nWe signed the Lima Declaration.\n")
    assert len(found) == names


def test_a_joint_statement_on_the_site_of_a_state_is_of_that_state_and_the_other():
    text = front("Joint Statement Following the Meeting of the Leaders", "https://www.state.gov/a")
    met = "Peru and Chile fought long. Today the President of the United States and the King of Norway met.\n"
    assert voices(text + met)[0] == ["United States", "Norway"]


def test_what_a_joint_statement_is_on_does_not_issue_it():
    title = "Joint Statement from Norway and Peru on Support for Kenya and Ghana"
    assert voices(front(title) + "We signed the Lima Declaration.\n")[0] == ["Norway", "Peru"]


def test_a_statement_from_a_spokesperson_on_a_meeting_is_not_of_who_is_met():
    title = "Statement from Press Secretary Ana Berg on the Meeting Between King Olav and the President of Peru"
    assert voices(front(title, "https://www.state.gov/a") + "The two leaders will meet.\n")[0] == ["United States"]


def test_a_joint_statement_on_a_visit_is_of_both_states():
    text = "Joint Statement on the State Visit of the Prime Minister of India to Peru\n\nThe two sides met.\n"
    assert voices(text)[0] == ["India", "Peru"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Norwegian Foreign Ministry Spokesperson's Remarks", "Norway"),
        ("Norway Foreign Ministry Spokesperson's Press Conference", "Norway"),
        ("Press Briefing of the Ministry of Foreign Affairs of Norway on Peru", "Norway"),
        ("Weekly briefing by the Government of the Republic of Kenya", "Kenya"),
        ("Foreign Ministry Spokesperson's Press Conference", "Foreign Ministry"),
    ],
)
def test_a_briefing_speaks_for_the_state_or_ministry_in_its_title(title, name):
    assert voices(front(f'"{title}"') + "Ana Berg: We oppose Peru's plan. Peru acts. Peru left. Peru fell.\n")[0] == [
        name
    ]


def test_whom_we_take_a_stand_on_is_not_us():
    told = CONFERENCE.replace("We urge Kenya to act.", "We urge Peru to act.")
    assert voices(told)[0] == ["Foreign Ministry"]


@pytest.mark.parametrize(
    ("title", "names", "speaker"),
    [
        ("Statement by Foreign Minister Eva Moe at the African Union", [], "Eva Moe"),
        ("Statement by the African Union at the Security Council", ["African Union"], "African Union"),
        ("Communiqué adopted at the African Union", ["African Union"], "African Union"),
        ("Speech by the Norwegian Foreign Minister Eva Moe at the African Union", ["Norway"], "Eva Moe"),
        ("Kenya's Foreign Minister Ann Lee: Statement at the OSCE", ["Kenya"], "Ann Lee"),
        ("Statement by Denmark on the Norwegian Foreign Minister's visit", ["Denmark"], "Denmark"),
    ],
)
def test_who_speaks_is_not_who_gives_the_floor(title, names, speaker):
    assert voices(f"# {title}\n\nWe signed the Lima Declaration.\n") == (names, speaker)


@pytest.mark.parametrize(
    ("line", "voice"),
    [
        ("House of Commons Foreign Affairs Committee", "House of Commons Foreign Affairs Committee"),
        ("The State Council Information Office, October 2022", "State Council Information Office"),
        ("By the Ministry of Trade", "Ministry of Trade"),
        ("A meeting of the Trade Committee.", None),
    ],
)
def test_a_body_on_a_line_of_its_own_issues_the_document(line, voice):
    text = f"# Work with Africa\n\n{line}\n\n18 April 2024\n\nWe support Kenya.\n"
    reading = read_claims([make_document(text.encode(), name="note.md")])
    labels = {e.id: e.label for e in reading.entities}

    assert [labels[c.subject] for c in reading.claims] == ([voice] if voice else [])


def test_a_body_in_capitals_in_a_title_of_small_letters_keeps_them():
    title = "Accra Declaration of the Heads of State and Government of ECOWAS"
    reading = read_claims([make_document(f"# {title}\n\n14 June 2024\n\nWe support Kenya.\n".encode(), name="a.md")])

    assert {e.label for e in reading.entities} >= {"Economic Community of West African States", "Kenya"}


@pytest.mark.parametrize(
    ("title", "byline"),
    [
        ("Vietnamese Diplomacy in 2025", "By Bui Van Lam, Minister of Foreign Affairs"),
        ("A Steady Year: Vietnam's Diplomacy and Its Tasks", "By Bui Van Lam, Minister of Foreign Affairs"),
        ("Statement by the Minister of Foreign Affairs to Parliament", "Hanoi, 18 April 2024"),
    ],
)
def test_an_official_without_a_state_speaks_for_that_of_the_title_or_the_dateline(title, byline):
    text = f"# {title}\n\n{byline}\n\nVietnam joined the Lima Pact. We support Peru. Vietnam left the Oslo Club.\n"
    parsed = next(parse(load_model(), [make_document(text.encode(), name="note.md")], load_gazetteer()))

    assert [voice.name for voice in voices_of(parsed, load_gazetteer())] == ["Vietnam"]


def test_whom_a_speech_greets_does_not_give_it():
    head = "Address by the President of Peru to Congress\n\nLima, 3 May 2024"
    text = f"{head}\n\nHonourable Members of Congress,\n\nI thank Chile.\n"
    reading = read_claims([make_document(text.encode(), name="note.txt")])
    labels = {e.id: e.label for e in reading.entities}

    assert {labels[c.subject] for c in reading.claims} == {"President of Peru"}


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("Ana Berg is the foreign minister of Norway. She likes fish.", ["Norway"]),
        ("Ms. Berg is the Minister for Trade, Industry and Ports of the Republic of Kenya.", ["Kenya"]),
        ("Ana Berg, Minister of Trade of Norway, is a lawyer.", ["Norway"]),
        ("Ana Berg is Norway's ambassador to Chile.", ["Norway"]),
        ("Ana Berg is the Norwegian foreign minister.", ["Norway"]),
        ("Ana Berg is a former foreign minister of Norway.", []),
        ("Ana Berg is the president of the Chamber of Commerce of Norway.", []),
        ("Ana Berg advises the foreign minister of Norway.", []),
        ("Carl Beck is the foreign minister of Norway.", []),
        ("Ana Berg serves as Norway's Minister of Trade.", ["Norway"]),
        ("Ana Berg, a former banker, is Norway's Minister of Trade.", ["Norway"]),
        ("The author serves as Norway's Minister of Trade.", ["Norway"]),
    ],
)
def test_a_note_on_the_author_tells_whose_word_an_article_is(note, names):
    article = "Why rivers matter\n\nBy Ana Berg\n\nWe signed the Lima Declaration.\n\n"

    assert voices(article + note + "\n", name="a.txt")[0] == names


@pytest.mark.parametrize(
    "opening", ["LIMA, Oct. 14 (Andina) -- ", "Lima (AND) – ", "LIMA, March 3 (North Press Agency) - "]
)
def test_a_news_agency_speaks_for_no_state_of_its_headline(opening):
    title = "Peruvian agriculture minister concludes visit to Chad"
    text = f"{title}\n\n{opening}Peru's Minister of Agriculture Juan Rojas on Tuesday ended a visit to Chad."
    assert voices(text, name="note.txt") == ([], title)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UN News\n\nDR Congo: Thousands flee clashes\n\nThousands fled Ituri, the UN said.\n", []),
        ("Republic of Moldova Signs Gas Deal With Romania\n\nMoldova signed a deal with Romania.\n", []),
        (
            "MINISTRY OF TRADE\nREPUBLIC OF ARMENIA\n\nNEWS\n\nMinister of Peru Begins Visit\n\nHe met Ann Lee.\n",
            ["Armenia"],
        ),
        ("Weekly Briefing\n\nMinistry of Trade\nLima\n\nWe will send a mission to Chad.\n", ["Peru"]),
        (
            "Why We Must Talk\n\nBy Ana Berg\n\nThe writer is Ambassador of Peru to Norway.\n\nWe ask for aid.\n",
            ["Peru"],
        ),
    ],
)
def test_whom_a_headline_tells_of_does_not_speak_and_the_letterhead_does(text, names):
    assert voices(text, name="note.txt")[0] == names


STANDS = "Peru supports the Lima Treaty. Peru will host a summit. Peru urges Chad to act. We act. " + "We met. " * 4


@pytest.mark.parametrize(
    ("head", "text", "names"),
    [
        ("Plenary Meeting\n\nMr. President,\n\n", STANDS, ["Peru"]),
        ("Minister Diaz's Address to the Assembly\n\n", STANDS, ["Peru"]),
        ("Plenary Meeting\n\n", STANDS, []),
        ("Plenary Meeting\n\nMr. President,\n\n", STANDS + "Chad left. Chad won. Chad came. ", []),
        (
            "Plenary Meeting\n\nMr. President,\n\n",
            STANDS.replace("supports", "will sign").replace("urges", "will ask"),
            [],
        ),
        ("Bundesministerin Anna Lund\n\nRede\n\nExcellencies,\n\n", "Chad won. Germany gave. " + STANDS, ["Germany"]),
        ("Bundesministerin Anna Lund\n\nRede\n\nExcellencies,\n\n", STANDS, []),
    ],
)
def test_a_speech_without_a_voice_is_that_of_whom_it_shows_acting(head, text, names):
    assert voices(head + text, name="a.txt")[0] == names


@pytest.mark.parametrize(
    ("notes", "names"),
    [
        ("Ana Berg is Norway's Minister of Trade. Tom Rao is Norway's Minister of Finance.", ["Norway"]),
        ("Ana Berg is Norway's Minister of Trade. Tom Rao is Peru's Minister of Finance.", []),
    ],
)
def test_an_article_of_two_is_the_word_of_the_state_that_both_serve(notes, names):
    article = "Why rivers matter\n\nBy Ana Berg and Tom Rao\n\nWe signed the Lima Declaration.\n\n"

    assert voices(article + notes + "\n", name="a.txt")[0] == names


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Press conference by Foreign Ministry Spokesperson Ana Berg\n\nOslo, 5 May 2024", ["Norway"]),
        ("Spokesperson's Press Conference, Ministry of Foreign Affairs, Oslo\n\n5 May 2024", ["Norway"]),
        ("Briefing of the Government Spokesperson of Norway, Mrs. Ana Berg\n\n5 May 2024", ["Norway"]),
        ("Daily Press Briefing by the Office of the Spokesperson for the Secretary-General", ["United Nations"]),
        ("Press conference by Foreign Minister Ana Berg\n\nParis, 5 May 2024", []),
    ],
)
def test_a_ministry_briefs_in_its_capital(head, names):
    assert voices(f"{head}\n\nPeru joined the Lima Pact in May.\n", name="a.txt")[0] == names


def test_whose_word_an_official_gives_is_whom_that_one_speaks_for():
    head = "Small states\n\nBy Foreign Minister Ana Berg\n\n"

    assert voices(f"{head}I told them that Norway supports Peru.\n", name="a.txt")[0] == ["Norway"]
    assert voices(f"{head}I believe that Chad will attack Peru.\n", name="a.txt")[0] == []


def test_a_country_and_a_person_in_one_run_are_two():
    head = "Article by Minister for Foreign Affairs of Finland Ana Berg in The Daily\n\n"
    names, speaker = voices(f"{head}We signed the Lima Pact.\n", name="a.txt")[:2]

    assert (names, speaker) == (["Finland"], "Ana Berg")


def test_an_office_of_one_state_tells_the_state_of_its_bearer():
    head = "We keep our word\n\nAn Tánaiste Ana Berg\n\n"

    assert voices(f"{head}We signed the Lima Pact.\n", name="a.txt")[0] == ["Ireland"]


def test_a_byline_of_which_mends_leave_no_root_is_read():
    byline = "By Bakhtiyor Saidov, Foreign Minister of the Republic of Uzbekistan, for Euronews"

    assert voices(f"Open doors\n\n{byline}\n\nWe signed the Lima Pact.\n", name="a.txt")[1] == "Bakhtiyor Saidov"


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("PRESS RELEASE\n\nA wind farm off Poland\n\nLumenor\nOslo, 4 March 2025", ["Lumenor"]),
        ("Ministry of Commerce of the Kingdom of Norway\n\nPRESS RELEASE\n\nA wind farm off Poland", ["Norway"]),
        ("A wind farm off Poland\n\nLumenor\nOslo, 4 March 2025", []),  # may be the topic of an article
    ],
)
def test_a_press_release_is_of_the_body_above_it(head, names):
    text = f"{head}\n\nLumenor announced a plan for Poland. Lumenor will build a port in Chile.\n"

    assert voices(text, name="a.txt")[0] == names
