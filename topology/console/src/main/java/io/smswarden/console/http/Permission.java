package io.smswarden.console.http;

import io.javalin.security.RouteRole;

/** What a caller may do; each route asks for one. */
public enum Permission implements RouteRole {
  /** Nothing is asked for: whoever reaches the server may. */
  PUBLIC,
  /** To be signed in, whatever the role. */
  SIGNED_IN,
  /** Another instance of the pipeline, which asks for what this one has. */
  INSTANCE,
  /** Statistics, senders, campaigns and warnings, with texts and numbers masked. */
  READ,
  /** To have texts scored. */
  SCORE,
  /** To report a message for a subscriber. */
  COMPLAIN,
  /** A subscriber's alerts. */
  ALERTS,
  /** A subscriber's preferences, to see and to set. */
  PREFERENCES,
  /** Texts and subscribers' numbers in clear; each look is audited. */
  UNMASK,
  /** To decide of a sender by hand. */
  OVERRIDE,
  /** To validate and try rules. */
  RULES_TEST,
  /** To put rules in force. */
  RULES_PUBLISH,
  /** To export evidence. */
  EVIDENCE,
  /** To look at what could not be processed. */
  DEAD_LETTERS,
  /** To send it through again. */
  DEAD_LETTERS_REPLAY,
  /** Who did what. */
  AUDIT,
  /** To make accounts and API keys. */
  ACCOUNTS
}
