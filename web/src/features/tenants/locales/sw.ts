export default {
  "Next event": "Tukio linalofuata",
  "+7 days": "+ siku 7",
  "Day to go to": "Siku ya kwenda",
  Go: "Nenda huko",
  "Test clock": "Saa ya majaribio",
  "Test business. It is {day} there.": "Biashara ya majaribio. Huko ni {day}.",
  "Test business.": "Biashara ya majaribio.",
  "Its time did not load.": "Saa yake haikupakia.",
  "Moving to {moment}. What is due on the way happens in order; this page asks every second.":
    "Inasogea hadi {moment}. Yanayopaswa kutokea njiani hutokea kwa mpangilio; ukurasa huu unauliza kila sekunde.",
  "Test business. It is {moment}.": "Biashara ya majaribio. Ni {moment}.",
  "Nothing is planned.": "Hakuna kilichopangwa.",
  "Next: {what}, {moment}.": "Inayofuata: {what}, {moment}.",
  something: "kitu fulani",
  "a reminder to {name}": "kikumbusho kwa {name}",
  "something planned": "kitu kilichopangwa",
  "invoice {number} is sent": "ankara {number} inatumwa",
} as const;
