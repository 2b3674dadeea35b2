import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { meQuery } from "@/features/accounts/api";
import { standingQuery } from "@/features/tenants/api";
import { session } from "@/lib/api/session";
import { speak } from "@/lib/language";
import { NotFound, PageFailure } from "./pages";
import { queries } from "./queries";

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
});

/** Search parameters that are words; anything else in the address is left out. */
const words =
  <K extends string>(...names: K[]) =>
  (search: Record<string, unknown>) =>
    Object.fromEntries(
      names.flatMap((name) => (typeof search[name] === "string" ? [[name, search[name]]] : [])),
    ) as { [N in K]?: string };

// ------------------------------------------------------------------ before somebody is signed in

const door = createRoute({ getParentRoute: () => root, id: "door", component: Outlet });

const login = createRoute({
  getParentRoute: () => door,
  path: "login",
  validateSearch: words("next"),
  component: lazyRouteComponent(() => import("@/features/accounts/LoginPage"), "LoginPage"),
});
const register = createRoute({
  getParentRoute: () => door,
  path: "register",
  validateSearch: words("ref"),
  component: lazyRouteComponent(() => import("@/features/accounts/RegisterPage"), "RegisterPage"),
});
const verify = createRoute({
  getParentRoute: () => door,
  path: "verify-email",
  validateSearch: words("token", "email"),
  component: lazyRouteComponent(() => import("@/features/accounts/VerifyPage"), "VerifyPage"),
});
const forgot = createRoute({
  getParentRoute: () => door,
  path: "forgot-password",
  component: lazyRouteComponent(() => import("@/features/accounts/ForgotPage"), "ForgotPage"),
});
const reset = createRoute({
  getParentRoute: () => door,
  path: "reset-password",
  validateSearch: words("token"),
  component: lazyRouteComponent(() => import("@/features/accounts/ResetPage"), "ResetPage"),
});

const invitation = createRoute({
  getParentRoute: () => door,
  path: "accept-invitation",
  validateSearch: words("token"),
  component: lazyRouteComponent(
    () => import("@/features/accounts/InvitationPage"),
    "InvitationPage",
  ),
});

async function requireSignedIn({ location }: { location: { href: string } }) {
  if (!(await session.begin())) {
    throw redirect({ to: "/login", search: { next: location.href } });
  }
}

const speakToMe = async () => speak((await queries.ensureQueryData(meQuery)).locale);

const chooseBusiness = createRoute({
  getParentRoute: () => door,
  path: "choose-business",
  validateSearch: words("next"),
  beforeLoad: requireSignedIn,
  loader: speakToMe,
  component: lazyRouteComponent(
    () => import("@/features/accounts/ChooseBusinessPage"),
    "ChooseBusinessPage",
  ),
  errorComponent: PageFailure,
});

/** Of all businesses and none: whoever is staff of the platform need be no member. */
const reliability = createRoute({
  getParentRoute: () => door,
  path: "ops/reliability",
  beforeLoad: requireSignedIn,
  loader: speakToMe,
  component: lazyRouteComponent(() => import("./PlatformPlace"), "PlatformPlace"),
});

// ------------------------------------------------------------------ the business

/** On every page: the draft that is open beside it, and for whom a new one is. */
type Beside = { draft?: string; contact?: string };

const business = createRoute({
  getParentRoute: () => root,
  id: "business",
  validateSearch: (search): Beside => words("draft", "contact")(search),
  beforeLoad: requireSignedIn,
  loader: async () => {
    const [me, opened] = await Promise.all([
      queries.ensureQueryData(meQuery),
      queries.ensureQueryData(standingQuery).then(
        () => null,
        (error: unknown) => ({ error }),
      ),
    ]);
    // whose place here has ended may have another
    if (!me.active) throw redirect({ to: "/choose-business" });
    if (opened) throw opened.error;
    await speak(me.locale);
  },
  component: lazyRouteComponent(() => import("./shell/Shell")),
  errorComponent: PageFailure,
});

const index = createRoute({
  getParentRoute: () => business,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/home" });
  },
});
const home = createRoute({
  getParentRoute: () => business,
  path: "home",
  component: lazyRouteComponent(() => import("@/features/home/HomePage"), "HomePage"),
});
const invoices = createRoute({
  getParentRoute: () => business,
  path: "invoices",
  validateSearch: words("status", "q", "contact_id", "from", "to", "sort"),
  component: lazyRouteComponent(() => import("@/features/invoices/InvoicesPlace"), "InvoicesPlace"),
});
const invoiceList = createRoute({
  getParentRoute: () => invoices,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/invoices/InvoicesPage"), "InvoicesPage"),
});
const invoice = createRoute({
  getParentRoute: () => invoices,
  path: "$id",
  staticData: { twoPanes: true },
  component: lazyRouteComponent(() => import("@/features/invoices/InvoicePage"), "InvoicePage"),
});
const contacts = createRoute({
  getParentRoute: () => business,
  path: "contacts",
  validateSearch: words("type", "q", "payment_status", "sort", "new"),
  component: lazyRouteComponent(() => import("@/features/contacts/ContactsPlace"), "ContactsPlace"),
});
const contactList = createRoute({
  getParentRoute: () => contacts,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/contacts/ContactsPage"), "ContactsPage"),
});
const contact = createRoute({
  getParentRoute: () => contacts,
  path: "$id",
  staticData: { twoPanes: true },
  component: lazyRouteComponent(() => import("@/features/contacts/ContactPage"), "ContactPage"),
});
const payments = createRoute({
  getParentRoute: () => business,
  path: "payments",
  validateSearch: words("status", "provider", "payment"),
  component: lazyRouteComponent(() => import("@/features/payments/PaymentsPage"), "PaymentsPage"),
});
const reminders = createRoute({
  getParentRoute: () => business,
  path: "reminders",
  validateSearch: words("status"),
  component: lazyRouteComponent(
    () => import("@/features/reminders/RemindersPage"),
    "RemindersPage",
  ),
});
const settings = createRoute({
  getParentRoute: () => business,
  path: "settings",
  component: lazyRouteComponent(() => import("@/features/settings/SettingsPage"), "SettingsPage"),
});
const settingsSection = createRoute({
  getParentRoute: () => business,
  path: "settings/$section",
  validateSearch: words("actor", "entity_type", "entity_id", "from", "to", "subject"),
  component: lazyRouteComponent(() => import("@/features/settings/SettingsPage"), "SettingsPage"),
});
const design = createRoute({
  getParentRoute: () => root,
  path: "design",
  component: lazyRouteComponent(() => import("@/app/DesignPage"), "DesignPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    door.addChildren([
      login,
      register,
      verify,
      forgot,
      reset,
      invitation,
      chooseBusiness,
      reliability,
    ]),
    business.addChildren([
      index,
      home,
      invoices.addChildren([invoiceList, invoice]),
      contacts.addChildren([contactList, contact]),
      payments,
      reminders,
      settings,
      settingsSection,
    ]),
    design,
  ]),
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: PageFailure,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** Its list stands beside it where there is room; the navigation then folds to the rail. */
    twoPanes?: boolean;
  }
}
