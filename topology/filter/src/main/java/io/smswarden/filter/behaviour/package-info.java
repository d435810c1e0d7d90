/** How a sender behaves over time: rate, recipients, hours, answers. Plain Java, event time. */
package io.smswarden.filter.behaviour;
