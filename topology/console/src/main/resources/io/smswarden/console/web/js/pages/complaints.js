/** The complaints desk: take a complaint for a subscriber, and see what it does. */
import {h, replace} from '../dom.js';
import {get, part, post} from '../api.js';
import {CATEGORIES, choice, field, form, note, options} from '../forms.js';
import {highlighted} from '../message.js';
import {category, facts, heading, interval, panel, sender, tag, time} from '../parts.js';
import {may} from '../session.js';
import {empty} from '../states.js';
import {listing, table} from '../table.js';
import {named, number, score, t} from '../words.js';

const LOOK_EVERY = 2000;
const LOOKS = 30;

export function render(content, page) {
  const effect = h('div', {'aria-live': 'polite'});
  const state = {sender: ''};
  const list = listing({
    path: '/complaints', parameters: () => state, page,
    render: (items) => table(t('complaints.recent'), columns(), items),
    none: () => state.sender ? empty(t('complaints.nomatch')) : empty(t('complaints.none'), t('complaints.none.hint')),
  });
  let timer = 0;
  const bySender = h('input', {type: 'search', autocomplete: 'off', oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.sender = bySender.value.trim();
      list.reload();
    }, 300);
  }});
  replace(content,
    heading(t('page.complaints'), t('complaints.about')),
    may('COMPLAIN') && h('div.columns.two-one', [panel(t('complaints.take'), desk(page, effect, list)), panel(t('complaints.effect'), effect)]),
    h('section.panel', [
      h('div.panel-head', [h('h2', t('complaints.recent')), h('div.filters', field(t('sender'), bySender))]),
      list,
    ]));
  replace(effect, h('p.quiet', t('complaints.effect.hint')));
}

function desk(page, effect, list) {
  const content = h('div.grid', [
    field(t('complainant'), h('input', {name: 'complainant', type: 'tel', required: true, autocomplete: 'off', placeholder: '+86 138 0000 0000'}), t('complainant.hint')),
    field(t('complaints.sender'), h('input', {name: 'sender', autocomplete: 'off', value: page.query.sender ?? ''}), t('complaints.sender.hint')),
    field(t('messageId'), h('input', {name: 'messageId', autocomplete: 'off', value: page.query.messageId ?? ''}), t('complaints.message.hint')),
    field(t('category'), choice(options('category', [...CATEGORIES, 'COLLECTION_LAWFUL', 'NORMAL'], t('complaints.category.none')), page.query.category ?? '', {name: 'category'})),
    h('div.all', field(t('complaints.text'), h('textarea', {name: 'text', rows: 4}), t('complaints.text.hint'))),
  ]);
  return form(content, t('complaints.submit'), async (values, element) => {
    const complaint = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()]).filter(([, value]) => value));
    const before = complaint.sender ? await reputation(complaint.sender, page.signal) : null;
    const {id} = await post('/complaints', complaint);
    note(t('complaints.taken'));
    element.elements.text.value = '';
    element.elements.messageId.value = '';
    watch(page, effect, list, {id, sender: complaint.sender, before});
  });
}

async function reputation(id, signal) {
  try {
    return (await get(`/senders/${part(id)}`, signal)).reputation;
  } catch (problem) {
    if (problem.status === 404 || problem.status === 503 || problem.status === 400) {
      return null;
    }
    throw problem;
  }
}

/** Looks until the complaint has come through the pipeline, and shows what it changed. */
function watch(page, effect, list, {id, sender: of, before}) {
  const line = (it, label) => it && [h('h3', label), facts([
    [t('complaints'), h('b', number(it.complaints))],
    [t('suspicion'), interval(it.suspicionLower, it.suspicion, it.suspicionUpper)],
  ])];
  const head = [h('p', t('complaints.number', id)), of && h('p', sender(of))];
  replace(effect, head, line(before, t('before')), h('p.quiet', t(of ? 'complaints.effect.waiting' : 'complaints.effect.sought')));
  let looks = 0;
  const look = async () => {
    looks += 1;
    list.reload();
    const now = of ? await reputation(of, page.signal).catch(() => null) : null;
    if (page.signal.aborted) {
      return;
    }
    if (now && now.complaints > (before?.complaints ?? 0)) {
      replace(effect, head, line(before, t('before')), line(now, t('now')),
        h('p.callout.good', before ? t('complaints.effect.moved', score(before.suspicion), score(now.suspicion)) : t('complaints.effect.counted')));
      // The list hears of it a moment after the reputation.
      page.after(LOOK_EVERY, () => list.reload());
    } else if (looks < LOOKS && of) {
      page.after(LOOK_EVERY, look);
    } else if (of) {
      replace(effect, head, line(now, t('now')), h('p.quiet', t('complaints.effect.none')));
    }
  };
  page.after(LOOK_EVERY / 2, look);
}

function columns() {
  return [
    {label: t('at'), cell: (one) => time(one.at ?? one.reportedAt)},
    {label: t('sender'), cell: (one) => one.sender ? sender(one.sender) : '–'},
    {label: t('complainant'), cell: (one) => h('span.number', one.complainant)},
    {label: t('category'), cell: (one) => one.category && one.category !== 'UNKNOWN' ? category(one.category) : '–'},
    {label: t('text'), wide: true, cell: (one) => one.text ? highlighted(one.text, []) : '–'},
    {label: t('channel'), cell: (one) => named('channel', one.channel)},
    {label: t('reply'), cell: (one) => one.reply ? tag(named('reply', one.reply), `reply-${one.reply}`) : h('span.quiet', t('reply.none'))},
  ];
}
