package com.duespark.domain.reminders;

import com.duespark.domain.deliveries.Channel;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one customer in few words. Days and hours are written as the customer's clock
 * shows them: {@code "2026-03-09 09:30"}.
 *
 * <p>Unless said otherwise: Monday to Friday, 09:00 to 17:00, caps 1 and 3, one message for all
 * invoices of a slot, email, the standard policy, invoices sent on 2 February 2026.
 */
public final class Facts {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final ZoneId zone;
  private final @Nullable String country;
  private final Map<LocalDate, String> ownHolidays = new HashMap<>();
  private final List<Instant> messages = new ArrayList<>();
  private final List<Invoice> invoices = new ArrayList<>();
  private LocalTime opens = LocalTime.of(9, 0);
  private LocalTime closes = LocalTime.of(17, 0);
  private Set<DayOfWeek> businessDays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private int sendMinute;
  private int capPerDay = 1;
  private int capPerWeek = 3;
  private boolean consolidate = true;
  private boolean adaptive = true;
  private CatchUp catchUp = CatchUp.LATEST;
  private final List<PaymentHistory.Paid> own = new ArrayList<>();
  private final List<PaymentHistory.Paid> business = new ArrayList<>();
  private List<Channel> routes = List.of(Channel.EMAIL);

  private Facts(String zone, @Nullable String country) {
    this.zone = ZoneId.of(zone);
    this.country = country;
  }

  /** A customer whose country keeps no holidays. */
  public static Facts in(String zone) {
    return new Facts(zone, null);
  }

  public static Facts nairobi() {
    return new Facts("Africa/Nairobi", "KE");
  }

  public static Facts newYork() {
    return new Facts("America/New_York", "US");
  }

  public static Facts london() {
    return new Facts("Europe/London", "GB");
  }

  /** An invoice with the standard policy. */
  public static Invoice invoice(String number) {
    return new Invoice(number);
  }

