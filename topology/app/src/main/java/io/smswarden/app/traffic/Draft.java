package io.smswarden.app.traffic;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;

/** A message before it has a place in the day. */
record Draft(SenderId sender, Msisdn recipient, SmsText text, Truth truth) {}
