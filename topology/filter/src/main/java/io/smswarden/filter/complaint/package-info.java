/**
 * Which message a complaint means, what it weighs, what its complainant is told, and when many are
 * too many.
 */
package io.smswarden.filter.complaint;
