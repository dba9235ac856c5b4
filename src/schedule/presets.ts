/**
 * How municipalities have set the rules, as far as it is known: frames, saving, who decides. Each line is a fact with its source or an
 * assumption with its reason; nothing here says that a municipality works so today.
 */
import type { FramePeriod, FramePolicy } from "../model/case.ts";
import { assumed, fact, type Told } from "../model/told.ts";
import { minute } from "./minute.ts";
import { pooled } from "./pooled.ts";
import { ramtid } from "./ramtid.ts";
import type { ModelSpec } from "./switches.ts";

/** One municipality's rules at one time. */
export interface Preset {
  readonly municipality: string;
  /** Year of what is told. */
  readonly year: string;
  readonly model: Told<ModelSpec["name"]>;
  readonly per: Told<FramePeriod>;
  readonly scope: Told<FramePolicy["scope"]>;
  readonly carryOver: Told<FramePolicy["carryOver"]["mode"]>;
  readonly betweenPurposes: Told<boolean>;
  readonly betweenDays: Told<boolean>;
  readonly includesDelegated: Told<boolean>;
}

const UNTOLD = "Not told; the mildest rule that a frame allows.";
const LAW = assumed(false, "Delegated work follows health-care law, not the frame.");
const TEMPLATES = assumed<FramePeriod>("week", "Template minutes add up by the week in which they are planned.");

