/** How the pipeline is: state, lag, instances, what is being restored. */
import {h, replace} from '../dom.js';
import {get} from '../api.js';
import {facts, heading, panel, tag} from '../parts.js';
import {empty, show} from '../states.js';
import {table} from '../table.js';
import {duration, named, number, t} from '../words.js';

const REFRESH = 3000;

export function render(content, page) {
  const body = h('div');
  replace(content, heading(t('page.health'), t('health.about')), body);
  page.every(REFRESH, show(body, page, () => get('/health', page.signal), shown));
}

function shown(found) {
  const restoring = found.restoring ?? [];
  return [
    h('div.tiles', [
      tile(t('state'), h(`span.state-${found.state}`, named('state', found.state)), t(`state.hint.${found.state}`) === `state.hint.${found.state}` ? null : t(`state.hint.${found.state}`)),
      tile(t('health.lag'), number(found.lagTotal), t('health.lag.hint')),
      tile(t('health.instances'), number((found.instances ?? []).length)),
      tile(t('health.uptime'), duration(found.uptimeSeconds ?? 0), t('health.version', found.version ?? '–')),
    ]),
    panel(t('health.instances'), (found.instances ?? []).length === 0 ? empty(t('health.instances.none')) : table(t('health.instances'), [
      {label: t('health.instance'), cell: (one) => [h('span.code', one.port ? `${one.host}:${one.port}` : one.host), ' ', one.self && tag(t('health.self'))]},
      {label: t('health.partitions'), numeric: true, cell: (one) => count(one.partitions)},
      {label: t('health.standby'), numeric: true, cell: (one) => count(one.standby)},
      {label: t('health.lag'), numeric: true, cell: (one) => number(one.lag)},
    ], found.instances)),
    panel(t('health.restoring'), restoring.length === 0
      ? h('p.quiet', t('health.restoring.none'))
      : table(t('health.restoring'), [
        {label: t('health.store'), cell: (one) => h('span.code', `${one.store} ${one.partition}`)},
        {label: t('health.left'), numeric: true, cell: (one) => number(one.remaining)},
      ], restoring)),
    found.stores && panel(t('health.stores'), facts(Object.entries(found.stores).map(([name, size]) => [h('span.code', name), typeof size === 'number' ? number(size) : String(size)]))),
  ];
}

const count = (value) => Array.isArray(value) ? number(value.length) : number(value);

function tile(label, value, small) {
  return h('div.tile', [h('p.tile-label', label), h('p.tile-value', value), small && h('p.tile-small', small)]);
}
