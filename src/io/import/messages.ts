/** Everything that the import says, in both languages: what is wrong, and what to do now. */
import { show, showChoices } from "../../model/show.ts";
import { suggest } from "../../model/suggest.ts";
import { type Column, swedishExample, swedishName } from "./columns.ts";

/** Languages of messages. */
export type ImportLang = "en" | "sv";

/** What is wrong, with the value; what to do now. */
export interface Saying {
  readonly en: readonly [message: string, fix: string];
  readonly sv: readonly [message: string, fix: string];
}

/** A remark that asks for nothing. */
export interface Remark {
  readonly en: string;
  readonly sv: string;
}

/** `"a", "b" eller "c"` */
const listed = (values: readonly unknown[], lastWord: "eller" | "och" = "eller"): string => {
  const shown = values.map(show);
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} ${lastWord} ${last}`;
};

/** The fix "Did you mean …?" where a name is near, else the advice given. */
const meant = (word: string, names: Iterable<string>, otherwise: Remark): Remark => {
  const near = suggest(word, names);
  return near === undefined ? otherwise : { en: `Did you mean ${JSON.stringify(near)}?`, sv: `Menar du ${JSON.stringify(near)}?` };
};

/** K1 and K2 are two clients; nobody means one by the other. */
const hasDigitsOf =
  (id: string) =>
  (other: string): boolean =>
    other.replace(/\D/g, "") === id.replace(/\D/g, "");

const saying = (en: string, sv: string, fix: Remark): Saying => ({ en: [en, fix.en], sv: [sv, fix.sv] });

/** About a file, its header and its rows. */
export const FILE = {
  missing: (columns: readonly Column[]): Saying => ({
    en: ["The file is missing.", `Put it beside the others, with a first row with the columns ${columns.map(({ name }) => name).join(", ")}.`],
    sv: ["Filen saknas.", `Lägg den bredvid de andra, med en första rad med kolumnerna ${columns.map(swedishName).join(", ")}.`],
  }),
  garbled: (word: string): Saying => ({
    en: [
      `Letters such as å, ä and ö have become other signs, as in ${show(word)}.`,
      "Export the table again from where it comes, as CSV UTF-8. If you open it in a spreadsheet in between, choose UTF-8 when it is opened.",
    ],
    sv: [
      `Bokstäver som å, ä och ö har blivit andra tecken, som i ${show(word)}.`,
      "Exportera tabellen igen därifrån den kommer, som CSV UTF-8. Om du öppnar den i kalkylprogrammet däremellan, välj UTF-8 när den öppnas.",
    ],
  }),
  totals: (word: string): Saying => ({
    en: [`The row looks like one of totals: ${show(word)}.`, "Remove it."],
    sv: [`Raden ser ut som en summering: ${show(word)}.`, "Ta bort den."],
  }),
  notText: (): Saying => ({
    en: ["The file is no text; perhaps it is a workbook (.xlsx) under another name.", "Open it in the spreadsheet and save it as CSV."],
    sv: ["Filen är ingen text; kanske är den en arbetsbok (.xlsx) med annat namn.", "Öppna den i kalkylprogrammet och spara den som CSV."],
  }),
  empty: (columns: readonly Column[]): Saying => ({
    en: ["The file is empty.", `Export it again; it has a first row with the columns ${columns.map(({ name }) => name).join(", ")}.`],
    sv: ["Filen är tom.", `Exportera den igen; den har en första rad med kolumnerna ${columns.map(swedishName).join(", ")}.`],
  }),
  noRows: (about: string): Saying => ({
    en: ["There are no rows below the header.", `Export it again: ${about}`],
    sv: ["Det finns inga rader under rubrikerna.", "Exportera den igen, med alla rader."],
  }),
  unknownColumn: (label: string, near: string): Saying => ({
    en: [`The column ${show(label)} has no meaning here.`, `Did you mean ${show(near)}? Rename or remove it.`],
    sv: [`Kolumnen ${show(label)} betyder inget här.`, `Menar du ${show(near)}? Döp om den eller ta bort den.`],
  }),
  repeatedColumn: (first: string | undefined, second: string): Saying => ({
    en: [`The columns ${show(first)} and ${show(second)} mean the same.`, "Remove one of them."],
    sv: [`Kolumnerna ${show(first)} och ${show(second)} betyder samma sak.`, "Ta bort en av dem."],
  }),
  missingColumn: (column: Column, unused: readonly string[]): Saying => ({
    en: [
      `There is no column ${show(column.name)}.`,
      `Add it (it may also be called ${column.synonyms.slice(0, 3).join(", ")}) with values such as ${column.example}.${unused.length > 0 ? ` Or is it ${showChoices(unused)}? Then rename that.` : ""}`,
    ],
    sv: [
      `Kolumnen ${show(swedishName(column))} saknas.`,
      `Lägg till den (den får också heta ${[...column.synonyms, column.name].filter((one) => one !== swedishName(column)).slice(0, 3).join(", ")}) med värden som ${swedishExample(column)}.${unused.length > 0 ? ` Eller är det ${listed(unused)}? Döp då om den.` : ""}`,
    ],
  }),
  unbalancedQuotes: (): Saying => ({
    en: [
      "A quotation mark opens a text here that never ends properly, so the rest of the file cannot be read.",
      'Remove the mark, or close the text with another "; write a mark inside a text twice.',
    ],
    sv: [
      "Ett citattecken börjar en text här som aldrig slutar, så resten av filen kan inte läsas.",
      'Ta bort tecknet, eller avsluta texten med ett till "; inne i en text skrivs det två gånger.',
    ],
  }),
  wrongCellCount: (cells: number, header: number, sign: string): Saying => ({
    en: [
      `The row has ${cells} cells, the header ${header}.`,
      `Look for a ${show(sign)} too much.${sign === "," ? ' A decimal comma splits a number: write 59.33, or "59,33" in quotes, or save the file with semicolons.' : ""}`,
    ],
    sv: [
      `Raden har ${cells} celler, rubrikraden ${header}.`,
      `Leta efter ett ${show(sign)} för mycket.${sign === "," ? ' Ett decimalkomma delar ett tal: skriv 59.33, eller "59,33" med citattecken, eller spara filen med semikolon.' : ""}`,
    ],
  }),
  cutOff: (last: string): Saying => ({
    en: [`The file breaks off in this row, after ${show(last)}.`, "Export or copy the whole file again."],
    sv: [`Filen bryts av på den här raden, efter ${show(last)}.`, "Exportera eller kopiera hela filen igen."],
  }),
};

/** About one cell. */
export const CELL = {
  empty: (column: Column, above: string): Saying => ({
    en: ["The cell is empty.", `Fill it in, for example ${column.example}.${above === "" ? "" : ` If it was merged with the cell above, write ${show(above)} in both.`}`],
    sv: ["Cellen är tom.", `Fyll i den, till exempel ${swedishExample(column)}.${above === "" ? "" : ` Om den var sammanfogad med cellen ovanför, skriv ${show(above)} i båda.`}`],
  }),
  spreadsheetError: (text: string): Saying => ({
    en: [`${text} is a spreadsheet's own error.`, "Repair the formula or type the value, then export again."],
    sv: [`${text} är kalkylprogrammets eget felmeddelande.`, "Laga formeln eller skriv in värdet, och exportera igen."],
  }),
  zero: (): Saying => ({ en: ["0 is too small.", "Write a number above 0."], sv: ["0 är för lite.", "Skriv ett tal över 0."] }),
  notWhole: (text: string, most: number): Saying => ({
    en: [`${text} does not belong here.`, `Write a whole number from 1 to ${most}.`],
    sv: [`${text} hör inte hemma här.`, `Skriv ett heltal från 1 till ${most}.`],
  }),
  notANumber: (text: string): Saying => ({
    en: [`${show(text)} is not a number.`, "Write digits only, without a unit, for example 25 or 37,5."],
    sv: [`${show(text)} är inget tal.`, "Skriv bara siffror, utan enhet, till exempel 25 eller 37,5."],
  }),
  perhapsThousands: (text: string, whole: string): Saying => ({
    en: [`${show(text)} could be ${whole} or a fraction.`, `Write ${whole} without a sign between the digits, or fewer decimals.`],
    sv: [`${show(text)} kan vara ${whole} eller ett decimaltal.`, `Skriv ${whole} utan tecken mellan siffrorna, eller färre decimaler.`],
  }),
  belowZero: (text: string): Saying => ({
    en: [`${show(text)} is below 0.`, "Write a number of at least 0."],
    sv: [`${show(text)} är mindre än 0.`, "Skriv ett tal som är minst 0."],
  }),
  noDegrees: (text: string): Saying => ({
    en: [
      `${show(text)} is no number of degrees.`,
      "Write WGS 84 degrees, for example 59.3312 and 18.0645, as maps on the web show them; if these are SWEREF 99 metres, or the decimal sign got lost, export them again.",
    ],
    sv: [
      `${show(text)} är inga grader.`,
      "Skriv grader (WGS 84), till exempel 59,3312 och 18,0645, som kartor på webben visar dem; är det meter i SWEREF 99, eller har decimaltecknet försvunnit, exportera igen.",
    ],
  }),
  unclearDate: (text: string): Saying => ({
    en: [
      `${show(text)} is not written as a date here, since days and months could be mixed up.`,
      "Write year-month-day, for example 2026-03-11 for 11 March 2026; in a spreadsheet choose the date format 2012-03-14 for the column.",
    ],
    sv: [
      `${show(text)} går inte att läsa som datum här, för dag och månad kan förväxlas.`,
      "Skriv år-månad-dag, till exempel 2026-03-11 för 11 mars 2026; välj i kalkylprogrammet datumformatet 2012-03-14 för kolumnen.",
    ],
  }),
  dayNumber: (text: string, date: string): Saying => ({
    en: [
      `${show(text)} is a spreadsheet's number of a day, perhaps ${date}.`,
      "Choose the date format 2012-03-14 for the column in the spreadsheet and export it again.",
    ],
    sv: [
      `${show(text)} är kalkylprogrammets nummer på en dag, kanske ${date}.`,
      "Välj datumformatet 2012-03-14 för kolumnen i kalkylprogrammet och exportera igen.",
    ],
  }),
  noSuchDay: (date: string): Saying => ({
    en: [`There is no day ${date}.`, "Write a day of the calendar, year-month-day, for example 2026-03-11."],
    sv: [`Det finns ingen dag ${date}.`, "Skriv en dag som finns i kalendern, år-månad-dag, till exempel 2026-03-11."],
  }),
  fractionOfDay: (text: string): Saying => ({
    en: [`${show(text)} is a spreadsheet's fraction of a day.`, "Choose the time format 13:30 for the column and export it again."],
    sv: [`${show(text)} är kalkylprogrammets sätt att skriva en del av ett dygn.`, "Välj tidsformatet 13:30 för kolumnen och exportera igen."],
  }),
  noClockTime: (text: string): Saying => ({
    en: [`${show(text)} is no clock time.`, "Write hours and minutes from 00:00 to 24:00, for example 07:30 or 7.30."],
    sv: [`${show(text)} är inget klockslag.`, "Skriv timmar och minuter från 00:00 till 24:00, till exempel 07:30 eller 7.30."],
  }),
  noFrequency: (text: string): Saying => ({
    en: [`${show(text)} does not say how often.`, "Write for example daily, 2/day, 1/week or every 2 weeks; or dagligen, 2/dag, 1/vecka, varannan vecka."],
    sv: [`${show(text)} säger inte hur ofta.`, "Skriv till exempel dagligen, 2/dag, 1/vecka eller varannan vecka."],
  }),
  monthly: (text: string): Saying => ({
    en: [`${show(text)} counts in months, but needs come by day or week.`, "Write every 4 weeks (or every 2 weeks, 1/week)."],
    sv: [`${show(text)} räknar i månader, men insatser räknas per dag eller vecka.`, "Skriv var 4:e vecka (eller varannan vecka, 1/vecka)."],
  }),
  noWeekday: (text: string): Saying => ({
    en: [`${show(text)} names no weekday.`, "Write for example mon-fri, mån ons fre or 1,3,5 (1 is Monday)."],
    sv: [`${show(text)} är ingen veckodag.`, "Skriv till exempel mån-fre, mån ons fre eller 1,3,5 (1 är måndag)."],
  }),
  notAWord: (text: string, known: readonly string[], shownEn: readonly string[], shownSv: readonly string[]): Saying =>
    saying(
      `${show(text)} is none of the words known here.`,
      `${show(text)} är inget av de ord som går att skriva här.`,
      meant(text.toLowerCase(), known, { en: `Write ${showChoices(shownEn)}.`, sv: `Skriv ${listed(shownSv)}.` }),
    ),
};

