package com.duespark.domain.privacy;

import com.duespark.domain.secrets.Sealed;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The answers that the bound tenant keeps for repeated requests; they are sealed (PRV-02). */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class KeptAnswers {

  private static final int PAGE = 500;

  private static final Answer BEFORE_ALL = new Answer("", new UUID(0, 0), "");

  private record Answer(String endpoint, UUID idempotencyKey, String responseBody) {}

  private final JdbcClient jdbc;
  private final Sealed box;

  KeptAnswers(JdbcClient jdbc, Sealed box) {
    this.jdbc = jdbc;
    this.box = box;
  }

  /**
   * Deletes those that name somebody; whoever repeats such a request is told the truth of now.
   *
   * @return how many
   */
  public int erase(Pseudonym pseudonym) {
    int deleted = 0;
    var after = BEFORE_ALL;
    List<Answer> page;
    do {
      page = page(after);
      for (var answer : page) {
        deleted += pseudonym.isIn(box.openOrKeep(answer.responseBody())) ? delete(answer) : 0;
        after = answer;
      }
    } while (page.size() == PAGE);
    return deleted;
  }

  private List<Answer> page(Answer after) {
    return jdbc.sql(
            """
            select endpoint, idempotency_key, response_body from idempotency_keys
            where tenant_id = current_tenant() and response_body is not null
              and (endpoint, idempotency_key) > (:endpoint, :key)
            order by endpoint, idempotency_key limit :most
            """)
        .param("endpoint", after.endpoint())
        .param("key", after.idempotencyKey())
        .param("most", PAGE)
        .query(Answer.class)
        .list();
  }

  private int delete(Answer answer) {
    return jdbc.sql(
            """
            delete from idempotency_keys
            where tenant_id = current_tenant() and endpoint = ? and idempotency_key = ?
            """)
        .params(answer.endpoint(), answer.idempotencyKey())
        .update();
  }
}
