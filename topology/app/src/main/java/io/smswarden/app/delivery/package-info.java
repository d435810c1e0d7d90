/** Hands alerts to their subscribers, each at least once and in their order. */
package io.smswarden.app.delivery;
