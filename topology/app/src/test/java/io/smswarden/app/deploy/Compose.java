package io.smswarden.app.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The services of {@code compose.yaml}. */
final class Compose {

  private final Map<?, ?> file = DeployDirectory.yaml("compose.yaml");

  /** A service. */
  record Service(String name, Map<?, ?> fields) {

    String image() {
      return (String) fields.get("image");
    }

    Map<String, String> environment() {
      Map<String, String> variables = new TreeMap<>();
      if (fields.get("environment") instanceof Map<?, ?> given) {
        given.forEach((key, value) -> variables.put(key.toString(), value.toString()));
      }
      return variables;
    }

    /** The words of the command; none when the image's is taken. */
    List<String> command() {
      return strings(fields.get("command"));
    }

    /** What is mounted, as {@code source:target} or {@code source:target:ro}. */
    List<String> volumes() {
      return strings(fields.get("volumes"));
    }

    List<String> dependsOn() {
      return fields.get("depends_on") instanceof Map<?, ?> services
          ? strings(new ArrayList<>(services.keySet()))
          : List.of();
    }
  }

  List<Service> services() {
    return names("services").stream()
        .map(name -> new Service(name, (Map<?, ?>) ((Map<?, ?>) file.get("services")).get(name)))
        .toList();
  }

  List<Service> servicesOf(String imagePrefix) {
    return services().stream().filter(service -> service.image().startsWith(imagePrefix)).toList();
  }

  List<String> volumes() {
    return names("volumes");
  }

  private List<String> names(String section) {
    return strings(new ArrayList<>(((Map<?, ?>) file.get(section)).keySet()));
  }

  private static List<String> strings(Object list) {
    return list instanceof List<?> values
        ? values.stream().map(Object::toString).collect(Collectors.toList())
        : List.of();
  }
}
