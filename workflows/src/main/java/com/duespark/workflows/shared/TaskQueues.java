package com.duespark.workflows.shared;

import com.duespark.domain.deliveries.Channel;
import java.util.List;

/** Task queues by resource, never by tenant (WFR-09). */
public final class TaskQueues {

  /** Workflows and database steps. */
  public static final String CORE = "core";

  public static final String EMAIL = "email";
  public static final String SMS = "sms";
  public static final String WHATSAPP = "whatsapp";
  public static final String STRIPE = "stripe";

  /** Work that nobody waits for. */
  public static final String BULK = "bulk";

  /** Archives: few at once, because each holds two connections to the database for minutes. */
  public static final String EXPORT = "export";

  private TaskQueues() {}

  public static String of(Channel channel) {
    return switch (channel) {
      case EMAIL -> EMAIL;
      case SMS -> SMS;
      case WHATSAPP -> WHATSAPP;
    };
  }

  /** The queues that today's activities listen on. */
  public static List<String> all() {
    return List.of(CORE, EMAIL, STRIPE, BULK, EXPORT);
  }
}
