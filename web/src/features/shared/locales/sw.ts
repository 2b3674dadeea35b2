export default {
  "Card machine": "Mashine ya kadi",
  // who may do what
  Owner: "Mmiliki",
  Administrator: "Msimamizi",
  Staff: "Mfanyakazi",
  Agent: "Wakala",
  Viewer: "Msomaji",
  "Does everything, the plan and the other owners included.":
    "Anafanya kila kitu, pamoja na mpango wa malipo na wamiliki wengine.",
  "Does everything but the plan and the owners.":
    "Anafanya kila kitu isipokuwa mpango wa malipo na wamiliki.",
  "Does the daily work: contacts, invoices, reminders, payments.":
    "Anafanya kazi za kila siku: waasiliani, ankara, vikumbusho, malipo.",
  "Writes drafts for the contacts they added; sends them where that is allowed.":
    "Anaandika rasimu za waasiliani aliowaongeza; anazituma palipo na ruhusa.",
  "Reads everything and changes nothing.": "Anasoma kila kitu bila kubadilisha chochote.",

  // passwords
  "Use at least {least} characters.": "Tumia herufi {least} au zaidi.",
  "At least {least} characters. A few words are easy to keep in mind.":
    "Angalau herufi {least}. Maneno machache ni rahisi kukumbuka.",
  "There were too many tries. Wait {wait}, or set a new password.":
    "Umejaribu mara nyingi mno. Subiri {wait}, au weka nenosiri jipya.",
  "{n} minute | {n} minutes": "dakika {n}",

  // where an invoice stands
  Draft: "Rasimu",
  Scheduled: "Imepangwa",
  Sent: "Imetumwa",
  "Partly paid": "Imelipwa kiasi",
  "Overdue @one": "Imechelewa",
  Paid: "Imelipwa",
  Void: "Imebatilishwa",
  "Written off": "Imefutwa kama deni",
  Sending: "Inatumwa",
  "Not sent": "Haikutumwa",
  "Not known yet": "Bado haijulikani",
  Disputed: "Inapingwa",

  // what comes next with it
  "On its way": "Iko njiani",
  "Was not sent": "Haikutumwa",
  "Duespark asks the mail service": "Duespark inauliza huduma ya barua pepe",
  "Goes out {moment}": "Inatumwa {moment}",
  "Ready to send": "Iko tayari kutumwa",
  "None: paid {moment}": "Hakuna: ililipwa {moment}",
  "None: paid": "Hakuna: imelipwa",
  "Note {moment}": "Ujumbe {moment}",
  "Reminder {moment}": "Kikumbusho {moment}",
  "On hold until settled": "Inasubiri hadi itatuliwe",
  "Reminders wait": "Vikumbusho vinasubiri",
  "Yours: all reminders went out": "Ni yako: vikumbusho vyote vimetumwa",

  "It arrived": "Ilifika",
  "Send it again": "Itume tena",

  // reminders
  "Friendly note": "Ujumbe wa kirafiki",
  "First reminder": "Kikumbusho cha kwanza",
  "Second reminder": "Kikumbusho cha pili",
  "Final reminder": "Kikumbusho cha mwisho",
  "Another reminder": "Kikumbusho kingine",
  "Reminder by hand": "Kikumbusho kwa mkono",
  "e-mail": "barua pepe",
  SMS: "SMS",
  WhatsApp: "WhatsApp",
  "The customer disputes it. Reminders wait until that is settled.":
    "Mteja anaipinga. Vikumbusho vinasubiri hadi itatuliwe.",
  "Reminders are switched off.": "Vikumbusho vimezimwa.",
  "This customer gets no reminders.": "Mteja huyu hatumiwi vikumbusho.",
  "Reminders are paused.": "Vikumbusho vimesimamishwa.",
  "The customer promised to pay. Reminders wait until the day after.":
    "Mteja ameahidi kulipa. Vikumbusho vinasubiri hadi siku inayofuata.",
  "A payment is on its way. Reminders wait for it.": "Malipo yako njiani. Vikumbusho vinayasubiri.",
  "It was missed. You decide whether it still goes.":
    "Kilikosa wakati wake. Unaamua kama bado kinatumwa.",
  "Reminders wait.": "Vikumbusho vinasubiri.",
  "In all": "Kwa jumla",
  "Planned for": "Kilipangwa",
  Checked: "Kilikaguliwa",
  Found: "Kilichopatikana",
  "Due {day}.": "Ya kulipwa {day}.",
  "A promise for {day}.": "Ahadi ya {day}.",
  "Last message about it {moment}.": "Ujumbe wa mwisho kuihusu {moment}.",
  "{sent} of {most} messages in seven days.": "Jumbe {sent} kati ya {most} kwa siku saba.",

  // rules that decide about a reminder
  Step: "Hatua",
  "Pays late": "Hulipa kwa kuchelewa",
  "Pays on time": "Hulipa kwa wakati",
  "Usual day": "Siku ya kawaida",
  "Usual hour": "Saa ya kawaida",
  "Moved by you": "Ulikihamisha",
  "Promise not kept": "Ahadi haikutimizwa",
  "Left out by you": "Ulikiacha",
  "By hand": "Kwa mkono",
  Weekend: "Wikendi",
  Holiday: "Sikukuu",
  "Due day": "Siku ya kulipa",
  "Quiet days": "Siku za ukimya",
  Limit: "Kikomo",
  Channel: "Njia",
  "One message": "Ujumbe mmoja",
  "Catching up": "Kufidia",
  Held: "Imesubirishwa",
  Replaced: "Imebadilishwa",
  "No day left": "Hakuna siku iliyobaki",
  "Too soon": "Mapema mno",
  Missed: "Imekosekana",
  "Called off": "Imeghairiwa",

  // what may be done
  "Read it": "Usome",
  "It still goes": "Bado kinatumwa",
  "Leave it out": "Kiache",
  "Move @act": "Hamisha",
  "Skip @act": "Ruka",
  "Send it after all": "Kitume hata hivyo",
  "More for {reminder}": "Zaidi kwa {reminder}",
  "Change tone": "Badilisha sauti",
  "Send now": "Tuma sasa",
  "{step} is left out.": "{step} kimeachwa.",
  "{step} to {name}": "{step} kwa {name}",
  "It waits. Nothing is sent from here.": "Kinasubiri. Hakuna kinachotumwa kutoka hapa.",
  "Goes {moment}. Nothing is sent from here.":
    "Kinatumwa {moment}. Hakuna kinachotumwa kutoka hapa.",
  "It speaks in that tone.": "Kinazungumza kwa sauti hiyo.",
  "The policy's tone": "Sauti ya utaratibu",
  "Use this tone": "Tumia sauti hii",
  Tone: "Sauti",
  Friendly: "Ya kirafiki",
  Neutral: "Ya kawaida",
  Firm: "Ya msimamo",
  "To {name}": "Kwa {name}",
  "The preview did not load.": "Mwonekano wa awali haukupakia.",
  "The mail as it goes out": "Barua pepe jinsi inavyotumwa",

  // another day
  "Moved to {day}.": "Kimehamishiwa {day}.",
  "Move: {step} to {name}": "Hamisha: {step} kwa {name}",
  "Back to the plan's own day": "Rudi kwenye siku ya mpango",
  Day: "Siku",
  "In the customer's own time. The hour stays theirs.":
    "Kwa saa za mteja mwenyewe. Saa inabaki yake.",
  "Take {day}": "Chagua {day}",

  // asking first
  "They have had as many reminders as your policy allows for now.":
    "Wamepata vikumbusho vingi kadiri utaratibu wako unavyoruhusu kwa sasa.",
  "It is outside the hours in which this customer is written to.":
    "Ni nje ya saa ambazo mteja huyu huandikiwa.",
  "Reminders to them are paused.": "Vikumbusho kwao vimesimamishwa.",
  "They promised to pay, and that day has not passed.": "Wameahidi kulipa, na siku hiyo haijapita.",
  "A payment of theirs is on its way.": "Malipo yao yako njiani.",
  "The reminder is sent.": "Kikumbusho kimetumwa.",
  "It left. Whether it arrived is not known yet.": "Kimeondoka. Bado haijulikani kama kimefika.",
  "The reminder is on its way.": "Kikumbusho kiko njiani.",
  "Send anyway": "Tuma hata hivyo",
  "Remind {name} now?": "Mkumbushe {name} sasa?",
  "Wait until {moment}": "Subiri hadi {moment}",
  "It is planned for {moment}. Sent now, it does not go then.":
    "Kimepangwa {moment}. Kikitumwa sasa, hakitumwi wakati huo.",
  "They named {day}.": "Walitaja {day}.",
  "Wait for {day}": "Subiri {day}",
  "Do not send": "Usitume",
  "Your own words": "Maneno yako mwenyewe",
  "In place of the usual text. The amount and the link to pay stay.":
    "Badala ya maandishi ya kawaida. Kiasi na kiungo cha kulipa vinabaki.",
  "It counts as the next step, and that one is left out":
    "Kinahesabiwa kama hatua inayofuata, na hiyo inaachwa",
  "Afterwards, {moment} stays as planned.": "Baadaye, {moment} inabaki kama ilivyopangwa.",

  // the customer's word, and how an invoice is chased
  "Promised for {day}. Reminders wait until the day after.":
    "Imeahidiwa {day}. Vikumbusho vinasubiri hadi siku inayofuata.",
  "The promise is taken back.": "Ahadi imeondolewa.",
  "{name} promises to pay": "{name} anaahidi kulipa",
  "Take the promise back": "Ondoa ahadi",
  "Keep the promise": "Weka ahadi",
  "Reminders wait until the day after. If it is not paid then, the next one goes.":
    "Vikumbusho vinasubiri hadi siku inayofuata. Isipolipwa, kinachofuata kinatumwa.",
  "They pay by": "Watalipa kufikia",
  "Note @promise": "Maelezo",
  "Disputed. Reminders wait until it is settled.":
    "Inapingwa. Vikumbusho vinasubiri hadi itatuliwe.",
  "{name} disputes it": "{name} anaipinga",
  "Mark as disputed": "Weka kuwa inapingwa",
  "Nothing reminds of it until you settle it. What is missed meanwhile is left out.":
    "Hakuna kinachokumbusha hadi uitatue. Kinachokosekana wakati huo kinaachwa.",
  "What is not right?": "Nini si sahihi?",
  "Write what is not right.": "Andika nini si sahihi.",
  "How this invoice is chased": "Jinsi ankara hii inavyofuatiliwa",
  "Its reminders are planned anew.": "Vikumbusho vyake vinapangwa upya.",
  Policy: "Utaratibu",
  "As the customer is chased": "Kama mteja anavyofuatiliwa",
  "Remind of this invoice": "Kumbusha ankara hii",
  "All changes": "Mabadiliko yote",
} as const;
