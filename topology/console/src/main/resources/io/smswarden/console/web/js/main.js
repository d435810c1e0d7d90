/** Shows the page that the address names, and shows it anew when language or session change. */
import {h, replace} from './dom.js';
import {query as search} from './api.js';
import {forget, may, current, resume} from './session.js';
import {parse, nameOf} from './routes.js';
import {frontDoor, shell} from './shell.js';
import {empty, failure, loading} from './states.js';
import {pageKeys} from './keys.js';
import {hasChosenLanguage, setLanguage, t} from './words.js';

const app = document.getElementById('app');
let frame = null;
let framed = null;
let leaving = new AbortController();

/** What a page is given: its address, and what ends when it is left. */
function page(found, signal) {
  return {
    argument: found.argument,
    query: found.query,
    signal,
    /** Runs something again and again while the page is seen. */
    every: (millis, run) => {
      const timer = setInterval(() => document.visibilityState === 'visible' && run(), millis);
      signal.addEventListener('abort', () => clearInterval(timer));
    },
    after: (millis, run) => {
      const timer = setTimeout(run, millis);
      signal.addEventListener('abort', () => clearTimeout(timer));
    },
    keys: pageKeys,
    title: (text) => { document.title = `${text} · ${t('brand')}`; },
    /** Keeps what is chosen in the address without leaving the page. */
    keep: (values) => history.replaceState(null, '', `#/${found.route.path}${found.argument ? `/${encodeURIComponent(found.argument)}` : ''}${search(values)}`),
  };
}

function frameFor(signedIn) {
  const wanted = signedIn ? 'shell' : 'front';
  if (framed !== wanted) {
    frame = signedIn ? shell() : frontDoor();
    framed = wanted;
    replace(app, frame.element);
  }
}

async function go({focus = true} = {}) {
  leaving.abort();
  leaving = new AbortController();
  const {signal} = leaving;
  pageKeys([]);
  document.querySelectorAll('dialog').forEach((one) => one.close());
  document.querySelectorAll('details.account[open]').forEach((one) => { one.open = false; });
  const found = parse(location.hash);
  const open = found?.route.permission === 'PUBLIC';
  if (!current() && !open) {
    location.replace(`#/login${search({next: location.hash.length > 2 ? location.hash : ''})}`);
    return;
  }
  if (current() && open) {
    location.replace('#/');
    return;
  }
  frameFor(current() !== null);
  frame.mark(found?.route);
  const content = h('div.page');
  replace(frame.main, content);
  scrollTo(0, 0);
  if (!found) {
    document.title = t('brand');
    replace(content, h('h1', {tabindex: '-1'}, t('failure.unknown')), empty(t('nowhere'), t('nowhere.hint'), h('a.button', {href: '#/'}, t('page.overview'))));
  } else if (!may(found.route.permission) && !open) {
    replace(content, h('h1', {tabindex: '-1'}, t(nameOf(found.route))), failure({status: 403, message: ''}));
  } else {
    document.title = `${t(nameOf(found.route))} · ${t('brand')}`;
    const {render} = await import(`./pages/${found.route.file}.js`);
    if (signal.aborted) {
      return;
    }
    content.classList.add(`page-${found.route.file}`);
    render(content, page(found, signal));
  }
  if (focus) {
    content.querySelector('h1')?.focus({preventScroll: true});
  }
}

function again() {
  framed = null;
  return go({focus: false});
}

addEventListener('hashchange', () => go());
addEventListener('language', again);
addEventListener('signed-out', () => {
  if (current()) {
    forget();
    framed = null;
    go();
  }
});

async function start() {
  replace(app, h('div.front', h('main', loading(3))));
  try {
    const session = await resume();
    if (session?.language && !hasChosenLanguage()) {
      setLanguage(session.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');
    }
    await go({focus: false});
  } catch (problem) {
    replace(app, h('div.front', h('main', failure(problem, start))));
    framed = null;
  }
}

start();
