/** Tables as planners have them. */
import type { TableName } from "../../../src/io/import/columns.ts";

export type Texts = Readonly<Record<"clients" | "needs" | "staff" | "shifts", string>>;

/** Commas, decimal points, English names. */
export const ENGLISH: Texts = {
  clients: `client,name,latitude,longitude,team,frame minutes,frame period,care contact,entry,entry minutes,household
K1,"Öberg, Åsa",59.3312,18.0645,Norr,1200,four weeks,P1,key,2,
K2,Nils Ärla,59.3330,18.0700,Norr,,,,digital,,H2
K3,Siv Ärla,,,Norr,,,P2,,,H2
`,
  needs: `client,class,minutes,frequency,weekdays,earliest,latest,planned time,two people,skills,priority,basis
K1,hygiene,25,1/day,,07:30,09:30,08:00,no,,4,
K1,insulin,10,daily,,07:30,08:15,,,insulin,5,HSL
K2,lunch,20,1/day,mon-fri,11:30,12:45,,,,,
K3,shower,35,1/week,wed,9:00,13.00,,yes,,,
`,
  staff: `staff,name,team,skills,employment,contract hours
P1,Bo,Norr,insulin medicine,permanent,37
P2,Eva,Norr,"insulin,medicine",permanent,28.5
P3,Ali,Norr,,hourly,
`,
  shifts: `staff,date,from,to,modes,break minutes,break from,break to
P1,2026-03-09,07:00,15:30,eBike,30,10:30,13:30
P2,2026-03-10,07:00,15:30,eBike,30,10:30,13:30
P1,2026-03-11,7.00,1530,eBike,30,10:30,13:30
P3,2026-03-11,07:00,13:00,walk,,,
,2026-03-11,15:00,22:00,car,,,
`,
};

/** Semicolons, decimal commas, Swedish names; meant as Windows-1252. The same people and needs as {@link ENGLISH}. */
export const SWEDISH: Texts = {
  clients: `Kund;Namn;Latitud;Longitud;Team;Ramtid;Per;Fast omsorgskontakt;Tillträde;Tillträde minuter;Hushåll
K1;Öberg, Åsa;59,3312;18,0645;Norr;1200;4 veckor;P1;nyckel;2;
K2;Nils Ärla;59,3330;18,0700;Norr;;;;digitalt;;H2
K3;Siv Ärla;;;Norr;;;P2;;;H2
`,
  needs: `Brukare;Insats;Minuter;Frekvens;Veckodagar;Tidigast;Senast;Önskad tid;Dubbelbemanning;Kompetens;Prioritet;Lagrum
K1;hygiene;25;1/dag;;07.30;09.30;8.00;nej;;4;
K1;insulin;10;dagligen;;07.30;08.15;;;insulin;5;HSL
K2;lunch;20;1 gång per dag;mån–fre;11.30;12.45;;;;;
K3;shower;35;1 ggr/vecka;onsdag;900;1300;;ja;;;
`,
  staff: `Personal;Namn;Team;Kompetenser;Anställning;Avtal timmar/vecka
P1;Bo;Norr;insulin medicine;tillsvidare;37
P2;Eva;Norr;insulin,medicine;tillsvidare;28,5
P3;Ali;Norr;;timavlönad;
`,
  shifts: `Personal;Datum;Från;Till;Färdsätt;Rast;Rast från;Rast till
P1;2026-03-09;07.00;15.30;elcykel;30;10.30;13.30
P2;2026-03-10;07.00;15.30;elcykel;30;10.30;13.30
P1;2026-03-11;7.00;15.30;elcykel;30;10.30;13.30
P3;2026-03-11;07.00;13.00;gång;;;
;2026-03-11;15.00;22.00;bil;;;
`,
};

/** Bytes as an older spreadsheet saves them; all letters here have the same number in Windows-1252 as in Unicode, but for the dash. */
export const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text.replaceAll("\n", "\r\n"), (sign) => (sign === "–" ? 0x96 : sign.charCodeAt(0)));

export const map = <R>(texts: Texts, change: (text: string) => R): Record<keyof Texts, R> => ({
  clients: change(texts.clients),
  needs: change(texts.needs),
  staff: change(texts.staff),
  shifts: change(texts.shifts),
});

/** The tables with one text replaced; throws where it is not there, so that no test breaks nothing. */
export function spoiled(texts: Texts, table: TableName & keyof Texts, from: string | RegExp, to: string): Texts {
  const text = texts[table].replace(from, to);
  if (text === texts[table]) throw new Error(`${table} has no ${from}`);
  return { ...texts, [table]: text };
}
