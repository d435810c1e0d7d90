package io.smswarden.filter;

import io.smswarden.filter.verdict.Verdict;
import io.smswarden.filter.verdict.Versions;

/** Gives verdicts. Safe for use by many threads; the same message gives the same verdict. */
public interface Judge {

  /** The verdict of a message. */
  Verdict judge(Message message);

  /** What its verdicts are made with. */
  Versions versions();
}
