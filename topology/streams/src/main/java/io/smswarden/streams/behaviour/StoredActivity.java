package io.smswarden.streams.behaviour;

import io.smswarden.filter.behaviour.Activity;
import io.smswarden.filter.behaviour.Counts;
import io.smswarden.schemas.SenderBehaviour;

/** A sender's activity as the store has it. */
final class StoredActivity {

  private StoredActivity() {}

  static Activity.State read(SenderBehaviour stored) {
    return new Activity.State(
        stored.getFirst(),
        stored.getLatest(),
        stored.getHour(),
        stored.getHourBefore(),
        new Counts(stored.getMessages(), stored.getAtNight(), stored.getAnswers()),
        new Counts(
            stored.getMessagesBefore(), stored.getAtNightBefore(), stored.getAnswersBefore()),
        stored.getUsual(),
        stored.getRecipientsNow(),
        stored.getRecipients());
  }

  static SenderBehaviour written(Activity.State state) {
    return new SenderBehaviour(
        state.first(),
        state.latest(),
        state.thisHour(),
        state.hourBefore(),
        state.now().messages(),
        state.now().atNight(),
        state.now().answers(),
        state.before().messages(),
        state.before().atNight(),
        state.before().answers(),
        state.usual(),
        state.recipientsNow(),
        state.recipients());
  }
}
