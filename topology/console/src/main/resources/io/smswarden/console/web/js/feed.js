/** The stream of warnings as they happen. */
import {address} from './api.js';

/**
 * Follows the feed while a page is shown; the browser connects again by itself and says where it was.
 *
 * @param on {warning: item => …, behind: missed => …, state: 'open' | 'waiting' => …}
 * @param parameters of the feed's address
 */
export function follow(page, on, parameters = '') {
  const source = new EventSource(address(`/feed/warnings${parameters}`));
  source.addEventListener('open', () => on.state?.('open'));
  source.addEventListener('error', () => {
    on.state?.('waiting');
    if (source.readyState === EventSource.CLOSED && !page.signal.aborted) {
      // The server refused, as while it starts; a browser does not ask again after that.
      page.after(3000, () => follow(page, on, parameters));
    }
  });
  source.addEventListener('warning', (event) => on.warning(JSON.parse(event.data)));
  source.addEventListener('behind', (event) => on.behind?.(JSON.parse(event.data).missed));
  page.signal.addEventListener('abort', () => source.close());
}
