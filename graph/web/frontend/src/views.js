// The views beside the drawing: which one is open, and what it shows.

import {byId} from "./elements.js";
import {entityLink} from "./cards.js";
import {makeChanges} from "./changesview.js";
import {makeConnect} from "./connect.js";
import {makeMatrix} from "./matrix.js";
import {dated, everything} from "./queries.js";
import {makeTable, tableSelector} from "./table.js";
import {makeTimeline} from "./timeline.js";

export function makeViews(data, {go, chooseEntity, choosePair, onHow, addressOf, onClaim, card, drawOnly, starts, sides, state}) {
  const link = one => entityLink(one, chooseEntity, addressOf), box = name => byId(`view-${name}`);
  const change = name => values => go({[name]: {...state()[name], ...values}});
  const table = makeTable(box("table"), data, {onChange: change("table"), onClaim, onHow, link});
  const made = {
    table,
    ...(sides && {changes: makeChanges(box("changes"), data, {sides, onFilters: filters => go({filters}), onHow, card})}),
    timeline: makeTimeline(box("timeline"), data, {onYears: years => go({filters: {...state().filters, ...years}}), onHow, card}),
    matrix: makeMatrix(box("matrix"), data, {onChange: change("matrix"), onPair: choosePair, onHow, link}),
    connect: makeConnect(box("connect"), data, {onChange: change("connect"), onDraw: drawOnly, onHow, card, link, starts}),
  };

  function open(name) {
    for (const tab of byId("views").children) {
      const one = tab.dataset.view;
      box(one).hidden = one !== name;
      tab.setAttribute("aria-selected", String(one === name));
      tab.tabIndex = one === name ? 0 : -1;
    }
  }

  return {
    open,
    show: async (shown, nodes) => made[shown.view]?.show(shown, nodes),
    add: (name, view) => { made[name] = view; },
    relabel: () => table.relabel(),
    // The pattern of the claims that a view shows: what is chosen in the drawing, the table's, or all there are.
    selectorOf: ({view, table: asked}, chosen, nodes) => view === "table" ? tableSelector(asked, nodes) : view === "timeline" ? dated : chosen || everything,
  };
}
