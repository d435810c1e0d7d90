/**
 * Text as the filter reads it: evasions undone, sources made alike, every character mapped back to
 * the original.
 *
 * <p>Three views of a message, each a {@link io.smswarden.filter.text.MappedText}: <em>folded</em>
 * (one script, one case, punctuation kept: links are found here), <em>phrases</em> (no punctuation,
 * no blanks inside Chinese: the signal tables match here) and <em>model</em> (digits, links and
 * numbers reduced to classes: n-grams are taken here).
 */
package io.smswarden.filter.text;
