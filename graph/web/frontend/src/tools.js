// The SPARQL console, in its own view and in the window that explains how something was found.

export function makeTools(config, {ask}, data) {
  return {
    start({views, go}) { this.go = go; },
    explain(query) { this.go({view: "console", query}); },
    recolour() {},
    relabel() {},
  };
}
