/** One subscriber: what was told, and what is wished. Each look is audited. */
import {h, replace} from '../dom.js';
import {get, part, put} from '../api.js';
import {choice, field, form, note, options} from '../forms.js';
import {action, category, heading, panel, sender, time} from '../parts.js';
import {may} from '../session.js';
import {empty, show} from '../states.js';
import {half, t} from '../words.js';

export function render(content, page) {
  const result = h('div');
  replace(content,
    heading(t('page.subscribers'), t('subscribers.about')),
    panel(null, form(field(t('subscribers.number'), h('input', {name: 'number', type: 'tel', required: true, autocomplete: 'off', placeholder: '+86 138 0000 0000'}), t('subscribers.hint')),
      t('subscribers.look'), ({number}) => look(result, page, number.replace(/[\s-]/g, '')))),
    result);
}

function look(result, page, number) {
  const preferences = h('div');
  const alerts = h('div');
  replace(result, h('div.columns', [
    may('ALERTS') && panel(t('subscribers.alerts'), alerts),
    panel(t('subscribers.preferences'), preferences),
  ]));
  show(preferences, page, () => get(`/subscribers/${part(number)}/preferences`, page.signal), (found) => wishes(number, found));
  if (may('ALERTS')) {
    show(alerts, page, () => get(`/subscribers/${part(number)}/alerts`, page.signal), (found) => found.items.length === 0
      ? empty(t('subscribers.alerts.none'))
      : h('ol.timeline', found.items.map((one) => h('li', [
        h('div.line', [time(one.eventTime), action(one.action), category(one.category), sender(one.sender)]),
        h('p.message', half(one, 'advice')),
      ]))));
  }
}

function wishes(number, found) {
  return form([
    field(t('subscribers.language'), choice(options('language', ['UNKNOWN', 'ZH', 'EN']), found.language ?? 'UNKNOWN', {name: 'language'})),
    field(t('subscribers.level'), choice(options('level', ['HARMFUL', 'ALL', 'NONE']), found.level ?? 'HARMFUL', {name: 'level'})),
    h('div.grid', [
      field(t('subscribers.quietFrom'), h('input', {type: 'time', name: 'from', value: clockTime(found.quietFrom)})),
      field(t('subscribers.quietTo'), h('input', {type: 'time', name: 'to', value: clockTime(found.quietTo)})),
    ]),
    field(t('subscribers.cap'), h('input', {type: 'number', name: 'cap', min: 1, max: 1000, value: found.dailyCap ?? ''}), t('subscribers.cap.hint')),
  ], t('save'), async ({language, level, from, to, cap}) => {
    await put(`/subscribers/${part(number)}/preferences`, {
      ...found, language, level,
      quietFrom: from && to ? minutes(from) : null, quietTo: from && to ? minutes(to) : null, dailyCap: cap ? Number(cap) : null,
    });
    note(t('subscribers.saved'));
  });
}

const clockTime = (minute) => minute === null || minute === undefined ? ''
  : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
