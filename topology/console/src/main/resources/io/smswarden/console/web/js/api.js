/** The HTTP API. Every answer that is no success becomes a Problem. */

const ROOT = 'api/v1';
let csrf = null;

/** An answer that is no success (RFC 9457), or none at all: then its status is 0. */
export class Problem extends Error {
  constructor(status, detail, errors = [], retryAfter = null) {
    super(detail);
    this.status = status;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

/** The token that unsafe requests of this session carry. */
export function useToken(token) {
  csrf = token;
}

/** `{a: 1, b: ''}` as `?a=1`: what is empty is left out. */
export function query(values) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '' && value !== false) {
      search.set(key, value);
    }
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** One part of a path. */
export const part = encodeURIComponent;

/** The address of a path of the API, for what the browser fetches by itself. */
export const address = (path) => ROOT + path;

export const get = (path, signal) => send('GET', path, undefined, signal);
export const post = (path, body, signal) => send('POST', path, body, signal);
export const put = (path, body, signal) => send('PUT', path, body, signal);
export const remove = (path, body) => send('DELETE', path, body);

/** Posts, and takes what comes as a file. */
export async function download(path, body) {
  const response = await request('POST', path, body);
  return response.blob();
}

async function send(method, path, body, signal) {
  const response = await request(method, path, body, signal);
  if (response.status === 204 || !(response.headers.get('Content-Type') || '').includes('json')) {
    return null;
  }
  return response.json();
}

async function request(method, path, body, signal) {
  const headers = {Accept: 'application/json'};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET' && csrf) {
    headers['X-CSRF-Token'] = csrf;
  }
  let response;
  try {
    response = await fetch(address(path), {
      method, headers, signal, credentials: 'same-origin',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Problem(0, error.message);
  }
  if (!response.ok) {
    throw await problem(response, path);
  }
  return response;
}

async function problem(response, path) {
  let document = {};
  try {
    document = await response.json();
  } catch {
    // What stands between us and the server may answer in its own way.
  }
  const retryAfter = Number(response.headers.get('Retry-After')) || null;
  const found = new Problem(
    response.status, document.detail || document.title || response.statusText, document.errors, retryAfter);
  if (response.status === 401 && path !== '/session') {
    dispatchEvent(new CustomEvent('signed-out'));
  }
  return found;
}
