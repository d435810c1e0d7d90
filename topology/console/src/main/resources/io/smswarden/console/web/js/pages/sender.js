/** All about one sender: what is thought of it and why, what it did, with whom it acts. */
import {h, replace} from '../dom.js';
import {download, get, part, put, query, remove} from '../api.js';
import {chart, categoryColour} from '../chart.js';
import {choice, dialog, field, keep, note, noteProblem, options} from '../forms.js';
import {highlighted, unmask} from '../message.js';
import {network} from '../network.js';
import {action, campaign, category, facts, heading, interval, panel, sender as senderLink, shares, tag, time} from '../parts.js';
import {may} from '../session.js';
import {empty, show} from '../states.js';
import {listing, table} from '../table.js';
import {full, half, named, number, percent, region, score, some, t} from '../words.js';

const REFRESH = 5000;

export function render(content, page) {
  const id = page.argument;
  page.title(id);
  const actions = h('div.actions');
  const body = h('div');
  replace(content,
    h('p.crumbs', h('a', {href: '#/senders'}, t('page.senders'))),
    heading(id, null, actions), body);
  const places = {top: h('div'), curve: h('div'), campaigns: h('div')};
  let drawn = '';
  let laidOut = false;
  let timeline = null;

  const again = show(body, page, () => get(`/senders/${part(id)}`, page.signal), (found) => {
    replace(actions, buttons(found, again));
    replace(places.top, summary(found));
    // What draws is drawn anew only when it changes: a chart under the cursor stays.
    const curves = JSON.stringify([found.complaintsByDay, found.campaigns, found.related]);
    if (curves !== drawn) {
      drawn = curves;
      replace(places.curve, curve(found.complaintsByDay ?? [], page));
      replace(places.campaigns, related(found));
    }
    if (!laidOut) {
      laidOut = true;
      timeline = timelineOf(id, page);
    }
    return [
      places.top,
      h('div.columns', [panel(t('sender.curve'), places.curve), panel(t('sender.network'), places.campaigns)]),
      panel(t('sender.timeline'), timeline),
    ];
  });
  page.every(REFRESH, () => document.querySelector('dialog[open]') || again());
}

function buttons(found, again) {
  return [
    may('COMPLAIN') && h('a.button', {href: `#/complaints${query({sender: found.sender})}`}, t('complain')),
    may('EVIDENCE') && h('button', {type: 'button', onclick: () => askForEvidence(found.sender)}, t('evidence')),
    may('OVERRIDE') && h('button.primary', {type: 'button', onclick: () => askForOverride(found, again)}, t('override')),
  ];
}

function summary(found) {
  const it = found.reputation;
  return h('div.columns.two-one', [
    panel(t('sender.estimate'), h('div.estimate', [
      interval(it.suspicionLower, it.suspicion, it.suspicionUpper, 280),
      h('p.quiet', t('interval.words', percent(it.suspicionLower), percent(it.suspicionUpper))),
      standing(found.override ?? it.override),
      h('h3', t('sender.why')),
      (found.reasons ?? []).length === 0
        ? h('p.quiet', t('reasons.none'))
        : h('ul.reasons', found.reasons.map(why)),
      h('div.side-by-side', [
        h('div', [h('h3', t('sender.flagged')), shares(found.warningsByCategory)]),
        h('div', [h('h3', t('sender.marks')), shares(found.marks)]),
      ]),
    ])),
    panel(t('sender.facts'), facts([
      [t('registration'), it.organisation
        ? h('span', [it.organisation, ' ', tag(named('kind', it.kind)), ' ', it.verified ? tag(t('verified'), 'good') : tag(t('unverified'), 'bad')])
        : tag(t('unregistered'), 'plain')],
      [t('region'), region(found.region)],
      [t('messages'), number(it.messages)],
      [t('flagged'), `${number(it.flagged)}${it.messages > 0 ? ` (${percent(it.flagged / it.messages)})` : ''}`],
      [t('complaints'), h('b.complaint-count', number(it.complaints))],
      [t('firstSeen'), time(it.firstSeen)],
      [t('lastSeen'), time(it.lastSeen)],
    ])),
  ]);
}

/** A reason, with what it does to the estimate where that can be told. */
function why(reason) {
  const {effect} = reason;
  const known = typeof effect === 'number';
  return h(`li.${!known || effect === 0 ? 'seen' : effect > 0 ? 'against' : 'for'}`, [
    h('span.effect', known ? `${effect < 0 ? '−' : '+'}${Math.abs(effect).toFixed(2)}` : ''),
    h('span.why', half(reason, 'reason')), h('code', reason.code),
  ]);
}

