/** What plans are called where people read them. */

const TODAY = { sv: "I dag", en: "Today" } as const;

/** The model with a capital. */
export const titleOf = (model: string): string => model.charAt(0).toUpperCase() + model.slice(1);

/** Plans of one page: by model, that of today by this name; where two would be called alike, by file as well. */
export function titlesOf(arms: readonly { readonly model: string; readonly isToday: boolean; readonly file: string }[], lang: "sv" | "en"): string[] {
  const names = arms.map(({ model, isToday }) => (isToday ? TODAY[lang] : titleOf(model)));
  return names.map((name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${arms[i]?.file})`));
}
