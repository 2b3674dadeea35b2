package com.duespark.documents.mail;

import com.duespark.domain.members.Role;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What an invitation says in one language; {@code %1$s} invites into {@code %2$s}.
 *
 * @param valid of so many days
 * @param may what each role may do, as in docs/team.md
 */
record InvitationWords(
    String lang,
    String subject,
    String greeting,
    String asks,
    String act,
    String business,
    String yourRole,
    Map<Role, String> name,
    Map<Role, String> may,
    String valid,
    String notExpected,
    String footer) {

  private static final InvitationWords ENGLISH =
      new InvitationWords(
          "en",
          "%1$s invites you to %2$s",
          "Hello,",
          "%1$s invites you to work with %2$s on Duespark, where its invoices go out, are paid and"
              + " are chased.",
          "Accept the invitation",
          "Business",
          "Your role",
          Map.of(
              Role.OWNER, "Owner",
              Role.ADMIN, "Administrator",
              Role.STAFF, "Staff",
              Role.AGENT, "Agent",
              Role.VIEWER, "Viewer"),
          Map.of(
              Role.OWNER, "everything, the plan and other owners included",
              Role.ADMIN, "everything but the plan and the owners",
              Role.STAFF, "the daily work: customers, invoices, reminders, payments",
              Role.AGENT, "drafts for the customers they added",
              Role.VIEWER, "reads everything and changes nothing"),
          "The link works once and for %d days.",
          "Not expected? Ignore this mail; nothing happens without the link.",
          "Duespark. Sent because %1$s typed this address.");

  private static final InvitationWords SWAHILI =
      new InvitationWords(
          "sw",
          "%1$s anakualika kwenye %2$s",
          "Habari,",
          "%1$s anakualika kufanya kazi na %2$s kwenye Duespark, ambako ankara zake zinatumwa,"
              + " zinalipwa na kufuatiliwa.",
          "Kubali mwaliko",
          "Biashara",
          "Jukumu lako",
          Map.of(
              Role.OWNER, "Mmiliki",
              Role.ADMIN, "Msimamizi",
              Role.STAFF, "Mfanyakazi",
              Role.AGENT, "Wakala",
              Role.VIEWER, "Msomaji"),
          Map.of(
              Role.OWNER, "kila kitu, pamoja na mpango wa malipo na wamiliki wengine",
              Role.ADMIN, "kila kitu isipokuwa mpango wa malipo na wamiliki",
              Role.STAFF, "kazi za kila siku: wateja, ankara, vikumbusho, malipo",
              Role.AGENT, "rasimu za wateja aliowaongeza mwenyewe",
              Role.VIEWER, "anasoma kila kitu bila kubadilisha chochote"),
          "Kiungo kinafanya kazi mara moja, kwa siku %d.",
          "Hukuutarajia? Puuza barua hii; hakuna kinachotokea bila kiungo.",
          "Duespark. Imetumwa kwa sababu %1$s aliandika anwani hii.");

  /** English where the language is another than ours. */
  static InvitationWords in(String locale) {
    return Locale.forLanguageTag(locale).getLanguage().equals("sw") ? SWAHILI : ENGLISH;
  }

  String name(Role role) {
    return Objects.requireNonNull(name.get(role));
  }

  String may(Role role) {
    return Objects.requireNonNull(may.get(role));
  }
}
