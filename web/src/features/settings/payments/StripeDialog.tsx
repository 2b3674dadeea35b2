import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { PasswordField } from "@/components/ui/PasswordField";
import { Dialog } from "@/components/ui/Sheet";
import { useBusiness } from "@/features/tenants/api";
import { showRefusal } from "@/lib/forms";
import { z } from "@/lib/zod";
import { isBeingChecked, useConnectStripe } from "../api";
import { says, t } from "../locales";
import { formed } from "../rules";

const schema = z.object({
  secret_key: z
    .string()
    .trim()
    .regex(
      /^(sk|rk)_(test|live)_[A-Za-z0-9_]{4,240}$/,
      says("A secret key begins with sk_live_, sk_test_, rk_live_ or rk_test_."),
    ),
  webhook_secret: formed(/^whsec_[A-Za-z0-9+/=_]{4,240}$/, says("It begins with whsec_.")),
});

type Props = {
  /** Of a connection that exists: where an endpoint made by hand points to. */
  webhookPath: string | undefined;
  onClose: () => void;
  onConnected: () => void;
};

export function StripeDialog({ webhookPath, onClose, onConnected }: Props) {
  const business = useBusiness();
  const connect = useConnectStripe();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { secret_key: "", webhook_secret: "" },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ secret_key, webhook_secret }) => {
    try {
      const stripe = await connect.mutateAsync({
        secret_key,
        webhook_secret: webhook_secret || null,
      });
      // an answer that takes longer is shown by the card
      if (isBeingChecked(stripe)) onClose();
      else onConnected();
    } catch (error) {
      showRefusal(form, error);
    }
  });

  return (
    <Dialog
      open
      onClose={onClose}
      title={t("Connect Stripe")}
      foot={
        <>
          <Button type="submit" form="stripe" kind="ink" busy={isSubmitting}>
            {t("Connect")}
          </Button>
          <Button kind="ghost" onClick={onClose} disabled={isSubmitting}>
            {t("Cancel")}
          </Button>
          {isSubmitting ? (
            <span role="status" className="text-sm text-ink-3">
              {t("Stripe is asked. This takes a few seconds.")}
            </span>
          ) : null}
        </>
      }
    >
      <form id="stripe" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-ink-2">
          {t("In Stripe open Developers, then API keys, and copy the secret key.")}{" "}
          {business.kind === "TEST" ? `${t("A test business takes test keys only.")} ` : ""}
          {t("Duespark keeps it sealed and never shows it again.")}
        </p>
        <PasswordField
          label={t("Secret key")}
          autoComplete="off"
          error={errors.secret_key?.message}
          {...form.register("secret_key")}
        />
        <details>
          <summary className="min-h-6 font-medium max-tablet:min-h-11 max-tablet:py-3">
            {t("I made the webhook endpoint by hand")}
          </summary>
          <div className="mt-3 flex flex-col gap-3">
            {webhookPath ? (
              <p className="text-sm break-all text-ink-2">
                {t("It now points to {address}. New keys get an address of their own.", {
                  address: `${window.location.origin}${webhookPath}`,
                })}
              </p>
            ) : null}
            <PasswordField
              label={t("Signing secret")}
              hint={t("Otherwise leave it empty: Duespark makes the endpoint itself.")}
              autoComplete="off"
              error={errors.webhook_secret?.message}
              {...form.register("webhook_secret")}
            />
          </div>
        </details>
        {errors.root ? <Notice tone="late">{errors.root.message}</Notice> : null}
      </form>
    </Dialog>
  );
}
