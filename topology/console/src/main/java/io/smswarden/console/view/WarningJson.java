package io.smswarden.console.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;

/** A warning as one object: its verdict's fields stand beside its own. */
public final class WarningJson {

  private WarningJson() {}

  /**
   * A warning, with text and recipient in clear.
   *
   * @param id what it is called in lists
   */
  public static ObjectNode of(Warning warning, String id) {
    Verdict verdict = warning.getVerdict();
    ObjectNode json = RecordJson.of(verdict);
    ObjectNode own = RecordJson.of(warning);
    own.remove("verdict");
    ObjectNode flat = json.objectNode().put("id", id);
    flat.setAll(json);
    flat.setAll(own);
    if (!flat.has("campaign")) {
      flat.putNull("campaign");
    }
    return flat;
  }
}
