/** A new password for who is signed in. */
import {h, replace} from '../dom.js';
import {Problem, put} from '../api.js';
import {field, form, note} from '../forms.js';
import {heading, panel} from '../parts.js';
import {resume} from '../session.js';
import {t} from '../words.js';

const SHORTEST = 12;

export function render(content) {
  const secret = (name, label, complete, hint) => field(label, h('input', {
    name, type: 'password', required: true, autocomplete: complete, minlength: name === 'old' ? null : SHORTEST,
  }), hint);
  replace(content, heading(t('page.password')), h('div.narrow', panel(null, form([
    secret('old', t('password.old'), 'current-password'),
    secret('new', t('password.new'), 'new-password', t('password.hint', SHORTEST)),
    secret('again', t('password.again'), 'new-password'),
  ], t('password.change'), async (values, element) => {
    if (values.new !== values.again) {
      throw new Problem(422, t('password.differ'));
    }
    await put('/session/password', {old: values.old, new: values.new});
    // The session goes on under a new id, with a new token.
    await resume();
    element.reset();
    note(t('password.changed'));
  }))));
}
