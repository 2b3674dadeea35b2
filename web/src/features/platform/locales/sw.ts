export default {
  // the page
  Reliability: "Uthabiti",
  Lists: "Orodha",
  "Dead letters": "Kazi zilizokwama",
  "Webhook events": "Taarifa za watoa huduma",
  "The list did not load. Nothing is lost.": "Orodha haikupakia. Hakuna kilichopotea.",
  "Your login is older than 12 hours. Log in again to see what concerns all businesses.":
    "Umeingia zaidi ya saa 12 zilizopita. Ingia tena ili uone yanayohusu biashara zote.",
  "Log in again": "Ingia tena",
  "This page is for the staff of the platform. Whoever runs the installation gives that role.":
    "Ukurasa huu ni wa wafanyakazi wa mfumo. Anayeendesha mfumo ndiye hutoa jukumu hilo.",

  Businesses: "Biashara",

  // filters and columns
  Money: "Pesa",
  "Concerns money": "Inahusu pesa",
  "No money": "Haihusu pesa",
  Provider: "Mtoa huduma",
  Why: "Kwa nini",
  Since: "Tangu",
  Came: "Ilikuja",
  "No letter fits.": "Hakuna kazi inayolingana.",
  "Show all @letters": "Onyesha zote",
  "Nothing waits for a person. All work goes on by itself.":
    "Hakuna kinachosubiri mtu. Kazi zote zinaendelea zenyewe.",
  "No event fits.": "Hakuna taarifa inayolingana.",
  "Show all @events": "Onyesha zote",
  "No provider has told anything yet.": "Hakuna mtoa huduma aliyeleta taarifa bado.",

  // states
  "Open @letter": "Wazi",
  Requeued: "Imerudishwa foleni",
  Discarded: "Imeondolewa",
  "Waiting @event": "Inasubiri",
  Taken: "Imechukuliwa",
  "Passed over": "Imerukwa",
  "Failed @event": "Imeshindikana",

  // one of them
  "Dead letter": "Kazi iliyokwama",
  "Webhook event": "Taarifa ya mtoa huduma",
  "It did not load. Nothing is lost.": "Haikupakia. Hakuna kilichopotea.",
  Business: "Biashara",
  "Not known": "Haijulikani",
  Workflow: "Mtiririko",
  "In Temporal's pages": "Kwenye kurasa za Temporal",
  "Its id there": "Kitambulisho chake huko",
  About: "Kuhusu",
  Tries: "Majaribio",
  Settled: "Imemalizwa",
  "{when}, by {who}": "{when}, na {who}",
  Instead: "Badala yake",
  "It cannot be tried again: what the provider told is not here any more. Settle it there, then discard it.":
    "Haiwezi kujaribiwa tena: alichosema mtoa huduma hakipo tena hapa. Imalize huko, kisha iondoe.",
  "It cannot be taken again: what the provider told was erased or is past its retention.":
    "Haiwezi kuchukuliwa tena: alichosema mtoa huduma kilifutwa au muda wake wa kuhifadhiwa umepita.",

  // acts
  Requeue: "Rudisha foleni",
  "Discard @letter": "Ondoa",
  Reprocess: "Chukua tena",
  "Try it again?": "Ijaribu tena?",
  "Take it again?": "Ichukue tena?",
  "Requeued.": "Imerudishwa foleni.",
  "It is taken again.": "Inachukuliwa tena.",
  "It is taken as if it came now. What it led to before is not done twice: a payment is booked once for its reference.":
    "Inachukuliwa kana kwamba imekuja sasa. Iliyosababisha awali haifanywi mara mbili: malipo huandikwa mara moja kwa rejea yake.",
  "Discard it?": "Iondoe?",
  "Discarded.": "Imeondolewa.",
  "Nothing is tried again. Settle it at the provider first; this cannot be taken back.":
    "Hakuna kinachojaribiwa tena. Imalize kwanza kwa mtoa huduma; hatua hii haiwezi kurudishwa.",
  "What was done instead": "Kilichofanywa badala yake",
  "Write what was done instead.": "Andika kilichofanywa badala yake.",

  // a business
  "Search for a business by its id, or by the e-mail address of a member.":
    "Tafuta biashara kwa kitambulisho chake, au kwa barua pepe ya mwanachama.",
  "No business has this id or this member. Write the whole address.":
    "Hakuna biashara yenye kitambulisho hiki au mwanachama huyu. Andika anwani yote.",
  "Id, or e-mail address of a member": "Kitambulisho, au barua pepe ya mwanachama",
  Search: "Tafuta",
  Id: "Kitambulisho",
  Kind: "Aina",
  "Live @kind": "Halisi",
  "Test @kind": "Ya majaribio",
  "Active @business": "Hai",
  "Suspended @business": "Imesimamishwa",
  "Closed @business": "Imefungwa",
  "How much it may take": "Kiasi inachoweza kutumia",
  "API requests a minute": "Maombi ya API kwa dakika",
  "E-mails a day": "Barua pepe kwa siku",
  "Simulations at once": "Majaribio ya mpango kwa wakati mmoja",
  "Write a whole number from {least} to {most}, or nothing for the standard.":
    "Andika namba kamili kati ya {least} na {most}, au acha wazi kwa kiwango cha kawaida.",
  "Write why.": "Andika sababu.",
  "The standard counts: {standard}.": "Kiwango cha kawaida kinatumika: {standard}.",
  "{own} counts; the standard is {standard}.":
    "{own} inatumika; kiwango cha kawaida ni {standard}.",
  "Last time: {reason}": "Mara ya mwisho: {reason}",
  "Set @quotas": "Weka",
  "Set. It counts from now on.": "Imewekwa. Inatumika kuanzia sasa.",

  // said by several
  "It stands in the audit log, in the business's own too.":
    "Inaandikwa kwenye kumbukumbu ya matendo, na ya biashara pia.",
} as const;
