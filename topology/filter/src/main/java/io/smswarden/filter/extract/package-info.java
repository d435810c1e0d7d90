/** Facts of a message: links, telephone numbers, amounts, signatures. */
package io.smswarden.filter.extract;
