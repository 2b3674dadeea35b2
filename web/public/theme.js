// Before the first paint, so that nobody sees the wrong theme flash. A file of its own because inline scripts are forbidden.
const chosen = localStorage.getItem("theme");
const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
document.documentElement.dataset.theme = dark ? "dark" : "light";
