/** How good a filter is on labelled messages: reading them, and the figures. */
package io.smswarden.filter.evaluation;
