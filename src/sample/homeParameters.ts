/** Where and how people live, what is agreed with them and what is paid, as parameters of the generator. */
import { assumed, fact } from "../model/told.ts";
import { row } from "./profiles.ts";

const SOLNA = "Solna stad, Utförare hemtjänst (March 2024)";

/** Size, homes, agreements, pay. */
export const HOME_PARAMETERS = {
  clients: row("Clients, where the caller does not say", "clients", fact(115, "A unit in Huddinge, planning data 2026"), { boendestod: fact(100, "Botkyrka kommun, 2019: about 100 persons, one mobile team") }),
  days: row("Days planned, where the caller does not say", "days", fact(14, "Continuity is counted over 14 days (Kolada U21401)")),
  clientsPerTeam: row("Clients per team", "clients", assumed(60, "Between Skönsmon, Sundsvall (2012: 7 staff for about 30 clients) and whole units of more than 100."), { boendestod: fact(100, "Botkyrka kommun, 2019: one mobile team") }),
  teamsPerUnit: row("Teams that help each other out with staff", "teams", assumed(4, "A unit in Huddinge has 115 clients, planning data 2026.")),
  providers: row("Providers, who share the teams", "providers", assumed(1, "The municipality's own."), { denseCity: assumed(2, "Clients may choose (LOV).") }),
  centre: row("Centre on the map", "degrees", assumed({ latitude: 58.5942, longitude: 16.1826 }, "Norrköping, so that maps look like somewhere; nothing else is taken from there.")),
  teamKm: row("Distance between neighbouring bases", "km", assumed(1.6, "Parts of a town."), { denseCity: assumed(0.6, "Blocks of a city."), rural: assumed(18, "Villages.") }),
  radiusKm: row("How far from the base homes lie, in a straight line east or north, at most", "km", assumed(0.4, "So that a trip between visits takes three and a half minutes (fact: 2.8 to 3.8 in a unit in Huddinge, planning data 2026)."), {
    denseCity: assumed(0.25, "Blocks of a city."),
    rural: assumed(6, "Farms around a village; a trip takes 5 to 7 minutes in rural Norway (BMC Health Services Research 18, 2018)."),
    boendestod: assumed(3, "One team for the town."),
  }),
  blockShare: row("Share of homes in blocks with several clients", "share", assumed(0.5, "Flats and houses."), { denseCity: assumed(0.8, "Flats."), rural: assumed(0.35, "The village.") }),
  homesPerBlock: row("Homes per block, about", "homes", assumed(4, "Nobody has told.")),
  coupleShare: row("Share of clients who live with another client", "share", assumed(0.12, "Nobody has told."), { boendestod: assumed(0, "Most live alone.") }),
  winter: row("Is there snow and ice on the roads?", "yes or no", assumed(false, "Bare roads, unless asked for.")),
  access: row("How staff get in (weights)", "homes", assumed({ clientOpens: 25, key: 45, digital: 30 }, "Key-free entry is spreading.")),
  entryMinutes: row("From the door in, each time", "minutes", assumed({ clientOpens: 1, key: 2, digital: 1 }, "Shoes, key, hello.")),
  fewKeysShare: row("Share of homes with a key where the base has only as many copies as the rounds need at once", "share", assumed(0.6, "Two rounds may clash over a key.")),
  dogShare: row("Share of homes with a dog", "share", assumed(0.1, "Nobody has told.")),
  smokeShare: row("Share of homes with smoke", "share", assumed(0.08, "Nobody has told.")),
  born: row<readonly [number, number]>("Years in which clients were born, first and last", "years", assumed([1930, 1957] as const, "Mostly 70 and older."), { boendestod: assumed([1958, 2005] as const, "Adults of all ages.") }),
  basis: row("What most decisions rest on", "law", assumed("SoL" as "SoL" | "LSS", "The Social Services Act.")),
  frameShare: row("Share of clients who are granted a frame instead of interventions", "share", assumed(0.5, "So that a Case has both.")),
  weekFrameShare: row("Share of frames that are counted by the week, the others by four weeks", "share", assumed(0.4, "Göteborg grants hours per week (2015)."), {
    boendestod: fact(1, "Tyresö kommun, Ersättning boendestöd 2020: total hours per week"),
  }),
  monthFrameShare: row("Share of clients with a frame that is not counted by the week who have it by the calendar month", "share", assumed(0.25, "Several municipalities grant hours a month; how many is not told.")),
  purposeShare: row("Share of frames whose minutes may not move between purposes", "share", assumed(0.1, "Nobody has told.")),
  newShare: row("Share of clients whose decision begins on a day planned", "share", assumed(0.02, "Per fortnight; 2 % a week come, some before they are planned.")),
  awayShare: row("Share of clients who are away some days", "share", assumed(0.04, "Planned stays.")),
  awayDays: row<readonly [number, number]>("Length of a stay elsewhere, shortest and longest", "days", assumed([2, 6] as const, "A stay in hospital lasts about six.")),
  approvedShare: row("Share of plans that somebody has approved", "share", assumed(0.93, "Some are missing.")),
  overdueShare: row("Share of plans whose follow-up is overdue", "share", assumed(0.08, "Some are late.")),
  followUpDays: row("A plan is followed up within so many days", "days", fact(90, "Göteborgs Stad, Att arbeta med rambeslut (2015–2016): within 3 months of the decision")),
  preferredShare: row("Share of clients who prefer some of the staff", "share", assumed(0.25, "Nobody has told.")),
  refusedShare: row("Share of clients who refuse somebody", "share", assumed(0.08, "Nobody has told.")),
  sameSexShare: row("Share of clients with showers who ask for a woman there", "share", assumed(0.3, "Asked for in several municipalities; how many is not told.")),
  toleranceMinutes: row("How far from the clock time planned a visit may begin where nothing was promised", "minutes", assumed(15, "Nobody has told."), { rural: assumed(30, "Roads are long.") }),
  carePerHour: row("Pay for an hour of care", "SEK", fact(464, `${SOLNA}: an hour of care`), { boendestod: fact(391, "Tyresö kommun, Ersättning boendestöd 2020") }),
  servicePerHour: row("Pay for an hour of cleaning, laundry or shopping", "SEK", fact(382, `${SOLNA}: an hour of service`)),
  newClientAmount: row("Pay for a new client", "SEK", fact(1856, `${SOLNA}: 4 hours for a new client with care`)),
  alarmPerMonth: row("Pay for an alarm", "SEK", fact(185, "Stockholms stad, price list of home care (2024)")),
  costPerWorkedHour: row("Cost of a worked hour", "SEK", assumed(260, "Near what providers have claimed.")),
} as const;
