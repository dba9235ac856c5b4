/** Names and sources of the measures in both languages, and their definitions in Swedish (the English ones stand in the measures). */
import type { Kpi } from "../kpi/kpi.ts";
import type { Locale } from "./arm.ts";
import { STRINGS, wordOf } from "./strings.ts";

interface Words {
  readonly en: string;
  readonly sv: string;
  readonly definition: string;
}

const words = (en: string, sv: string, definition: string): Words => ({ en, sv, definition });

const WORDS: Readonly<Record<string, Words>> = {
  "unstaffed.visits": words("Unstaffed visits", "Obemannade besök", "Besökstillfällen där någon saknas (ett dubbelbesök räknas även om bara en saknas)."),
  "unstaffed.minutes": words("Unstaffed time", "Obemannad tid", "Schablonminuter som ingen är planerad att utföra."),
  "unstaffed.clients": words("Clients concerned", "Berörda brukare", "Brukare med minst ett sådant tillfälle."),
  "continuity.official": words("Continuity, national measure", "Personalkontinuitet, nationellt mått", "Olika personal per brukare som är 65 år eller äldre med minst två besök varje dag, kl. 07–22, utan larm, matleverans och hemsjukvård, under de planerade dagarna, högst 14 (det nationella måttet tar exakt 14)."),
  "continuity.officialClients": words("Clients in that measure", "Brukare i det måttet", "Brukare som raden ovan avser; lika många i varje plan som bemannar alla besök."),
  "continuity.mean": words("Continuity, all clients", "Personalkontinuitet, alla brukare", "Olika personal per brukare under perioden, medel över alla brukare."),
  "continuity.p90": words("Continuity, nine of ten", "Personalkontinuitet, nio av tio", "Nio av tio brukare möter högst så många olika under perioden."),
  "continuity.contactShare": words("Visits by the care contact", "Besök av fast omsorgskontakt", "Insatser som utförs av brukarens fasta omsorgskontakt, av alla hos brukare som har en."),
  "punctuality.insideSpan": words("Inside the promised span", "Inom lovat tidsspann", "Planerade starter inom det tidsspann som lovats brukaren, av alla behov med lovat tidsspann."),
  "punctuality.spread": words("Spread of start times", "Spridning i starttid", "Senaste minus tidigaste planerade start för samma behov över dagarna, medel över behov som återkommer minst två gånger."),
  "granted.granted": words("Granted time", "Beviljad tid", "Schablonminuter för alla behov i perioden; för två medarbetare dubbelt."),
  "granted.planned": words("Planned time", "Planerad tid", "Minuter som planen ger dessa behov; för två medarbetare dubbelt."),
  "granted.share": words("Planned / granted", "Planerad / beviljad", "Planerade minuter delat med beviljade minuter."),
  "frame.use": words("Use of the frames", "Använd ramtid", "Planerade minuter / ramarnas minuter i proportion till dessa dagar, brukare med ram; en vecka får ta mer än sin del av en längre ram. Två medarbetare räknas som ramens regler säger."),
  "frame.balance": words("Balance of the frames", "Saldo i ramarna", "Ramarnas minuter i proportion till dessa dagar minus planerade minuter; negativt: mer än dessa dagars del, vilket ramens andra veckor kan jämna ut."),
  "frame.outside": words("Far from the frame", "Långt från ramen", "Brukare vars planerade minuter är under 80 % eller över 110 % av ramen i proportion till dessa dagar."),
  "work.clientTimeShare": words("Client-time share", "Brukartid", "Minuter innanför brukarnas dörr / betald arbetstid med övertid; ett dubbelbesök räknas två gånger."),
  "work.stops": words("Stops", "Besök (stopp)", "Gånger som någon går in till en brukare; flera insatser i samma besök är ett."),
  "work.usedShifts": words("Shifts with a round", "Pass med tur", "Pass som har en tur."),
  "work.splitShifts": words("Split shifts", "Delade turer", "Pass som börjar mer än 60 minuter efter att ett annat för samma person och dag slutat."),
  "work.restBreaches": words("Breaches of rest", "Brott mot dygns- eller veckovila", "Arbetsperioder för en person som ger mindre än dygnsvilan eller veckovilan."),
  "work.stretchBreaches": words("Too long without rest", "För länge utan rast", "Turer med längre arbete i ett sträck, utan rast, än tillåtet."),
  "work.missedBreaks": words("Missed breaks", "Uteblivna raster", "Raster som ska tas i ett använt pass men inte är planerade."),
  "fairness.workRange": words("Range of time worked", "Spridning i arbetad tid", "Högsta minus lägsta arbetade tid för en person med pass i perioden, utan rast. Tar inte hänsyn till anställningens omfattning: hel- och deltid räknas lika."),
  "fairness.loadRange": words("Range of load", "Spridning i beläggning", "Arbetad tid / de egna passens tid: högsta minus lägsta andel för en person."),
  "time.paidSpan": words("Paid time", "Betald tid", "Passens betalda tid, utan övertid och utan obetald rast."),
  "time.overtime": words("Overtime", "Övertid", "Arbetat efter passens betalda slut."),
  "time.client": words("Time with clients", "Tid hos brukare", "Tid hos brukare i hemmet; ett dubbelbesök räknas två gånger."),
  "time.remote": words("Time by phone or camera", "Tid via telefon eller kamera", "Tid med brukare via telefon eller kamera."),
  "time.entry": words("Entry", "Insteg", "Tid för att komma in: nycklar, skor, handskar; en gång per stopp."),
  "time.travel": words("Travel time", "Restid", "Resor mellan stopp och från och till basen."),
  "time.waiting": words("Waiting", "Väntan", "Väntan mellan stopp tills ett besök får börja."),
  "time.documentation": words("Documentation", "Dokumentation", "Tid för dokumentation i passet."),
  "time.duties": words("Other duties", "Andra uppgifter", "Rapporter, möten och annat arbete som inte är för en enskild brukare."),
  "time.paidBreak": words("Paid break", "Betald paus", "Betalda pauser och måltidsuppehåll."),
  "time.idle": words("Idle", "Outnyttjad betald tid", "Betald tid innan turen börjar eller efter att den slutat."),
  "time.unpaidRest": words("Unpaid rest (rast)", "Rast (obetald)", "Obetald rast: bredvid den betalda tiden, inte i den."),
  "travel.km": words("Distance", "Sträcka", "Sträcka mellan stopp och från och till basen."),
  "travel.co2": words("Carbon dioxide", "Koldioxid", "Koldioxid från dessa resor; färdsätt utan angiven siffra räknas som noll."),
  "money.revenue": words("Revenue", "Ersättning", "Vad ersättningsreglerna ger för dessa dagar. Där de betalar per utförd timme och den utförda tiden är känd räknas den; allt annat som om det utfördes som planerat."),
  "money.cost": words("Cost", "Kostnad", "Betald arbetstid med övertid, till reglernas kostnad per arbetad timme."),
  "money.result": words("Result", "Resultat", "Ersättning minus kostnad."),
  "money.revenuePerPaidHour": words("Revenue per paid hour", "Ersättning per betald timme", "Ersättning / betald arbetstid med övertid."),
  "money.breakEven": words("Break-even client-time share", "Brukartid som täcker kostnaden", "Den brukartid där ersättningen täcker kostnaden: kostnad per arbetad timme / ersättning per timme hos brukare."),
  "money.overBreakEven": words("Client-time share over break-even", "Brukartid över kostnadstäckning", "Brukartid minus den brukartid som täcker kostnaden; under noll kostar planen mer än den ger."),
  "unstaffed.missedDoses": words("Missed doses", "Uteblivna doser", "Tillfällen av delegerad hälso- och sjukvård (HSL) som ingen kommer till; deras minuter används aldrig till något annat."),
  "punctuality.fromAnnounced": words("From the time announced", "Tidsavvikelse från meddelad tid", "Planerad start jämfört med den tid som senast meddelats brukaren, åt endera hållet: starten i planen dessförinnan, annars behovets planerade klockslag; medel över besök som har en sådan."),
  "granted.performed": words("Performed time", "Utförd tid", "Utförda minuter, där de är kända; för två medarbetare dubbelt."),
  "granted.performedShare": words("Performed / granted", "Utförd / beviljad", "Utförda minuter delat med beviljade minuter för de tillfällen där det är känt."),
  "granted.byRelatives": words("By relatives", "Anhörigas del", "Schablonminuter som anhöriga eller andra utför i perioden, utöver det som är beviljat och planerat här."),
  "frame.moved": words("Minutes moved between purposes in the frames", "Minuter flyttade mellan ändamål i ramarna", "Minuter som används på annat håll än där de beviljades: till ett annat syfte, en annan dag, en annan period eller, i en samlad ram, för en annan brukare. Sparade minuter räknas först när en senare period behöver dem. Besök som görs en annan dag än den vanliga räknas inte här; de står på brukarens blad."),
  "frame.remaining": words("Left in the frames", "Kvar i ramarna", "Minuter i de ramperioder som dessa dagar berör, minus dem som används, ska utföras senare i perioden, hålls inne av ett tak eller flyttats vidare."),
  "frame.overdrawn": words("Overdrawn frames", "Överskridna ramar", "Brukares ramperioder där mer används och ska utföras senare än vad som finns."),
  "goals.withActivity": words("Goals with activity", "Mål med aktivitet", "Mål i genomförandeplaner som något planerat besök bidrar till, av alla mål."),
  "goals.followUpsOverdue": words("Follow-ups due", "Uppföljningar att göra", "Genomförandeplaner vars uppföljningsdag har kommit senast den sista planerade dagen."),
  "goals.unapproved": words("Plans without approval", "Genomförandeplaner utan godkännande", "Genomförandeplaner som ingen har godkänt."),
  "goals.firstVersions": words("Plans in their first version", "Genomförandeplaner i första versionen", "Genomförandeplaner som fortfarande är i sin första version eller saknar nummer."),
  "goals.withoutPlan": words("Clients without a plan", "Brukare utan genomförandeplan", "Brukare som saknar genomförandeplan."),
  "work.hourlyShare": words("Hourly staff", "Timavlönade", "Arbetstid för timavlönade, av all i pass som har en tur."),
  "work.slack": words("Time to spare per shift", "Tid till godo per pass", "Tid till godo i ett pass med besök: väntan, och betald tid innan turen börjar eller efter att den slutat; medel över dessa pass."),
  "work.tightShifts": words("Shifts with little time to spare", "Pass med lite tid till godo", "Pass med besök och mindre än 10 minuter till godo, oavsett vad som lovats brukarna."),
};

