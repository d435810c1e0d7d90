/** What subscribers' complaints tell. */
package io.smswarden.filter.complaint;
