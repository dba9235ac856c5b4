/** Where a client's sheet stands on the page. */
import type { Case } from "../../model/case.ts";
import type { Id } from "../../units.ts";

/** Anchor of a client's sheet. O(clients). */
export const clientAnchor = ({ clients }: Pick<Case, "clients">, id: Id): string => `c${clients.findIndex((client) => client.id === id)}`;