function standing(override) {
  if (!override || override.standing === 'UNKNOWN') {
    return null;
  }
  const until = override.expiresAt ? t('override.until', full(override.expiresAt)) : t('override.open');
  return h(`p.callout.standing-${override.standing}`, [
    h('b', named('standing', override.standing)), ` · ${until} · ${override.author}`, h('br'), override.reason,
  ]);
}

function curve(days, page) {
  if (days.length === 0) {
    return empty(t('sender.curve.none'));
  }
  const complaints = days.reduce((sum, one) => sum + one.complaints, 0);
  return chart(t('sender.curve.label', complaints, days.length), days.map((one) => one.day), [
    {label: t('warnings'), kind: 'bars', colour: () => categoryColour('warnings'), values: days.map((one) => one.warnings)},
    {label: t('complaints'), kind: 'line', colour: () => categoryColour('complaints'), values: days.map((one) => one.complaints)},
  ], {page, days: true, height: 220});
}

function related(found) {
  const campaigns = found.campaigns ?? [];
  if (campaigns.length === 0) {
    return empty(t('sender.network.none'), t('sender.network.none.hint'));
  }
  return [
    network(found.sender, campaigns, found.related ?? []),
    h('details', [
      h('summary', t('sender.network.list')),
      table(t('sender.network'), [
        {label: t('sender'), cell: (one) => senderLink(one.sender)},
        {label: t('campaign'), cell: (one) => campaign(one.campaign)},
      ], found.related ?? []),
    ]),
  ];
}

function timelineOf(id, page) {
  return listing({
    path: `/senders/${part(id)}/timeline`, parameters: () => ({limit: 20}), page,
    none: () => empty(t('timeline.none')),
    render: (items) => {
      const list = h('ol.timeline');
      list.add = (more) => list.append(...more.map(event));
      list.add(items);
      return list;
    },
  });
}

function event(one) {
  const text = h('div', one.text && highlighted(one.text, []));
  return h(`li.kind-${one.kind}`, [
    h('div.line', [
      time(one.at), tag(named('event', one.kind), `event-${one.kind}`), one.category && category(one.category), one.action && action(one.action),
      one.score !== undefined && one.score !== null && h('span.number', score(one.score)),
      one.recipient && h('span.quiet', t('to', one.recipient)),
      one.complainant && h('span.quiet', t('by', one.complainant)),
      one.kind === 'ANOMALY' && one.complaints !== undefined && t('anomaly', one.complaints, some(one.expected)),
      one.standing && [h('b', named('standing', one.standing)), h('span.quiet', t('by', one.author)), one.reason],
      one.kind === 'WARNING' && one.messageId && h('span.end', unmask(one.messageId, (clear) => replace(text, h('p.quiet', t('to', clear.recipient)), highlighted(clear.text, clear.signals)))),
    ]),
    text,
  ]);
}

function askForOverride(found, again) {
  const there = found.override ?? found.reputation.override;
  const inForce = there && there.standing !== 'UNKNOWN';
  const box = dialog(t('override.title', found.sender), [
    h('p.quiet', t('override.about')),
    field(t('override.standing'), choice(options('standing', ['SUSPICIOUS', 'BLOCKED', 'TRUSTED']), inForce ? there.standing : 'SUSPICIOUS', {name: 'standing'})),
    field(t('reason'), h('textarea', {name: 'reason', required: true, rows: 3, maxlength: 500}), t('override.reason.hint')),
    field(t('override.expires'), h('input', {type: 'datetime-local', name: 'expires'}), t('override.expires.hint')),
    inForce && h('p', h('button.danger', {type: 'button', onclick: async () => {
      try {
        await remove(`/senders/${part(found.sender)}/override`);
        box.close();
        note(t('override.removed'));
        again();
      } catch (problem) {
        noteProblem(problem);
      }
    }}, t('override.remove'))),
  ], t('override.save'), async ({standing: chosen, reason, expires}) => {
    await put(`/senders/${part(found.sender)}/override`, {standing: chosen, reason: oneLine(reason), expiresAt: expires ? new Date(expires).toISOString() : null});
    note(t('override.saved'));
    again();
  });
}

/** Reasons stand in logs, a line each. */
const oneLine = (text) => text.trim().replace(/\s+/g, ' ');

function askForEvidence(id) {
  dialog(t('evidence.title', id), [
    h('p.quiet', t('evidence.about')),
    field(t('reason'), h('textarea', {name: 'reason', required: true, rows: 3, maxlength: 500})),
  ], t('evidence.export'), async ({reason}) => {
    keep(await download('/evidence/export', {sender: id, reason: oneLine(reason)}), `evidence-${id.replace(/[^\w]/g, '')}.zip`);
    note(t('evidence.done'));
  });
}

