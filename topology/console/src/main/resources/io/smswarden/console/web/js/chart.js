/** Charts by uPlot, in the colours of the theme, with their numbers as a table for who can't see them. */
import uPlot from '../uplot/uPlot.esm.js';
import {h} from './dom.js';
import {date, hour, number, t} from './words.js';

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export const categoryColour = (name) => colour(`--of-${name}`) || colour('--of-UNKNOWN');

/**
 * A chart over time.
 *
 * @param label what it shows, in a sentence
 * @param times of the points, ISO
 * @param series each {label, values, colour: () => css, kind: 'bars' | 'line'}; bars stand on one another
 * @param options {height, days: whether a point is a day, page, sync: charts of one name share a cursor}
 */
export function chart(label, times, series, {height = 190, days = false, page, sync}) {
  const place = h('div.plot', {role: 'img', 'aria-label': label});
  const name = days ? date : hour;
  const element = h('figure.chart', [
    place,
    h('ul.legend', {'aria-hidden': 'true'}, series.map((one) => legend(one, page))),
    h('details', [
      h('summary', t('chart.table')),
      h('div.table', {role: 'region', 'aria-label': label, tabindex: '0'}, h('table', [
        h('thead', h('tr', [h('th', {scope: 'col'}, days ? t('day') : t('hour')), series.map((one) => h('th.numeric', {scope: 'col'}, one.label))])),
        h('tbody', times.map((at, i) => h('tr', [h('th', {scope: 'row'}, name(at)), series.map((one) => h('td.numeric', number(one.values[i])))]))),
      ])),
    ]),
  ]);
  let plot = null;
  const draw = () => {
    plot?.destroy();
    const width = place.clientWidth;
    if (width > 0) {
      plot = new uPlot(settings(width, height, series, name, days, sync), columns(times, series), place);
    }
  };
  const resized = new ResizeObserver(() => {
    if (!plot) {
      draw();
    } else if (plot.width !== place.clientWidth && place.clientWidth > 0) {
      plot.setSize({width: place.clientWidth, height});
    }
  });
  resized.observe(place);
  addEventListener('theme', draw, {signal: page.signal});
  page.signal.addEventListener('abort', () => {
    resized.disconnect();
    plot?.destroy();
  });
  return element;
}

function legend(one, page) {
  const key = h('span.key', {'aria-hidden': 'true'});
  key.style.background = one.colour();
  addEventListener('theme', () => { key.style.background = one.colour(); }, {signal: page.signal});
  return h('li', [key, one.label]);
}

/** uPlot draws bars from zero: each stands for itself and those below, and the tallest is drawn first. */
function columns(times, series) {
  const x = times.map((at) => new Date(at).getTime() / 1000);
  const bars = series.filter((one) => one.kind === 'bars');
  const stacked = new Map();
  const sum = x.map(() => 0);
  for (const one of bars) {
    one.values.forEach((value, i) => { sum[i] += value ?? 0; });
    stacked.set(one, [...sum]);
  }
  return [x, ...[...bars].reverse().map((one) => stacked.get(one)),
    ...series.filter((one) => one.kind !== 'bars').map((one) => one.values)];
}

function settings(width, height, series, name, days, sync) {
  const ink = colour('--soft');
  const grid = {stroke: colour('--line'), width: 1};
  const font = '12px system-ui, sans-serif';
  const bars = series.filter((one) => one.kind === 'bars').reverse();
  const lines = series.filter((one) => one.kind !== 'bars');
  const step = days ? 86400 : 3600;
  return {
    width, height,
    padding: [8, 8, 0, 0],
    legend: {show: false},
    cursor: {sync: sync ? {key: sync} : undefined, drag: {x: false, y: false}, points: {show: false}},
    plugins: [tip(series, name)],
    scales: {
      x: {range: (_, min, max) => [min - step * 0.6, max + step * 0.6]},
      y: {range: (_, __, max) => [0, Math.max(4, max * 1.08)]},
    },
    axes: [
      {stroke: ink, font, grid: {show: false}, ticks: {show: false}, values: (_, at) => at.map((v) => name(v * 1000)), space: 54, size: 24, gap: 6},
      {stroke: ink, font, grid, ticks: {show: false}, size: 46, gap: 4, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000]},
    ],
    series: [{},
      ...bars.map((one) => ({
        fill: one.colour(), stroke: one.colour(), width: 0, points: {show: false},
        paths: uPlot.paths.bars({size: [0.72, 40], radius: 0}),
      })),
      ...lines.map((one) => ({stroke: one.colour(), width: 2, points: {show: false}}))],
  };
}

/** The numbers at the cursor. */
function tip(series, name) {
  const element = h('div.tip', {hidden: true});
  return {
    hooks: {
      init: (plot) => {
        plot.over.append(element);
        plot.over.addEventListener('mouseleave', () => { element.hidden = true; });
      },
      setCursor: (plot) => {
        const {idx, left} = plot.cursor;
        if (idx === null || idx === undefined || left < 0) {
          element.hidden = true;
          return;
        }
        element.replaceChildren(h('b', name(plot.data[0][idx] * 1000)),
          ...series.filter((one) => one.values[idx]).map((one) => {
            const key = h('span.key');
            key.style.background = one.colour();
            return h('div', [key, h('span', one.label), h('b', number(one.values[idx]))]);
          }));
        element.hidden = false;
        const right = left > plot.over.clientWidth / 2;
        element.style.left = right ? 'auto' : `${left + 12}px`;
        element.style.right = right ? `${plot.over.clientWidth - left + 12}px` : 'auto';
      },
    },
  };
}
