import { expect, test } from "vitest";
import type { Case } from "../../src/model/case.ts";
import type { Comparison } from "../../src/report/arm.ts";
import { flatMap, type MapRound, mapRounds, scaleBarKm } from "../../src/report/plots/flatMap.ts";
import { mapFigure } from "../../src/report/plots/mapFigure.ts";
import { roundLines } from "../../src/report/plots/roundLines.ts";
import { peopleOf } from "../../src/report/people.ts";
import { demand, plan, town } from "../kpi/town.ts";
import { full, short, mapOf, viewOf } from "./arms.ts";

const located: Case = {
  ...town,
  places: [{ id: "base", latitude: 60, longitude: 15 }, { id: "p1", latitude: 60.01, longitude: 15.02 }, { id: "p2", latitude: 59.99, longitude: 15.02 }],
};
const comparison = (more: Partial<Comparison> = {}): Comparison => ({ case: located, arms: [full, short], locale: "en", ...more });

test("north is up, and at 60 degrees a degree of longitude is half as long as one of latitude", () => {
  const places = [{ id: "a", latitude: 59.5, longitude: 10 }, { id: "b", latitude: 60.5, longitude: 12 }, { id: "c", latitude: 60, longitude: 11 }, { id: "nowhere" }];
  const map = flatMap(places, { width: 120, margin: 10, heights: [50, 120] });
  expect(map?.dots).toEqual([[10, 110], [110, 10], [60, 60], undefined]);
  expect(map?.pixelsPerKm).toBeCloseTo(100 / 111.195, 5);
  expect(map?.height).toBe(120);
});

test("one scale in both directions, between the heights allowed, and without places no map", () => {
  const wide = flatMap([{ id: "a", latitude: 60, longitude: 10 }, { id: "b", latitude: 60, longitude: 12 }], { width: 120, margin: 10, heights: [50, 120] });
  expect([wide?.height, wide?.dots]).toEqual([50, [[10, 25], [110, 25]]]);
  const spot = flatMap([{ id: "a", latitude: 60, longitude: 10 }], { width: 120, margin: 10, heights: [50, 120] });
  expect([spot?.dots, spot?.pixelsPerKm]).toEqual([[[60, 25]], 200]);
  expect(flatMap([{ id: "a" }], { width: 120, margin: 10, heights: [50, 120] })).toBeUndefined();
  expect(flatMap([{ id: "a", latitude: 60, longitude: 10 }], { width: 120, margin: 10, heights: [50, 120] }, () => false)).toBeUndefined();
});

test("the scale bar is the longest round length that fits", () => {
  expect([100, 300, 13, 0.9, 2000].map((pixelsPerKm) => scaleBarKm(pixelsPerKm, 130))).toEqual([1, 0.2, 10, 100, 0.05]);
});

test("a round goes from base to base over its stops", () => {
  const [monday] = mapRounds(viewOf(town, demand, plan));
  expect(monday).toEqual([
    { worker: "Anna", team: undefined, places: [0, 2, 1, 2, 1, 0], homes: [2, 1], stops: 4, km: 5 + 10 + 10 + 10 + 5 },
    { worker: "Bo", team: undefined, places: [0, 2, 0], homes: [2], stops: 1, km: 10 },
  ]);
});

test("lines that share a way lie side by side, in both directions", () => {
  const dots = [[0, 0], [100, 0], [100, 50]] as const;
  const round = (places: number[], homes: number[]): MapRound => ({ worker: "w", team: undefined, places, homes, stops: 0, km: null });
  expect(roundLines({ dots }, [round([0, 1, 2, 0], [1, 2])])).toEqual([{ between: "M100 0L100 50", outAndBack: "M0 0L100 0M100 50L0 0" }]);
  expect(roundLines({ dots }, [round([0, 1], [0, 1]), round([1, 0], [0, 1])])).toEqual([
    { between: "M0 -1.3L100 -1.3", outAndBack: "" },
    { between: "M100 1.3L0 1.3", outAndBack: "" },
  ]);
});

test("places without coordinates are passed over and counted", () => {
  const dots = [[0, 0], undefined, [100, 50]] as const;
  const round = { worker: "w", team: undefined, places: [0, 1, 2], homes: [0, 1, 2], stops: 0, km: null };
  expect(roundLines({ dots }, [round])).toEqual([{ between: "M0 0L100 50", outAndBack: "" }]);
  const partly: Case = { ...located, places: [located.places[0]!, { id: "p1" }, located.places[2]!] };
  expect(mapOf(comparison({ case: partly })).text).toContain("1 place has no coordinates, and 4 stops there are not drawn.");
  expect(mapOf(comparison({ case: town })).text).toContain("No place has a latitude and longitude, so there is no map.");
});

