/** What the filter says of a text, as it would of a message that comes now. */
import {h, replace} from '../dom.js';
import {post} from '../api.js';
import {field, form} from '../forms.js';
import {highlighted, reasons} from '../message.js';
import {action, category, facts, heading, interval, panel} from '../parts.js';
import {empty} from '../states.js';
import {score, t} from '../words.js';

export function render(content) {
  const result = h('div', {'aria-live': 'polite'}, empty(t('check.none'), t('check.none.hint')));
  const text = h('textarea', {name: 'text', required: true, rows: 6, maxlength: 2000, placeholder: t('check.example')});
  replace(content,
    heading(t('page.check'), t('check.about')),
    h('div.columns', [
      panel(t('check.message'), form([
        field(t('text'), text),
        field(t('sender'), h('input', {name: 'sender', autocomplete: 'off'}), t('check.sender.hint')),
      ], t('check.run'), async (values) => {
        const asked = {text: values.text, ...(values.sender.trim() && {sender: values.sender.trim()})};
        replace(result, verdict(asked.text, await post('/score', asked)));
      })),
      panel(t('check.verdict'), result),
    ]));
}

function verdict(text, found) {
  return [
    h('div.line', [h(`b.big.level-${found.score >= 0.5 ? 2 : 0}`, score(found.score)), action(found.action), category(found.category)]),
    highlighted(text, found.signals),
    reasons(found.signals),
    found.sender?.suspicion !== undefined && h('div', [h('h3', t('check.sender')), interval(found.sender.suspicionLower ?? 0, found.sender.suspicion, found.sender.suspicionUpper ?? 1)]),
    facts([
      [t('check.model'), (found.model_logit ?? found.modelLogit ?? 0).toFixed(2)],
      [t('versions'), h('code', Object.entries(found.versions ?? {}).filter(([, value]) => value).map(([key, value]) => `${key} ${value}`).join(' · '))],
    ]),
  ];
}
