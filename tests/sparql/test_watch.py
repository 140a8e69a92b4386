"""A client that goes away while it waits has its answer cancelled; one that waits has not."""

import asyncio

from graph.sparql.watch import Watch


def test_what_is_answered_late_is_watched_and_what_is_answered_soon_is_not():
    async def run():
        watch, asked = Watch(), []

        def client(name, *, stays):
            async def receive():
                asked.append(name)
                if stays and asked.count(name) > 1:
                    await asyncio.Event().wait()
                return {"type": "http.request" if asked.count(name) == 1 else "http.disconnect"}

            answering = asyncio.get_running_loop().create_future()
            watch.begin(answering, receive)
            return answering

        quick, gone, patient = client("quick", stays=False), client("gone", stays=False), client("patient", stays=True)
        quick.set_result(None)
        watch.end(quick)
        await asyncio.sleep(0.2)
        late = client("late", stays=False)  # after all that came before have been looked at
        await asyncio.sleep(0.2)
        return asked, gone.cancelled(), patient.done(), late.cancelled()

    asked, *ended = asyncio.run(run())
    assert "quick" not in asked
    assert ended == [True, False, True]
