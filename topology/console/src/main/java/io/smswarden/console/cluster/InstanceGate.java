package io.smswarden.console.cluster;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.smswarden.console.http.Caller;
import io.smswarden.console.http.Gate;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.http.Role;
import java.util.Optional;

/** Knows other instances by their signature, and leaves everybody else to another gate. */
public final class InstanceGate implements Gate {

  private static final Caller INSTANCE = new Caller("instance", Role.INSTANCE, Optional.empty());

  private final Gate others;
  private final Optional<InstanceSignature> signature;

  /**
   * A gate.
   *
   * @param signature empty when there are no other instances
   */
  public InstanceGate(Gate others, Optional<InstanceSignature> signature) {
    this.others = others;
    this.signature = signature;
  }

  @Override
  public void meet(Context request) {
    others.meet(request);
  }

  @Override
  public Optional<Caller> caller(Context request) {
    String header = request.header(InstanceSignature.HEADER);
    if (header == null) {
      return others.caller(request);
    }
    boolean good =
        signature.isPresent()
            && signature
                .get()
                .good(header, request.method().name(), request.path(), request.bodyAsBytes());
    if (!good) {
      throw ProblemException.of(
          HttpStatus.UNAUTHORIZED,
          "the signature is of no instance that this one knows: give all the same"
              + " smswarden.console.instance-secret, and see to their clocks");
    }
    return Optional.of(INSTANCE);
  }

  @Override
  public boolean stillAdmits(Context request) {
    return others.stillAdmits(request);
  }

  @Override
  public void audit(Caller caller, String action, String subject, String detail) {
    others.audit(caller, action, subject, detail);
  }
}
