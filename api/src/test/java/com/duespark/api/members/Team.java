package com.duespark.api.members;

import com.duespark.api.shared.Door;
import com.duespark.domain.secrets.SecretTokens;
import com.duespark.domain.storage.TestDatabase;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invites through the door, and opens the mails. */
@TestComponent
public class Team {

  private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.owner());

  private final Door door;
  private final SecretTokens tokens;

  Team(Door door, SecretTokens tokens) {
    this.door = door;
    this.tokens = tokens;
  }

  /** Invites an address. */
  Door.Answer invite(Door.Person inviter, String email, String role) {
    return inviter.post("/v1/members", "{\"email\":\"%s\",\"role\":\"%s\"}".formatted(email, role));
  }

  /** The secret in the latest invitation mail to an address. */
  String link(String email) {
    var id =
        OWNER
            .sql(
                """
                select request ->> 'token_id' from account_deliveries
                where recipient = ? and type = 'INVITATION' order by created_at desc limit 1
                """)
            .param(email)
            .query(String.class)
            .single();
    return tokens.token(UUID.fromString(id));
  }

  int mailsTo(String email) {
    return OWNER
        .sql("select count(*) from account_deliveries where recipient = ? and type = 'INVITATION'")
        .param(email)
        .query(Integer.class)
        .single();
  }

  Door.Answer acceptNew(Door.Person person, String token) {
    return person.post(
        "/v1/invitations/accept",
        "{\"token\":\"%s\",\"display_name\":\"Wanjiru\",\"password\":\"%s\"}"
            .formatted(token, Door.PASSWORD));
  }

  /** Somebody new who was invited and came in. */
  Door.Person joined(Door.Person inviter, String role) {
    var person = door.stranger();
    invite(inviter, person.email(), role).expect(201);
    var answer = acceptNew(person, link(person.email())).expect(200);
    return person.with(answer.text("/data/access_token"));
  }

  /** The member's id in the list that somebody reads. */
  static String idOf(Door.Person reader, String email) {
    return reader
        .get("/v1/members")
        .expect(200)
        .data()
        .valueStream()
        .filter(member -> member.path("email").asString().equals(email))
        .map(member -> member.path("id").asString())
        .findFirst()
        .orElseThrow();
  }
}
