/** One campaign: its text, its growth, its senders. */
import {h, replace} from '../dom.js';
import {get, part, query} from '../api.js';
import {chart, categoryColour} from '../chart.js';
import {highlighted} from '../message.js';
import {category, facts, heading, panel, sender, tag, time} from '../parts.js';
import {empty, show} from '../states.js';
import {table} from '../table.js';
import {named, number, region, score, some, t} from '../words.js';

export function render(content, page) {
  const id = page.argument;
  page.title(id);
  const body = h('div');
  const hours = h('div');
  replace(content, h('p.crumbs', h('a', {href: '#/campaigns'}, t('page.campaigns'))), heading(t('campaign.title', id)), body);
  show(body, page, () => get(`/campaigns/${part(id)}`, page.signal), (found) => {
    const senders = Array.isArray(found.senders) ? found.senders : [];
    return [
      h('div.columns.two-one', [
        h('div.stack', [
          panel(t('sample'), highlighted(found.sample ?? '–', []), h('p.quiet', t('sample.masked'))),
          panel(t('campaign.hours'), hours),
        ]),
        panel(t('campaign.facts'), facts([
          [t('category'), category(found.category)],
          found.state && [t('state'), tag(named('campaign-state', found.state), `campaign-${found.state}`)],
          [t('messages'), number(found.messages)],
          [t('flagged'), number(found.flagged)],
          [t('complaints'), some(found.complaints)],
          [t('senders'), number(found.senderCount ?? senders.length)],
          [t('recipients'), number(found.recipients)],
          [t('campaign.score'), score(found.meanScore)],
          found.region && [t('region'), region(found.region)],
          [t('firstSeen'), time(found.firstSeen)],
          [t('lastSeen'), time(found.lastSeen)],
        ])),
      ]),
      panel(t('campaign.senders'), senders.length === 0 ? empty(t('none')) : table(t('campaign.senders'), [
        {label: t('sender'), cell: (one) => sender(one.sender ?? one)},
        {label: t('messages'), numeric: true, cell: (one) => number(one.messages)},
      ], senders)),
    ];
  });
  show(hours, page, () => get(`/statistics${query({dimension: 'CAMPAIGN', subject: id, window: 'HOUR', limit: 200})}`, page.signal), (found) => {
    const windows = [...found.items].sort((a, b) => a.windowStart.localeCompare(b.windowStart));
    return windows.length === 0
      ? empty(t('campaign.hours.none'))
      : chart(t('campaign.hours.label', windows.length), windows.map((one) => one.windowStart), [
        {label: t('warnings'), kind: 'bars', colour: () => categoryColour('warnings'), values: windows.map((one) => total(one.warningsByCategory))},
        {label: t('complaints'), kind: 'line', colour: () => categoryColour('complaints'), values: windows.map((one) => total(one.complaintsByCategory))},
      ], {page});
  });
}

const total = (counts) => Object.values(counts ?? {}).reduce((a, b) => a + b, 0);
