import type { Member } from "../api";

/** How somebody is called; of who is invited only the address is known. */
export const nameOf = (member: Member) => member.display_name ?? member.email;

export const may = (member: Member, act: string) => member.allowed_actions.includes(act);

/** Whether the link of the latest mail has run out. */
export const isExpired = ({ status, invitation_ends_at }: Member) =>
  status === "INVITED" && !(invitation_ends_at && Date.parse(invitation_ends_at) > Date.now());
