import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ButtonLink } from "@/components/ui/Button";
import { Empty, Failure } from "@/components/ui/States";

export function NotFound() {
  return (
    <Empty title="This page does not exist.">
      <ButtonLink to="/home">Go home</ButtonLink>
    </Empty>
  );
}

export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Failure
      error={error}
      what="The page did not load. Your data is safe."
      retry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
