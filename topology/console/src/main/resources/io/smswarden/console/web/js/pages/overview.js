/** How the day goes: rates, categories, regions, organisations, and what is flagged just now. */
import {h, replace} from '../dom.js';
import {get, query} from '../api.js';
import {chart, categoryColour} from '../chart.js';
import {follow} from '../feed.js';
import {action, category, heading, panel, sender, shares, sorted, time} from '../parts.js';
import {empty, show} from '../states.js';
import {table} from '../table.js';
import {full, half, moment, named, number, region, short, some, t} from '../words.js';

const REFRESH = 5000;
const TICKS = 10;

export function render(content, page) {
  const asOf = h('span.quiet');
  const tiles = h('div.tiles');
  const day = h('div');
  const categories = h('div');
  const regions = h('div');
  const organisations = h('div');
  const anomalies = h('div');
  const ticker = h('ol.ticker');
  replace(content,
    heading(t('page.overview'), t('overview.about'), asOf),
    tiles,
    h('div.columns.five-three', [
      panel(t('overview.day'), day),
      panel(t('overview.now'), ticker, h('p.foot', h('a', {href: '#/warnings'}, t('overview.all')))),
    ]),
    h('div.columns.three', [
      panel(t('overview.categories'), categories),
      panel(t('overview.regions'), regions),
      panel(t('overview.organisations'), organisations),
    ]),
    panel(t('overview.anomalies'), anomalies));

  let drawn = '';
  const again = show(tiles, page, () => get('/statistics/overview', page.signal), (found) => {
    replace(asOf, t('updated'), ' ', found.asOf ? h('time', {datetime: found.asOf, title: full(found.asOf)}, moment(found.asOf)) : '–');
    replace(categories, shares(found.byCategory));
    replace(regions, ranking(found.byRegion ?? [], (one) => half(one, 'name') || region(one.region), (one) => `#/senders${query({region: one.region})}`));
    replace(organisations, ranking(found.topOrganisations ?? [], (one) => one.organisation, (one) => `#/senders${query({organisation: one.organisation})}`));
    const hours = JSON.stringify(found.last24h);
    if (hours !== drawn) {
      drawn = hours;
      replace(day, dayCharts(found.last24h ?? [], page));
    }
    return tileList(found);
  });
  page.every(REFRESH, again);

  show(anomalies, page, () => get(`/anomalies${query({limit: 8})}`, page.signal), (found) => found.items.length === 0
    ? empty(t('anomalies.none'), t('anomalies.none.hint'))
    : table(t('overview.anomalies'), [
      {label: t('sender'), cell: (one) => sender(one.sender)},
      {label: t('hour'), cell: (one) => time(one.hourStart)},
      {label: t('complaints'), numeric: true, cell: (one) => number(one.complaints)},
      {label: t('anomalies.expected'), numeric: true, cell: (one) => some(one.expected)},
      {label: t('anomalies.probability'), numeric: true, cell: (one) => one.probability < 0.001 ? '< 0.001' : one.probability.toFixed(3)},
    ], found.items));

  startTicker(ticker, page);
}

function tileList({rates = {}, latencyMillis = {}, totals = {}}) {
  const tile = (label, value, unit, small) => h('div.tile', [
    h('p.tile-label', label),
    h('p.tile-value', [value, unit && h('span.unit', unit)]),
    small && h('p.tile-small', small),
  ]);
  return [
    tile(t('tile.messages'), some(rates.messagesPerSecond), t('per.second'), t('tile.total', totals.messages === undefined ? '–' : short(totals.messages))),
    tile(t('tile.warnings'), some(rates.warningsPerMinute), t('per.minute'), t('tile.flagged', short(totals.flagged ?? 0), short(totals.blocked ?? 0))),
    tile(t('tile.complaints'), some(rates.complaintsPerHour), t('per.hour'), t('tile.total', short(totals.complaints ?? 0))),
    tile(t('tile.latency'), some(latencyMillis.p50), t('millis'), t('tile.p99', some(latencyMillis.p99))),
    tile(t('tile.alerts'), short(totals.alerts ?? 0), null, t('tile.alerts.small')),
    tile(t('tile.dead'), short(totals.deadLetters ?? 0), null, totals.deadLetters ? h('a', {href: '#/dead-letters'}, t('tile.dead.look')) : t('tile.dead.none')),
  ];
}

function dayCharts(hours, page) {
  if (hours.length === 0) {
    return empty(t('overview.day.none'), t('overview.day.none.hint'));
  }
  const totals = {};
  for (const hour of hours) {
    for (const [name, count] of Object.entries(hour.byCategory ?? {})) {
      totals[name] = (totals[name] ?? 0) + count;
    }
  }
  const times = hours.map((one) => one.hour);
  const names = sorted(totals).map(([name]) => name);
  const series = names.length > 0
    ? names.map((name) => ({label: named('category', name), kind: 'bars', colour: () => categoryColour(name), values: hours.map((one) => one.byCategory?.[name] ?? 0)}))
    : [{label: t('warnings'), kind: 'bars', colour: () => categoryColour('FRAUD'), values: hours.map((one) => one.warnings)}];
  const sum = hours.reduce((all, one) => all + (one.warnings ?? 0), 0);
  const complained = hours.reduce((all, one) => all + (one.complaints ?? 0), 0);
  return [
    h('h3', t('overview.day.warnings')),
    chart(t('overview.day.label', sum), times, series, {page, sync: 'day', height: 200}),
    h('h3', t('overview.day.complaints')),
    chart(t('overview.day.complaints.label', complained), times,
      [{label: t('complaints'), kind: 'bars', colour: () => categoryColour('complaints'), values: hours.map((one) => one.complaints ?? 0)}],
      {page, sync: 'day', height: 100}),
  ];
}

function ranking(items, name, link) {
  if (items.length === 0) {
    return h('p.quiet', t('none'));
  }
  const most = Math.max(...items.map((one) => one.warnings));
  return h('ol.ranking', items.slice(0, 8).map((one) => h('li', [
    h('a', {href: link(one)}, name(one)),
    h('meter', {min: 0, max: Math.max(1, most), value: one.warnings, 'aria-label': name(one)}),
    h('span.count', {title: t('warnings')}, number(one.warnings)),
    h('span.side', {title: t('complaints')}, t('complaints.count', one.complaints)),
  ])));
}

function startTicker(ticker, page) {
  const line = (one) => h('li', [
    time(one.eventTime),
    h('a.sender', {href: `#/sender/${encodeURIComponent(one.sender)}`}, one.sender),
    category(one.category), action(one.action),
  ]);
  const waiting = h('li.quiet', t('feed.waiting'));
  replace(ticker, waiting);
  get(`/warnings${query({limit: TICKS})}`, page.signal).then((found) => {
    if (found.items.length > 0) {
      waiting.remove();
      ticker.append(...found.items.map(line));
      trim();
    }
  }, () => {});
  const trim = () => {
    while (ticker.children.length > TICKS) {
      ticker.lastChild.remove();
    }
  };
  follow(page, {
    warning: (one) => {
      waiting.remove();
      const element = line(one);
      element.classList.add('fresh');
      ticker.prepend(element);
      trim();
    },
  });
}

