// The query editor. It lives in a shadow root, where its style sheets are made by script and a strict CSP lets them be.

import {autocompletion, completionKeymap, startCompletion} from "@codemirror/autocomplete";
import {defaultKeymap, history, historyKeymap, indentWithTab, toggleTabFocusMode} from "@codemirror/commands";
import {bracketMatching, HighlightStyle, LanguageSupport, syntaxHighlighting} from "@codemirror/language";
import {Compartment, EditorState, Prec, RangeSet, StateEffect, StateField} from "@codemirror/state";
import {Decoration, drawSelection, EditorView, gutter, GutterMarker, highlightActiveLine, keymap, lineNumbers, placeholder} from "@codemirror/view";
import {styleTags, tags} from "@lezer/highlight";
import {SparqlLanguage} from "codemirror-lang-sparql";

import {completionsAt} from "./completion.js";
import {element} from "./elements.js";
import {rangeAt} from "./sparqlerror.js";

const MONO = 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace';

// Every rule of the base theme that depends on light or dark is said again, so that colours follow the page's own.
const RULES = {
  "&": {color: "var(--ink)", backgroundColor: "var(--panel)", fontSize: "13.5px"},
  "&.cm-focused": {outline: "none"},
  ".cm-content, .cm-gutter": {minHeight: "8em"},
  ".cm-scroller": {fontFamily: MONO, lineHeight: "1.55", maxHeight: "var(--editor-most, 26em)", overflow: "auto"},
  // names are never broken, but one that is wider than the window must not widen all other lines
  ".cm-content": {minWidth: "0", caretColor: "var(--ink)", padding: "8px 0"},
  ".cm-line": {padding: "0 12px 0 6px"},
  ".cm-cursor, .cm-dropCursor": {borderLeftColor: "var(--ink)", borderLeftWidth: "1.5px"},
  ".cm-gutters": {color: "var(--soft)", backgroundColor: "var(--well)", border: "none", borderRight: "1px solid var(--rule)"},
  ".cm-lineNumbers .cm-gutterElement": {padding: "0 8px 0 4px", minWidth: "28px"},
  ".cm-activeLine": {backgroundColor: "transparent"},
  "&.cm-focused .cm-activeLine": {backgroundColor: "color-mix(in srgb, var(--well) 55%, transparent)"},
  "& .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {background: "color-mix(in srgb, var(--type-country) 26%, transparent)"},
  "&.cm-focused .cm-matchingBracket": {backgroundColor: "color-mix(in srgb, var(--type-region) 28%, transparent)", outline: "1px solid var(--type-region)"},
  "&.cm-focused .cm-nonmatchingBracket": {backgroundColor: "transparent", outline: "1px solid var(--accent)"},
  ".cm-placeholder": {color: "var(--soft)"},
  ".cm-tooltip": {color: "var(--ink)", backgroundColor: "var(--panel)", border: "1px solid var(--rule)", borderRadius: "6px", boxShadow: "0 8px 28px rgb(0 0 0 / 18%)", overflow: "hidden"},
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {fontFamily: MONO, fontSize: "13px", maxHeight: "16em", maxWidth: "min(560px, 92vw)"},
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {padding: "3px 10px", lineHeight: "1.5"},
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {color: "var(--ink)", background: "var(--well)", boxShadow: "inset 2px 0 var(--accent)"},
  ".cm-completionDetail": {marginLeft: "1em", fontStyle: "normal", color: "var(--soft)"},
  ".cm-completionIcon": {opacity: "1", color: "var(--soft)"},
  ".cm-wrong": {textDecoration: "underline wavy var(--accent)", textDecorationSkipInk: "none", textUnderlineOffset: "3px", backgroundColor: "color-mix(in srgb, var(--accent) 9%, transparent)"},
  ".cm-signs": {width: "14px"},
  ".cm-sign": {color: "var(--accent)", fontWeight: "700", textAlign: "center", cursor: "help"},
};

// A variable or a name is never broken over two lines, as the "?" alone would let it be.
const LOOKS = HighlightStyle.define([
  {tag: tags.keyword, color: "var(--accent)"},
  {tag: tags.variableName, color: "var(--type-country)", whiteSpace: "nowrap"},
  {tag: tags.propertyName, color: "var(--type-region)", whiteSpace: "nowrap"},
  {tag: [tags.namespace, tags.url, tags.typeName], color: "var(--type-region)"},
  {tag: tags.string, color: "var(--type-initiative)"},
  {tag: [tags.integer, tags.float, tags.bool], color: "var(--type-initiative)"},
  {tag: tags.comment, color: "var(--soft)", fontStyle: "italic"},
]);

// The language leaves prefixed names without a look, and has no comment key.
const LANGUAGE = SparqlLanguage.configure({props: [styleTags({"Pname_ln Pname_ns A_predicate": tags.propertyName, Langtag: tags.string})]});

