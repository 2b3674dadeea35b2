import { useSyncExternalStore } from "react";

function subscribe(listener: () => void) {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Whether the device has a network. The server may be out of reach all the same. */
export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine);

/** Keeps the app on the device, after the first page is there; src/sw.js. */
export function keepOnDevice() {
  // absent where the page came over plain HTTP from another machine
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const register = () => void navigator.serviceWorker.register("/sw.js").catch(() => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register, { once: true });
}
