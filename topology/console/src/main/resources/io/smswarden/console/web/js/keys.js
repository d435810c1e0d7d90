/** The keyboard: `/` to the search, `g` and a letter to a page, `?` for help, and what a page adds. */
import {h} from './dom.js';
import {dialog} from './forms.js';
import {ROUTES, nameOf} from './routes.js';
import {may} from './session.js';
import {t} from './words.js';

const PATIENCE = 1200;
let leader = 0;
let ofPage = [];

/** The keys of the page that is shown: each {key, label, run}. */
export function pageKeys(keys) {
  ofPage = keys;
}

/** All keys there are. */
export function help() {
  if (document.querySelector('dialog[open]')) {
    return;
  }
  const rows = [
    [['/'], t('keys.search')],
    ...ROUTES.filter((route) => route.key && may(route.permission)).map((route) => [['g', route.key], t(nameOf(route))]),
    ...ofPage.map((one) => [[one.key], one.label]),
    [['?'], t('keys')],
    [['Esc'], t('close')],
  ];
  dialog(t('keys'), h('dl.keys', rows.map(([keys, label]) => h('div', [h('dt', keys.map((key) => h('kbd', key))), h('dd', label)]))));
}

function typing(target) {
  return target.closest?.('input, textarea, select, dialog, [contenteditable]') !== null;
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
    return;
  }
  const led = event.timeStamp - leader < PATIENCE;
  leader = 0;
  const route = led && ROUTES.find((one) => one.key === event.key && may(one.permission));
  const own = ofPage.find((one) => one.key === event.key);
  if (route) {
    location.hash = `#/${route.path}`;
  } else if (event.key === 'g') {
    leader = event.timeStamp;
    return;
  } else if (event.key === '/') {
    document.getElementById('search')?.focus();
  } else if (event.key === '?') {
    help();
  } else if (own) {
    own.run();
  } else {
    return;
  }
  event.preventDefault();
});
