"""Workers that are real processes: what happens to a query that takes too long, and to those beside it."""

import asyncio
import os
import signal
from time import perf_counter

import pytest

from graph.rdf.files import write_ntriples
from graph.rdf.triples import make_triples
from graph.sparql.messages import Answer, Outcome, Question
from graph.sparql.pool import Pool

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
SIMPLE = "ASK { ?e rdfs:label 'Aland' }"


@pytest.fixture
def record(tmp_path, documents, entities, claims):
    write_ntriples(make_triples(documents, entities, claims), tmp_path / "graph.nt")
    return tmp_path / "graph.nt"


def question(text: str, *, rows: str | None = "csv", max_bytes: int = 1000) -> Question:
    return Question(text=text, rows=rows, triples=None, max_bytes=max_bytes)


def with_pool(record, use, *, workers=2, timeout=2.0):
    """What `use` returns of a pool that is ready; afterwards all its processes are gone."""

    async def run():
        failures: list[str] = []
        pool = Pool(record, workers=workers, timeout=timeout, on_failure=failures.append)
        pool.start()
        try:
            while pool.idle < workers and not failures:
                await asyncio.sleep(0.02)
            return failures or await use(pool)
        finally:
            await pool.close()

    return asyncio.run(asyncio.wait_for(run(), 60))


YES = Answer(outcome=Outcome.ANSWERED, form="csv", body=b"true")


def test_a_runaway_query_is_stopped_while_others_are_answered(record):
    async def use(pool):
        start = perf_counter()
        runaway = asyncio.ensure_future(pool.ask(question(RUNAWAY)))
        await asyncio.sleep(0.1)
        beside = await pool.ask(question(SIMPLE))
        quick = perf_counter() - start
        stopped = await runaway
        slow = perf_counter() - start
        return beside, quick, stopped, slow, await pool.ask(question(SIMPLE)), pool.tally.timeouts

    beside, quick, stopped, slow, after, timeouts = with_pool(record, use)

    assert (beside, stopped, after, timeouts) == (YES, Answer(outcome=Outcome.TOO_SLOW), YES, 1)
    assert quick < 1.5
    assert 2.0 <= slow < 4.0


def test_a_killed_worker_is_replaced(record):
    async def use(pool):
        stopped = await pool.ask(question(RUNAWAY))
        while not pool.idle:
            await asyncio.sleep(0.02)
        return stopped.outcome, await pool.ask(question(SIMPLE))

    assert with_pool(record, use, workers=1, timeout=1.0) == (Outcome.TOO_SLOW, YES)


def test_a_query_whose_client_has_gone_is_stopped(record):
    async def use(pool):
        asking = asyncio.ensure_future(pool.ask(question(RUNAWAY)))
        await asyncio.sleep(0.3)
        before = pool.busy
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
        return before, pool.busy, await pool.ask(question(SIMPLE))

    assert with_pool(record, use, workers=1, timeout=30.0) == (1, 0, YES)


def test_who_comes_when_all_are_busy_and_the_queue_is_full_is_told_so_at_once(record):
    async def use(pool):
        crowd = [asyncio.ensure_future(pool.ask(question(RUNAWAY))) for _ in range(17)]
        await asyncio.sleep(0.1)
        start = perf_counter()
        answer = await pool.ask(question(SIMPLE))
        seconds = perf_counter() - start
        for each in crowd:
            each.cancel()
        return answer, seconds < 0.1

    assert with_pool(record, use, workers=1) == (Answer(outcome=Outcome.BUSY), True)


def test_a_short_query_does_not_wait_for_a_crowd_of_long_ones(record):
    async def use(pool):
        crowd = [asyncio.ensure_future(pool.ask(question(RUNAWAY))) for _ in range(8)]
        await asyncio.sleep(0.1)
        start, answers = perf_counter(), []
        while perf_counter() - start < 8:
            asked = perf_counter()
            answers.append((await pool.ask(question(SIMPLE)), perf_counter() - asked))
            await asyncio.sleep(0.02)
        ended = [each for each in crowd if each.done()]
        for each in crowd:
            each.cancel()
        await asyncio.gather(*crowd, return_exceptions=True)
        return answers, len(ended)

    answers, ended = with_pool(record, use, workers=1, timeout=30.0)
    times = sorted(seconds for _, seconds in answers)

    assert {answer for answer, _ in answers} == {YES}
    assert ended == 0  # all of the crowd still wait or run
    assert times[int(len(times) * 0.9)] < 1.0


@pytest.mark.parametrize(
    ("asked", "outcome"),
    [
        (question("SELECT * { ?s ?p ?o }"), Outcome.TOO_LARGE),
        (question("SELECT * { ?s ?p ?o }", rows=None), Outcome.UNFIT),
        (question("SELECT * {"), Outcome.WRONG),
        (question("ASK { SERVICE <http://localhost/> {} }"), Outcome.REFUSED),
        (question("DROP ALL"), Outcome.REFUSED),
        (question(f"SELECT (1{'+1' * 20_000} AS ?x) {{}}"), Outcome.DIED),  # Oxigraph's stack overflows
    ],
)
def test_an_answer_that_cannot_be_given_says_which_it_is(record, asked, outcome):
    async def use(pool):
        return (await pool.ask(asked)).outcome

    assert with_pool(record, use, workers=1, timeout=20.0) == outcome


def test_a_dataset_that_is_damaged_is_told(tmp_path):
    (tmp_path / "graph.nt").write_text("<a:b> <a\n")

    (failure,) = with_pool(tmp_path / "graph.nt", None, workers=1)

    assert failure.startswith(f"{tmp_path / 'graph.nt'}, line 1: ")


def test_a_worker_that_ends_costs_only_the_question_it_was_at(record):
    async def use(pool):
        (worker,) = pool._workers
        os.kill(worker._process.pid, signal.SIGSTOP)
        asked = [pool.ask(question(SIMPLE)) for _ in range(4)]
        await asyncio.sleep(0.1)
        worker.kill()
        return await asyncio.gather(*asked)

    assert with_pool(record, use, workers=1, timeout=20.0) == [Answer(outcome=Outcome.DIED), YES, YES, YES]


def test_short_queries_put_behind_one_that_runs_away_are_answered_elsewhere(record):
    async def use(pool):
        start = perf_counter()
        runaway, *others = [pool.ask(question(text)) for text in (RUNAWAY, SIMPLE, SIMPLE, SIMPLE)]
        answers = await asyncio.gather(*others)
        return answers, perf_counter() - start, (await runaway).outcome

    answers, seconds, outcome = with_pool(record, use, workers=1, timeout=4.0)

    assert (answers, outcome) == ([YES] * 3, Outcome.TOO_SLOW)
    assert seconds < 3.0


def test_those_who_wait_are_told_when_all_is_stopped(record):
    async def use(pool):
        asked = [pool.ask(question(RUNAWAY)) for _ in range(6)]
        await asyncio.sleep(0.1)
        pool.kill()
        return {answer.outcome for answer in await asyncio.gather(*asked)}

    assert with_pool(record, use, workers=1, timeout=20.0) == {Outcome.STOPPED}


def test_long_answers_arrive_whole_one_after_another(record):
    async def use(pool):
        asked = question("SELECT * { ?s ?p ?o . ?a ?b ?c }", rows="json", max_bytes=10**8)
        return await asyncio.gather(*(pool.ask(asked) for _ in range(4)))

    answers = with_pool(record, use, workers=1, timeout=20.0)

    assert {(answer.outcome, answer.body[-3:]) for answer in answers} == {(Outcome.ANSWERED, b"]}}")}
    assert len({answer.body for answer in answers}) == 1
