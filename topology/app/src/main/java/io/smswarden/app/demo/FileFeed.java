package io.smswarden.app.demo;

import io.smswarden.app.replay.ReplayFile;
import io.smswarden.app.replay.ReplayListener;
import io.smswarden.app.replay.ReplayOptions;
import io.smswarden.app.replay.Replayer;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Labelled files. */
final class FileFeed implements Feed {

  private final List<ReplayFile> files;
  private final Replayer replayer;
  private final ReplayOptions options;
  private final Consumer<String> complaints;

  /** Files to send, and where to tell of lines that are no messages. */
  FileFeed(
      List<ReplayFile> files,
      Replayer replayer,
      ReplayOptions options,
      Consumer<String> complaints) {
    this.files = List.copyOf(files);
    this.replayer = replayer;
    this.options = options;
    this.complaints = complaints;
  }

  @Override
  public long messages() {
    return files.stream().mapToLong(ReplayFile::lines).sum();
  }

  @Override
  public long send(Runnable afterCommit, BooleanSupplier stop) {
    long sent = 0;
    for (ReplayFile file : files) {
      sent += replayer.replay(file, options, listener(afterCommit), stop).sent();
    }
    return sent;
  }

  private ReplayListener listener(Runnable afterCommit) {
    return new ReplayListener() {
      @Override
      public void committed(ReplayFile file, long lines) {
        afterCommit.run();
      }

      @Override
      public void rejected(ReplayFile file, long line, String reason) {
        complaints.accept("%s:%d: %s".formatted(file.path(), line, reason));
      }
    };
  }
}
