/** Which message a complaint means, what the complaint weighs, and what the complainant is told. */
package io.smswarden.filter.complaint;