/** "fact": somebody else's measure or limit, named. "assumed": a limit or choice of our own. "computed": follows from the plan and the Case. */
export type KpiTag = "fact" | "assumed" | "computed";

interface Origin {
  readonly tag: KpiTag;
  readonly en: string;
  readonly sv: string;
}

const origin = (tag: KpiTag, en: string, sv: string): Origin => ({ tag, en, sv });

const PLAN = origin("computed", "The plan, and the template minutes of the needs.", "Planen, och behovens schablonminuter.");
const ROUNDS = origin(
  "computed",
  "The rounds, walked minute by minute; lengths, entry and travel times as they were read in. Divided much as the City of Gothenburg divides working time.",
  "Turerna, genomgångna minut för minut; längder, insteg och restider så som de lästs in. Indelad ungefär som Göteborgs Stad delar in arbetstiden.",
);
const KOLADA = origin("fact", "The national measure of staff continuity, Kolada U21401, here of planned visits instead of performed ones.", "Det nationella måttet på personalkontinuitet, Kolada U21401, här på planerade besök i stället för utförda.");
const TARIFF = origin("computed", "The tariffs that were read in, and the plan.", "Ersättningsreglerna som lästs in, och planen.");
const WAYS = origin("computed", "The distances that were read in, or the straight line times the stated detour.", "Avstånden som lästs in, eller fågelvägen gånger den angivna omvägen.");
const EVENNESS = origin("assumed", "No agreed measure exists; highest minus lowest is our choice.", "Det finns inget vedertaget mått; högsta minus lägsta är vårt val.");
const IN_PROPORTION = origin("assumed", "The plan and the decisions' frames; that a frame counts by days in proportion is our choice.", "Planen och besluten om ram; att en ram räknas dag för dag i proportion är vårt val.");
const PERFORMED = origin("computed", "What was read in of the days afterwards.", "Det som lästs in om dagarna i efterhand.");
const LEDGER = origin("computed", "The ledger of the frames: decisions, frame policies and the plan.", "Ramarnas bokföring: besluten, ramreglerna och planen.");
const UNKNOWN = origin("assumed", "Not stated.", "Inte angiven.");

