/** Removes what nobody needs any more from stores that have no windows. */
package io.smswarden.streams.expiry;
