/** What plans are called where people read them. */

const TODAY = { sv: "I dag", en: "Today" } as const;

const SWEDISH: Readonly<Record<string, string>> = { minute: "Minutplanering", pooled: "Samlad ram" };

/** The model as planners call it, with a capital. */
export function titleOf(model: string, lang: "sv" | "en"): string {
  const name = lang === "sv" && Object.hasOwn(SWEDISH, model) ? (SWEDISH[model] ?? model) : model;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Plans of one page: by model, that of today by this name; where two would be called alike, by file as well. */
export function titlesOf(arms: readonly { readonly model: string; readonly isToday: boolean; readonly file: string }[], lang: "sv" | "en"): string[] {
  const names = arms.map(({ model, isToday }) => (isToday ? TODAY[lang] : titleOf(model, lang)));
  return names.map((name, i) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${arms[i]?.file})`));
}
