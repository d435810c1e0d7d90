/** Flagged messages as they happen, and those before. */
import {h, replace} from '../dom.js';
import {get, query} from '../api.js';
import {follow} from '../feed.js';
import {CATEGORIES, choice, field, options} from '../forms.js';
import {highlighted, reasons, unmask} from '../message.js';
import {action, campaign, category, heading, sender, tag, time} from '../parts.js';
import {may} from '../session.js';
import {empty, failure, loading} from '../states.js';
import {score, t} from '../words.js';

const MOST = 300;

export function render(content, page) {
  const state = {category: '', action: '', minScore: '', sender: '', ...page.query};
  const list = h('ol.feed', {'aria-label': t('page.warnings')});
  const older = h('div.more');
  const bar = liveBar();
  const held = [];
  let paused = false;
  let next = null;
  const seen = new Set();

  const add = (one, fresh) => {
    const id = one.messageId ?? one.id;
    if (seen.has(id)) {
      return;
    }
    seen.add(id);
    const element = card(one);
    if (fresh) {
      element.classList.add('fresh');
      list.prepend(element);
      while (list.children.length > MOST) {
        list.lastChild.remove();
      }
    } else {
      list.append(element);
    }
  };
  const clear = () => {
    seen.clear();
    held.length = 0;
    replace(list);
  };
  const load = async (cursor) => {
    replace(older, loading(cursor ? 1 : 5));
    try {
      const found = await get(`/warnings${query({...state, limit: 30, cursor})}`, page.signal);
      found.items.forEach((one) => add(one, false));
      next = found.next;
      replace(older, list.children.length === 0
        ? empty(t('feed.none'), t('feed.none.hint'))
        : next ? h('button', {type: 'button', onclick: () => load(next)}, t('feed.older')) : h('p.quiet', t('feed.end')));
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        replace(older, failure(problem, () => load(cursor)));
        if (problem.status === 503) {
          page.after((problem.retryAfter ?? 3) * 1000, () => load(cursor));
        }
      }
    }
  };
  const fits = (one) => (!state.category || one.category === state.category) && (!state.action || one.action === state.action)
    && (!state.minScore || one.score >= Number(state.minScore)) && (!state.sender || one.sender === state.sender);
  const toggle = () => {
    paused = !paused;
    if (!paused) {
      held.splice(0).forEach((one) => add(one, true));
    }
    bar.show(paused, held.length);
  };
  bar.button.addEventListener('click', toggle);
  follow(page, {
    warning: (one) => {
      if (!fits(one)) {
        return;
      }
      older.querySelector('.state')?.remove();
      if (paused) {
        if (!seen.has(one.messageId) && !held.some((other) => other.messageId === one.messageId)) {
          held.push(one);
        }
        if (held.length > MOST) {
          held.shift();
        }
      } else {
        add(one, true);
      }
      bar.show(paused, held.length);
    },
    behind: (missed) => {
      bar.behind(missed, () => {
        clear();
        load();
      });
    },
    state: (now) => bar.state(now),
  });
  page.keys([
    {key: 'p', label: t('feed.pause'), run: toggle},
    {key: 'j', label: t('keys.next'), run: () => step(list, 1)},
    {key: 'k', label: t('keys.previous'), run: () => step(list, -1)},
  ]);
  replace(content,
    heading(t('page.warnings'), t('feed.about')),
    filters(state, () => {
      page.keep(state);
      clear();
      load();
    }),
    bar.element, list, older);
  load();
}

function step(list, by) {
  const cards = [...list.children];
  const here = cards.findIndex((one) => one.contains(document.activeElement));
  cards[Math.max(0, Math.min(cards.length - 1, here + by))]?.focus();
}

function liveBar() {
  const dot = h('span.dot.waiting', {'aria-hidden': 'true'});
  const words = h('span', {role: 'status'}, t('feed.connecting'));
  const held = h('span.quiet');
  const button = h('button.small', {type: 'button', 'aria-pressed': 'false'}, t('feed.pause'));
  const missed = h('span');
  return {
    element: h('div.live', [dot, words, button, held, missed]),
    button,
    show: (paused, count) => {
      button.setAttribute('aria-pressed', String(paused));
      replace(button, t(paused ? 'feed.resume' : 'feed.pause'));
      replace(held, paused && t('feed.held', count));
    },
    state: (now) => {
      dot.className = `dot ${now}`;
      replace(words, t(now === 'open' ? 'feed.live' : 'feed.again'));
    },
    behind: (count, reload) => replace(missed, t('feed.behind', count), ' ', h('button.link', {type: 'button', onclick: () => {
      replace(missed);
      reload();
    }}, t('feed.reload'))),
  };
}

function filters(state, changed) {
  const select = (key, label, list) => {
    const box = choice(list, state[key], {onchange: () => {
      state[key] = box.value;
      changed();
    }});
    return field(label, box);
  };
  return h('div.filters', [
    select('category', t('category'), options('category', CATEGORIES, t('any'))),
    select('action', t('action'), options('action', ['WARN', 'BLOCK'], t('any'))),
    select('minScore', t('score.from'), [['', t('any')], ['0.7', '0.70'], ['0.9', '0.90'], ['0.99', '0.99']]),
    state.sender && h('button.chip', {type: 'button', 'aria-label': t('filter.remove', state.sender), onclick: (event) => {
      state.sender = '';
      event.currentTarget.remove();
      changed();
    }}, [state.sender, ' ✕']),
  ]);
}

function card(one) {
  const text = h('div', highlighted(one.text ?? '', one.signals));
  const to = h('span.quiet', t('to', one.recipient ?? '–'));
  const shown = h('span.end');
  replace(shown,
    may('COMPLAIN') && h('a.small.button', {href: `#/complaints${query({sender: one.sender, messageId: one.messageId, category: one.category})}`}, t('complain')),
    unmask(one.messageId, (clear) => {
      replace(text, highlighted(clear.text, clear.signals));
      replace(to, t('to', clear.recipient));
      shown.querySelector('button')?.replaceWith(h('span.quiet', t('unmask.done')));
    }));
  return h(`li.card.action-${one.action}`, {tabindex: '-1'}, [
    h('div.line', [
      time(one.eventTime), action(one.action), category(one.category), h('span.number', score(one.score)), sender(one.sender),
      one.organisation ? tag(`${one.organisation} · ${t(one.senderVerified ? 'verified' : 'unverified')}`, one.senderVerified ? 'good' : 'bad') : h('span.quiet', t('unregistered')),
      to, one.campaign && h('span.quiet', [t('campaign'), ' ', campaign(one.campaign)]), shown,
    ]),
    text,
    reasons(one.signals),
  ]);
}
