import type { Schemas } from "@/lib/api/client";

export const business: Schemas["TenantView"] = {
  id: "0190a000-0000-7000-8000-000000000001",
  name: "Lantana Row Studio",
  profile_id: "general",
  timezone: "Africa/Nairobi",
  currency: "KES",
  country: "KE",
  locale: "en-KE",
  kind: "LIVE",
  status: "ACTIVE",
  settings: {
    ai: { enabled: true },
    bot: {},
    branding: {},
    company: {},
    payments: {},
    sending: {},
  },
  today: "2026-11-17",
  reminders_paused: false,
  version: 3,
  allowed_actions: ["update", "pause_reminders"],
};

const place: Schemas["Membership"] = {
  tenant_id: business.id,
  name: business.name,
  kind: "LIVE",
  role: "OWNER",
  can_send: true,
  member_id: "0190a000-0000-7000-8000-000000000003",
};

export const me: Schemas["MeView"] = {
  id: "0190a000-0000-7000-8000-000000000002",
  email: "njeri@lantanarow.example",
  email_verified: true,
  display_name: "Njeri Mwangi",
  locale: "en-KE",
  referral_code: "NJERI",
  platform_role: "NONE",
  memberships: [place],
  active: place,
  permissions: ["MANAGE_SETTINGS"],
  version: 1,
};
