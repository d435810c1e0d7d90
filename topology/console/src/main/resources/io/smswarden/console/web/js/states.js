/** What stands where data is missing: not yet there, none there, not to be had. */
import {h, replace} from './dom.js';
import {t} from './words.js';

/** Rows in outline while data is on its way. */
export function loading(rows = 4) {
  return h('div.loading', {role: 'status'}, [
    h('span.unseen', t('loading')),
    Array.from({length: rows}, () => h('div.bone', {'aria-hidden': 'true'})),
  ]);
}

/** There is nothing, and what that means. */
export function empty(title, hint, ...actions) {
  return h('div.state', [h('p.state-title', title), hint && h('p', hint), actions]);
}

/** It could not be had, what that means, and a way on. */
export function failure(problem, retry) {
  const known = {0: 'offline', 403: 'forbidden', 404: 'unknown', 409: 'conflict', 413: 'large', 422: 'invalid', 429: 'throttled', 503: 'restoring'};
  const kind = known[problem.status] ?? 'broken';
  return h(`div.state.${problem.status === 503 ? 'waiting' : 'failed'}`, {role: 'alert'}, [
    h('p.state-title', t(`failure.${kind}`)),
    h('p', t(`failure.${kind}.hint`)),
    problem.message && problem.status !== 0 && h('p.detail', problem.message),
    retry && problem.status !== 403 && h('button', {type: 'button', onclick: retry}, t('retry')),
  ]);
}

/** One line for a problem, as a form shows it. */
export function inWords(problem) {
  if (problem.status === 429 && problem.retryAfter) {
    return t('failure.throttled.seconds', problem.retryAfter);
  }
  return problem.status === 0 ? t('failure.offline') : problem.message;
}

const PATIENCE = 15;

/**
 * Shows in an element what is fetched: first that it is on its way, then what came or why it did
 * not. What is being restored is asked for again by itself.
 *
 * @return fetches and shows it again, quietly when it is there already
 */
export function show(element, page, fetching, render) {
  let shown = false;
  const run = async () => {
    if (!shown) {
      replace(element, loading());
    }
    element.setAttribute('aria-busy', 'true');
    try {
      const found = await fetching();
      if (!page.signal.aborted) {
        replace(element, render(found));
        shown = true;
      }
    } catch (problem) {
      if (problem.name === 'AbortError' || page.signal.aborted) {
        return;
      }
      if (problem.status === undefined) {
        throw problem;
      }
      shown = false;
      replace(element, failure(problem, run));
      if (problem.status === 503) {
        page.after(Math.min(problem.retryAfter ?? 3, PATIENCE) * 1000, run);
      }
    } finally {
      element.removeAttribute('aria-busy');
    }
  };
  run();
  return run;
}
