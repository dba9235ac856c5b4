/** The cost of UHHC rounds, straight from the published rules and the file: an oracle that knows no Demand. */

export interface Visit {
  readonly patient: string;
  readonly service: string;
  readonly start: number;
  readonly end: number;
}

interface File {
  metadata: { time_window_met: string; cost_components: Record<string, number> };
  distances: number[][];
  terminal_points: { id: string; distance_matrix_index: number }[];
  caregivers: {
    id: string;
    departing_point: string;
    arrival_point: string;
    working_shift: { start: number; end: number };
    lunch_break: boolean;
  }[];
  patients: {
    id: string;
    distance_matrix_index: number;
    required_services: { service: string }[];
    time_windows: { start: number; end: number }[];
    preferred_caregivers?: string[];
  }[];
}

/** Rounds by caregiver, each in order of starts. */
export function costByRule(json: string, rounds: ReadonlyMap<string, readonly Visit[]>): number {
  const file = JSON.parse(json) as File;
  const raw = { travel: 0, late: 0, latest: 0, waiting: 0, extra: 0, idle: 0, preferences: 0, unserved: 0, lunches: 0 };
  const minutes = (a: number, b: number) => file.distances[a]![b]!;
  const served = new Set<string>();
  for (const caregiver of file.caregivers) {
    const { start, end } = caregiver.working_shift;
    const visits = rounds.get(caregiver.id) ?? [];
    const point = (id: string) => file.terminal_points.find((p) => p.id === id)!.distance_matrix_index;
    if (caregiver.lunch_break && !visits.some((v) => v.service === "lunch_break")) raw.lunches++;
    if (visits.length === 0) {
      raw.idle = Math.max(raw.idle, end - start);
      continue;
    }
    const places = visits.map(
      (v) => file.patients.find((p) => p.id === v.patient)?.distance_matrix_index ?? point(caregiver.departing_point),
    );
    const out = minutes(point(caregiver.departing_point), places[0]!);
    let idle = visits[0]!.start - out - start;
    raw.travel += out;
    for (const [i, visit] of visits.entries()) {
      if (i > 0) {
        const travel = minutes(places[i - 1]!, places[i]!);
        const wait = visit.start - visits[i - 1]!.end - travel;
        raw.travel += travel;
        idle += wait;
        if (!(i === 1 && visits[0]!.service === "lunch_break")) raw.waiting += wait;
      }
      if (visit.service === "lunch_break") continue;
      const patient = file.patients.find((p) => p.id === visit.patient)!;
      const window = patient.time_windows.filter((w) => w.start <= visit.start).at(-1)!;
      const late = Math.max(0, (file.metadata.time_window_met === "at_service_end" ? visit.end : visit.start) - window.end);
      raw.late += late;
      raw.latest = Math.max(raw.latest, late);
      if (patient.preferred_caregivers?.includes(caregiver.id) === false) raw.preferences++;
      served.add(`${patient.id}/${visit.service}`);
    }
    const back = minutes(places.at(-1)!, point(caregiver.arrival_point));
    const home = visits.at(-1)!.end + back;
    raw.travel += back;
    raw.extra += Math.max(0, home - end);
    raw.idle = Math.max(raw.idle, idle + Math.max(0, end - home));
  }
  // A patient served in part breaks a rule whatever it costs; it is counted as unserved here and there.
  raw.unserved = file.patients.filter((p) => p.required_services.some((s) => !served.has(`${p.id}/${s.service}`))).length;
  const w = file.metadata.cost_components;
  const weighted: [string, number][] = [
    ["travel_time", raw.travel],
    ["total_tardiness", raw.late],
    ["highest_tardiness", raw.latest],
    ["total_waiting_time", raw.waiting],
    ["total_extra_time", raw.extra],
    ["max_idle_time", raw.idle],
    ["caregiver_preferences", raw.preferences],
    ["optional_patients", raw.unserved],
    ["missed_lunch_break", raw.lunches],
  ];
  return weighted.reduce((sum, [name, value]) => sum + (w[name] ?? 0) * value, 0);
}
