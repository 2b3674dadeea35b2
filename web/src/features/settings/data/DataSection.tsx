import { Forbidden } from "@/components/ui/States";
import { useMayEdit } from "../ReadOnly";
import { Exports } from "./Exports";

/** Everything that the business has, to take away. */
export const DataSection = () => (useMayEdit() ? <Exports /> : <Forbidden />);
