package com.duespark.api.health;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks every part whether it is there. */
@Component
public class Probes {

  private static final Logger LOG = LoggerFactory.getLogger(Probes.class);

  /**
   * What was found.
   *
   * @param ready whether everything that is needed is there
   * @param up each part by name, also those that one can do without for a while
   */
  public record Found(boolean ready, Map<String, Boolean> up) {

    public String status() {
      return word(ready);
    }

    public Map<String, String> parts() {
      var words = new TreeMap<String, String>();
      up.forEach((part, isUp) -> words.put(part, word(isUp)));
      return words;
    }

    private static String word(boolean isUp) {
      return isUp ? "UP" : "DOWN";
    }
  }

  private final List<ReadinessProbe> probes;

  Probes(List<ReadinessProbe> probes) {
    this.probes = probes;
  }

  public Found look() {
    var ready = true;
    var up = new TreeMap<String, Boolean>();
    for (var probe : probes) {
      var isUp = isUp(probe);
      up.put(probe.name(), isUp);
      ready &= isUp || !probe.isRequired();
    }
    return new Found(ready, up);
  }

  private static boolean isUp(ReadinessProbe probe) {
    try {
      return probe.ready();
    } catch (RuntimeException e) {
      LOG.warn("{} is not ready: {}", probe.name(), e.toString());
      return false;
    }
  }
}
