/** Records that could not be read or processed: look at them, and send them through again. */
import {h, replace} from '../dom.js';
import {get, part, post} from '../api.js';
import {choice, dialog, field, note, noteProblem, options} from '../forms.js';
import {facts, heading, tag, time} from '../parts.js';
import {may} from '../session.js';
import {empty, failure, loading} from '../states.js';
import {listing, table} from '../table.js';
import {full, named, number, t} from '../words.js';

export function render(content, page) {
  const state = {reason: '', topic: '', ...page.query};
  const chosen = new Set();
  const replays = may('DEAD_LETTERS_REPLAY');
  const button = h('button.primary', {type: 'button', disabled: true, onclick: () => replay()}, t('dead.replay', 0));
  const count = () => {
    button.disabled = chosen.size === 0;
    replace(button, t('dead.replay', chosen.size));
  };
  const list = listing({
    path: '/dead-letters', parameters: () => state, page,
    render: (items) => table(t('page.dead-letters'), columns(replays, chosen, count), items),
    none: () => state.reason || state.topic ? empty(t('dead.nomatch')) : empty(t('dead.none'), t('dead.none.hint')),
  });
  const replay = async () => {
    try {
      const {replayed, skipped} = await post('/dead-letters/replay', {ids: [...chosen]});
      note(t('dead.replayed', replayed, skipped));
      chosen.clear();
      count();
      list.reload();
    } catch (problem) {
      noteProblem(problem);
    }
  };
  const changed = () => {
    chosen.clear();
    count();
    page.keep(state);
    list.reload();
  };
  const ofReason = choice(options('dead', ['UNREADABLE', 'PROCESSING_FAILED', 'NOT_PRODUCED'], t('any')), state.reason, {onchange: () => {
    state.reason = ofReason.value;
    changed();
  }});
  const ofTopic = h('input', {type: 'search', value: state.topic, autocomplete: 'off', onchange: () => {
    state.topic = ofTopic.value.trim();
    changed();
  }});
  replace(content,
    heading(t('page.dead-letters'), t('dead.about'), replays && button),
    h('div.filters', [field(t('reason'), ofReason), field(t('topic'), ofTopic)]), list);
}

function columns(replays, chosen, count) {
  return [
    {label: t('dead.id'), cell: (one) => h('span.line', [
      replays && h('input', {type: 'checkbox', checked: chosen.has(one.id), 'aria-label': t('dead.choose', one.id), onchange: (event) => {
        if (event.target.checked) {
          chosen.add(one.id);
        } else {
          chosen.delete(one.id);
        }
        count();
      }}),
      h('button.link.code', {type: 'button', onclick: () => look(one.id)}, one.id),
    ])},
    {label: t('reason'), cell: (one) => tag(named('dead', one.reason), `dead-${one.reason}`)},
    {label: t('detail'), wide: true, cell: (one) => h('span.sample', one.detail)},
    {label: t('dead.origin'), cell: (one) => h('span.code', `${one.originTopic} ${one.originPartition}:${one.originOffset}`)},
    {label: t('bytes'), numeric: true, cell: (one) => `${number(one.keyBytes)} + ${number(one.valueBytes)}`},
    {label: t('at'), numeric: true, cell: (one) => time(one.originTimestamp)},
    {label: '', cell: (one) => one.replayed ? tag(t('dead.done'), 'good') : ''},
  ];
}

/** Control characters as dots. */
const printable = (text) => text.replace(/[\u0000-\u001f\u007f-\u009f\ufffd]/g, '·');

/** Sixteen bytes a line behind their offset. */
function dump(hex) {
  const lines = hex.match(/.{1,32}/g) ?? [];
  return lines.map((line, i) => `${(i * 16).toString(16).padStart(6, '0')}  ${line.match(/../g).join(' ')}`).join('\n');
}

function look(id) {
  const body = h('div', loading(3));
  dialog(t('dead.title', id), body);
  const load = async (clear) => {
    try {
      const found = await get(`/dead-letters/${part(id)}${clear ? '?unmask=true' : ''}`);
      replace(body,
        facts([
          [t('reason'), named('dead', found.reason)],
          [t('detail'), found.detail],
          [t('dead.origin'), h('span.code', `${found.originTopic} ${found.originPartition}:${found.originOffset}`)],
          [t('at'), found.originTimestamp ? full(found.originTimestamp) : '–'],
        ]),
        [['key', found.key], ['value', found.value]].filter(([, bytes]) => bytes).map(([name, bytes]) => [
          h('h3', t(`dead.${name}`)),
          h('pre', {tabindex: '0', 'aria-label': t(`dead.${name}`)}, printable(bytes.utf8)),
          h('pre', {tabindex: '0', 'aria-label': t('dead.hex')}, dump(bytes.hex)),
        ]),
        !clear && may('UNMASK') && h('button.small', {type: 'button', title: t('unmask.hint'), onclick: () => load(true)}, t('unmask')));
    } catch (problem) {
      if (problem.status === undefined) {
        throw problem;
      }
      replace(body, failure(problem, () => load(clear)));
    }
  };
  load(false);
}
