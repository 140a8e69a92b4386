// The SPARQL engine in a worker: Oxigraph as WebAssembly, over RDF handed in as gzip bytes.

import init, {Store} from "oxigraph";

const MANY = 100_000;  // statements from which loading in bulk pays for the memory it takes

// Not by way of Blob.stream(), which WebKit refuses in a worker of a page opened from a file.
function gunzip(bytes) {
  const unpacked = new DecompressionStream("gzip"), writer = unpacked.writable.getWriter();
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  return new Response(unpacked.readable).arrayBuffer();
}

let store;

const jobs = {
  async load({engine, data, format, statements}) {
    await init({module_or_path: await gunzip(engine)});
    store = new Store();
    store.load(new Uint8Array(await gunzip(data)), {format, lenient: true, no_transaction: statements > MANY});
    return store.size;
  },

  // The text of the answer in the format asked for. Nothing can be fetched from here: SERVICE and LOAD find no network.
  query: ({text, format}) => store.query(text, {results_format: format}),
};

self.onmessage = async ({data: {number, job, ...given}}) => {
  try {
    self.postMessage({number, answer: await jobs[job](given)});
  } catch (error) {
    self.postMessage({number, error: String(error?.message ?? error)});
  }
};
