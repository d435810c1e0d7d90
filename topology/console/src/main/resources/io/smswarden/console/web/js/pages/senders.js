/** Suspicious senders: sorted and filtered by the server. */
import {h, replace} from '../dom.js';
import {get} from '../api.js';
import {CATEGORIES, choice, field, options} from '../forms.js';
import {category, heading, interval, sender, sparkline, time} from '../parts.js';
import {empty} from '../states.js';
import {listing, table} from '../table.js';
import {half, number, region, t} from '../words.js';

export function render(content, page) {
  const state = {sort: 'suspicion', order: 'desc', q: '', category: '', region: '', organisation: '', ...page.query};
  const changed = () => {
    const {sort, order, ...rest} = state;
    page.keep({...rest, sort: sort === 'suspicion' && order === 'desc' ? '' : sort, order: order === 'desc' ? '' : order});
    list.reload();
  };
  const sorting = {
    get key() { return state.sort; },
    get order() { return state.order; },
    change: (key, order) => {
      Object.assign(state, {sort: key, order});
      changed();
    },
  };
  const list = listing({
    path: '/senders/top', parameters: () => state, page,
    render: (items) => table(t('page.senders'), columns(), items, sorting),
    none: () => filtered(state) ? empty(t('senders.nomatch'), t('senders.nomatch.hint')) : empty(t('senders.none'), t('senders.none.hint')),
  });
  replace(content,
    heading(t('page.senders'), t('senders.about')),
    filters(state, changed, page),
    list);
}

const filtered = (state) => state.q || state.category || state.region || state.organisation;

function filters(state, changed, page) {
  let timer = 0;
  const text = h('input', {type: 'search', value: state.q, autocomplete: 'off', oninput: () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.q = text.value.trim();
      changed();
    }, 300);
  }});
  const ofCategory = choice(options('category', CATEGORIES, t('any')), state.category, {onchange: () => {
    state.category = ofCategory.value;
    changed();
  }});
  const ofRegion = choice([['', t('any')], ...(state.region ? [[state.region, region(state.region)]] : [])], state.region, {onchange: () => {
    state.region = ofRegion.value;
    changed();
  }});
  get('/statistics/overview', page.signal).then((found) => {
    for (const one of found.byRegion ?? []) {
      if (one.region !== state.region) {
        ofRegion.append(h('option', {value: one.region}, half(one, 'name') || region(one.region)));
      }
    }
  }, () => {});
  const organisation = state.organisation && h('button.chip', {type: 'button', 'aria-label': t('filter.remove', state.organisation), onclick: (event) => {
    state.organisation = '';
    event.currentTarget.remove();
    changed();
  }}, [state.organisation, ' ✕']);
  return h('div.filters', [
    field(t('senders.text'), text), field(t('category'), ofCategory), field(t('region'), ofRegion), organisation,
  ]);
}

function columns() {
  return [
    {label: t('sender'), cell: (one) => h('div.two-lines', [sender(one.sender), h('span.quiet', one.organisation ? one.organisation : t('unregistered'))])},
    {label: t('suspicion'), sort: 'suspicion', cell: (one) => interval(one.suspicionLower, one.suspicion, one.suspicionUpper)},
    {label: t('category.main'), cell: (one) => category(one.category)},
    {label: t('trend'), cell: (one) => sparkline(one.trend)},
    {label: t('flagged'), sort: 'flagged', numeric: true, cell: (one) => [number(one.flagged), h('span.of', ` / ${number(one.messages)}`)]},
    {label: t('complaints'), sort: 'complaints', numeric: true, cell: (one) => number(one.complaints)},
    {label: t('region'), cell: (one) => region(one.region)},
    {label: t('lastSeen'), sort: 'lastSeen', numeric: true, cell: (one) => time(one.lastSeen)},
  ];
}
