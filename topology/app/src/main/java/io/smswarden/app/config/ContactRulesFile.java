package io.smswarden.app.config;

import io.smswarden.app.exit.UserError;
import io.smswarden.filter.contact.ContactRules;
import io.smswarden.filter.contact.ContactRulesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The operator's own contact rules. */
final class ContactRulesFile {

  private ContactRulesFile() {}

  /**
   * The rules of a file, or the shipped ones.
   *
   * @throws UserError when it can't be read or has a fault
   */
  static ContactRules read(Optional<Path> file) {
    return file.map(ContactRulesFile::read).orElseGet(ContactRules::standard);
  }

  private static ContactRules read(Path file) {
    try {
      return ContactRules.read(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw UserError.wrongUse(
          "%s: can't read the contact rules of %s: %s".formatted(Key.CONTACT_RULES.name(), file, e),
          e);
    } catch (ContactRulesException e) {
      throw UserError.wrongUse(
          "%s: %s: %s".formatted(Key.CONTACT_RULES.name(), file, e.getMessage()), e);
    }
  }
}
