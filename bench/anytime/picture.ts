/** Cost against time as one SVG, written by hand: time and excess on logarithmic axes. */

/** One line of the picture. */
export interface Line {
  readonly name: string;
  /** Rivals are dashed. */
  readonly isRival: boolean;
  /** `excess` in percent; null: nothing to compare, drawn hollow on the upper edge. */
  readonly points: readonly { readonly seconds: number; readonly excess: number | null }[];
}

const COLOURS = ["#1f4e79", "#c45a00", "#2f8577", "#8f4a94", "#8a6d00", "#b0303c", "#4b6b2a", "#5a5f6b"];
const [WIDTH, HEIGHT] = [920, 470];
const BOX = { left: 70, right: 640, top: 46, bottom: 400 };
/** Percent at the edges. */
const [LEAST, MOST] = [0.1, 100];
const PERCENTS = [0.1, 0.3, 1, 3, 10, 30, 100];
const SECONDS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600];
/** Pixels between the middles of two names. */
const APART = 17;

/** The picture as text, complete in itself. `about`: what was run, in one line. */
export function pictureOf(lines: readonly Line[], about: string): string {
  const seconds = lines.flatMap(({ points }) => points.map((point) => point.seconds));
  const [first, last] = [Math.min(...seconds), Math.max(...seconds)];
  const x = (at: number): number => BOX.left + ((BOX.right - BOX.left) * Math.log(at / first)) / Math.max(Math.log(last / first), 1e-9);
  const y = (excess: number): number => {
    const share = Math.log(Math.min(MOST, Math.max(LEAST, excess)) / LEAST) / Math.log(MOST / LEAST);
    return BOX.bottom - (BOX.bottom - BOX.top) * share;
  };
  const grid = [
    ...PERCENTS.map((percent) => `<path class="grid" d="M${BOX.left} ${one(y(percent))}H${BOX.right}"/><text x="${BOX.left - 8}" y="${one(y(percent) + 4)}" text-anchor="end">${percent} %</text>`),
    ...SECONDS.filter((at) => at >= first && at <= last).map((at) => `<path class="grid" d="M${one(x(at))} ${BOX.top}V${BOX.bottom}"/><text x="${one(x(at))}" y="${BOX.bottom + 18}" text-anchor="middle">${at}</text>`),
  ];
  const names = namesBeside(lines.map(({ points }) => y(points.at(-1)?.excess ?? MOST)));
  const drawn = lines.map((line, i) => {
    const colour = COLOURS[i % COLOURS.length] as string;
    const known = line.points.flatMap(({ seconds: at, excess }) => (excess === null ? [] : [{ at, excess }]));
    const path = known.map(({ at, excess }, k) => `${k === 0 ? "M" : "L"}${one(x(at))} ${one(y(excess))}`).join("");
    const dots = known.map(({ at, excess }) => `<circle cx="${one(x(at))}" cy="${one(y(excess))}" r="3" fill="${colour}"/>`).join("");
    const none = line.points.filter(({ excess }) => excess === null).map(({ seconds: at }) => `<circle cx="${one(x(at))}" cy="${BOX.top}" r="3" fill="#fff" stroke="${colour}"/>`).join("");
    const dash = line.isRival ? ' stroke-dasharray="6 4"' : "";
    const name = `<text x="${BOX.right + 12}" y="${one((names[i] as number) + 4)}" fill="${colour}">${escaped(line.name)}</text>`;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>${dots}${none}${name}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="Cost above the best by budget">
<style>text{font:13px system-ui,"Segoe UI",Roboto,Arial,sans-serif}.grid{stroke:#dde2e8;fill:none}.small{font-size:12px}</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${BOX.left}" y="22" font-weight="600">Cost above the best, by budget</text>
${grid.join("\n")}
${drawn.join("\n")}
<text x="${(BOX.left + BOX.right) / 2}" y="${BOX.bottom + 38}" text-anchor="middle">budget, seconds</text>
<text class="small" x="${BOX.left}" y="${HEIGHT - 10}">${escaped(about)} Hollow: not legal, or worse on an earlier level.</text>
</svg>
`;
}

/** Heights of names beside the ends of their lines, pushed apart where they would touch. */
function namesBeside(ends: readonly number[]): readonly number[] {
  const order = ends.map((_, i) => i).sort((a, b) => (ends[a] as number) - (ends[b] as number) || a - b);
  const heights = ends.slice();
  let free = BOX.top;
  for (const i of order) {
    heights[i] = Math.max(free, ends[i] as number);
    free = (heights[i] as number) + APART;
  }
  let most = BOX.bottom + APART;
  for (const i of order.toReversed()) {
    heights[i] = Math.min(heights[i] as number, most);
    most = (heights[i] as number) - APART;
  }
  return heights;
}

const one = (value: number): string => String(Math.round(10 * value) / 10);

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
