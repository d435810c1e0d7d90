/** The way in. */
import {h, replace} from '../dom.js';
import {Problem, address, get} from '../api.js';
import {field, form} from '../forms.js';
import {inWords} from '../states.js';
import {expectSession, signIn} from '../session.js';
import {t} from '../words.js';

export function render(content, page) {
  const other = h('div');
  const user = h('input', {name: 'user', required: true, autocomplete: 'username', autocapitalize: 'off', spellcheck: 'false'});
  replace(content, h('div.login', [
    h('div.login-head', [h('img', {src: 'web/favicon.svg', alt: '', width: 44, height: 44}), h('h1', {tabindex: '-1'}, t('brand')), h('p.quiet', t('login.about'))]),
    form([
      field(t('user'), user),
      field(t('password'), h('input', {name: 'password', type: 'password', required: true, autocomplete: 'current-password'})),
    ], t('sign.in'), async (values) => {
      try {
        await signIn(values.user, values.password);
      } catch (problem) {
        throw problem.status === 401 ? new Problem(401, t('login.wrong')) : new Problem(problem.status ?? 0, inWords(problem));
      }
      // Only a place within these pages: an address that somebody sent could name any.
      location.hash = /^#\/[a-z]/.test(page.query.next ?? '') ? page.query.next : '#/';
    }),
    other,
    h('p.hint', t('login.hint')),
  ]));
  user.focus();
  get('/session/methods', page.signal).then(({oidc}) => oidc && replace(other,
    h('p.or', h('span', t('login.or'))), h('a.button.wide-button', {href: address('/session/oidc'), onclick: expectSession}, t('login.oidc'))), () => {});
}