/** By measure, else by family. */
const ORIGINS: Readonly<Record<string, Origin>> = {
  unstaffed: PLAN,
  "continuity.official": KOLADA,
  "continuity.officialClients": KOLADA,
  "continuity.mean": origin("computed", "Who comes to whom in the plan.", "Vem som kommer till vem i planen."),
  "continuity.p90": origin("assumed", "Who comes to whom in the plan; that nine of ten are looked at is our choice.", "Vem som kommer till vem i planen; att måttet gäller nio av tio är vårt val."),
  "continuity.contactShare": origin("computed", "The named care contacts (fast omsorgskontakt, in the Social Services Act since 1 July 2022) that were read in, and the plan.", "De fasta omsorgskontakter (i socialtjänstlagen sedan 1 juli 2022) som lästs in, och planen."),
  "punctuality.insideSpan": origin("computed", "The spans promised to the clients that were read in; there is no national measure.", "De tidsspann som lovats brukarna och lästs in; det finns inget nationellt mått."),
  "punctuality.spread": origin("assumed", "Planned starts; there is no national measure, and latest minus earliest is our choice.", "Planerade starter; det finns inget nationellt mått, och senaste minus tidigaste är vårt val."),
  "punctuality.fromAnnounced": origin("assumed", "Planned starts, and the plan before or the planned clock time; which of them counts as announced is our choice.", "Planerade starter, och planen dessförinnan eller det planerade klockslaget; vilket som räknas som meddelat är vårt val."),
  granted: PLAN,
  "granted.performed": PERFORMED,
  "granted.performedShare": origin("fact", "Performed / granted time, as municipalities follow it up (SKR, 2024).", "Utförd / beviljad tid, så som kommuner följer upp den (SKR, 2024)."),
  "granted.byRelatives": origin("computed", "The days that relatives take, as read in with the needs.", "Dagarna som anhöriga tar, så som de lästs in med behoven."),
  frame: IN_PROPORTION,
  "frame.outside": origin("assumed", "The limits of 80 % and 110 % are our own; no municipality's limits are known to us.", "Gränserna 80 % och 110 % är våra egna; vi känner inte till någon kommuns gränser."),
  "frame.moved": LEDGER,
  "frame.remaining": LEDGER,
  "frame.overdrawn": LEDGER,
  goals: origin("computed", "The implementation plans that were read in, and the plan.", "Genomförandeplanerna som lästs in, och planen."),
  work: PLAN,
  "work.tightShifts": origin("assumed", "The plan; the limit of 10 minutes is our own. Slack on the shift sheets is something else: what was promised limits it too.", "Planen; gränsen 10 minuter är vår egen. Luft på passens blad är något annat: den begränsas även av vad som lovats."),
  "work.clientTimeShare": origin("fact", "Defined as in studies of Swedish home care, where 172 groups in 15 municipalities had 58 % on average (IFN, 2018).", "Definierad som i studier av svensk hemtjänst, där 172 grupper i 15 kommuner i medel hade 58 % (IFN, 2018)."),
  "work.splitShifts": origin("fact", "More than 60 minutes between the parts makes it a split shift (Kommunalarbetaren, 2024).", "Mer än 60 minuter mellan delarna gör det till en delad tur (Kommunalarbetaren, 2024)."),
  "work.restBreaches": origin("fact", "Daily rest of 11 hours by the agreement AB § 13 (SKR, since 1 October 2023), weekly rest of 36 hours by the Working Hours Act, unless other rests were read in.", "Dygnsvila 11 timmar enligt AB § 13 (SKR, från 1 oktober 2023), veckovila 36 timmar enligt arbetstidslagen, om inte annan vila lästs in."),
  "work.stretchBreaches": origin("fact", "At most five hours without rast by the Working Hours Act, unless another limit was read in.", "Högst fem timmar utan rast enligt arbetstidslagen, om inte en annan gräns lästs in."),
  "work.missedBreaks": origin("computed", "The shifts' rests that were read in, and the plan.", "Passens raster som lästs in, och planen."),
  fairness: EVENNESS,
  time: ROUNDS,
  travel: WAYS,
  "travel.co2": origin("computed", "Those distances, and the grams per kilometre that were read in.", "De avstånden, och de gram per kilometer som lästs in."),
  money: TARIFF,
};

