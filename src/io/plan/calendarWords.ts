/** The few words of a calendar in both languages. */

export interface CalendarWords {
  readonly purpose: string;
  readonly together: (who: string, when: string) => string;
  readonly travel: (minutes: number) => string;
  /** When the task may start: within a span, or one that is open at one end. */
  readonly start: { readonly between: string; readonly from: string; readonly by: string };
  /** Work that is no client's, by its class; a class not named here is called by its id. */
  readonly classes: Readonly<Record<string, string>>;
}

export const CALENDAR_WORDS: Readonly<Record<"sv" | "en", CalendarWords>> = {
  sv: {
    purpose: "Syfte",
    together: (who, when) => `Tillsammans med ${who} ${when}`,
    travel: (minutes) => `Förflyttning ${minutes} min`,
    start: { between: "börjar", from: "börjar tidigast", by: "börjar senast" },
    classes: { break: "rast", pause: "paus", documentation: "dokumentation" },
  },
  en: {
    purpose: "Purpose",
    together: (who, when) => `Together with ${who} ${when}`,
    travel: (minutes) => `Travel ${minutes} min`,
    start: { between: "starts", from: "starts from", by: "starts by" },
    classes: {},
  },
};
