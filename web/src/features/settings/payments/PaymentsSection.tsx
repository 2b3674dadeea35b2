import { BankForm } from "./BankForm";
import { StripeCard } from "./StripeCard";

export function PaymentsSection() {
  return (
    <div className="flex flex-col gap-8">
      <StripeCard />
      <BankForm />
    </div>
  );
}
