/** Who may sign in, and which programs may ask. */
import {h, replace} from '../dom.js';
import {get, part, post, remove} from '../api.js';
import {choice, dialog, field, note, options} from '../forms.js';
import {heading, panel, tag, time} from '../parts.js';
import {current} from '../session.js';
import {empty, show} from '../states.js';
import {table} from '../table.js';
import {named, t} from '../words.js';

const PEOPLE = ['VIEWER', 'AGENT', 'ANALYST', 'ADMIN'];
const SHORTEST = 12;

export function render(content, page) {
  const accounts = h('div');
  const keys = h('div');
  let reloadAccounts = null;
  let reloadKeys = null;
  replace(content,
    heading(t('page.accounts'), t('accounts.about')),
    h('section.panel', [h('div.panel-head', [h('h2', t('accounts')), h('button.primary', {type: 'button', onclick: () => addAccount(reloadAccounts)}, t('accounts.add'))]), accounts]),
    h('section.panel', [h('div.panel-head', [h('h2', t('keys.api')), h('button.primary', {type: 'button', onclick: () => addKey(reloadKeys)}, t('keys.add'))]), keys]));
  reloadAccounts = show(accounts, page, () => get('/accounts', page.signal), (found) => table(t('accounts'), [
    {label: t('user'), cell: (one) => one.user},
    {label: t('role'), cell: (one) => tag(named('role', one.role))},
    {label: t('role.may'), wide: true, cell: (one) => h('span.quiet', t(`role.about.${one.role}`))},
    {label: '', numeric: true, cell: (one) => one.user === current().user ? h('span.quiet', t('accounts.self'))
      : gone(t('accounts.remove', one.user), () => remove(`/accounts/${part(one.user)}`), reloadAccounts)},
  ], found.items ?? found));
  reloadKeys = show(keys, page, () => get('/keys', page.signal), (found) => {
    const items = found.items ?? found;
    return items.length === 0 ? empty(t('keys.none'), t('keys.none.hint')) : table(t('keys.api'), [
      {label: t('keys.name'), cell: (one) => one.name},
      {label: t('role'), cell: (one) => tag(named('role', one.role))},
      {label: t('keys.subscriber'), cell: (one) => h('span.number', one.subscriber ?? t('keys.all'))},
      {label: t('keys.created'), cell: (one) => time(one.createdAt)},
      {label: t('keys.expires'), cell: (one) => one.expiresAt ? time(one.expiresAt) : t('never')},
      {label: '', numeric: true, cell: (one) => gone(t('keys.remove', one.name), () => remove(`/keys/${part(one.id)}`), reloadKeys)},
    ], items);
  });
}

function gone(question, run, reload) {
  return h('button.small.danger', {type: 'button', 'aria-label': question, onclick: () => dialog(question, h('p', t('remove.hint')), t('remove'), async () => {
    await run();
    reload();
  })}, t('remove'));
}

function addAccount(reload) {
  dialog(t('accounts.add'), [
    field(t('user'), h('input', {name: 'user', required: true, autocomplete: 'off', maxlength: 64, spellcheck: 'false'})),
    field(t('role'), choice(options('role', PEOPLE), 'ANALYST', {name: 'role'})),
    field(t('password.first'), h('input', {name: 'password', type: 'password', required: true, minlength: SHORTEST, autocomplete: 'new-password'}), t('password.hint', SHORTEST)),
  ], t('accounts.add'), async (values) => {
    await post('/accounts', values);
    note(t('accounts.added', values.user));
    reload();
  });
}

function addKey(reload) {
  dialog(t('keys.add'), [
    field(t('keys.name'), h('input', {name: 'name', required: true, autocomplete: 'off', maxlength: 64}), t('keys.name.hint')),
    field(t('role'), choice(options('role', ['APP', ...PEOPLE]), 'APP', {name: 'role'})),
    field(t('keys.subscriber'), h('input', {name: 'subscriber', type: 'tel', autocomplete: 'off'}), t('keys.subscriber.hint')),
    field(t('keys.expires'), h('input', {name: 'expires', type: 'date'})),
  ], t('keys.add'), async ({name, role, subscriber, expires}) => {
    const {key} = await post('/keys', {
      name, role,
      ...(subscriber.trim() && {subscriber: subscriber.trim()}),
      ...(expires && {expiresAt: new Date(`${expires}T00:00`).toISOString()}),
    });
    reload();
    setTimeout(() => showKey(name, key));
  });
}

function showKey(name, key) {
  const output = h('input.code', {readonly: true, value: key, 'aria-label': t('keys.key')});
  dialog(t('keys.made', name), [
    h('p', t('keys.once')),
    h('div.line', [output, h('button', {type: 'button', onclick: async () => {
      try {
        await navigator.clipboard.writeText(key);
        note(t('copied'));
      } catch {
        output.select();
      }
    }}, t('copy'))]),
  ]);
  output.select();
}

