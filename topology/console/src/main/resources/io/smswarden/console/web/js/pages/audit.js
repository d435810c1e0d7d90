/** Who did what. */
import {h, replace} from '../dom.js';
import {heading, tag, time} from '../parts.js';
import {empty} from '../states.js';
import {listing, table} from '../table.js';
import {named, t} from '../words.js';

export function render(content, page) {
  replace(content, heading(t('page.audit'), t('audit.about')), listing({
    path: '/audit', parameters: () => ({}), page,
    none: () => empty(t('audit.none')),
    render: (items) => table(t('page.audit'), [
      {label: t('at'), cell: (one) => time(one.at)},
      {label: t('audit.who'), cell: (one) => h('span', [h('b', one.who), ' ', one.role && h('span.quiet', named('role', one.role))])},
      {label: t('audit.action'), cell: (one) => tag(named('did', one.action))},
      {label: t('audit.subject'), cell: (one) => h('span.code', one.subject || '–')},
      {label: t('detail'), wide: true, cell: (one) => h('span.sample', one.detail || '–')},
      {label: t('audit.address'), cell: (one) => h('span.code', one.address ?? '–')},
    ], items),
  }));
}
