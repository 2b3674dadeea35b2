export default {
  // the page
  "Next 90 days": "Siku 90 zijazo",
  Upcoming: "Zijazo",
  Held: "Imesubirishwa",
  Sent: "Imetumwa",
  "Not sent": "Haikutumwa",
  "Not known": "Haijulikani",
  Failed: "Zilizoshindwa",
  Policies: "Taratibu",
  "Nothing is planned. Reminders appear here when an invoice is out and not paid.":
    "Hakuna kilichopangwa. Vikumbusho huonekana hapa ankara ikiwa imetumwa na haijalipwa.",
  "Nothing is held back.": "Hakuna kinachosubirishwa.",
  "No reminder was sent yet.": "Bado hakuna kikumbusho kilichotumwa.",
  "No reminder was left out. When one is, this says why.":
    "Hakuna kikumbusho kilichoachwa. Kikiachwa, hapa panaeleza sababu.",
  "Of every message it is known.": "Kila ujumbe unajulikana ulivyofika.",
  "No reminder failed.": "Hakuna kikumbusho kilichoshindwa.",
  "Which reminders": "Vikumbusho vipi",
  "All reminders of this business are paused.": "Vikumbusho vyote vya biashara hii vimesimamishwa.",
  "The list did not load. Reminders keep their times.":
    "Orodha haikupakia. Vikumbusho vinabaki na nyakati zao.",
  "Load more": "Pakia zaidi",
  "{n} message | {n} messages": "ujumbe {n} | jumbe {n}",
  Yesterday: "Jana",

  // one message
  "On hold": "Inasubiri",
  "{time} for them": "{time} kwao",
  Invoice: "Ankara",
  "{n} invoice in one message | {n} invoices in one message": "ankara {n} katika ujumbe mmoja",
  "{step} to {name} {not} sent": "{step} kwa {name} {not} tumwa",
  not: "haku",
  "{step} to {name} waits": "{step} kwa {name} kinasubiri",
  "{step} to {name} by {channel}": "{step} kwa {name} kwa {channel}",
  "{step} by {channel}, {moment}": "{step} kwa {channel}, {moment}",
  "Both fall due for a reminder that day, so they share one.":
    "Zote mbili zinahitaji kikumbusho siku hiyo, kwa hivyo zinashiriki kimoja.",
  "All {n} fall due for a reminder that day, so they share one.":
    "Zote {n} zinahitaji kikumbusho siku hiyo, kwa hivyo zinashiriki kimoja.",

  // what may be done
  Tone: "Sauti",
  Friendly: "Ya kirafiki",
  Neutral: "Ya kawaida",
  Firm: "Ya msimamo",

  // the next 90 days
  "The plan did not load. Reminders keep their times.":
    "Mpango haukupakia. Vikumbusho vinabaki na nyakati zao.",
  "If nobody paid from today on": "Kama hakuna atakayelipa kuanzia leo",
  "Only the first thousand reminders are shown.":
    "Vikumbusho elfu moja vya kwanza tu vinaonyeshwa.",
  "How the plan is shown": "Jinsi mpango unavyoonyeshwa",
  "Along the days": "Kwa siku",
  "Show as table": "Onyesha kama jedwali",
  "{messages} to {customers}.": "{messages} kwa {customers}.",
  "{n} customer | {n} customers": "mteja {n} | wateja {n}",
  "{n} combines invoices. | {n} combine invoices.":
    "{n} unaunganisha ankara. | {n} zinaunganisha ankara.",
  "{n} moves to a working day. | {n} move to a working day.":
    "{n} unahamia siku ya kazi. | {n} zinahamia siku ya kazi.",
  "Nothing is sent from here.": "Hakuna kinachotumwa kutoka hapa.",
  "What the signs mean": "Maana ya alama",
  "Invoice goes out": "Ankara inatumwa",
  Promise: "Ahadi",
  "Due day": "Siku ya kulipa",
  Holiday: "Sikukuu",
  "Customers and what goes to them": "Wateja na wanachotumiwa",
  "Show all {n} customers": "Onyesha wateja wote {n}",
  "Due {day}": "Ya kulipwa {day}",
  "Promised for {day}": "Imeahidiwa {day}",
  "{number} goes out {moment}": "{number} inatumwa {moment}",
  Customer: "Mteja",
  Message: "Ujumbe",
  When: "Lini",
  Because: "Kwa sababu",
} as const;
