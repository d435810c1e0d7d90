/**
 * What other rules would have made of messages: two filters judge the same, and it is told what
 * differs.
 */
package io.smswarden.filter.backtest;
