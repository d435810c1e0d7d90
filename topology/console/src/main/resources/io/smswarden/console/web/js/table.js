/** Tables, and lists that go on by cursor. */
import {h, replace, together} from './dom.js';
import {get, query} from './api.js';
import {failure, loading} from './states.js';
import {t} from './words.js';

/**
 * A table.
 *
 * @param columns each {label, cell: item => node, numeric?, sort?: key, wide?}; the first is the row's head
 * @param sorting {key, order, change: (key, order) => …} when it can be sorted
 */
export function table(label, columns, items, sorting, rowClass) {
  const body = h('tbody');
  const element = h('div.table', {role: 'region', 'aria-label': label, tabindex: '0'},
    h('table', [
      h('thead', h('tr', columns.map((column) => head(column, sorting)))),
      body,
    ]));
  element.add = (more) => body.append(...more.map((item) => row(item, columns, rowClass)));
  element.add(items);
  return element;
}

function head(column, sorting) {
  const classes = column.numeric ? 'numeric' : undefined;
  if (!sorting || !column.sort) {
    return h('th', {scope: 'col', class: classes}, column.label);
  }
  const here = sorting.key === column.sort;
  const next = here && sorting.order === 'desc' ? 'asc' : 'desc';
  return h('th', {scope: 'col', class: classes, 'aria-sort': here ? `${sorting.order}ending` : undefined},
    h('button.sort', {type: 'button', onclick: () => sorting.change(column.sort, next)}, [
      column.label,
      h('span.arrow', {'aria-hidden': 'true'}, here ? (sorting.order === 'desc' ? '▼' : '▲') : ''),
    ]));
}

function row(item, columns, rowClass) {
  return h('tr', {class: rowClass?.(item)}, columns.map((column, i) => {
    const classes = [column.numeric && 'numeric', column.wide && 'wide'].filter(Boolean).join(' ') || undefined;
    return i === 0 ? h('th', {scope: 'row', class: classes}, column.cell(item)) : h('td', {class: classes}, column.cell(item));
  }));
}

/**
 * A list of the API with a button for what comes next.
 *
 * @param options {path, parameters, page, render: items => element with add(items), none: () => state}
 * @return the element, with reload()
 */
export function listing({path, parameters, page, render, none}) {
  const body = h('div');
  const foot = h('div.more');
  const element = h('div.listing', body, foot);
  let list = null;
  let count = 0;

  const load = async (cursor) => {
    const button = foot.querySelector('button');
    button?.setAttribute('aria-busy', 'true');
    try {
      const found = await get(path + query({...parameters(), cursor}), page.signal);
      if (page.signal.aborted) {
        return;
      }
      const items = found.items ?? found;
      if (cursor && list) {
        list.add(items);
        count += items.length;
      } else {
        count = items.length;
        list = count ? render(items) : null;
        replace(body, list ?? none());
      }
      replace(foot, count > 0 && together(
        h('span.quiet', {role: 'status'}, t('list.shown', count)),
        found.next && h('button', {type: 'button', onclick: () => load(found.next)}, t('list.more'))));
    } catch (problem) {
      if (problem.name === 'AbortError') {
        return;
      }
      if (problem.status === undefined) {
        throw problem;
      }
      replace(cursor ? foot : body, failure(problem, () => load(cursor)));
      if (problem.status === 503) {
        page.after((problem.retryAfter ?? 3) * 1000, () => load(cursor));
      }
    }
  };
  replace(body, loading(8));
  load();
  element.reload = () => load();
  return element;
}

