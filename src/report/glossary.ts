/** The words that the page uses and not everybody knows, at its foot. */
import type { Locale } from "./arm.ts";
import { type Html, html } from "./html.ts";

type Entry = readonly [word: string, meaning: string];

const GLOSSARY: Readonly<Record<Locale, { readonly title: string; readonly entries: readonly Entry[] }>> = {
  sv: {
    title: "Ord på sidan",
    entries: [
      ["Insteg", "minuterna för att komma in hos brukaren: nyckel, skor, handskar"],
      ["Luft", "så många minuter det första besöket kan dra över utan att något lovat tidsspann bryts eller passet blir för långt; avrundat nedåt"],
      ["Lovat tidsspann", "de klockslag mellan vilka brukaren är lovad att besöket börjar"],
      ["Schablontid", "minuterna som en insats beviljas med"],
      ["Minute, ramtid", "minute ger varje besök dess schablontid; ramtid låter minuterna flyttas inom brukarens ram eller beviljade tid"],
      ["Rapport, överlämning", "passets början eller slut, då de som går och de som kommer berättar för varandra hur dagen varit"],
      ["Omsorgskontaktens egen tid", "tid varje vecka då den fasta omsorgskontakten ringer, skriver och planerar för sina brukare"],
      ["Går bredvid, lär upp", "en ny medarbetare följer en annans pass"],
      ["Delegering", "sjuksköterskans skriftliga uppdrag att utföra en hälso- och sjukvårdsuppgift, till ett visst datum"],
      ["Område", "kvarter eller grupp av hem, så som det lästs in"],
      ["Ersättning", "vad kommunen betalar utföraren för besöken, efter de regler som lästs in"],
      ["Nivå", "vad som vägs först: nivå 0 är regler, och en lägre nivå går alltid före en högre"],
      ["Slumpfrö, steg", "med samma underlag, slumpfrö och steg görs samma plan om igen"],
      ["Underlag", "kontrollsumma av det som planerades: är den lika på två utskrifter gäller de samma underlag"],
    ],
  },
  en: {
    title: "Words on this page",
    entries: [
      ["Entry", "the minutes it takes to get in to the client: key, shoes, gloves"],
      ["Slack", "how many minutes the first visit may overrun before a promised span or the end of the shift is broken; rounded down"],
      ["Promised span", "the clock times between which the client is promised that the visit begins"],
      ["Template time", "the minutes with which an intervention is granted"],
      ["Minute, ramtid", "minute gives each visit its template time; ramtid lets minutes move within the client's time frame or granted time"],
      ["Handover", "the beginning or end of a shift, when those who leave tell those who come how the day has been"],
      ["Care contact's own time", "time each week in which the named care contact calls, writes and plans for own clients"],
      ["Rast", "the unpaid rest in a shift"],
      ["Follows, introduces", "a new member of the staff goes along on another's shift"],
      ["Delegation", "the nurse's written permission to do a health care task, until a date"],
      ["Area", "block or group of homes, as read in"],
      ["Tariff, revenue", "the rules by which the municipality pays the provider for visits, as read in, and what they give"],
      ["Level", "what is weighed first: level 0 is rules, and a lower level always goes before a higher one"],
      ["Seed, steps", "the same input, seed and steps make the same plan again"],
      ["Input", "a checksum of what was planned: where it is the same on two prints they rest on the same input"],
    ],
  },
};

export function glossary(locale: Locale): Html {
  const { title, entries } = GLOSSARY[locale];
  return html`<section id="words"><h2>${title}</h2><dl>${entries.map(([word, meaning]) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`)}</dl></section>`;
}