/** About what rows say of each other. */
export const ROW = {
  duplicateId: (id: string, row: number): Saying => ({
    en: [`${show(id)} stands in row ${row} already.`, "Give each row an id of its own, or remove one of the rows."],
    sv: [`${show(id)} står redan på rad ${row}.`, "Ge varje rad ett eget id, eller ta bort en av raderna."],
  }),
  onlyCapitals: (id: string, other: string, row: number): Saying => ({
    en: [`${show(id)} differs from ${show(other)} in row ${row} in capitals only.`, "Remove one of the rows if they are the same, or give them ids that nobody takes for each other."],
    sv: [`${show(id)} skiljer sig från ${show(other)} på rad ${row} bara i stora och små bokstäver.`, "Ta bort en av raderna om de är samma, eller ge dem id som ingen förväxlar."],
  }),
  /** `called`: ids of those who have this for a name. */
  unknownId: (id: string, file: string, ids: readonly string[], called: readonly string[]): Saying =>
    saying(
      called.length > 0 ? `${show(id)} is no id in ${file}.` : `${show(id)} is not in ${file}.`,
      called.length > 0 ? `${show(id)} är inget id i ${file}.` : `${show(id)} finns inte i ${file}.`,
      called.length > 0
        ? { en: `It is a name; write the id ${showChoices(called)}.`, sv: `Det är ett namn; skriv id:t ${listed(called)}.` }
        : meant(id, ids.filter(hasDigitsOf(id)), {
            en: `Add a row for it to ${file}, or correct it here; if much is missing there, export the whole file again.`,
            sv: `Lägg till en rad för det i ${file}, eller rätta här; saknas mycket där, exportera hela filen igen.`,
          }),
    ),
  unknownTeam: (team: string, teams: Iterable<string>): Saying =>
    saying(
      `Nobody in staff.csv is in the team ${show(team)}.`,
      `Ingen i staff.csv är med i gruppen ${show(team)}.`,
      meant(team, teams, { en: "Write the team as in staff.csv.", sv: "Skriv gruppen som i staff.csv." }),
    ),
  oneDegree: (here: string, there: string): Saying => ({
    en: [`There is a ${there} but no ${here}.`, "Fill in both."],
    sv: ["Bara en av latitud och longitud är ifylld.", "Fyll i båda."],
  }),
  swappedDegrees: (latitude: number, longitude: number): Saying => ({
    en: [
      `Latitude ${latitude} and longitude ${longitude} have changed places: Sweden lies at latitude 55 to 70 and longitude 10 to 25.`,
      "Swap the values of the two columns, or their names in the header.",
    ],
    sv: [
      `Latitud ${latitude} och longitud ${longitude} har bytt plats: Sverige ligger på latitud 55 till 70 och longitud 10 till 25.`,
      "Byt plats på kolumnernas värden, eller på deras rubriker.",
    ],
  }),
  twoHomes: (household: string, row: number): Saying => ({
    en: [`The household ${show(household)} lives elsewhere in row ${row}.`, "Write the same latitude and longitude, or another household."],
    sv: [`Hushållet ${show(household)} bor någon annanstans på rad ${row}.`, "Skriv samma latitud och longitud, eller ett annat hushåll."],
  }),
  noHome: (home: string): Saying => ({
    en: [`Nothing says where ${show(home)} lives.`, "Fill in latitude and longitude, for example 59.3312 and 18.0645."],
    sv: [`Inget säger var ${show(home)} bor.`, "Fyll i latitud och longitud, till exempel 59,3312 och 18,0645."],
  }),
  noFramePeriod: (): Saying => ({
    en: ["Nothing says what the frame minutes are for.", "Write week, four weeks or month; or vecka, 4 veckor, månad."],
    sv: ["Inget säger vad ramtidens minuter gäller för.", "Skriv vecka, 4 veckor eller månad."],
  }),
  contradictsFrequency: (other: number | string, frequency: string): Saying => ({
    en: [`${other} contradicts ${show(frequency)}.`, "Say it in one of the two columns."],
    sv: [`${other} stämmer inte med ${show(frequency)}.`, "Skriv det i en av de två kolumnerna."],
  }),
  tooManyHours: (hours: number): Saying => ({
    en: [`${hours} hours a week are too many.`, "Write hours a week, for example 37 or 28,5; not minutes, not per cent."],
    sv: [`${hours} timmar i veckan är för många.`, "Skriv timmar per vecka, till exempel 37 eller 28,5; inte minuter och inte procent."],
  }),
  noTravel: (mode: string, modes: readonly string[], modesSv: readonly string[]): Saying => ({
    en: [`No travel times are known for ${mode}.`, `Write ${showChoices(modes)}, or ask whoever runs hemtur for you to add travel times.`],
    sv: [`Det finns inga restider för ${mode}.`, `Skriv ${listed(modesSv)}, eller be den som sköter hemtur åt er att lägga in restider.`],
  }),
  notAfter: (to: string, from: string, column: string): Saying => ({
    en: [`${to} is not after ${from}.`, `Write a time after ${column}; only what passes midnight may end earlier on the clock.`],
    sv: [`${to} är inte efter ${from}.`, `Skriv ett klockslag efter ${column}; bara det som går över midnatt får sluta tidigare på klockan.`],
  }),
  farApart: (date: string, days: number): Saying => ({
    en: [`${date} lies ${days} days from most other shifts.`, "Correct the date, perhaps its year."],
    sv: [`${date} ligger ${days} dagar från de flesta andra pass.`, "Rätta datumet, kanske året."],
  }),
  nobody: (): Saying => ({
    en: ["Nothing says who comes.", "Fill in the person, or the shift."],
    sv: ["Inget säger vem som kommer.", "Fyll i personen eller passet."],
  }),
  unknownShift: (shift: string, shifts: Iterable<string>): Saying =>
    saying(`No shift is named ${show(shift)}.`, `Inget pass heter ${show(shift)}.`, meant(shift, shifts, { en: "Write it as in shifts.csv, or name the person.", sv: "Skriv det som i shifts.csv, eller ange personen." })),
  noShift: (person: string, date: string): Saying => ({
    en: [`${show(person)} has no shift on ${date}.`, "Correct person, date or time, or add the shift to shifts.csv."],
    sv: [`${show(person)} har inget pass ${date}.`, "Rätta person, datum eller tid, eller lägg till passet i shifts.csv."],
  }),
  severalShifts: (person: string, date: string): Saying => ({
    en: [`${show(person)} has several shifts on ${date}.`, "Say which, by the column shift or start."],
    sv: [`${show(person)} har flera pass ${date}.`, "Skriv vilket, i kolumnen för pass eller starttid."],
  }),
  noNeed: (client: string, work: string, works: readonly string[]): Saying =>
    saying(
      `${show(client)} has no need ${show(work)}.`,
      `${show(client)} har ingen insats ${show(work)}.`,
      meant(work, works, { en: works.length === 0 ? "Add it to needs.csv, or remove the row." : `Write ${showChoices(works)}.`, sv: works.length === 0 ? "Lägg till den i needs.csv, eller ta bort raden." : `Skriv ${listed(works)}.` }),
    ),
  severalNeeds: (client: string, works: readonly string[]): Saying => ({
    en: [`${show(client)} has several needs on that day.`, `Say which: ${showChoices(works)}.`],
    sv: [`${show(client)} har flera insatser den dagen.`, `Skriv vilken: ${listed(works)}.`],
  }),
  notDue: (work: string, date: string): Saying => ({
    en: [`${show(work)} is not due on ${date}, or not as often as the rows say.`, "Correct the date, or how often and on which weekdays in needs.csv."],
    sv: [`${show(work)} ska inte göras ${date}, eller inte så många gånger som raderna säger.`, "Rätta datumet, eller hur ofta och vilka veckodagar i needs.csv."],
  }),
  badPeriod: (from: string): Saying => ({
    en: [`The period is to begin on ${JSON.stringify(from)}.`, "Write year-month-day, for example 2026-03-11."],
    sv: [`Perioden ska börja ${JSON.stringify(from)}.`, "Skriv år-månad-dag, till exempel 2026-03-11."],
  }),
};

