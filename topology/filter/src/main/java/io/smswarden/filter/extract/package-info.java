/** Facts of a message: links, telephone numbers, amounts, signatures, dates. */
package io.smswarden.filter.extract;
