package io.smswarden.app.replay;

/** Told how a replay goes. */
public interface ReplayListener {

  /** Lines of the file, from its first, that are done and committed. */
  void committed(ReplayFile file, long lines);

  /** A line is no message. The reason holds nothing of the line. */
  void rejected(ReplayFile file, long line, String reason);
}
