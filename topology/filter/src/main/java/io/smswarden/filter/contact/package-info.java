/** When and how often a debtor may be contacted, and what broke that. */
package io.smswarden.filter.contact;
