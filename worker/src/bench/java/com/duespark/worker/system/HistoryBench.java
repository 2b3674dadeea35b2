package com.duespark.worker.system;

import static org.awaitility.Awaitility.await;

import com.duespark.worker.system.Figures.Goal;
import com.duespark.workflows.invoices.InvoiceWorkflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What a paid invoice costs in Temporal: all its workflows, all their runs. */
final class HistoryBench implements Chapter {
  private static final int INVOICES = 5;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public Figures measure() throws Exception {
    try (Launched installation = Launched.started(name());
        Workbench temporal = new Workbench(installation.temporalAddress())) {
      Business business = Business.foundedOn(installation);
      Lifecycle lifecycle = new Lifecycle(installation, temporal);
      List<Usage> usages = new ArrayList<>();
      for (int i = 0; i < INVOICES; i++) {
        String contact = business.contact("payer%d@%s".formatted(i, "bench.example"));
        usages.add(usage(temporal, lifecycle.run(business, contact), contact));
      }
      Usage most = usages.stream().max(Comparator.comparingInt(Usage::actions)).orElseThrow();
      return new Figures()
          .add("Temporal actions of a paid invoice", most.actions(), "", Goal.atMost(18))
          .add(
              "of these",
              "%d starts, %d updates, %d signals, %d timers, %d activities, %d upserts, %d markers"
                  .formatted(
                      most.starts(),
                      most.updates(),
                      most.signals(),
                      most.timers(),
                      most.activities(),
                      most.upserts(),
                      most.markers()))
          .add(
              "events in their histories",
              usages.stream().mapToInt(Usage::events).max().orElseThrow(),
              "",
              Goal.atMost(90));
    }
  }

  /** The invoice's own workflow, and the one that reminds its contact, who has no other invoice. */
  private static Usage usage(Workbench temporal, String invoiceId, String contactId) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () -> temporal.usage(InvoiceWorkflow.workflowId(UUID.fromString(invoiceId))),
            found -> found.starts() > 0)
        .plus(temporal.usage("cadence/" + contactId));
  }
}
