package com.duespark.domain.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All accounts; they belong to no tenant. Times here are technical time (design law 16). */
@Transactional(readOnly = true)
public interface Users extends CrudRepository<User, UUID> {

  @Query("select * from users where email = :email")
  Optional<User> byEmail(String email);

  @Query("select * from users where email = :email for update")
  Optional<User> lockByEmail(String email);

  @Query("select * from users where id = :id for update")
  Optional<User> lock(UUID id);

  @Query("select id from users where referral_code = :code")
  Optional<UUID> byReferralCode(String code);

  @Query("select now()")
  Instant now();
}
