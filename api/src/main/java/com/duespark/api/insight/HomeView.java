package com.duespark.api.insight;

import com.duespark.domain.insight.CashPosition;
import com.duespark.domain.insight.NextAction;
import com.duespark.domain.insight.PlannedMessage;
import com.duespark.domain.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A business at a glance (HOM-01). Counts are over all currencies, amounts beside them in that of
 * the business. An AGENT gets the counts of what is in their scope, and no totals.
 *
 * @param today the business's day
 * @param currency of the business
 * @param todaysPayments null for an AGENT
 * @param byCurrency that of the business first; empty for an AGENT
 */
@Schema(name = "HomeSummary")
record HomeView(
    LocalDate today,
    String timezone,
    String currency,
    Unpaid unpaid,
    Overdue overdue,
    @Nullable Payments todaysPayments,
    long newWorkItems,
    List<NextAction> nextActions,
    List<PlannedMessage> planned,
    List<CashPosition> byCurrency) {

  /** Sent and not paid in full. */
  @Schema(name = "HomeUnpaid")
  record Unpaid(long count, @Nullable Money totalDue) {}

  /** Past the due day. */
  @Schema(name = "HomeOverdue")
  record Overdue(long count, @Nullable Money total) {}

  /** What came in today. */
  @Schema(name = "HomePayments")
  record Payments(long count, Money total) {}

  static Unpaid unpaid(List<CashPosition> positions, boolean totals) {
    return new Unpaid(
        count(positions, position -> position.owed().invoices()),
        totals ? home(positions, position -> position.owed().amount()) : null);
  }

  static Overdue overdue(List<CashPosition> positions, boolean totals) {
    return new Overdue(
        count(positions, position -> position.overdue().invoices()),
        totals ? home(positions, position -> position.overdue().amount()) : null);
  }

  static Payments payments(List<CashPosition> positions) {
    return new Payments(
        count(positions, position -> position.paid().paymentsToday()),
        home(positions, position -> position.paid().today()));
  }

  private static long count(List<CashPosition> positions, ToLongFunction<CashPosition> figure) {
    return positions.stream().mapToLong(figure).sum();
  }

  private static Money home(List<CashPosition> positions, Function<CashPosition, Money> figure) {
    return figure.apply(positions.getFirst());
  }
}