  /** The same on every call. */
  public static UUID idOf(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  public Facts window(String opens, String closes) {
    this.opens = LocalTime.parse(opens);
    this.closes = LocalTime.parse(closes);
    return this;
  }

  public Facts sendMinute(int minute) {
    sendMinute = minute;
    return this;
  }

  public Facts businessDays(Set<DayOfWeek> days) {
    businessDays = days;
    return this;
  }

  public Facts ownHoliday(String day, String name) {
    ownHolidays.put(LocalDate.parse(day), name);
    return this;
  }

  public Facts caps(int perDay, int perWeek) {
    capPerDay = perDay;
    capPerWeek = perWeek;
    return this;
  }

  /** A message for each invoice. */
  public Facts separately() {
    consolidate = false;
    return this;
  }

  /** Days and hours stay the policy's, however the customer pays. */
  public Facts rigid() {
    adaptive = false;
    return this;
  }

  public Facts catchUp(CatchUp rule) {
    catchUp = rule;
    return this;
  }

  /** An invoice that the customer has paid, as a provider reported. */
  public Facts paid(String due, String moment) {
    own.add(paid(due, moment, true));
    return this;
  }

  /** The same, recorded by a person, who does not know the hour. */
  public Facts recorded(String due, String day) {
    own.add(paid(due, day + " 00:00", false));
    return this;
  }

  /** An invoice that some customer of the business has paid. */
  public Facts othersPaid(String due, String moment) {
    business.add(paid(due, moment, true));
    return this;
  }

  private static PaymentHistory.Paid paid(String due, String moment, boolean reported) {
    return new PaymentHistory.Paid(
        LocalDate.parse(due), LocalDateTime.parse(moment, MOMENT), reported);
  }

  /** Reminder messages that left, or may have left. */
  public Facts wroteAt(String... moments) {
    for (var moment : moments) {
      messages.add(at(moment));
    }
    return this;
  }

  /** Ways to the customer, the preferred one first. */
  public Facts routes(Channel... channels) {
    routes = List.of(channels);
    return this;
  }

  public Facts owes(Invoice... owed) {
    invoices.addAll(List.of(owed));
    return this;
  }

  public Instant at(String moment) {
    return LocalDateTime.parse(moment, MOMENT).atZone(zone).toInstant();
  }

  public Hours hours() {
    var calendar =
        country == null
            ? (Hours.Calendar) ownHolidays::get
            : PublicHolidays.of(country, Map.copyOf(ownHolidays));
    return new Hours(zone, opens, closes, businessDays, calendar, sendMinute);
  }

  public Customer customer() {
    return new Customer(
        idOf("customer"),
        hours(),
        adaptive,
        new PaymentHistory(own, business),
        capPerDay,
        capPerWeek,
        consolidate,
        catchUp,
        List.copyOf(messages),
        routes,
        invoices.stream().map(this::open).toList());
  }

  /** The invoice as this customer's. */
  public Customer.Open open(Invoice invoice) {
    return invoice.open(this);
  }

  /** What is planned at a moment. */
  public Plan plan(String now) {
    return Planner.plan(customer(), at(now));
  }

  /** An open invoice and what its reminders have come to. */
  public static final class Invoice {

    private record Past(
        ReminderStatus status,
        String slot,
        Hold.@Nullable Cause heldBy,
        @Nullable String asked,
        @Nullable SkipReason skipReason,
        List<Reason.Code> why) {}

    private record PromiseFact(String day, String madeAt, boolean disputed) {}

    private final String number;
    private final Map<String, Choice> choices = new HashMap<>();
    private boolean imported;
    private @Nullable PromiseFact promise;
    private @Nullable String payingSince;
    private final List<Hold.Cause> holds = new ArrayList<>();
    private final Map<String, Past> past = new LinkedHashMap<>();
    private LocalDate dueOn = LocalDate.of(2026, 3, 2);
    private String sent = "2026-02-02 10:00";
    private @Nullable String lastMessage;
    private @Nullable String finalSent;
    private @Nullable String pausedUntil;
    private Stage stage = Stage.NONE;
    private List<Step> steps = ReminderPolicy.standard(idOf("tenant"), true, null).steps().list();
    private int quietDays = 2;
    private int collectionsAfterDays = 14;

    private Invoice(String number) {
      this.number = number;
    }

    public Invoice due(String day) {
      dueOn = LocalDate.parse(day);
      return this;
    }

    public Invoice sent(String moment) {
      sent = moment;
      return this;
    }

    /** The last message about it that a provider took, when it is not the invoice itself. */
    public Invoice wroteAt(String moment) {
      lastMessage = moment;
      return this;
    }

    /** Those steps of the standard policy. */
    public Invoice only(String... keys) {
      steps = steps.stream().filter(step -> List.of(keys).contains(step.key())).toList();
      return this;
    }

    public Invoice steps(Step... own) {
      steps = List.of(own);
      return this;
    }

    public Invoice quietDays(int days) {
      quietDays = days;
      return this;
    }

    public Invoice collectionsAfter(int days) {
      collectionsAfterDays = days;
      return this;
    }

    public Invoice stage(Stage reached) {
      stage = reached;
      return this;
    }

    public Invoice finalSentAt(String moment) {
      finalSent = moment;
      stage = Stage.FINAL;
      return wroteAt(moment);
    }

    /** A step that stands planned at a slot, and what moved it there. */
    public Invoice planned(String key, String slot, Reason.Code... movedBy) {
      return past(
          key, new Past(ReminderStatus.SCHEDULED, slot, null, null, null, because(movedBy)));
    }

    public Invoice held(String key, String slot, Hold.Cause cause, Reason.Code... movedBy) {
      return past(key, new Past(ReminderStatus.HELD, slot, cause, null, null, because(movedBy)));
    }

    public Invoice skipped(String key, String slot, SkipReason why, Reason.Code... movedBy) {
      return past(key, new Past(ReminderStatus.SKIPPED, slot, null, null, why, because(movedBy)));
    }

    /** A missed step about which a person was asked at a moment. */
    public Invoice asked(String key, String slot, String moment) {
      return past(
          key, new Past(ReminderStatus.HELD, slot, Hold.Cause.ASKED, moment, null, because()));
    }

    /** A person moved a step that stands somewhere. */
    public Invoice moved(String key, String day) {
      return chosen(key, new Choice(LocalDate.parse(day), null, null));
    }

    public Invoice chosen(String key, Choice choice) {
      choices.put(key, choice);
      return this;
    }

    public Invoice imported() {
      imported = true;
      return this;
    }

    public Invoice promised(String day, String madeAt) {
      promise = new PromiseFact(day, madeAt, false);
      return this;
    }

    /** A promise in whose time a dispute ended. */
    public Invoice promisedWhileDisputed(String day, String madeAt) {
      promise = new PromiseFact(day, madeAt, true);
      return this;
    }

    /** A payment is on its way since a moment. */
    public Invoice payingSince(String moment) {
      payingSince = moment;
      return this;
    }

    /** A step that is behind us, or on its way. */
    public Invoice was(ReminderStatus status, String key, String slot) {
      return past(key, new Past(status, slot, null, null, null, because()));
    }

    public Invoice disputed() {
      return held(Hold.Cause.DISPUTED);
    }

    public Invoice paused() {
      return held(Hold.Cause.PAUSED);
    }

    public Invoice pausedUntil(String moment) {
      pausedUntil = moment;
      return this;
    }

    /** Held until a change. */
    public Invoice held(Hold.Cause cause) {
      holds.add(cause);
      return this;
    }

    private static List<Reason.Code> because(Reason.Code... movedBy) {
      return Stream.concat(Stream.of(Reason.Code.OFFSET), Stream.of(movedBy)).toList();
    }

    private Invoice past(String key, Past what) {
      past.put(key, what);
      return this;
    }

    private Customer.Open open(Facts facts) {
      var standing = new ArrayList<Hold>();
      holds.forEach(cause -> standing.add(new Hold(cause, null)));
      if (pausedUntil != null) {
        standing.add(new Hold(Hold.Cause.PAUSED, facts.at(pausedUntil)));
      }
      var decided = new LinkedHashMap<String, Customer.Decided>();
      past.forEach((key, what) -> decided.put(key, decided(key, what, facts)));
      return new Customer.Open(
          idOf(number),
          number,
          dueOn,
          facts.at(sent),
          imported,
          facts.at(lastMessage == null ? sent : lastMessage),
          finalSent == null ? null : facts.at(finalSent),
          1,
          stage,
          policy(),
          promise == null
              ? null
              : new Promise(
                  LocalDate.parse(promise.day()), facts.at(promise.madeAt()), promise.disputed()),
          payingSince == null ? null : facts.at(payingSince),
          standing,
          decided);
    }

    private Customer.Decided decided(String key, Past what, Facts facts) {
      return new Customer.Decided(
          what.status(),
          facts.at(what.slot()),
          Tone.FRIENDLY,
          Channel.EMAIL,
          what.heldBy(),
          what.asked() == null ? null : facts.at(what.asked()),
          what.skipReason(),
          what.why().stream().map(code -> new Reason(code, "as before")).toList(),
          choices.getOrDefault(key, Choice.NONE));
    }

    private ReminderPolicy policy() {
      return new ReminderPolicy(
          idOf("policy"),
          idOf("tenant"),
          "Standard",
          true,
          true,
          true,
          new ReminderPolicy.Steps(steps),
          3,
          10,
          null,
          null,
          1,
          3,
          true,
          collectionsAfterDays,
          quietDays,
          CatchUp.LATEST,
          null,
          null,
          0);
    }
  }
}
