/** The language of the pages, and how it writes numbers, times and names. */
import zh from './words/zh.js';
import en from './words/en.js';

const KEPT = 'smswarden.language';
const LANGUAGES = {zh, en};

let language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
let formats = make();

function make() {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const time = (options) => new Intl.DateTimeFormat(locale, {hourCycle: 'h23', ...options});
  return {
    whole: new Intl.NumberFormat(locale, {maximumFractionDigits: 0}),
    short: new Intl.NumberFormat(locale, {maximumFractionDigits: 1, notation: 'compact'}),
    some: new Intl.NumberFormat(locale, {maximumFractionDigits: 1}),
    percent: new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 0}),
    clock: time({hour: '2-digit', minute: '2-digit', second: '2-digit'}),
    hour: time({hour: '2-digit', minute: '2-digit'}),
    day: time({month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit'}),
    date: time({month: '2-digit', day: '2-digit'}),
    full: time({year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short'}),
    regions: new Intl.DisplayNames(locale, {type: 'region'}),
  };
}

export const currentLanguage = () => language;

/** Changes the language, here and on the next visit. */
export function setLanguage(chosen) {
  if (LANGUAGES[chosen] && chosen !== language) {
    language = chosen;
    localStorage.setItem(KEPT, chosen);
    document.documentElement.lang = chosen === 'zh' ? 'zh-Hans' : 'en';
    formats = make();
    dispatchEvent(new CustomEvent('language'));
  }
}

/** Whether the reader has chosen a language here. */
export const hasChosenLanguage = () => localStorage.getItem(KEPT) !== null;

/**
 * The words of a key, with {0}, {1} … filled in, numbers as the language writes them; `{0|hour|hours}` is a
 * number with the word for one or for many.
 */
export function t(key, ...values) {
  const words = LANGUAGES[language][key];
  if (words === undefined) {
    return key;
  }
  return words.replace(/\{(\d)(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, index, one, many) => {
    const value = values[index];
    const shown = typeof value === 'number' ? number(value) : String(value ?? '');
    return one === undefined ? shown : `${shown} ${value === 1 ? one : many}`;
  });
}

/** Whether there are words of a key. */
export const has = (key) => LANGUAGES[language][key] !== undefined;

/** The half of `{nameZh, nameEn}` that is of the language; `base` is `name`. */
export function half(item, base) {
  const wanted = language === 'zh' ? 'Zh' : 'En';
  return item[base + wanted] ?? item[language] ?? item[base] ?? '';
}

export const number = (value) => value === null || value === undefined ? '–' : formats.whole.format(value);
export const short = (value) => value >= 10000 ? formats.short.format(value) : number(value);
export const some = (value) => value === null || value === undefined ? '–'
  : value >= 100 ? number(value) : formats.some.format(value);
export const percent = (value) => value === null || value === undefined ? '–' : formats.percent.format(value);
export const score = (value) => value === null || value === undefined ? '–' : Number(value).toFixed(2);
export const clock = (at) => formats.clock.format(new Date(at));
export const hour = (at) => formats.hour.format(new Date(at));
export const date = (at) => formats.date.format(new Date(at));
export const full = (at) => formats.full.format(new Date(at));

/** The time of today, the day of what is older. */
export function moment(at) {
  const time = new Date(at);
  return time.toDateString() === new Date().toDateString() ? formats.clock.format(time) : formats.day.format(time);
}

/** So many seconds in the two largest units. */
export function duration(seconds) {
  const units = [['d', 86400], ['h', 3600], ['m', 60], ['s', 1]];
  const parts = [];
  let rest = Math.max(0, Math.round(seconds));
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) {
      parts.push(t(`unit.${unit}`, count));
    }
  }
  return parts.join(' ') || t('unit.s', 0);
}

/** The name of a category, an action, a state …; what is newer than these pages stands as it is. */
export function named(kind, value) {
  const key = `${kind}.${value}`;
  return value === null || value === undefined ? '–' : has(key) ? t(key) : value;
}

/** The name of a region: `CN/Guangdong`, or `GB`. */
export function region(code) {
  if (!code) {
    return '–';
  }
  const [country, place] = code.split('/', 2);
  if (place) {
    const province = place.split(',').at(-1).trim();
    return has(`place.${province}`) ? t(`place.${province}`) : place;
  }
  try {
    return formats.regions.of(country);
  } catch {
    return country;
  }
}
