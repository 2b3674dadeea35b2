import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { Toasts } from "@/components/ui/Toasts";
import { session } from "@/lib/api/session";
import { queries } from "./queries";
import { router } from "./router";

export function App() {
  useEffect(
    () =>
      session.onChange((signedIn) => {
        if (!signedIn) {
          queries.clear();
          void router.invalidate();
        }
      }) as () => void,
    [],
  );
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  );
}
