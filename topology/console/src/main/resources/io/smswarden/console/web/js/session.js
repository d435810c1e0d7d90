/** Who is signed in, and what they may do. */
import {get, post, remove, useToken} from './api.js';

let session = null;

function take(found) {
  session = found;
  useToken(found ? found.csrf : null);
  return found;
}

export const current = () => session;

export const may = (permission) => session !== null && session.permissions.includes(permission);

/** Asks the server who is signed in; null when nobody is. */
export async function resume() {
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