/** What was read otherwise than written, or assumed. */
export const REMARK = {
  encoding: (encoding: string): Remark => ({ en: `read as ${encoding}.`, sv: `läst som ${encoding}.` }),
  unused: (labels: readonly string[]): Remark => ({ en: `not used: ${showChoices(labels, "and")}.`, sv: `används inte: ${listed(labels, "och")}.` }),
  blanks: (written: string | undefined, value: string): Remark => ({
    en: `${show(written)} is read as ${show(value)}, without the blanks around it.`,
    sv: `${show(written)} läses som ${show(value)}, utan mellanslagen runt om.`,
  }),
  above: (): Remark => ({ en: "the header is read from this row; what stands above it is passed over.", sv: "rubrikerna läses från den här raden; det som står ovanför hoppas över." }),
  headerAgain: (): Remark => ({ en: "the header stands here again; the row is passed over.", sv: "rubrikerna står här igen; raden hoppas över." }),
  ownShift: (shift: string): Remark => ({ en: `no shift is named ${show(shift)}; the person's own is taken.`, sv: `inget pass heter ${show(shift)}; personens eget tas.` }),
  inNoRound: (visits: number): Remark => ({ en: `${visits} ${visits === 1 ? "visit that is due stands" : "visits that are due stand"} in no round.`, sv: `${visits} besök som ska göras står inte i någon tur.` }),
  inHours: (label: string): Remark => ({ en: `the column ${show(label)} is read as hours.`, sv: `kolumnen ${show(label)} läses som timmar.` }),
  asMinutes: (text: string, minutes: number): Remark => ({ en: `${show(text)} is read as ${minutes} minutes.`, sv: `${show(text)} läses som ${minutes} minuter.` }),
  middle: (team: string | undefined): Remark => ({
    en: `no base of ${team === undefined ? "those without a team" : `team ${show(team)}`} is given: rounds start in the middle of the clients (assumed).`,
    sv: `ingen bas anges för ${team === undefined ? "dem utan grupp" : `gruppen ${show(team)}`}: turerna utgår från mitten av brukarna (antaget).`,
  }),
};

