/** What stands around every page: navigation, search, language, theme, who is signed in. */
import {h, replace} from './dom.js';
import {part} from './api.js';
import {current, may, signOut} from './session.js';
import {noteProblem} from './forms.js';
import {ROUTES, nameOf} from './routes.js';
import {icon} from './parts.js';
import {currentLanguage, named, setLanguage, t} from './words.js';
import {help} from './keys.js';

const THEMES = ['auto', 'light', 'dark'];
const KEPT = 'smswarden.theme';

/** The shell; its `main` holds the page, and `mark(route)` shows where one is. */
export function shell() {
  const main = h('main', {id: 'main', tabindex: '-1'});
  const links = new Map();
  const nav = h('nav', {id: 'nav', 'aria-label': t('nav')}, ['watch', 'work', 'system'].map((group) => {
    const routes = ROUTES.filter((route) => route.group === group && may(route.permission));
    return routes.length > 0 && h('div.group', [
      h('h2', t(`group.${group}`)),
      h('ul', routes.map((route) => {
        const link = h('a', {href: `#/${route.path}`}, [icon(route.file), h('span', t(nameOf(route)))]);
        links.set(route.path, link);
        return h('li', link);
      })),
    ]);
  }));
  const toggle = h('button.bare.menu', {type: 'button', 'aria-expanded': 'false', 'aria-controls': 'nav', 'aria-label': t('menu')}, icon('menu'));
  const element = h('div.shell', [
    h('a.skip', {href: '#main', onclick: (event) => {
      event.preventDefault();
      main.focus();
    }}, t('skip')),
    h('header.top', [
      toggle,
      h('a.brand', {href: '#/', 'aria-label': t('brand')}, [h('img', {src: 'web/favicon.svg', alt: '', width: 24, height: 24}), h('b', t('brand'))]),
      search(),
      h('div.tools', [languages(), themes(), h('button.bare.help', {type: 'button', 'aria-label': t('keys'), title: `${t('keys')} (?)`, onclick: help}, '?'), account()]),
    ]),
    nav,
    h('div.veil', {'aria-hidden': 'true', onclick: () => open(false)}),
    main,
  ]);
  const open = (wanted) => {
    element.classList.toggle('open', wanted);
    toggle.setAttribute('aria-expanded', String(wanted));
  };
  toggle.addEventListener('click', () => open(!element.classList.contains('open')));
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      open(false);
    }
  });
  return {
    element, main,
    mark: (route) => {
      open(false);
      for (const [path, link] of links) {
        if (path === (route?.under ?? route?.path)) {
          link.setAttribute('aria-current', 'page');
        } else {
          link.removeAttribute('aria-current');
        }
      }
    },
  };
}

/** The frame of who isn't signed in. */
export function frontDoor() {
  const main = h('main', {id: 'main', tabindex: '-1'});
  return {
    main,
    element: h('div.front', [h('div.tools', [languages(), themes()]), main]),
    mark: () => {},
  };
}

function search() {
  const input = h('input', {id: 'search', type: 'search', name: 'q', placeholder: t('search.hint'), autocomplete: 'off', spellcheck: 'false', 'aria-label': t('search')});
  return h('form.search', {
    role: 'search',
    onsubmit: (event) => {
      event.preventDefault();
      const wanted = input.value.trim();
      if (wanted) {
        location.hash = /^\+?[\d\s-]{3,}$/.test(wanted) ? `#/sender/${part(wanted.replace(/[\s-]/g, ''))}` : `#/senders?q=${part(wanted)}`;
        input.value = '';
        input.blur();
      }
    },
  }, [icon('search'), input, h('kbd', {'aria-hidden': 'true'}, '/')]);
}

function languages() {
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  return h('button.bare.language', {type: 'button', lang: other === 'zh' ? 'zh-Hans' : 'en', onclick: () => {
    setLanguage(other);
    document.querySelector('.language')?.focus();
  }}, other === 'zh' ? '中文' : 'English');
}

function themes() {
  const chosen = () => document.documentElement.dataset.theme ?? 'auto';
  const picture = {auto: 'auto', light: 'sun', dark: 'moon'};
  const button = h('button.bare.theme', {type: 'button', onclick: () => {
    const next = THEMES[(THEMES.indexOf(chosen()) + 1) % THEMES.length];
    if (next === 'auto') {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem(KEPT);
    } else {
      document.documentElement.dataset.theme = next;
      localStorage.setItem(KEPT, next);
    }
    label();
    dispatchEvent(new CustomEvent('theme'));
  }});
  const label = () => {
    const words = t('theme', t(`theme.${chosen()}`));
    replace(button, icon(picture[chosen()]));
    button.setAttribute('aria-label', words);
    button.title = words;
  };
  label();
  return button;
}

function account() {
  const session = current();
  return h('details.account', [
    h('summary', {'aria-label': session.user}, [icon('accounts'), h('span', session.user)]),
    h('div.sheet', [
      h('p', [h('b', session.user), h('br'), h('span.quiet', named('role', session.role))]),
      // Who came through the organisation has the password there.
      !session.user.startsWith('oidc:') && h('a', {href: '#/password'}, t('page.password')),
      h('button.link', {type: 'button', onclick: () => signOut().then(() => { location.hash = '#/login'; }, noteProblem)}, t('sign.out')),
    ]),
  ]);
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => dispatchEvent(new CustomEvent('theme')));
