import "@/styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/App";
import { reloadWhenPartsAreGone } from "@/lib/fresh";
import { beginToSpeak } from "@/lib/language";
import { keepOnDevice } from "@/lib/online";

reloadWhenPartsAreGone();
keepOnDevice();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

await beginToSpeak({ sw: () => import("@/app/swahili").then((all) => all.default) });
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
