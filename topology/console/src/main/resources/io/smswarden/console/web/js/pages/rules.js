/** The operator's own rules: write, check at the line, try on past messages, publish. */
import {h, replace} from '../dom.js';
import {get, part, post, remove} from '../api.js';
import {choice, dialog, field, note, noteProblem} from '../forms.js';
import {editor} from '../editor.js';
import {highlighted} from '../message.js';
import {action, category, heading, panel, sender, tag, time} from '../parts.js';
import {may} from '../session.js';
import {empty, failure, loading, show} from '../states.js';
import {table} from '../table.js';
import {named, number, score, t} from '../words.js';

const TYPING = 400;
const REFRESH = 5000;
const DRAFT = 'smswarden.rules';

export function render(content, page) {
  const top = h('div');
  replace(content, heading(t('page.rules'), t('rules.about')), top);
  show(top, page, () => get('/rules', page.signal), (found) => desk(found, page));
}

function desk(found, page) {
  const kept = sessionStorage.getItem(DRAFT);
  const it = editor(t('rules.yaml'), kept ?? found.inForce?.yaml ?? t('rules.starter'), (text) => changed(text));
  const status = h('p.status', {role: 'status'});
  const errors = h('ul.errors', {id: 'rules-errors'});
  const tried = h('div', h('p.quiet', t('rules.backtest.hint')));
  const force = h('div');
  const history = h('div');
  const tryButton = h('button', {type: 'button', onclick: () => backtest()}, t('rules.backtest'));
  const publishButton = may('RULES_PUBLISH') && h('button.primary', {type: 'button', onclick: () => publish()}, t('rules.publish'));
  const hours = choice([['1', t('rules.hours', 1)], ['24', t('rules.hours', 24)], ['72', t('rules.hours', 72)]], '24', {'aria-label': t('rules.hours.label')});
  let timer = 0;
  let asked = 0;
  let triedText = null;
  let triedCounts = null;
  let known = found.inForce?.version;

  const usable = (good) => {
    tryButton.disabled = !good;
    if (publishButton) {
      publishButton.disabled = !good;
    }
  };
  const validate = async () => {
    const mine = ++asked;
    try {
      const result = await post('/rules/validate', {yaml: it.text}, page.signal);
      if (mine === asked) {
        tell(result.valid, result.errors ?? [], result.rules);
      }
    } catch (problem) {
      if (problem.name !== 'AbortError' && mine === asked) {
        replace(status, h('span.bad', problem.message));
      }
    }
  };
  const tell = (valid, faults, rules) => {
    it.mark(faults);
    it.describe(faults.length);
    replace(status, valid ? h('span.good', `✓ ${t('rules.valid', rules)}`) : h('span.bad', `✕ ${t('rules.faults', faults.length)}`));
    replace(errors, faults.map((fault) => h('li', [
      h('button.link', {type: 'button', onclick: () => it.goTo(fault.line, fault.column)}, t('rules.line', fault.line, fault.column)),
      h('span', fault.message),
    ])));
    usable(valid);
  };
  const changed = (text) => {
    sessionStorage.setItem(DRAFT, text);
    clearTimeout(timer);
    timer = setTimeout(validate, TYPING);
    if (text !== triedText) {
      tried.classList.add('stale');
    }
  };
  const backtest = async () => {
    const text = it.text;
    replace(tried, loading(4));
    tried.classList.remove('stale');
    tryButton.disabled = true;
    try {
      const result = await post('/rules/backtest', {yaml: text, hours: Number(hours.value)}, page.signal);
      triedText = text;
      triedCounts = result.counts;
      replace(tried, outcome(result));
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        replace(tried, failure(problem, backtest));
      }
    } finally {
      tryButton.disabled = false;
    }
  };
  const publish = () => {
    const yaml = it.text;
    const same = yaml === triedText;
    dialog(t('rules.publish.title'), [
      h(`p.callout.${same ? 'good' : 'warn'}`, same ? t('rules.publish.tried', triedCounts.newlyFlagged, triedCounts.noLonger, triedCounts.recategorised) : t('rules.publish.untried')),
      field(t('rules.note'), h('input', {name: 'note', required: true, maxlength: 200, autocomplete: 'off'}), t('rules.note.hint')),
    ], t('rules.publish'), async ({note: why}) => {
      try {
        const {version} = await post('/rules/publish', {yaml, note: why, ...(known && {replaces: known})});
        sessionStorage.removeItem(DRAFT);
        known = version;
        note(t('rules.published', version));
        page.after(1000, refresh);
      } catch (problem) {
        if (problem.errors.length > 0) {
          tell(false, problem.errors, 0);
        }
        throw problem;
      }
    });
  };
  const withdraw = () => dialog(t('rules.withdraw'), h('p', t('rules.withdraw.about')), t('rules.withdraw'), async () => {
    await remove('/rules');
    known = undefined;
    note(t('rules.withdrawn'));
    page.after(1000, refresh);
  });
  const load = async ({id, version}) => {
    try {
      it.text = (await get(`/rules/history/${part(id)}`, page.signal)).yaml;
      note(t('rules.loaded', version));
    } catch (problem) {
      noteProblem(problem);
    }
  };
  const showForce = ({inForce, history: past}) => {
    replace(force, inForce
      ? h('div.callout.force', [h('b', t('rules.force')), h('code', inForce.version), h('span', inForce.author ?? '–'), time(inForce.publishedAt), inForce.note && h('span.quiet', inForce.note),
        may('RULES_PUBLISH') && h('button.small.danger.end', {type: 'button', onclick: withdraw}, t('rules.withdraw'))])
      : h('div.callout.force', t('rules.force.none')));
    replace(history, (past ?? []).length === 0 ? h('p.quiet', t('rules.history.none')) : table(t('rules.history'), [
      {label: t('version'), cell: (one) => one.withdrawn ? h('span.quiet', t('rules.withdrawn.short')) : h('code', one.version)},
      {label: t('rules.author'), cell: (one) => one.author ?? '–'},
      {label: t('at'), cell: (one) => time(one.publishedAt)},
      {label: t('rules.note'), wide: true, cell: (one) => h('span.sample', one.note ?? '–')},
      {label: '', cell: (one) => !one.withdrawn && h('button.small', {type: 'button', onclick: () => load(one)}, t('rules.load'))},
    ], past));
  };
  const refresh = async () => {
    try {
      showForce(await get('/rules', page.signal));
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        noteProblem(problem);
      }
    }
  };
  it.element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !tryButton.disabled) {
      event.preventDefault();
      backtest();
    }
  });
  showForce(found);
  usable(false);
  validate();
  page.every(REFRESH, () => document.querySelector('dialog[open]') || refresh());
  return [
    force,
    panel(null, it.element, h('div.editor-foot', [status, h('div.buttons', [hours, tryButton, publishButton])]), errors),
    panel(t('rules.changes'), tried),
    h('div.columns', [panel(t('rules.history'), history), panel(t('rules.shadow'), h('p.quiet', t('rules.shadow.about')), shadow(page))]),
  ];
}

