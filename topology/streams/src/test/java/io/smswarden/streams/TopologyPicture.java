package io.smswarden.streams;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/**
 * Draws a topology as a Mermaid flowchart of its topics, its stores, and the processors where
 * something is kept or streams part; what lies between is an arrow.
 */
final class TopologyPicture {

  private final Set<String> shapes = new LinkedHashSet<>();
  private final Set<String> arrows = new LinkedHashSet<>();

  private final List<Node> nodes;

  private TopologyPicture(TopologyDescription description) {
    this.nodes =
        Stream.concat(
                description.subtopologies().stream().flatMap(part -> part.nodes().stream()),
                description.globalStores().stream()
                    .flatMap(global -> Stream.of(global.source(), global.processor())))
            .sorted(Comparator.comparing(Node::name))
            .toList();
  }

  /** The flowchart, without the fence of a code block. */
  static String of(TopologyDescription description) {
    return new TopologyPicture(description).draw();
  }

  private String draw() {
    nodes.stream().filter(Source.class::isInstance).forEach(this::draw);
    nodes.stream().filter(TopologyPicture::shown).forEach(this::draw);
    return Stream.of(Stream.of("flowchart LR"), shapes.stream(), arrows.stream())
        .flatMap(lines -> lines)
        .reduce((text, line) -> text + "\n  " + line)
        .orElseThrow()
        .concat("\n");
  }

  private void draw(Node node) {
    for (String from : shapesOf(node)) {
      nextShown(node, next -> shapesOf(next).forEach(to -> arrows.add(from + " --> " + to)));
    }
    if (node instanceof Processor processor && !node.successors().isEmpty()) {
      for (String store : processor.stores()) {
        if (shared(store)) {
          arrows.add(store(store) + " -.-> " + processor(processor));
        }
      }
    }
  }

  /** A source or sink is its topics; the processor that only fills a store is the store. */
  private List<String> shapesOf(Node node) {
    if (node instanceof Source source) {
      return source.topicSet().stream().sorted().map(this::topic).toList();
    }
    if (node instanceof Sink sink) {
      return List.of(topic(sink.topic()));
    }
    if (node instanceof Processor processor && node.successors().isEmpty()) {
      return processor.stores().stream().sorted().map(this::store).toList();
    }
    return List.of(processor((Processor) node));
  }

  private static void nextShown(Node node, Consumer<Node> use) {
    node.successors().stream()
        .sorted(Comparator.comparing(Node::name))
        .forEach(
            next -> {
              if (shown(next)) {
                use.accept(next);
              } else {
                nextShown(next, use);
              }
            });
  }

  private static boolean shown(Node node) {
    return !(node instanceof Processor processor)
        || !processor.stores().isEmpty()
        || processor.successors().size() > 1;
  }

  private String topic(String name) {
    return shape("topic-", name, "([\"%s\"])");
  }

  private String store(String name) {
    return shape("store-", name, "[(\"%s\")]");
  }

  /** A processor with a store of its own is drawn as the store that it is. */
  private String processor(Processor node) {
    List<String> own = node.stores().stream().filter(store -> !shared(store)).sorted().toList();
    return own.isEmpty()
        ? shape("", node.name(), "[\"%s\"]")
        : shape("", node.name(), "[(\"%s<br/><i>" + String.join(", ", own) + "</i>\")]");
  }

  private boolean shared(String store) {
    return nodes.stream()
            .filter(node -> node instanceof Processor other && other.stores().contains(store))
            .count()
        > 1;
  }

  private String shape(String kind, String name, String form) {
    String id = kind + name.replace('.', '-');
    shapes.add(id + form.formatted(name));
    return id;
  }
}
