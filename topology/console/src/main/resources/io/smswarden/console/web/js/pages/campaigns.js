/** Messages that are one text in many wordings, sent by many numbers. */
import {h, replace} from '../dom.js';
import {choice, field, options} from '../forms.js';
import {campaign, category, heading, tag, time} from '../parts.js';
import {empty} from '../states.js';
import {listing, table} from '../table.js';
import {named, number, region, t} from '../words.js';

/** The choice of both states; an address without a state means the warned ones, for most of the others are honest. */
const ANY = 'ANY';

export function render(content, page) {
  const state = {state: 'WARNED', sort: 'lastSeen', ...page.query};
  const list = listing({
    path: '/campaigns', parameters: () => ({...state, state: state.state === ANY ? '' : state.state}), page,
    render: (items) => table(t('page.campaigns'), columns(), items, {
      // The server gives the largest first, and that only.
      key: state.sort, order: 'desc',
      change: (sort) => {
        state.sort = sort;
        page.keep(state);
        list.reload();
      },
    }),
    none: () => state.state !== ANY ? empty(t('campaigns.nomatch')) : empty(t('campaigns.none'), t('campaigns.none.hint')),
  });
  const ofState = choice([...options('campaign-state', ['WARNED', 'WATCHED']), [ANY, t('any')]], state.state, {onchange: () => {
    state.state = ofState.value;
    page.keep(state);
    list.reload();
  }});
  replace(content, heading(t('page.campaigns'), t('campaigns.about')), h('div.filters', field(t('state'), ofState)), list);
}

function columns() {
  return [
    {label: t('campaign'), cell: (one) => campaign(one.id)},
    {label: t('category'), cell: (one) => category(one.category)},
    {label: t('state'), cell: (one) => one.state ? tag(named('campaign-state', one.state), `campaign-${one.state}`) : '–'},
    {label: t('sample'), wide: true, cell: (one) => h('span.sample', {lang: 'zh-Hans'}, one.sample ?? '–')},
    {label: t('messages'), sort: 'messages', numeric: true, cell: (one) => number(one.messages)},
    {label: t('senders'), sort: 'senders', numeric: true, cell: (one) => number(Array.isArray(one.senders) ? one.senders.length : one.senders)},
    {label: t('region'), cell: (one) => region(one.region)},
    {label: t('lastSeen'), sort: 'lastSeen', numeric: true, cell: (one) => time(one.lastSeen)},
  ];
}