test("the first weekday is shown, other days are folded away, and homes are drawn once", () => {
  const text = mapOf(comparison()).text;
  expect(text.match(/<svg class="map"[^>]* role="img"/g)).toHaveLength(4);
  expect(text.match(/<svg class="map"[^>]* aria-hidden="true"/g)).toHaveLength(4); // two rounds of each plan apart
  expect(text.indexOf("Monday 2 March")).toBeLessThan(text.indexOf('<details class="m-more">'));
  expect(text.indexOf("Tuesday 3 March")).toBeGreaterThan(text.indexOf('<details class="m-more"><summary>The other day</summary>'));
  expect(text.match(/id="map-homes"/g)).toHaveLength(1);
  expect(text.match(/href="#map-homes"/g)).toHaveLength(8);
  const sunday = { ...full, demand: { ...demand, days: [{ date: "2026-03-01", begins: 0 }, { date: "2026-03-02", begins: 86_400 }] } };
  const later = mapOf(comparison({ arms: [sunday] })).text;
  expect(later.indexOf("Monday 2 March")).toBeLessThan(later.indexOf("Sunday 1 March"));
});

test("rounds have the colours of their teams where there are several", () => {
  const teamed = { ...full, demand: { ...demand, shifts: demand.shifts.map((s) => ({ ...s, team: s.worker === "Bo" ? "west" : "east" })) } };
  const teams: Case = { ...located, teams: [{ id: "west", base: "base", name: "Väster" }, { id: "east", base: "base" }] };
  const text = mapOf(comparison({ case: teams, arms: [teamed] })).text;
  expect(text).toContain('<path class="m-round p-line0" d="M0 7H22"/></svg>round, Väster</li>');
  expect(text).toContain('<path class="m-round p-line1" d="M0 7H22"/></svg>round, east</li>');
  expect(text).toContain('<path class="m-round p-line1" d="M0 4H22"/></svg>1 Anna: 4 visits');
  expect(text).not.toContain("p-line2");
});

test("people are shown by initials, never by name", () => {
  const named: Case = { ...located, clients: located.clients.map((c) => ({ ...c, name: `Karin ${c.id.toUpperCase()}son` })), staff: located.staff.map((s) => ({ ...s, name: `${s.name} Berg` })) };
  const text = mapOf(comparison({ case: named })).text;
  expect(text).toContain("<title>KB, KC</title>");
  expect(text).toContain("<b>1 Anna B.</b> 4 visits, 40.0 km");
  expect(text).not.toMatch(/Karin|Berg/);
});

test("numbers of rounds do not stand on each other, and dashed lines are explained where there are any", () => {
  const close = [0, 1, 2, 3].map((i) => ({ id: `p${i}`, latitude: 60 + i / 1e3, longitude: 15 }));
  const far = { id: "far", latitude: 61, longitude: 15 };
  const map = flatMap([...close, far], { width: 560, margin: 28, heights: [220, 460] });
  const rounds = close.map((_, i): MapRound => ({ worker: "Anna", team: undefined, places: [4, i, 4], homes: [i], stops: 1, km: 1 }));
  const text = mapFigure({ map: map as NonNullable<typeof map>, homes: new Map(close.map((_, i) => [i, ["A"]])), teams: [], people: peopleOf(town), locale: "en" }, "Minute", rounds, "Monday", false).text;
  const at = [...text.matchAll(/<text class="m-name" x="([\d.]+)" y="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  expect(at.length).toBeGreaterThan(1);
  const piled = at.flatMap(([x, y], i) => at.slice(0, i).filter(([u, v]) => Math.abs(x - u) < 8 && Math.abs(y - v) < 13));
  expect(piled).toEqual([]);
  expect(mapOf(comparison()).text).not.toContain("dashed");
  const nine = Array.from({ length: 9 }, (_, i) => ({ ...(plan.shifts[0] as (typeof plan.shifts)[number]), shift: `more-${i}` }));
  const shifts = nine.map(({ shift }) => ({ ...(demand.shifts.find(({ id }) => id === plan.shifts[0]?.shift) as (typeof demand.shifts)[number]), id: shift }));
  const crowded = { ...full, demand: { ...demand, shifts }, plan: { ...plan, shifts: nine } };
  expect(mapOf(comparison({ arms: [crowded] })).text).toContain("round 9 and later: the same colours again, dashed");
});

test("ids and names cannot break out of a map, and it is the same each time", () => {
  const evil = `</title><script>alert("1")</script>'"&`;
  const hostile: Case = { ...located, clients: located.clients.map((c, i) => ({ ...c, id: `${evil}${i}` })) };
  const text = mapOf(comparison({ case: hostile, arms: [{ ...full, name: evil, plan: { ...plan, shifts: [] } }, full] })).text;
  expect(text).not.toContain("<script");
  expect(text).toContain("&lt;script&gt;");
  expect(mapOf(comparison()).text).toBe(mapOf(comparison()).text);
});
