package com.duespark.worker.codec;

import com.duespark.domain.datakeys.DataKeys;
import com.duespark.domain.datakeys.MissingDataKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** After the installation's key was changed, data keys are sealed with the new one at the start. */
@Component
class Resealing {

  private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);

  private final DataKeys keys;

  Resealing(DataKeys keys) {
    this.keys = keys;
  }

  @EventListener(ApplicationReadyEvent.class)
  void seal() {
    try {
      int done = keys.sealAgain();
      if (done > 0) {
        LOG.info("{} data keys are sealed with the new key", done);
      }
    } catch (MissingDataKey e) {
      LOG.error("data keys cannot be sealed with the new key: {}", e.getMessage());
    }
  }
}
