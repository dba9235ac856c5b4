/** A town's texts in Swedish, as a planner of home care would write them. Ids, classes and all that is not read by people stay as they are. */
import type { Case } from "../model/case.ts";

/** Texts that are not here, such as callers' own, stay as they are. */
const SWEDISH: Readonly<Record<string, string>> = {
  // purposes
  "Get up, wash and have breakfast": "Komma upp, tvätta sig och äta frukost",
  "Toilet and something to drink": "Toalettbesök och något att dricka",
  "Eat at midday": "Äta lunch",
  "Feel safe, a snack": "Tillsyn och mellanmål",
  "Eat in the evening": "Äta kvällsmat",
  "Go to bed": "Komma i säng",
  "Toilet before the night": "Toalettbesök inför natten",
  "Turned and changed at night": "Vändning och byte av skydd på natten",
  "Structure of the day, and out among people": "Struktur i vardagen och komma ut bland folk",
  "Be clean": "Duscha och vara ren",
  "A home in order": "Ha det städat hemma",
  "Clean clothes": "Ha rena kläder",
  "Food at home": "Ha mat hemma",
  "Out among people": "Komma ut bland folk",
  "An alarm that works": "Ett trygghetslarm som fungerar",
  "Someone to talk the week over with": "Någon att prata igenom veckan med",
  "The right dose in time": "Rätt dos i rätt tid",
  "Feel safe at night": "Känna sig trygg på natten",
  // life areas (ICF)
  "d2 general tasks and demands": "d2 allmänna uppgifter och krav",
  "d5 self-care": "d5 personlig vård",
  "d6 domestic life": "d6 hemliv",
  "d7 relations": "d7 relationer",
  "d9 community life": "d9 samhällsgemenskap",
  safety: "trygghet",
  // goals
  "Have days with a structure.": "Ha struktur på dagarna.",
  "Manage body and health at home, with as much of it oneself as possible.": "Sköta kropp och hälsa hemma och göra så mycket som möjligt själv.",
  "Eat well, in a home in order.": "Äta bra och ha det i ordning hemma.",
  "Have somebody to talk to.": "Ha någon att prata med.",
  "Get out among people.": "Komma ut bland folk.",
  "Feel safe, by night too.": "Känna sig trygg, även på natten.",
  "Live as before.": "Leva som förut.",
  // absences and what is new
  hospital: "sjukhus",
  "with relatives": "hos anhöriga",
};

const swedish = (text: string): string => SWEDISH[text] ?? text;

/** The same town with Swedish texts. */
export function inSwedish(town: Case): Case {
  return {
    ...town,
    name: town.name.replace("Sample town", "Exempelort"),
    areas: (town.areas ?? []).map(({ name, ...area }) => ({ ...area, ...(name !== undefined && { name: name.replace("Around team-", "Kring grupp ") }) })),
    needs: town.needs.map(({ purpose, lifeArea, ...need }) => ({
      ...need,
      ...(purpose !== undefined && { purpose: swedish(purpose) }),
      ...(lifeArea !== undefined && { lifeArea: swedish(lifeArea) }),
    })),
    clients: town.clients.map(({ implementationPlan, away, ...client }) => ({
      ...client,
      ...(implementationPlan && {
        implementationPlan: {
          ...implementationPlan,
          ...(implementationPlan.goals && { goals: implementationPlan.goals.map(({ text, lifeArea, ...goal }) => ({ ...goal, text: swedish(text), ...(lifeArea !== undefined && { lifeArea: swedish(lifeArea) }) })) }),
        },
      }),
      ...(away && { away: away.map(({ reason, ...stay }) => ({ ...stay, ...(reason !== undefined && { reason: swedish(reason) }) })) }),
    })),
  };
}