class Sign extends GutterMarker {
  constructor(message) { super(); this.message = message; }
  eq(other) { return other.message === this.message; }
  toDOM() { return element("div", {class: "cm-sign", title: this.message, role: "img", "aria-label": this.message}, "!"); }
}

// The one mark of a mistake; it goes with the next change of the text.
const setMark = StateEffect.define();
const markField = StateField.define({
  create: () => null,
  update: (mark, transaction) => transaction.effects.filter(effect => effect.is(setMark)).reduce((_, effect) => effect.value, transaction.docChanged ? null : mark),
  provide: field => EditorView.decorations.from(field, mark => mark && mark.to > mark.from
    ? Decoration.set(Decoration.mark({class: "cm-wrong", attributes: {title: mark.message}}).range(mark.from, mark.to)) : Decoration.none),
});
const signs = gutter({
  class: "cm-signs",
  markers(view) {
    const mark = view.state.field(markField);
    return mark ? RangeSet.of(new Sign(mark.message).range(view.state.doc.lineAt(mark.from).from)) : RangeSet.empty;
  },
  initialSpacer: () => new Sign(""),
});

// {text, setText, focus, mark, clearMark, recolour} of an editor in `host`; `schema()` gives {prefixes, terms},
// `onRun()` is called by Ctrl-Enter and `onChange(text, byHand)` after each change.
export function makeEditor(host, {text = "", label, phrases = {}, hint = "", schema = () => ({}), onRun = () => {}, onChange = () => {}}) {
  const root = host.attachShadow({mode: "open"}), box = root.appendChild(element("div"));
  const theme = new Compartment();
  let byHand = true;
  const view = new EditorView({parent: box, root, state: EditorState.create({doc: text, extensions: [
    // before the default keys, where Mod-Enter is a new line
    Prec.highest(keymap.of([{key: "Mod-Enter", run: () => { onRun(); return true; }}, {key: "Ctrl-m", run: toggleTabFocusMode}])),
    keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    markField, signs, lineNumbers(), history(), drawSelection(), highlightActiveLine(), bracketMatching(), EditorView.lineWrapping,
    new LanguageSupport(LANGUAGE), LANGUAGE.data.of({commentTokens: {line: "#"}}), syntaxHighlighting(LOOKS), theme.of(themeOf(host)),
    autocompletion({override: [context => offered(context, schema())], icons: false}),
    EditorState.phrases.of(phrases), placeholder(hint),
    EditorView.contentAttributes.of({"aria-label": label, autocapitalize: "off", autocorrect: "off", spellcheck: "false"}),
    EditorView.updateListener.of(update => { if (update.docChanged) onChange(update.state.doc.toString(), byHand); }),
  ]})});
  view.setTabFocusMode(true);  // Tab leaves the editor until Ctrl-M says otherwise

  return {
    text: () => view.state.doc.toString(),
    setText(fresh) {
      if (fresh === view.state.doc.toString()) return;
      byHand = false;
      view.dispatch({changes: {from: 0, to: view.state.doc.length, insert: fresh}, selection: {anchor: 0}, scrollIntoView: true});
      byHand = true;
    },
    focus: () => view.focus(),
    mark(line, column, message) {
      const range = rangeAt(view.state.doc.toString(), line, column);
      view.dispatch({effects: [setMark.of({...range, message}), EditorView.scrollIntoView(range.from, {y: "nearest", yMargin: 24})]});
    },
    clearMark: () => view.dispatch({effects: setMark.of(null)}),
    recolour: () => view.dispatch({effects: theme.reconfigure(themeOf(host))}),
  };
}

function themeOf(host) {
  const light = getComputedStyle(host).color.match(/[\d.]+/g)?.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) ?? 0;
  return EditorView.theme(RULES, {dark: light > 384});  // light ink is dark paper
}

function offered(context, {prefixes = {}, terms = []}) {
  const text = context.state.doc.toString();
  const found = completionsAt(text.slice(0, context.pos), {text, prefixes, terms, explicit: context.explicit});
  return found && {from: found.from, filter: false, options: found.options.map(option => ({
    ...option, apply: (view, _, from, to) => accept(view, option, found.declareAt, from, to),
  }))};
}

// What was chosen, and in the same step the PREFIX line it still needs.
function accept(view, {apply, declare}, declareAt, from, to) {
  const at = Math.min(declareAt, from), cursor = from + declare.length + apply.length;
  view.dispatch({
    changes: declare ? [{from: at, insert: declare}, {from, to, insert: apply}] : {from, to, insert: apply},
    selection: {anchor: cursor}, userEvent: "input.complete", scrollIntoView: true,
  });
  if (apply.endsWith(":")) startCompletion(view);
}
