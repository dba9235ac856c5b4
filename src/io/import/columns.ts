/** The tables a planner exports or types, and their columns: the one place from which reading, help and documentation come. */

export type TableName = keyof typeof TABLES;
/** Names of the columns of a table. */
export type ColumnName<T extends TableName = TableName> = (typeof TABLES)[T]["columns"][number]["name"];

/** What may stand in a cell; {@link FORMATS} says how it is written. */
export type Format = keyof typeof FORMATS;

export interface Column<N extends string = string> {
  /** As documented; case, blanks and signs do not matter. */
  readonly name: N;
  readonly format: Format;
  /** Must each row have it? */
  readonly isRequired: boolean;
  readonly example: string;
  readonly about: string;
  /** Other names, mostly Swedish. */
  readonly synonyms: readonly string[];
}

/** How cells are written. */
export const FORMATS = {
  id: "a short name, written alike in all files",
  ids: "short names, separated by commas, semicolons or blanks",
  text: "anything",
  number: "a number, 37.5 or 37,5",
  minutes: "minutes, 25 or 37,5 or 25 min; hours where the cell or the heading says tim or h, as in 1,5 tim",
  hours: "hours, 37.5 or 37,5 or 37 tim",
  degrees: "WGS 84 degrees, 59.3312 or 59,3312",
  date: "year-month-day, 2026-03-11",
  time: "07:30, 7.30 or 730",
  frequency: "daily, 2/day, 1/week, every 2 weeks; dagligen, 2/dag, 1/vecka, varannan vecka; or the days, vardagar, torsdagar, varannan onsdag",
  weekdays: "mon-fri, mån ons fre, mån o tors, 1,3,5, vardagar",
  yesNo: "yes or no, ja or nej, 1 or 2 people",
  framePeriod: "week, four weeks or month; vecka, 4 veckor eller månad",
  entry: "key, digital or client opens; nyckel, digitalt, öppnar själv",
  basis: "SoL, HSL, LSS or alarm (larm)",
  timing: "fixed, agreed or free; fast, överenskommen, fri",
  kind: "visit, remote or errand; besök, digitalt, ärende",
  employment: "permanent or hourly; tillsvidare, timavlönad",
  modes: "walk, bike, eBike, car; gång, cykel, elcykel, bil; several: the preferred first",
} as const;

const make =
  (isRequired: boolean) =>
  <N extends string>(name: N, format: Format, example: string, about: string, ...synonyms: readonly string[]): Column<N> => ({
    name,
    format,
    isRequired,
    example,
    about,
    synonyms,
  });
const required = make(true);
const optional = make(false);

const SKILLS = ["kompetens", "kompetenser", "delegering", "delegeringar", "skill"] as const;

