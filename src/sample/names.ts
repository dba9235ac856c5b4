/** What people are called: common Swedish names, so that a plan reads as one. */
import type { Client } from "../model/case.ts";
import type { Staff } from "../model/staff.ts";
import { Random } from "../random.ts";

const OLDER = [
  "Anna", "Arne", "Barbro", "Bengt", "Birgitta", "Christer", "Curt", "Doris", "Dagny", "Elsa", "Erik", "Folke", "Gun", "Gunnar", "Hans", "Harriet", "Inga", "Ingvar",
  "Jan", "Karin", "Kjell", "Lars", "Lilian", "Margit", "Maj", "Nils", "Olle", "Per", "Ragnar", "Rut", "Sven", "Siv", "Tage", "Ulla", "Verner", "Viola", "Yngve", "Åke",
];
const WOMEN = [
  "Amina", "Annika", "Camilla", "Elin", "Emma", "Fatima", "Frida", "Hanna", "Helena", "Ida", "Jenny", "Johanna", "Lena", "Linda", "Maria", "Maryam", "Nina", "Petra",
  "Sara", "Sofia", "Susanne", "Therese", "Tove", "Yasmin",
];
const MEN = ["Ahmed", "Anders", "Daniel", "Emil", "Fredrik", "Hassan", "Jonas", "Marcus", "Mikael", "Omar", "Patrik", "Simon"];
const FAMILIES = [
  "Alm", "Berg", "Blom", "Dahl", "Ek", "Fors", "Falk", "Gran", "Hed", "Hjort", "Isaksson", "Järv", "Kvist", "Lind", "Lund", "Mård", "Norén", "Olsson", "Palm", "Rask",
  "Sand", "Ström", "Tall", "Udd", "Vik", "Wall", "Åberg", "Öst",
];

/** Names the clients, no two with the same initials as long as there are others. Draws from a stream of its own. */
export function namedClients(clients: readonly Client[], seed: number): Client[] {
  const names = namesFrom(OLDER, Random.keyed(seed, "clients' names"), initialsOf);
  return clients.map((client) => ({ ...client, name: names() }));
}

/** Names the staff, no two alike as long as there are others. */
export function namedStaff(staff: readonly Staff[], seed: number): Staff[] {
  const random = Random.keyed(seed, "names of the staff");
  const [women, men] = [namesFrom(WOMEN, random, (name) => name), namesFrom(MEN, random, (name) => name)];
  return staff.map((person) => ({ ...person, name: person.traits?.includes("man") ? men() : women() }));
}

const initialsOf = (name: string): string => name.replace(/(\S)\S*\s*/gu, "$1");

/** Gives names, given names in turn and what `keyOf` says but once; begins anew when all are given. */
function namesFrom(first: readonly string[], random: Random, keyOf: (name: string) => string): () => string {
  const [given, families] = [random.shuffled(first), random.shuffled(FAMILIES)];
  const all = families.flatMap((_, round) => given.map((name, i) => `${name} ${families[(i + round) % families.length]}`));
  const keys = new Set<string>();
  const names = all.filter((name) => keys.size < keys.add(keyOf(name)).size);
  let next = 0;
  return () => names[next++ % names.length] as string;
}
