/** An evaluation as a page for people. */
package io.smswarden.app.command.report;
