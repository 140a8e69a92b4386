// The two ways to ask: the engine in the page, and a SPARQL endpoint over HTTP. Each has
// query(text, {format, signal, limit}) → promise of the answer's text; `limit` is in milliseconds.
// A query given up rejects with an AbortError, one over its limit with a TimeoutError.

const gaveUp = () => new DOMException("The query was cancelled.", "AbortError");
const tooLong = limit => new DOMException(`The query took longer than ${limit / 1000} s.`, "TimeoutError");

// The engine in a worker. A query that must end takes the worker with it: a new one loads the same data and the other
// queries are asked again. `whenReady` resolves with the number of statements.
export function embeddedEngine({script, engine, data, format, statements}) {
  const address = URL.createObjectURL(new Blob([script], {type: "text/javascript"}));
  const waiting = new Map();  // number → {message, resolve, reject}
  let worker, number = 0, loading;

  function start() {
    worker = new Worker(address);
    worker.onmessage = ({data: {number: one, answer, error}}) => {
      const asked = waiting.get(one);
      if (!asked) return;
      waiting.delete(one);
      if (error === undefined) asked.resolve(answer); else asked.reject(new Error(error));
    };
    worker.onerror = event => {
      const all = [...waiting.values()];
      waiting.clear();
      for (const asked of all) asked.reject(new Error(event.message || "the engine stopped"));
    };
    loading = new Promise((resolve, reject) => send({message: {job: "load", engine, data, format, statements}, resolve, reject}));
    loading.catch(() => {});
    return loading;
  }

  function send(asked) {
    waiting.set(++number, asked);
    worker.postMessage({number, ...asked.message});
  }

  function restart() {
    worker.terminate();
    const again = [...waiting.values()].filter(({message}) => message.job === "query");
    waiting.clear();
    start();
    again.forEach(send);
  }

  async function query(text, {format: wanted, signal, limit} = {}) {
    await loading;
    signal?.throwIfAborted();
    const asked = {message: {job: "query", text, format: wanted}};
    const end = reason => {
      const [mine] = [...waiting].find(([, other]) => other === asked) || [];
      if (mine === undefined) return;
      waiting.delete(mine);
      asked.reject(reason);
      restart();
    };
    const stop = () => end(gaveUp());
    const timer = limit ? setTimeout(() => end(tooLong(limit)), limit) : null;
    signal?.addEventListener("abort", stop, {once: true});
    try {
      return await new Promise((resolve, reject) => send(Object.assign(asked, {resolve, reject})));
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  }

  const whenReady = start();
  return {query, whenReady};
}

// A SPARQL 1.1 endpoint; an answer that is no answer is an error, never an empty result.
export function httpEngine(address) {
  async function query(text, {format, signal, limit} = {}) {
    const stops = [signal, limit ? AbortSignal.timeout(limit) : null].filter(Boolean);
    const answer = await fetch(address, {
      method: "POST",
      headers: {"content-type": "application/x-www-form-urlencoded", accept: format},
      body: new URLSearchParams({query: text}),
      signal: stops.length ? AbortSignal.any(stops) : undefined,
    }).catch(error => { throw error.name === "TypeError" ? new Error(`${address} does not answer`) : error; });
    const told = await answer.text();
    if (answer.ok) return told;
    throw answer.status === 503 ? new DOMException(reasonOf(told) || "The endpoint is busy.", "TimeoutError") : new Error(reasonOf(told) || `${answer.status} ${answer.statusText}`);
  }

  return {query, whenReady: Promise.resolve(null)};
}

// What an error's body says: the detail of a problem report (RFC 7807), else its first 500 characters.
function reasonOf(body) {
  try {
    const {detail, title} = JSON.parse(body);
    return detail || title;
  } catch {
    return body.trim().slice(0, 500);
  }
}
