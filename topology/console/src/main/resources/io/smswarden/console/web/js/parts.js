/** Small pieces that many pages show. */
import {h, s} from './dom.js';
import {part} from './api.js';
import {full, moment, named, percent, score, t} from './words.js';

/** A page's head: its name, a line about it, and what can be done. */
export function heading(title, about, ...actions) {
  return h('header.page-head', [
    h('div', [h('h1', {tabindex: '-1'}, title), about && h('p.about', about)]),
    actions.length > 0 && h('div.actions', actions),
  ]);
}

/** A framed part of a page with a name of its own. */
export function panel(title, ...content) {
  return h('section.panel', [title && h('h2', title), content]);
}

export const time = (at) => at ? h('time', {datetime: at, title: full(at)}, moment(at)) : '–';

export const sender = (id) => h('a.sender', {href: `#/sender/${part(id)}`}, id);

export const campaign = (id) => h('a.code', {href: `#/campaign/${part(id)}`}, id);

/** A category with its colour; the name says the same as the colour. */
export function category(value) {
  return value ? h('span.category', [swatch(value), named('category', value)]) : '–';
}

export const swatch = (value) => h(`span.swatch.of-${value}`, {'aria-hidden': 'true'});

export const action = (value) => value ? h(`span.tag.action-${value}`, named('action', value)) : '–';

export const tag = (text, kind = 'plain') => h(`span.tag.${kind}`, text);

/**
 * An estimate with its bounds on a line from 0 to 1, and the estimate as a number: the wider the
 * bar, the less is known.
 */
export function interval(lower, mean, upper, width = 88) {
  if (typeof lower !== 'number' || typeof upper !== 'number') {
    return h('span.interval', h(`b.level-${level(mean)}`, score(mean)));
  }
  const x = (value) => 1 + Math.max(0, Math.min(1, value)) * (width - 2);
  return h('span.interval', [
    h(`b.level-${level(mean)}`, score(mean)),
    s('svg', {
      width, height: 14, viewBox: `0 0 ${width} 14`, role: 'img',
      'aria-label': t('interval.label', percent(mean), percent(lower), percent(upper)),
    }, [
      s('title', t('interval.label', percent(mean), percent(lower), percent(upper))),
      s('line.track', {x1: 1, x2: width - 1, y1: 7, y2: 7}),
      s(`rect.range.level-${level(mean)}`, {x: x(lower), y: 3, width: Math.max(2, x(upper) - x(lower)), height: 8, rx: 2}),
      s('line.mean', {x1: x(mean), x2: x(mean), y1: 1, y2: 13}),
    ]),
  ]);
}

/** How alarming an estimate is: 0, 1 or 2. */
export const level = (mean) => mean >= 0.7 ? 2 : mean >= 0.35 ? 1 : 0;

/** The last hours as small bars. */
export function sparkline(values) {
  if (!values || values.length === 0) {
    return '–';
  }
  const most = Math.max(1, ...values);
  const step = 4;
  const height = 20;
  const sum = values.reduce((a, b) => a + b, 0);
  const label = t('trend.label', values.length, sum, Math.max(...values));
  return s('svg.sparkline', {
    width: values.length * step, height, viewBox: `0 0 ${values.length * step} ${height}`, role: 'img', 'aria-label': label,
  }, [
    s('title', label),
    values.map((value, i) => {
      const size = value > 0 ? Math.max(2, value / most * height) : 1;
      return s(value > 0 ? 'rect' : 'rect.none', {x: i * step, y: height - size, width: step - 1, height: size});
    }),
  ]);
}

/** Counts by category as one bar of parts, and the same in words. */
export function shares(counts) {
  const entries = sorted(counts);
  const sum = entries.reduce((total, [, count]) => total + count, 0);
  if (sum === 0) {
    return h('p.quiet', t('none'));
  }
  let x = 0;
  return h('div.shares', [
    s('svg', {width: '100%', height: 10, viewBox: '0 0 1000 10', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
      entries.map(([name, count]) => {
        const width = count / sum * 1000;
        const bar = s(`rect.of-${name}`, {x, y: 0, width: Math.max(1, width - 3), height: 10});
        x += width;
        return bar;
      })),
    h('ul', entries.map(([name, count]) =>
      h('li', [category(name), h('span.count', count), h('span.share', percent(count / sum))]))),
  ]);
}

/** The entries of counts, the largest first. */
export const sorted = (counts) => Object.entries(counts ?? {}).filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);

/** Names and values, side by side. */
export function facts(pairs) {
  return h('dl.facts', pairs.filter(Boolean).map(([name, value]) => h('div', [h('dt', name), h('dd', value)])));
}

const ICONS = {
  overview: 'M3 12h4l3-8 4 16 3-8h4', warnings: 'M12 3 2 20h20L12 3zm0 7v4m0 3v.5',
  senders: 'M8 3h8v18H8zM11 18h2', campaigns: 'M4 10v4l9 4V6zM13 8a4 4 0 0 1 0 8M6 15v4h3v-3',
  complaints: 'M4 5h16v11H10l-4 4v-4H4zM8 9h8M8 12h5', rules: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  check: 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5', 'dead-letters': 'M3 6h18v12H3zM3 7l9 7 9-7M15 15l4 3',
  health: 'M3 5h18v6H3zM3 13h18v6H3zM6 8h.5M6 16h.5', audit: 'M6 3h9l4 4v14H6zM9 11h7M9 15h7M9 7h3',
  accounts: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-5 4-7 8-7s8 2 8 7', menu: 'M4 6h16M4 12h16M4 18h16',
  search: 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5', close: 'M6 6l12 12M18 6 6 18',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  moon: 'M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z', auto: 'M4 5h16v11H4zM9 20h6M12 16v4', subscribers: 'M7 2h10v20H7zM11 19h2',
};

/** A picture beside words that say the same. */
export const icon = (name) => s('svg.icon', {viewBox: '0 0 24 24', width: 18, height: 18, 'aria-hidden': 'true'}, s('path', {d: ICONS[name]}));
