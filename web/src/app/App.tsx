import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect } from "react";
import { Toasts } from "@/components/ui/Toasts";
import { session } from "@/lib/api/session";
import { useSpoken } from "@/lib/language";
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
  const spoken = useSpoken();
  return (
    <QueryClientProvider client={queries}>
      {/* another language is another page: nothing of the old words may stay */}
      <RouterProvider key={spoken} router={router} />
      <Toasts />
    </QueryClientProvider>
  );
}
