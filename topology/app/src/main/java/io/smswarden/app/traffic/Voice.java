package io.smswarden.app.traffic;

import java.time.LocalDateTime;

/** Somebody, or a group of somebodies, who sends messages; asked in the order of time. */
interface Voice {

  /** What is sent next. */
  Draft speak(LocalDateTime at);
}
