/** Who may use the console: accounts, API keys, sessions, sign-in elsewhere, and who did what. */
package io.smswarden.console.access;
