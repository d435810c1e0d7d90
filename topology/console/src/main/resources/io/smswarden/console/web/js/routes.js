/** The pages: where they are, who may see them, the key that follows `g`. */

/** In the order of the navigation; those without a group aren't in it. */
export const ROUTES = [
  {path: '', file: 'overview', group: 'watch', permission: 'READ', key: 'o'},
  {path: 'warnings', group: 'watch', permission: 'READ', key: 'w'},
  {path: 'senders', group: 'watch', permission: 'READ', key: 's'},
  {path: 'campaigns', group: 'watch', permission: 'READ', key: 'k'},
  {path: 'complaints', group: 'work', permission: 'READ', key: 'c'},
  {path: 'subscribers', group: 'work', permission: 'PREFERENCES', key: 'u'},
  {path: 'check', group: 'work', permission: 'SCORE', key: 't'},
  {path: 'rules', group: 'work', permission: 'RULES_TEST', key: 'r'},
  {path: 'dead-letters', group: 'system', permission: 'DEAD_LETTERS', key: 'd'},
  {path: 'health', group: 'system', permission: 'READ', key: 'h'},
  {path: 'audit', group: 'system', permission: 'AUDIT', key: 'l'},
  {path: 'accounts', group: 'system', permission: 'ACCOUNTS', key: 'a'},
  {path: 'sender', argument: true, permission: 'READ', under: 'senders'},
  {path: 'campaign', argument: true, permission: 'READ', under: 'campaigns'},
  {path: 'password', permission: 'SIGNED_IN'},
  {path: 'login', permission: 'PUBLIC'},
].map((route) => ({file: route.path, ...route}));

/** The route of an address's hash, with its argument and its query; undefined when there is none. */
export function parse(hash) {
  const [where, search] = hash.replace(/^#\/?/, '').split('?', 2);
  const [path, ...rest] = where.split('/');
  const route = ROUTES.find((one) => one.path === path && Boolean(one.argument) === rest.length > 0);
  try {
    return route && {route, argument: decodeURIComponent(rest.join('/')), query: Object.fromEntries(new URLSearchParams(search))};
  } catch {
    return undefined;
  }
}

/** The name of a page, as a key of the words. */
export const nameOf = (route) => `page.${route.file}`;
