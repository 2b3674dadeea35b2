package com.duespark.domain.deliveries;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bound tenant's share of the providers (RAT-06): a bucket that holds a day's messages and
 * fills evenly over the day, so that nobody's bulk stands in everybody's way. Technical time.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SendQuota {

  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** What the bucket holds by now. */
  private static final String FILLED =
      """
      least(:most, b.tokens
        + extract(epoch from greatest(now() - b.filled_at, interval '0')) * :most / 86400)
      """
          .strip();

  private final JdbcClient jdbc;

  SendQuota(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes one message's share, if there is one.
   *
   * @return how long to wait when none is left
   */
  public Optional<Duration> take(Channel channel, int perDay) {
    boolean taken =
        jdbc.sql(
                    """
                    insert into send_buckets as b (tenant_id, channel, tokens)
                    values (current_tenant(), :channel, :most - 1)
                    on conflict (tenant_id, channel) do update
                      set tokens = %1$s - 1, filled_at = greatest(b.filled_at, now())
                      where %1$s >= 1
                    """
                        .formatted(FILLED))
                .param("channel", channel.name())
                .param("most", perDay)
                .update()
            == 1;
    return taken ? Optional.empty() : Optional.of(wait(channel, perDay));
  }

  private Duration wait(Channel channel, int perDay) {
    double seconds =
        jdbc.sql(
                """
                select (1 - %s) * 86400 / :most from send_buckets b
                where tenant_id = current_tenant() and channel = :channel
                """
                    .formatted(FILLED))
            .param("channel", channel.name())
            .param("most", perDay)
            .query(Double.class)
            .single();
    var wait = Duration.ofSeconds(Math.max(1, (long) Math.ceil(seconds)));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
