/** A second look at uncertain messages: what a small network makes of the first stage's figures. */
package io.smswarden.filter.look;