/** By id: the municipality's name in small letters, without marks. */
export const PRESETS = {
  goteborg: {
    municipality: "Göteborg",
    year: "2015–2018",
    model: fact("ramtid", "Göteborgs Stad, Att arbeta med rambeslut (2015–2016): hours per week for needs and goals"),
    per: fact("week", "Göteborgs Stad, Att arbeta med rambeslut (2015–2016): hours per week"),
    scope: fact("client", "Göteborgs Stad, Rambeslut inom hemtjänsten (about 2018): the client disposes of the granted time"),
    carryOver: assumed("rolling", "The hours may be spread over “a longer period”, which is not said to end (2015–2018)."),
    betweenPurposes: fact(true, "Göteborgs Stad, Att arbeta med rambeslut: an occasional swap inside a visit, if not against the goal"),
    betweenDays: fact(true, "Göteborgs Stad, Att arbeta med rambeslut: time is distributed over a longer schedule period"),
    includesDelegated: LAW,
  },
  gavle: {
    municipality: "Gävle",
    year: "2022",
    model: fact("pooled", "Gefle Dagblad, 2022-07-27: template minutes of all clients are the provider's total frame"),
    per: assumed("calendarMonth", "Providers are paid by the month."),
    scope: fact("provider", "Gefle Dagblad, 2022-07-27: time may be redistributed between clients, under a cap"),
    carryOver: assumed("withinPeriod", UNTOLD),
    betweenPurposes: fact(true, "Gefle Dagblad, 2022-07-27: templates are guidance only"),
    betweenDays: fact(true, "Gefle Dagblad, 2022-07-27: actual time varies as needs and wishes shift"),
    includesDelegated: LAW,
  },
  sundsvall: {
    municipality: "Sundsvall (Skönsmomodellen)",
    year: "2012–2016",
    model: assumed("ramtid", "Decisions keep template times, teams plan their own day; a frame comes nearest."),
    per: TEMPLATES,
    scope: assumed("client", "Small teams know their clients; no pool is told of."),
    carryOver: assumed("withinPeriod", UNTOLD),
    betweenPurposes: assumed(true, UNTOLD),
    betweenDays: fact(true, "Falkenbergs kommun, 2023-01-26, on Sundsvall: work not done today may be done tomorrow"),
    includesDelegated: LAW,
  },
  kungsbacka: {
    municipality: "Kungsbacka",
    year: "2023",
    model: assumed("ramtid", "Time per intervention is removed; without any minutes there would be nothing to plan."),
    per: TEMPLATES,
    scope: assumed("client", UNTOLD),
    carryOver: assumed("withinPeriod", UNTOLD),
    betweenPurposes: fact(true, "Kungsbacka kommun, 2023-03-14: needs govern, not minutes"),
    betweenDays: fact(true, "Kungsbacka kommun, 2023-03-14: the group and the client plan how time is used"),
    includesDelegated: LAW,
  },
  gnosjo: {
    municipality: "Gnosjö (Emmabodamodellen)",
    year: "2023",
    model: assumed("ramtid", "A decision without minutes; the frame stands for what is agreed."),
    per: TEMPLATES,
    scope: assumed("client", UNTOLD),
    carryOver: assumed("withinPeriod", UNTOLD),
    betweenPurposes: assumed(true, UNTOLD),
    betweenDays: fact(true, "Gnosjö kommun, 2023-07-12: client and provider agree when, flexibly"),
    includesDelegated: LAW,
  },
  are: {
    municipality: "Åre (service)",
    year: "about 2022",
    model: assumed("ramtid", "At most eight hours of service a month, which the client chooses."),
    per: fact("calendarMonth", "Åre kommun, Hemtjänst: at most 8 hours of service per month"),
    scope: fact("client", "Åre kommun, Hemtjänst: the client chooses which services, and how many hours"),
    carryOver: assumed("withinPeriod", "A limit per month leaves nothing to carry."),
    betweenPurposes: fact(true, "Åre kommun, Hemtjänst: the client chooses which services"),
    betweenDays: fact(true, "Åre kommun, Hemtjänst: within the month"),
    includesDelegated: LAW,
  },
  tyreso: {
    municipality: "Tyresö (boendestöd)",
    year: "2020",
    model: assumed("ramtid", "Total hours per week, used as provider and client agree."),
    per: fact("week", "Tyresö kommun, Ersättning boendestöd 2020: total hours per week"),
    scope: fact("client", "Tyresö kommun, Ersättning boendestöd 2020: an order per client"),
    carryOver: assumed("withinPeriod", "Time may not be saved to the next month (fact); within a week it is used or lost."),
    betweenPurposes: assumed(true, UNTOLD),
    betweenDays: assumed(true, UNTOLD),
    includesDelegated: LAW,
  },
  norrkoping: {
    municipality: "Norrköping",
    year: "2024",
    model: fact("ramtid", "Norrköpings Tidningar, debate 2024-02-14: ramtid, no minute schedule any more"),
    per: assumed("week", UNTOLD),
    scope: assumed("client", UNTOLD),
    carryOver: assumed("withinPeriod", UNTOLD),
    betweenPurposes: fact(true, "Norrköpings Tidningar, debate 2024-02-14: staff and client decide what matters today"),
    betweenDays: fact(true, "Norrköpings Tidningar, debate 2024-02-14: needs vary between days"),
    includesDelegated: LAW,
  },
  stockholm: {
    municipality: "Stockholm",
    year: "2024",
    model: fact("ramtid", "Stockholms stad, Ramtid för hemtjänst (2024): the order states need, purpose and a ramtid"),
    per: assumed("week", UNTOLD),
    scope: fact("client", "Stockholms stad, Ramtid för hemtjänst (2024): an order per client"),
    carryOver: assumed("withinPeriod", UNTOLD),
    betweenPurposes: assumed(true, UNTOLD),
    betweenDays: fact(true, "Stockholms stad, Ramtid för hemtjänst (2024): provider and client decide how and when"),
    includesDelegated: LAW,
  },
  kristianstad: {
    municipality: "Kristianstad",
    year: "about 2020",
    model: fact("minute", "Kristianstads kommun, Myndighetshandbok, Schablontider: minutes per intervention"),
    per: TEMPLATES,
    scope: assumed("client", "A template is one client's."),
    carryOver: assumed("none", "What is not used of a template is gone."),
    betweenPurposes: assumed(false, "A template is for its intervention."),
    betweenDays: assumed(false, "A template is for its occasion."),
    includesDelegated: LAW,
  },
} as const satisfies Readonly<Record<string, Preset>>;

/** Id of a preset. */
export type PresetId = keyof typeof PRESETS;

/** The frame policy of a preset, named by its id. */
export function presetPolicy(id: PresetId): FramePolicy {
  const { scope, carryOver, betweenPurposes, betweenDays, includesDelegated }: Preset = PRESETS[id];
  return {
    id,
    scope: scope.value,
    carryOver: { mode: carryOver.value },
    swap: { betweenPurposes: betweenPurposes.value, betweenDays: betweenDays.value },
    includesDelegated: includesDelegated.value,
  };
}

/** The schedule model of a preset; minutes of clients without a frame add up over the preset's period. */
export function presetModel(id: PresetId): ModelSpec {
  const { model, per }: Preset = PRESETS[id];
  const named = { minute, ramtid, pooled }[model.value as "minute" | "ramtid" | "pooled"];
  return named({ framePer: per.value });
}
