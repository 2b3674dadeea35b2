package com.duespark.domain.contacts;

import com.duespark.domain.deliveries.Channel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All contacts of the bound tenant. */
@Transactional(readOnly = true)
public interface Contacts extends CrudRepository<Contact, UUID> {

  @Query(
      """
      select * from contacts
      where tenant_id = current_tenant() and id = :id and deleted_at is null
      """)
  Optional<Contact> find(UUID id);

  /** Locks the row until the transaction ends; contacts come first in the lock order. */
  @Query(
      """
      select * from contacts
      where tenant_id = current_tenant() and id = :id and deleted_at is null
      for no key update
      """)
  Optional<Contact> lock(UUID id);

  /** A contact whether deleted or not, for restoring it and for old documents. */
  @Query("select * from contacts where tenant_id = current_tenant() and id = :id for no key update")
  Optional<Contact> lockAny(UUID id);

  @Query("select * from contacts where tenant_id = current_tenant() and id = :id")
  Optional<Contact> findAny(UUID id);

  /** Live contacts that share an address with a new one, at most 10. */
  @Query(
      """
      select id from contacts
      where tenant_id = current_tenant() and deleted_at is null and id <> :except
        and (email = :email::text or phone = :phone::text)
      order by id limit 10
      """)
  List<UUID> similar(@Nullable String email, @Nullable String phone, UUID except);

  /** Ids that match words in name, company, email, phone or code, at most the limit (RLS-06). */
  @Query("select id from search_contacts(:words, :limit)")
  List<UUID> search(String words, int limit);

  /** Channels that must not be used: opted out, hard bounce, complaint (CON-10, DLV-08). */
  @Query(
      """
      select channel from channel_consents
      where tenant_id = current_tenant() and contact_id = :id
        and (suppressed_reason is not null
          or (opted_out_at is not null and (opted_in_at is null or opted_in_at < opted_out_at)))
      order by channel
      """)
  List<Channel> suppressed(UUID id);
}
