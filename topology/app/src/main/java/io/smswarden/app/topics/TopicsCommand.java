package io.smswarden.app.topics;

import io.smswarden.app.cluster.Cluster;
import io.smswarden.app.cluster.ClusterOptions;
import io.smswarden.app.config.Configuration;
import io.smswarden.app.exit.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics}: creates and checks the pipeline's topics. */
@Command(name = "topics", description = "Creates or checks the topics of a cluster.")
public final class TopicsCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: create or check");
  }

  @Command(
      name = "create",
      description = {
        "Creates the topics that don't exist, as deploy/topics.yaml has them.",
        "Leaves those that exist as they are."
      })
  int create(
      @Mixin ClusterOptions cluster,
      @Option(
              names = "--partitions",
              paramLabel = "N",
              description = "Number of partitions of every topic, instead of the file's.")
          Optional<Integer> partitions,
      @Option(
              names = "--replication",
              paramLabel = "N",
              description =
                  "Number of replicas of every topic, instead of the file's; one of several may be missing.")
          Optional<Integer> replication) {
    Configuration configuration = cluster.settings().configuration();
    TopicPlan plan = plan(partitions, replication);
    PrintWriter out = spec.commandLine().getOut();
    try (Admin admin = Cluster.connect(configuration)) {
      List<String> created = plan.create(admin, configuration.startupTimeout());
      plan.names()
          .forEach(name -> out.println((created.contains(name) ? "created " : "exists  ") + name));
    }
    return ExitCode.DONE.code();
  }

  @Command(
      name = "check",
      description = "Compares the topics with deploy/topics.yaml and with what joins need.")
  int check(@Mixin ClusterOptions cluster) {
    Configuration configuration = cluster.settings().configuration();
    try (Admin admin = Cluster.connect(configuration)) {
      List<TopicProblem> problems = TopicPlan.shipped().check(admin);
      PrintWriter out = spec.commandLine().getOut();
      problems.forEach(problem -> out.println(problem.severity() + " " + problem.message()));
      boolean good = problems.stream().noneMatch(p -> p.severity() == TopicProblem.Severity.FATAL);
      return (good ? ExitCode.DONE : ExitCode.NO).code();
    }
  }

  private TopicPlan plan(Optional<Integer> partitions, Optional<Integer> replication) {
    TopicPlan plan = TopicPlan.shipped();
    if (partitions.isPresent()) {
      plan = plan.withPartitions(atLeastOne("--partitions", partitions.get()));
    }
    if (replication.isPresent()) {
      plan = plan.withReplication((short) atLeastOne("--replication", replication.get()));
    }
    return plan;
  }

  private int atLeastOne(String option, int value) {
    if (value < 1 || value > Short.MAX_VALUE) {
      throw new ParameterException(
          spec.subcommands().get("create"),
          "%s must be from 1 to %d".formatted(option, Short.MAX_VALUE));
    }
    return value;
  }
}
