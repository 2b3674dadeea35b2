import { textsOf } from "@/lib/texts";
import type sw from "./sw";

export const { t, T, later, says } = textsOf<keyof typeof sw>();
