// The panel: what is chosen, and its claims by relation.

import {element, mark, refill} from "./elements.js";
import {byRelation} from "./claims.js";
import {makeCards} from "./cards.js";
import {NO_FILTERS} from "./conditions.js";
import {topQuery} from "./queries.js";
import {nameOf} from "./titles.js";
import {changeMark} from "./pair.js";
import {number, t, typeName} from "./words.js";

export const LISTED = 200, MORE = 300;

export function makePanel(box, handlers) {
  const {onStanding, onChange, onStart, onHow, onMore, onOnly} = handlers;
  const {cards, link} = makeCards(handlers);

  function fill(...children) {
    refill(box, children);
    box.scrollTop = 0;
  }

  const heading = (title, note) => [element("h2", {tabindex: -1}, title), note && element("p", {class: "note", title: note}, note)].filter(Boolean);
  const backButton = () => element("button", {type: "button", class: "back", onclick: onStart}, t("overview.back"));
  const howButton = query => query && element("p", {class: "how"}, element("button", {type: "button", onclick: () => onHow(query)}, t("how")));

  // Before the engine is up, and after: the same overview, from what was counted when the graph was made.
  // `passing` tells what is left of it under filters; changes that are `listed` beside it are not counted here too.
  function showOverview({documents, counts, standings, starts, changes}, passing = null, filters = NO_FILTERS, {listed: isListed = false} = {}) {
    const [only] = documents, kinds = passing ? passing.standings : standings, first = passing ? passing.top.slice(0, 8) : starts;
    if (!counts.claims) {
      fill(heading(t("empty"), null), element("p", {class: "empty"}, t("empty.hint")));
      return;
    }
    const title = counts.documents === 1 ? only.title : t("overview.many", {n: counts.documents});
    const note = counts.documents === 1 ? [only.creator, only.date].filter(Boolean).join(", ") : null;
    fill(
      heading(title, note),
      counts.documents > 1 && papers(documents, counts.documents),
      element("p", {class: "lead"}, passing ? t("filters.count", {n: passing.total, all: counts.claims}) : t("overview.lead", {claims: t("claims", {n: counts.claims})})),
      changes && !passing && !isListed && element("div", {class: "standings", role: "group", "aria-label": t("facet.changes")}, changes.map(({key, count}) =>
        element("button", {type: "button", class: `chip change-${key}`, onclick: () => onChange(key)}, changeMark(key), `${number(count)} ${t(`change.${key}`)}`))),
      element("div", {class: "standings", role: "group", "aria-label": t("overview.standings")}, kinds.map(({key, count}) =>
        element("button", {type: "button", class: `chip ${key}`, onclick: () => onStanding(key)}, `${number(count)} ${t(`standing.${key}`)}`))),
      element("h3", {}, t(passing ? "filters.top" : "overview.begin")),
      element("ul", {class: "starts"}, first.map(one => element("li", {}, link(one), element("span", {class: "many"}, t("claims", {n: one.passing ?? one.weight}))))),
      howButton(topQuery(filters)),
    );
  }

  // The first documents, a line each, and how many more there are.
  function papers(documents, all) {
    return element("ul", {class: "papers note"}, documents.map(one => element("li", {title: nameOf(one)}, nameOf(one))),
      all > documents.length && element("li", {}, t("overview.more", {n: all - documents.length})));
  }

  let listed = null, acts = null;  // the claims listed and the actions shown, where an entity is
  function showEntity(entity, found, place) {
    const fresh = actions(entity, place);
    if (listed === found && acts?.isConnected) {
      const pressed = acts.contains(document.activeElement) && document.activeElement.textContent;
      acts.replaceWith(fresh);
      if (pressed) ([...fresh.children].find(one => one.textContent === pressed) || fresh.firstElementChild).focus();
      acts = fresh;
      return;
    }
    [listed, acts] = [found, fresh];
    fill(
      element("p", {class: "kind"}, backButton(), mark(entity.type), typeName(entity.type)),
      heading(entity.label, entity.aliases.length ? t("also", {names: entity.aliases.join(" · ")}) : null),
      identity(entity),
      fresh,
      found.standings.length ? listOf(found, entity.id) : element("p", {class: "empty"}, entity.weight ? t("no.passing") : t("no.claims")),
    );
  }

  function actions(entity, {drawn, left, called, pinned}) {
    const {onExpand, onCollapse, onHide, onFocus, onDraw, onPin, onConnect} = handlers;
    const button = (words, act, more = {}) => element("button", {type: "button", class: "act", onclick: () => act(entity.id, !pinned), ...more}, words);
    return element("div", {class: "acts", role: "group", "aria-label": t("acts")},
      drawn && left > 0 && button(t("act.expand", {n: Math.min(12, left), all: left}), onExpand),
      drawn && called > 0 && button(t("act.collapse"), onCollapse),
      drawn ? [button(t("act.focus"), onFocus), button(t("act.pin"), onPin, {"aria-pressed": String(pinned), title: t("act.pin.hint")}), button(t("act.hide"), onHide)] : button(t("act.draw"), onDraw),
      button(t("act.connect"), onConnect));
  }

  function identity({sameAs, mergedBecause}) {
    if (!sameAs.length && !mergedBecause.length) return null;
    const links = sameAs.filter(one => /^https?:\/\//.test(one)).map(one => element("li", {}, `${t("sameAs")} `, element("a", {href: one, rel: "noreferrer noopener", target: "_blank"}, one.replace(/^https?:\/\/(www\.)?/, ""))));
    return element("details", {class: "identity"}, element("summary", {}, t("why")), element("ul", {}, mergedBecause.map(reason => element("li", {}, reason)), links));
  }

  // Answers with the claim listed first.
  function showClaims(title, note, found, focus = null) {
    fill(element("p", {class: "kind"}, backButton()), heading(title, note), found.standings.length ? listOf(found, focus) : element("p", {class: "empty"}, t("no.passing")));
    return byRelation(found.claims, focus)[0]?.claims[0];
  }

  function showGone() {
    fill(element("p", {class: "kind"}, backButton()), heading(t("gone"), null), element("p", {class: "empty"}, t("gone.hint")));
  }

  function showFailure(error, again) {
    fill(element("p", {class: "kind"}, backButton()), heading(t("failed"), null), element("p", {class: "empty"}, error.message), again && element("button", {type: "button", class: "act", onclick: again}, t("failed.again")));
  }

  const showWaiting = () => fill(element("p", {class: "waiting", role: "status"}, t("waiting")));

  // Claims with a row of chips by standing where there is more than one, and a button for those not listed yet.
  function listOf({claims, total, standings, only, query}, focus) {
    const bar = standings.length < 2 ? null : element("div", {class: "standings", role: "group", "aria-label": t("only")}, standings.map(({key, count}) =>
      element("button", {type: "button", class: `chip ${key}`, "aria-pressed": String(key === only), onclick: () => onOnly(key === only ? null : key)}, `${number(count)} ${t(`standing.${key}`)}`)));
    const more = total > claims.length && element("button", {type: "button", class: "more", onclick: onMore}, t("more.claims", {n: Math.min(MORE, total - claims.length)}));
    return [bar, sections(claims, focus), more, howButton(query)].filter(Boolean);
  }

  // One section a relation, in the order of `byRelation`.
  function sections(claims, focus) {
    return byRelation(claims, focus).map(({key, count, claims: mine}) =>
      element("section", {class: "relation"}, element("h3", {}, key, element("span", {class: "many"}, number(count))), cards(mine)));
  }

  return {showOverview, showEntity, showClaims, showGone, showFailure, showWaiting, relabel() { listed = null; }};
}
