/** What a sender's past says of it: a decaying estimate with bounds, and its reasons. */
package io.smswarden.filter.reputation;
