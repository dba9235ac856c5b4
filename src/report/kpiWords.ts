/** Names of the measures in both languages, and their definitions in Swedish (the English ones stand in the measures). */
import type { Kpi } from "../kpi/kpi.ts";
import type { Locale } from "./arm.ts";
import { STRINGS } from "./strings.ts";

interface Words {
  readonly en: string;
  readonly sv: string;
  readonly definition: string;
}

const words = (en: string, sv: string, definition: string): Words => ({ en, sv, definition });

const WORDS: Readonly<Record<string, Words>> = {
  "unstaffed.visits": words("Unstaffed visits", "Obemannade besök", "Tillfällen som saknar någon (ett dubbelbesök som saknar en räknas)."),
  "unstaffed.minutes": words("Unstaffed minutes", "Obemannade minuter", "Schablonminuter som ingen är planerad att göra."),
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
  "work.stops": words("Stops", "Besök (stopp)", "Gånger som någon går in till en brukare; flera insatser i ett svep är ett."),
  "work.usedShifts": words("Shifts with a round", "Pass med tur", "Pass som har en tur."),
  "work.splitShifts": words("Split shifts", "Delade turer", "Pass som börjar mer än 60 minuter efter att ett annat för samma person och dag slutat."),
  "work.restBreaches": words("Breaches of rest", "Brott mot vila", "Arbetsperioder för en person som ger mindre än dygnsvilan eller veckovilan."),
  "work.stretchBreaches": words("Too long without rest", "För länge utan rast", "Turer med längre arbete i ett sträck, utan rast, än tillåtet."),
  "work.missedBreaks": words("Missed breaks", "Uteblivna raster", "Raster som ska tas i ett använt pass men inte är planerade."),
  "fairness.workRange": words("Range of time worked", "Spridning i arbetad tid", "Mest minus minst arbetad tid för en person med pass i perioden, utan rast."),
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
  "time.idle": words("Idle", "Ledig betald tid", "Betald tid innan turen börjar eller efter att den slutat."),
  "time.unpaidRest": words("Unpaid rest (rast)", "Rast (obetald)", "Obetald rast: bredvid den betalda tiden, inte i den."),
  "travel.km": words("Distance", "Körsträcka", "Sträcka mellan stopp och från och till basen."),
  "travel.co2": words("Carbon dioxide", "Koldioxid", "Koldioxid från dessa resor; färdsätt utan angiven siffra räknas som noll."),
  "money.revenue": words("Revenue", "Ersättning", "Vad ersättningsreglerna ger för dessa dagar, som om allt utfördes som planerat."),
  "money.cost": words("Cost", "Kostnad", "Betald arbetstid med övertid, till reglernas kostnad per arbetad timme."),
  "money.result": words("Result", "Resultat", "Ersättning minus kostnad."),
  "money.revenuePerPaidHour": words("Revenue per paid hour", "Ersättning per betald timme", "Ersättning / betald arbetstid med övertid."),
  "money.breakEven": words("Break-even client-time share", "Brukartid som täcker kostnaden", "Den brukartid där ersättningen täcker kostnaden: kostnad per arbetad timme / ersättning per timme hos brukare."),
  "money.overBreakEven": words("Client-time share over break-even", "Brukartid över kostnadstäckning", "Brukartid minus den brukartid som täcker kostnaden; under noll kostar planen mer än den ger."),
  "unstaffed.missedDoses": words("Missed doses", "Uteblivna doser", "Tillfällen av delegerad hälso- och sjukvård (HSL) som ingen kommer till; deras minuter används aldrig till något annat."),
  "punctuality.fromAnnounced": words("From the time announced", "Avvikelse från avisad tid", "Planerad start jämfört med den tid som senast avisats till brukaren, åt endera hållet: starten i planen dessförinnan, annars behovets planerade klockslag; medel över besök som har en sådan."),
  "granted.performed": words("Performed time", "Utförd tid", "Utförda minuter, där de är kända; för två medarbetare dubbelt."),
  "granted.performedShare": words("Performed / granted", "Utförd / beviljad", "Utförda minuter delat med beviljade minuter för de tillfällen där det är känt."),
  "granted.byRelatives": words("By relatives", "Anhörigas del", "Schablonminuter som anhöriga eller andra utför i perioden, utöver det som är beviljat och planerat här."),
  "frame.moved": words("Moved minutes", "Flyttade minuter", "Minuter som används på annat håll än där de beviljades: till ett annat syfte, en annan dag, en annan period eller, i en samlad ram, för en annan brukare."),
  "frame.remaining": words("Left in the frames", "Kvar i ramarna", "Minuter i de ramperioder som dessa dagar berör, minus dem som används, ska utföras senare i perioden, hålls inne av ett tak eller flyttats vidare."),
  "frame.overdrawn": words("Overdrawn frames", "Överskridna ramar", "Brukares ramperioder där mer används och ska utföras senare än vad som finns."),
  "goals.withActivity": words("Goals with activity", "Mål med aktivitet", "Mål i genomförandeplaner som något planerat besök tjänar, av alla mål."),
  "goals.followUpsOverdue": words("Follow-ups due", "Uppföljningar att göra", "Genomförandeplaner vars uppföljningsdag har kommit senast den sista planerade dagen."),
  "goals.unapproved": words("Plans without approval", "Genomförandeplaner utan godkännande", "Genomförandeplaner som ingen har godkänt."),
  "goals.firstVersions": words("Plans in their first version", "Genomförandeplaner i första versionen", "Genomförandeplaner som fortfarande är i sin första version eller saknar nummer."),
  "goals.withoutPlan": words("Clients without a plan", "Brukare utan genomförandeplan", "Brukare som saknar genomförandeplan."),
  "work.hourlyShare": words("Hourly staff", "Timavlönade", "Arbetstid för timavlönade, av all i pass som har en tur."),
  "work.slack": words("Slack per shift", "Marginal per pass", "Tid till godo i ett pass med besök: väntan, och betald tid innan turen börjar eller efter att den slutat; medel över dessa pass."),
  "work.tightShifts": words("Tight shifts", "Pass utan marginal", "Pass med besök och mindre än 10 minuter till godo."),
};

/** The measures that have words of their own; travel by mode and the money of one provider are put together. */
export const WORDED: readonly string[] = Object.keys(WORDS);

/** Label and definition. A measure without words is called by its name. */
export function kpiWords(kpi: Kpi, locale: Locale): { readonly label: string; readonly definition: string } {
  const known = WORDS[kpi.name];
  if (known !== undefined) return { label: known[locale], definition: locale === "sv" ? known.definition : kpi.definition };
  const money = /^money\.(.+)\.(\w+)$/.exec(kpi.name);
  const shared = WORDS[`money.${money?.[2]}`];
  if (shared !== undefined) return { label: `${shared[locale]}, ${money?.[1]}`, definition: locale === "sv" ? shared.definition : kpi.definition };
  const [, mode = "", part] = kpi.name.split(".");
  const by = STRINGS[locale].modes[mode] ?? mode;
  const swedish = part === "km" ? "Sträcka" : "Restid";
  const english = part === "km" ? "Distance" : "Travel time";
  return locale === "sv" ? { label: `${swedish}, ${by}`, definition: `${swedish}: ${by}.` } : { label: `${english}, ${by}`, definition: kpi.definition };
}
