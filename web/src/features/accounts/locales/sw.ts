export default {
  "First reminder sent": "Kikumbusho cha kwanza kimetumwa",
  "Three days late": "Imechelewa siku tatu",
  "Paid by M-PESA": "Imelipwa kwa M-PESA",
  "Second reminder not sent": "Kikumbusho cha pili hakikutumwa",
  "Paid two days ago": "Ililipwa siku mbili zilizopita",
  "What Duespark does": "Kazi ya Duespark",
  "One reminder per step.": "Kikumbusho kimoja kwa kila hatua.",
  "None after payment.": "Hakuna baada ya malipo.",
  "A reason for each.": "Sababu kwa kila kimoja.",
  "Runs on {host}. Your data stays there.": "Inaendeshwa kwenye {host}. Data yako inabaki huko.",
  "Check your mail": "Angalia barua pepe yako",
  "If {email} has an account here, a link that sets a new password is on its way. It works once, for one hour.":
    "Ikiwa {email} ina akaunti hapa, kiungo cha kuweka nenosiri jipya kiko njiani. Kinafanya kazi mara moja, kwa saa moja.",
  "Try another address": "Jaribu anwani nyingine",
  "Remembered it? {link}": "Umekumbuka? {link}",
  "Sign in with your organisation": "Ingia kupitia shirika lako",
  "People come in here through their organisation's identity provider. There is no password to write, to forget or to set on this page.":
    "Watu huingia hapa kupitia mtoa utambulisho wa shirika lao. Hakuna nenosiri la kuandika, kusahau au kuweka kwenye ukurasa huu.",
  "Open Duespark from your organisation's own page. If you do not know it, or were invited by a link, ask whoever runs this installation.":
    "Fungua Duespark kutoka ukurasa wa shirika lako. Kama huujui, au ulialikwa kwa kiungo, muulize anayeendesha mfumo huu.",
  "Sign in": "Ingia",
  "sign in": "ingia",
  "Set a new password": "Weka nenosiri jipya",
  "We mail you a link. Until you use it your old password works.":
    "Tunakutumia kiungo kwa barua pepe. Nenosiri lako la zamani linafanya kazi hadi utakapokitumia.",
  "Mail me a link": "Nitumie kiungo",
  "Mail me a new link": "Nitumie kiungo kipya",
  "Write your password.": "Andika nenosiri lako.",
  "New here? {link}": "Ni mgeni hapa? {link}",
  "Open an account": "Fungua akaunti",
  Password: "Nenosiri",
  "Forgotten?": "Umesahau?",
  "The e-mail or the password is wrong.": "Barua pepe au nenosiri si sahihi.",
  "In {country}, with amounts in {currency} and the time of {place}.":
    "Nchini {country}, kwa sarafu ya {currency} na saa za {place}.",
  "Of new invoices. One invoice may use another.":
    "Ya ankara mpya. Ankara moja inaweza kutumia nyingine.",
  "Days and hours count by it, such as when a reminder goes.":
    "Siku na saa huhesabiwa kwayo, kama vile wakati kikumbusho kinapotumwa.",
  "Write the name that stands on your invoices.": "Andika jina linaloonekana kwenye ankara zako.",
  "Have one already? {link}": "Tayari unayo? {link}",
  "Open the account": "Fungua akaunti hii",
  "Your password is changed": "Nenosiri lako limebadilishwa",
  "For safety you are signed out on every device.": "Kwa usalama umetolewa kwenye kila kifaa.",
  "You are signed out everywhere afterwards.": "Baadaye utatolewa kwenye vifaa vyote.",
  "New password": "Nenosiri jipya",
  "Set the password": "Weka nenosiri",
  "This link does not work any more": "Kiungo hiki hakifanyi kazi tena",
  "It works once, for one hour. If you have used it already, your new password holds.":
    "Kinafanya kazi mara moja, kwa saa moja. Ikiwa umeshakitumia, nenosiri lako jipya ndilo halali.",
  "Confirm your e-mail": "Thibitisha barua pepe yako",
  "We sent a link to {email}. Until you open it you can set up everything, but nothing is sent to customers and no payment account is connected.":
    "Tumetuma kiungo kwa {email}. Hadi utakapokifungua unaweza kuandaa kila kitu, lakini wateja hawatumiwi chochote na hakuna akaunti ya malipo inayounganishwa.",
  "Continue without it": "Endelea bila hiyo",
  "A link to confirm {email} is on its way. It works for 24 hours; after that we send a new one.":
    "Kiungo cha kuthibitisha {email} kiko njiani. Kinafanya kazi kwa saa 24; baadaye tunatuma kipya.",
  "Nothing there after a minute? Look among unwanted mail. An address that has an account already gets no mail: {link} instead.":
    "Hakuna kitu baada ya dakika moja? Angalia kwenye barua taka. Anwani ambayo tayari ina akaunti haipati barua: badala yake {link}.",
  "Wrong address? {link}": "Anwani si sahihi? {link}",
  "Write it again": "Iandike tena",
  "Your e-mail is confirmed": "Barua pepe yako imethibitishwa",
  "Now Duespark can write to your customers in your name.":
    "Sasa Duespark inaweza kuwaandikia wateja wako kwa jina lako.",
  Continue: "Endelea",
  "Confirming your e-mail": "Barua pepe yako inathibitishwa",
  "One moment": "Subiri kidogo",
  "Not confirmed yet": "Bado haijathibitishwa",
  "It works once, for 24 hours. If you have opened it before, your address is confirmed: {link}.":
    "Kinafanya kazi mara moja, kwa saa 24. Ikiwa ulikifungua awali, anwani yako imethibitishwa: {link}.",
  "We mail you a link. Open it on any device.":
    "Tunakutumia kiungo kwa barua pepe. Kifungue kwenye kifaa chochote.",
  "This address is too long.": "Anwani hii ni ndefu mno.",

  // coming into a business
  "Your invitation": "Mwaliko wako",
  "Join {business}": "Jiunge na {business}",
  "{inviter} invites you. Your role is {role}.": "{inviter} anakualika. Jukumu lako ni {role}.",
  "Join as {name}": "Jiunge kama {name}",
  "This invitation does not work any more": "Mwaliko huu haufanyi kazi tena",
  "It works once, for seven days, unless it is taken back. If you have accepted it, sign in; if not, ask whoever invited you for a new one.":
    "Unafanya kazi mara moja, kwa siku saba, usipoondolewa. Ikiwa uliukubali, ingia; kama hapana, muombe aliyekualika akutumie mwingine.",
  "You are signed in as {mine}, and this invitation is for {theirs}.":
    "Umeingia kama {mine}, na mwaliko huu ni wa {theirs}.",
  "Log out and go on": "Toka na uendelee",
  "Stay as I am": "Baki nilivyo",
  "You have an account as {email}.": "Una akaunti kama {email}.",
  "Sign in and join": "Ingia na ujiunge",
  "Choose a password": "Chagua nenosiri",
  "You sign in as {email} from now on.": "Kuanzia sasa unaingia kama {email}.",
  "Open the account and join": "Fungua akaunti na ujiunge",
  "Choose a business": "Chagua biashara",
  "You can switch at any time, at the top.": "Unaweza kubadilisha wakati wowote, hapo juu.",
  "{role}, to try things": "{role}, ya kujaribu",
  "You are in no business": "Hauko kwenye biashara yoyote",
  "Your account is still there. Ask an owner or administrator to let you in again, or to invite you.":
    "Akaunti yako bado ipo. Muombe mmiliki au msimamizi akuruhusu tena, au akualike.",
} as const;
