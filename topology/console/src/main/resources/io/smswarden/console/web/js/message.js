/** A message's text with its reasons. */
import {h} from './dom.js';
import {get, part, query} from './api.js';
import {may} from './session.js';
import {noteProblem} from './forms.js';
import {half, t} from './words.js';

const DOTS = '…';

/**
 * The text with the passages marked that the signals point at: one kind for what speaks against
 * the message, another for what speaks for it. Overlapping passages become one of the stronger.
 */
export function highlighted(text, signals) {
  const end = text.endsWith(DOTS) ? text.length - 1 : text.length;
  const effect = new Float64Array(end);
  const seen = new Uint8Array(end);
  for (const signal of signals ?? []) {
    const value = signal.weight * (signal.strength ?? 1);
    for (let i = Math.max(0, signal.start); i < Math.min(end, signal.end); i++) {
      seen[i] = 1;
      if (Math.abs(value) > Math.abs(effect[i])) {
        effect[i] = value;
      }
    }
  }
  const kind = (i) => !seen[i] ? '' : effect[i] > 0 ? 'against' : effect[i] < 0 ? 'for' : 'seen';
  const pieces = [];
  let from = 0;
  for (let i = 1; i <= end; i++) {
    if (i === end || kind(i) !== kind(from)) {
      const piece = text.slice(from, i);
      pieces.push(kind(from) ? h(`mark.${kind(from)}`, piece) : piece);
      from = i;
    }
  }
  return h('p.message', {lang: 'zh-Hans'}, [pieces, text.slice(end)]);
}

/** The reasons, the strongest first, with what each adds to the log-odds. */
export function reasons(signals) {
  if (!signals || signals.length === 0) {
    return h('p.quiet', t('reasons.none'));
  }
  const effects = signals.map((signal) => ({signal, effect: signal.weight * (signal.strength ?? 1)}));
  effects.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  return h('ul.reasons', {'aria-label': t('reasons')}, effects.map(({signal, effect}) =>
    h(`li.${effect > 0 ? 'against' : effect < 0 ? 'for' : 'seen'}`, [
      h('span.effect', {title: t('reasons.effect')}, effect === 0 ? t('reasons.shadow') : `${effect > 0 ? '+' : '−'}${Math.abs(effect).toFixed(1)}`),
      h('span.why', half(signal, 'reason') || signal.reason || ''),
      h('code', signal.code),
    ])));
}

/** A button that fetches a warning in clear, for those who may; each look is written to the audit log. */
export function unmask(messageId, shown) {
  if (!may('UNMASK')) {
    return null;
  }
  const button = h('button.small', {
    type: 'button', title: t('unmask.hint'),
    onclick: async () => {
      button.disabled = true;
      try {
        shown(await get(`/warnings/${part(messageId)}${query({unmask: true})}`));
      } catch (problem) {
        button.disabled = false;
        noteProblem(problem);
      }
    },
  }, t('unmask'));
  return button;
}
