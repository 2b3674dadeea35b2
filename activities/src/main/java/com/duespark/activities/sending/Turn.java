package com.duespark.activities.sending;

import java.time.Duration;

/** Whether a message may go to a provider now. */
public sealed interface Turn {

  /** This one takes it. Whoever holds a turn sends, or gives it back. */
  record Go(Mailer mailer) implements Turn {}

  /** Every provider rests or is busy; the message is not tried and loses no attempt. */
  record Wait(Duration time) implements Turn {}
}
