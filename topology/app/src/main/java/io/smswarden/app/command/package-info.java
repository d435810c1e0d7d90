/** The commands that a person or a script runs. */
package io.smswarden.app.command;
