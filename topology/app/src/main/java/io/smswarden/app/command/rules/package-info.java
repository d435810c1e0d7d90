/** The commands that check, try and publish the operator's rules. */
package io.smswarden.app.command.rules;