function shadow(page) {
  const place = h('div');
  page.every(REFRESH, show(place, page, () => get('/rules/shadow', page.signal), (found) => {
    const items = found.items ?? found;
    return items.length === 0 ? h('p.quiet', t('rules.shadow.none')) : table(t('rules.shadow'), [
      {label: t('rules.rule'), cell: (one) => h('code', one.rule)},
      {label: t('rules.mode'), cell: (one) => tag(named('rule-mode', one.mode), `mode-${one.mode}`)},
      {label: t('rules.hits'), numeric: true, cell: (one) => number(one.count)},
    ], [...items].sort((a, b) => b.count - a.count));
  }));
  return place;
}

function outcome({examined, counts = {}, changed = [], hits = []}) {
  const tile = (label, value) => h('div.tile', [h('p.tile-label', label), h('p.tile-value', number(value ?? 0))]);
  return [
    h('p.callout.warn.stale-note', t('rules.stale')),
    h('div.tiles', [
      tile(t('rules.examined'), examined), tile(t('rules.newlyFlagged'), counts.newlyFlagged),
      tile(t('rules.noLonger'), counts.noLonger), tile(t('rules.otherAction'), counts.otherAction), tile(t('rules.recategorised'), counts.recategorised),
    ]),
    changed.length === 0 ? empty(t('rules.nochange'), t('rules.nochange.hint')) : table(t('rules.changes'), [
      {label: t('sender'), cell: (one) => sender(one.sender)},
      {label: t('before'), cell: (one) => judged(one.before)},
      {label: t('after'), cell: (one) => judged(one.after)},
      {label: t('text'), wide: true, cell: (one) => highlighted(one.text ?? '', [])},
    ], changed),
    hits.length > 0 && [h('h3', t('rules.hits')), h('ul.hits', hits.map((one) => h('li', [h('code', one.rule), tag(number(one.count))])))],
  ];
}

const judged = (one) => one ? h('span.line', [action(one.action), category(one.category), h('span.number', score(one.score))]) : '–';
