package com.duespark.domain.contacts;

import com.duespark.domain.deliveries.Channel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
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

  /**
   * Channels that must not be used (CON-10, DLV-08), and why. A bounce holds for the address that
   * bounced.
   */
  @Query(
      """
      select k.channel, coalesce(k.suppressed_reason, 'OPTED_OUT') as reason
      from channel_consents k
      join contacts c on c.tenant_id = k.tenant_id and c.id = k.contact_id
      where k.tenant_id = current_tenant() and k.contact_id = :id
        and ((k.suppressed_reason is not null
            and (k.suppressed_address is null or k.suppressed_address = c.email))
          or (k.opted_out_at is not null and (k.opted_in_at is null or k.opted_in_at < k.opted_out_at)))
      order by k.channel
      """)
  List<Suppression> suppressions(UUID id);

  default List<Channel> suppressed(UUID id) {
    return suppressions(id).stream().map(Suppression::channel).toList();
  }

  /**
   * No more mails to this address (DLV-08). Of an erased contact no address is noted.
   *
   * @param reason a {@link Suppression.Reason} by name
   */
  @Transactional
  @Modifying
  @Query(
      """
      insert into channel_consents
        (tenant_id, contact_id, channel, source, suppressed_reason, suppressed_address)
      select current_tenant(), :id, 'EMAIL', :source, :reason, :address
      where exists (select from contacts
        where tenant_id = current_tenant() and id = :id and erased_at is null)
      on conflict (tenant_id, contact_id, channel) do update
        set source = excluded.source, suppressed_reason = excluded.suppressed_reason,
          suppressed_address = excluded.suppressed_address
      """)
  void suppressEmail(UUID id, String address, String reason, String source);

  /** Nothing is sent to the contact on this channel until a person allows it again (BEY-09). */
  default void mute(UUID id, Channel channel, boolean muted) {
    if (muted) {
      mute(id, channel.name());
    } else {
      allow(id, channel.name());
    }
  }

  /** A reason that stands already, a bounce or a complaint, stays. */
  @Modifying
  @Query(
      """
      insert into channel_consents (tenant_id, contact_id, channel, suppressed_reason)
      values (current_tenant(), :id, :channel, 'MUTED')
      on conflict (tenant_id, contact_id, channel) do update
        set suppressed_reason = coalesce(channel_consents.suppressed_reason, 'MUTED')
      """)
  void mute(UUID id, String channel);

  @Modifying
  @Query(
      """
      update channel_consents
      set suppressed_reason = null, suppressed_address = null,
        opted_in_at = case when opted_out_at is null then opted_in_at else now() end
      where tenant_id = current_tenant() and contact_id = :id and channel = :channel
      """)
  void allow(UUID id, String channel);
}
