/** When a subscriber is told of a flagged message, and in what words. */
package io.smswarden.filter.alert;