/** The measures that have words of their own; travel by mode and the money of one provider are put together. */
export const WORDED: readonly string[] = Object.keys(WORDS);

/** What one measure is called, how it is counted, and what that rests on. */
export interface KpiWords {
  readonly label: string;
  readonly definition: string;
  readonly tag: KpiTag;
  readonly source: string;
}

/** A measure without words is called by its name; one of a family without a source counts as assumed. */
export function kpiWords(kpi: Kpi, locale: Locale): KpiWords {
  const { tag, [locale]: source } = ORIGINS[kpi.name] ?? ORIGINS[kpi.name.split(".")[0] ?? ""] ?? UNKNOWN;
  return { ...namesOf(kpi, locale), tag, source };
}

function namesOf(kpi: Kpi, locale: Locale): Pick<KpiWords, "label" | "definition"> {
  const known = WORDS[kpi.name];
  if (known !== undefined) return { label: known[locale], definition: locale === "sv" ? known.definition : kpi.definition };
  const money = /^money\.(.+)\.(\w+)$/.exec(kpi.name);
  const shared = WORDS[`money.${money?.[2]}`];
  if (shared !== undefined) {
    const whose = kpi.about ?? money?.[1];
    return { label: `${shared[locale]}, ${whose}`, definition: locale === "sv" ? `${shared.definition.slice(0, -1)}: ${whose}.` : kpi.definition };
  }
  const [, mode = "", part] = /^travel\.(.+)\.(km|minutes)$/.exec(kpi.name) ?? [];
  if (part === undefined) return { label: kpi.name, definition: kpi.definition };
  const by = wordOf(STRINGS[locale].modes, mode);
  const swedish = part === "km" ? "Sträcka" : "Restid";
  const english = part === "km" ? "Distance" : "Travel time";
  return locale === "sv" ? { label: `${swedish}, ${by}`, definition: `${swedish}: ${by}.` } : { label: `${english}, ${by}`, definition: `${english}: ${by}.` };
}
