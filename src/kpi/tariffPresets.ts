/**
 * How municipalities have paid, as far as it is known. Each line is a fact with its source or an assumption with its reason; nothing here
 * says that a municipality pays so today.
 */
import type { Tariff } from "../model/case.ts";
import { assumed, fact, type Told } from "../model/told.ts";
import type { Id } from "../units.ts";

/** One municipality's tariff at one time; amounts in SEK. */
export interface TariffPreset {
  readonly municipality: string;
  readonly year: string;
  readonly rules: { readonly [K in Exclude<keyof Tariff, "id">]?: Told<NonNullable<Tariff[K]>> } & Pick<Lines, "basis" | "amount">;
}

type Lines = { readonly [K in keyof Required<Tariff>]: Told<Required<Tariff>[K]> };

const SOLNA = "Solna stad, Utförare hemtjänst (March 2024)";
const STOCKHOLM = "Stockholms stad, price list of home care (2024)";
const JONKOPING = "Jönköpings kommun, Ersättningsnivåer 2016";

/** Which of our classes are personal care and which service is our reading. */
const CARE = ["hygiene", "shower", "toilet", "dressing", "transfer", "getUp", "bedtime", "meal", "medicine", "check"] as const;
const SERVICE = ["cleaning", "laundry", "shopping"] as const;

/** The same price for each of these classes. */
const each = <T>(value: T, ...classes: readonly Id[]): Record<Id, T> => Object.fromEntries(classes.map((name) => [name, value]));

const COST = assumed(260, "Cost of a worked hour; chosen so that examples run, near what providers have claimed.");
const BY_PERFORMED: Told<Tariff["basis"]> = assumed("performedHour", "The price is per hour; that performed hours are counted is not told.");

/** By id. */
export const TARIFF_PRESETS = {
  solna: {
    municipality: "Solna",
    year: "2024",
    rules: {
      basis: BY_PERFORMED,
      amount: fact(464, `${SOLNA}: an hour of care`),
      amountByClass: fact(each(382, ...SERVICE), `${SOLNA}: an hour of service`),
      declinedShares: fact(
        { ...each(0.75, "cleaning"), ...each(0.55, "laundry", "shopping", "walk"), ...each(0.5, ...CARE) },
        `${SOLNA}: cleaning 75 %; laundry, shopping, walk 55 %; personal care 50 %`,
      ),
      unplannedAbsence: fact({ firstDayShare: 0.75, laterShare: 0.25, lastDay: 5, classes: CARE }, `${SOLNA}: day 1 75 %, days 2 to 5 25 %, care only`),
      newClientAmount: fact(4 * 464, `${SOLNA}: 4 hours for a new client with care`),
      costPerWorkedHour: COST,
    },
  },
  stockholm: {
    municipality: "Stockholm, municipal providers",
    year: "2024",
    rules: {
      basis: BY_PERFORMED,
      amount: fact(485, `${STOCKHOLM}: an hour by day`),
      nightAmount: fact(245, `${STOCKHOLM}: an intervention between 22 and 07`),
      alarmPerMonth: fact(185, `${STOCKHOLM}: alarm, a month`),
      costPerWorkedHour: COST,
    },
  },
  stockholmPrivate: {
    municipality: "Stockholm, private providers",
    year: "2024",
    rules: {
      basis: BY_PERFORMED,
      amount: fact(516, `${STOCKHOLM}: an hour by day`),
      nightAmount: fact(260, `${STOCKHOLM}: an intervention between 22 and 07`),
      alarmPerMonth: fact(197, `${STOCKHOLM}: alarm, a month`),
      costPerWorkedHour: COST,
    },
  },
  jonkoping: {
    municipality: "Jönköping",
    year: "2016",
    rules: {
      basis: BY_PERFORMED,
      amount: assumed(414.8, "Homes whose area is not named are paid as in town."),
      amountByArea: fact({ town: 414.8, villa: 430.05, rural: 506.7 }, `${JONKOPING}: town, villas, rural; areas of these names must be in the Case`),
      costPerWorkedHour: COST,
    },
  },
} as const satisfies Readonly<Record<string, TariffPreset>>;

export type TariffPresetId = keyof typeof TARIFF_PRESETS;

/** A preset as a Case has it, under its own id; `change` replaces rules, as an assumed cost should be. */
export function presetTariff(id: TariffPresetId, change: Partial<Omit<Tariff, "id">> = {}): Tariff {
  const { rules }: TariffPreset = TARIFF_PRESETS[id];
  const told = Object.fromEntries(Object.entries(rules).map(([rule, { value }]) => [rule, value])) as Omit<Tariff, "id">;
  return { id, ...told, ...change };
}
