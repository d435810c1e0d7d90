/** From what subscribers report to complaints of senders, and replies. */
package io.smswarden.streams.complaint;