/** Table -> what it is about, whether it may be absent, and its columns. The file of `clients` is `clients.csv`. */
export const TABLES = {
  clients: {
    about: "One row per client.",
    isRequired: true,
    columns: [
      required("client", "id", "K1", "The client's id.", "id", "kund", "brukare", "kundnr", "kund id", "brukare id", "client id"),
      optional("name", "text", "Åsa Öberg", "Shown beside the id.", "namn"),
      optional("latitude", "degrees", "59.3312", "Of the home, unless household or place says where.", "lat", "latitud"),
      optional("longitude", "degrees", "18.0645", "Of the home.", "lon", "long", "lng", "longitud"),
      optional("place", "id", "Eken", "Instead of degrees: a place of places.csv.", "plats"),
      optional("household", "id", "H1", "Clients with the same household share home and key.", "hushåll"),
      optional("team", "id", "Norr", "Whose staff come.", "grupp", "arbetslag"),
      optional("basis", "basis", "SoL", "Of the decision. Default SoL.", "lagrum"),
      optional(
        "frame minutes",
        "minutes",
        "1200",
        "Granted time frame; empty: the needs are granted one by one.",
        "ramtid",
        "ramminuter",
        "rammin",
        "ramtid minuter",
        "ramtid min",
      ),
      optional(
        "frame period",
        "framePeriod",
        "four weeks",
        "What the frame minutes are granted for; must stand beside them.",
        "per",
        "ramperiod",
        "period",
        "ramtid per",
      ),
      optional("care contact", "id", "P1", "Id of the named care contact in staff.csv.", "omsorgskontakt", "fast omsorgskontakt"),
      optional("entry", "entry", "key", "How staff get in.", "tillträde", "entré", "nyckel"),
      optional(
        "entry minutes",
        "minutes",
        "2",
        "What getting in takes each time. Default 1.",
        "tillträde minuter",
        "entré minuter",
        "entrétid",
      ),
    ],
  },
  needs: {
    about: "One row per need: one thing a client has help with, again and again.",
    isRequired: true,
    columns: [
      optional("need", "id", "K1-morgon", "The need's id. Default: client and class.", "id", "insats id", "behov", "need id"),
      required("client", "id", "K1", "Id in clients.csv.", "kund", "brukare", "kundnr", "kund id", "brukare id", "client id"),
      required("class", "id", "hygiene", "What is done.", "insats", "insatstyp", "aktivitet"),
      required("minutes", "minutes", "25", "Template minutes per occasion.", "minuter", "min", "schablontid", "tid minuter", "längd"),
      required("frequency", "frequency", "1/day", "How often.", "frekvens", "often", "hur ofta"),
      optional("weekdays", "weekdays", "mon-fri", "The only days on which it is done, whatever the model. Default: every day.", "veckodagar", "veckodag", "dagar", "dag"),
      optional(
        "other days",
        "weekdays",
        "tue wed",
        "Of what is due per week: days that it may be moved to, besides those in weekdays.",
        "andra dagar",
        "möjliga dagar",
        "dagval",
        "får flyttas till",
      ),
      required("earliest", "time", "07:30", "The visit starts then at the earliest.", "tidigast", "tidigast start", "från"),
      required("latest", "time", "09:30", "The visit starts then at the latest.", "senast", "senast start", "till"),
      optional(
        "planned time",
        "time",
        "08:00",
        "Clock time that a minute schedule states.",
        "önskad tid",
        "planerad tid",
        "planned",
        "klockslag",
      ),
      optional("two people", "yesNo", "no", "Do two come?", "dubbelbemanning", "dubbel", "staffing", "bemanning"),
      optional("skills", "ids", "insulin", "What who comes must be able to do.", ...SKILLS),
      optional("priority", "number", "3", "1 (can wait) to 5 (vital). Default 3.", "prioritet", "prio"),
      optional("basis", "basis", "HSL", "Default: the client's.", "lagrum"),
      optional("every weeks", "number", "2", "In every how many-th week. Default 1.", "veckointervall", "var n:te vecka"),
      optional("timing", "timing", "agreed", "Does the window hold whatever the model? Default agreed.", "tidsbindning"),
      optional("kind", "kind", "visit", "Default visit.", "typ", "sort"),
    ],
  },
  staff: {
    about: "One row per person who works.",
    isRequired: true,
    columns: [
      required("staff", "id", "P1", "The person's id.", "id", "personal", "personal id", "anställd", "anställningsnr", "anst.nr", "staff id"),
      optional("name", "text", "Bo Ek", "Shown beside the id.", "namn"),
      optional("team", "id", "Norr", "Whose clients they visit.", "grupp", "arbetslag"),
      optional("skills", "ids", "insulin medicine", "Skills and delegations.", ...SKILLS),
      optional("employment", "employment", "permanent", "", "anställning", "anställningsform"),
      optional(
        "contract hours",
        "hours",
        "37",
        "Hours a week by contract.",
        "avtal timmar/vecka",
        "timmar/vecka",
        "timmar per vecka",
        "avtal timmar",
        "contract hours per week",
        "hours per week",
        "tim/vecka",
        "avtal",
      ),
    ],
  },
  shifts: {
    about: "One row per shift and date.",
    isRequired: true,
    columns: [
      optional("shift", "id", "P1 11 mars", "The shift's id. Default: person and date.", "id", "pass", "pass id", "shift id"),
      optional("staff", "id", "P1", "Id in staff.csv; empty: vacant.", "personal", "personal id", "anställd", "anst.nr", "staff id"),
      required("date", "date", "2026-03-11", "The day it begins.", "datum", "dag"),
      required("from", "time", "07:00", "", "från", "start", "börjar"),
      required("to", "time", "15:30", "Not after from: the next day.", "till", "slut", "slutar"),
      required("modes", "modes", "eBike", "How one travels.", "färdsätt", "färdmedel", "mode", "travel"),
      optional("break minutes", "minutes", "30", "Unpaid rest.", "rast", "rast minuter", "rast min", "break"),
      optional("break from", "time", "10:30", "The rest lies after this. Default: from.", "rast från", "rast tidigast"),
      optional("break to", "time", "13:30", "The rest lies before this. Default: to.", "rast till", "rast senast"),
      optional("team", "id", "Norr", "Default: the person's.", "grupp", "arbetslag"),
      optional("base", "id", "Eken", "Place of places.csv where the round starts and ends. Default: the team's.", "bas", "startplats"),
    ],
  },
  places: {
    about:
      "May be absent. One row per base, or place that clients name instead of degrees. Without a base, a team starts in the middle of its clients.",
    isRequired: false,
    columns: [
      required("place", "id", "Eken", "The place's id.", "id", "plats", "base", "bas"),
      required("latitude", "degrees", "59.33", "", "lat", "latitud"),
      required("longitude", "degrees", "18.06", "", "lon", "long", "lng", "longitud"),
      optional("team", "id", "Norr", "The team that has its base here.", "grupp", "arbetslag"),
    ],
  },
  rounds: {
    about:
      "May be absent. The rounds of today (slingor), one row per visit and person, to begin planning with or to compare with (`import --baseline`).",
    isRequired: false,
    columns: [
      required("date", "date", "2026-03-11", "The day of the visit.", "datum", "dag"),
      optional("shift", "id", "P1 11 mars", "Id in shifts.csv; a name that is none there is passed over where staff is filled in. Default: the person's shift at that time.", "pass", "pass id", "shift id", "slinga", "tur"),
      optional("staff", "id", "P1", "Who comes; needed where shift is empty.", "personal", "personal id", "anställd", "anst.nr", "staff id"),
      required("client", "id", "K1", "Id in clients.csv.", "kund", "brukare", "kundnr", "kund id", "brukare id", "client id"),
      optional("class", "id", "hygiene", "Which of the client's needs; may be empty where only one is due.", "insats", "insatstyp", "aktivitet"),
      optional("need", "id", "K1-morgon", "The same by the need's id.", "insats id", "behov", "need id"),
      optional("start", "time", "08:00", "When the visit begins. Default: after the one before.", "starttid", "tid", "kl", "klockslag", "börjar"),
      optional("order", "number", "2", "Place in the round. Default: by start, or as the rows stand.", "ordning", "nr", "nummer", "turordning"),
    ],
  },
} as const satisfies Readonly<
  Record<string, { readonly about: string; readonly isRequired: boolean; readonly columns: readonly Column[] }>
>;

/** What Swedish planners call the column. */
export const swedishName = ({ name, synonyms }: Column): string => synonyms.find((one) => one !== "id") ?? name;

const SWEDISH_EXAMPLES: Readonly<Record<string, string>> = { hygiene: "hygien", "1/day": "1/dag", eBike: "elcykel", "59.33": "59,33", "18.06": "18,06" };

/** The example as Swedish planners write it. */
export const swedishExample = ({ example }: Column): string => SWEDISH_EXAMPLES[example] ?? example;

/** All tables, in the order in which faults are listed. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

export const columnsOf = (table: TableName): readonly Column[] => TABLES[table].columns;

/** What Swedish planners call the files, without `.csv`. */
export const FILE_SYNONYMS: Readonly<Record<TableName, readonly string[]>> = {
  clients: ["kunder", "brukare"],
  needs: ["insatser", "behov"],
  staff: ["personal", "medarbetare"],
  shifts: ["pass", "schema"],
  places: ["platser", "baser"],
  rounds: ["turer", "slingor"],
};

/** As in `clients.csv`. */
export const fileOf = (table: TableName): string => `${table}.csv`;
