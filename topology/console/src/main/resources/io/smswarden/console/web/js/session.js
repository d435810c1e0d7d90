/** Who is signed in, and what they may do. */
import {get, post, remove, useToken} from './api.js';

/** Says that there may be a session; the cookie itself is not for scripts to see. */
const KEPT = 'smswarden.session';

let session = null;

function take(found) {
  session = found;
  if (found) {
    expectSession();
  } else {
    localStorage.removeItem(KEPT);
  }
  useToken(found ? found.csrf : null);
  return found;
}

export const current = () => session;

export const may = (permission) => session !== null && session.permissions.includes(permission);

/** Somebody is signed in or about to be. */
export const expectSession = () => localStorage.setItem(KEPT, 'expected');

/** Asks the server who is signed in; null when nobody is. */
export async function resume() {
  if (!localStorage.getItem(KEPT)) {
    return null;
  }
  try {
    return take(await get('/session'));
  } catch (problem) {
    if (problem.status === 401) {
      return take(null);
    }
    throw problem;
  }
}

export async function signIn(user, password) {
  return take(await post('/session', {user, password}));
}

export async function signOut() {
  await remove('/session');
  take(null);
}

/** The server says that the session is over. */
export function forget() {
  take(null);
}