/** Swedish for what the reader of Cases finds; where a code is not here, it is said in English. */
export const CASE_ISSUES_SV: Readonly<Record<string, Saying["sv"]>> = {
  "planned-outside-window": ["Klockslaget ligger utanför det lovade tidsspannet.", "Rätta klockslaget, eller tidigast och senast."],
  "skill-nobody-has": ["Insatsen kräver en kompetens som ingen i personalen har.", "Rätta stavningen, eller lägg till kompetensen i staff.csv."],
  "shifts-overlap": ["Personen har ett annat pass vid samma tid.", "Rätta datum, tider eller person."],
  "window-too-short": ["Det som ska göras får inte plats mellan tiderna.", "Flytta isär tiderna, eller skriv färre minuter."],
  "days-apart-impossible": ["Det ska ske fler gånger i veckan än det finns dagar för.", "Skriv färre gånger, eller fler veckodagar."],
  "frame-without-minutes": ["Ramtiden ger inga minuter.", "Skriv antalet minuter."],
  "duplicate-id": ["Två rader har samma id.", "Ge varje rad ett eget id."],
  "bad-id": ["Det här går inte att använda som id.", "Skriv ett annat kort namn."],
  "out-of-range": ["Talet är för litet eller för stort.", "Rätta talet."],
  "span-reversed": ["Slutet ligger före början.", "Byt plats på tiderna."],
  "contact-refused": ["Brukaren tackar nej till sin omsorgskontakt.", "Välj en annan omsorgskontakt."],
  "unknown-team": ["Ingen grupp heter så.", "Skriv gruppen som i staff.csv."],
  "shift-without-base": ["Passet börjar ingenstans: det har varken bas eller grupp.", "Fyll i bas eller grupp."],
  "coordinates-missing": ["Platsen saknar koordinater.", "Fyll i latitud och longitud."],
};
