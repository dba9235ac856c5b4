/** A server on a free port that speaks the services' protocols, with travel that anybody can compute from coordinates. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Asymmetric, and different where latitude and longitude are taken for each other. On foot it takes four times as long. */
export function trip(from: Spot, to: Spot, profile = "car"): { readonly seconds: number; readonly metres: number } {
  const north = Math.round((to.latitude - from.latitude) * 1e4);
  const east = Math.round((to.longitude - from.longitude) * 1e4);
  const [seconds, metres] = [
    3 * Math.abs(north) + Math.abs(east) + (east > 0 ? 7 : 0),
    31 * Math.abs(north) + 11 * Math.abs(east) + (north > 0 ? 5 : 0),
  ];
  return { seconds: seconds * (/foot|pedestrian/.test(profile) ? 4 : 1), metres };
}

/** What a request asked for, as the server understood it. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly profile: string;
  readonly sources: readonly Spot[];
  readonly targets: readonly Spot[];
  readonly body: Record<string, unknown>;
}

export type Answer = { readonly status: number; readonly body: unknown };
/** In place of the protocol's answer; undefined: answer as usual. */
export type Fault = (asked: Asked, response: ServerResponse) => Answer | "handled" | undefined | Promise<Answer | "handled" | undefined>;

export interface Stub {
  readonly url: string;
  /** Everything asked so far, in the order of arrival. */
  readonly asked: Asked[];
  fault: Fault;
  /** Pairs that no way joins. */
  cut: (from: Spot, to: Spot) => boolean;
  close(): Promise<void>;
}

type Protocol = (request: IncomingMessage, body: string) => { asked: Asked; answer: (cut: Stub["cut"]) => Answer };

export async function startStub(protocol: Protocol): Promise<Stub> {
  const asked: Asked[] = [];
  const server: Server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => (text += chunk));
    request.on("end", async () => {
      const understood = protocol(request, text);
      asked.push(understood.asked);
      const answer = (await stub.fault(understood.asked, response)) ?? understood.answer(stub.cut);
      if (answer === "handled") return;
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  const stub: Stub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    fault: () => undefined,
    cut: () => false,
    close: () =>
      new Promise((go) => {
        server.close(() => go());
        server.closeAllConnections();
      }),
  };
  return stub;
}

/** `osrm-routed` with `--max-table-size`; stricter than it, every coordinate counts. */
export const osrmProtocol =
  (maxTableSize = 100): Protocol =>
  (request) => {
    const url = new URL(request.url!, "http://stub");
    const [, service, version, profile, coordinates] = url.pathname.split("/") as [string, string, string, string, string];
    const points = coordinates.split(";").map((pair) => {
      const [longitude, latitude] = pair.split(",").map(Number) as [number, number];
      return { latitude, longitude };
    });
    const chosen = (name: string): Spot[] =>
      url.searchParams
        .get(name)!
        .split(";")
        .map((index) => points[Number(index)]!);
    const [sources, targets] = [chosen("sources"), chosen("destinations")];
    const asked = { method: request.method!, url: request.url!, headers: request.headers, profile, sources, targets, body: {} };
    return {
      asked,
      answer(cut) {
        if (service !== "table" || version !== "v1") return { status: 400, body: { code: "InvalidService", message: "Service not found" } };
        if (points.length < 2)
          return { status: 400, body: { code: "InvalidOptions", message: "Number of coordinates needs to be at least two." } };
        if (points.length > maxTableSize) return { status: 400, body: { code: "TooBig", message: "Too many table coordinates" } };
        const table = (name: "seconds" | "metres") =>
          sources.map((from) =>
            targets.map((to) => (cut(from, to) ? null : trip(from, to, profile)[name] + (name === "seconds" ? 0.3 : -0.2))),
          );
        const annotations = url.searchParams.get("annotations")!.split(",");
        const body = {
          code: "Ok",
          ...(annotations.includes("duration") && { durations: table("seconds") }),
          ...(annotations.includes("distance") && {
            distances: table("metres").map((row) => row.map((metres) => metres && Math.max(0, metres))),
          }),
          sources: sources.map((spot) => ({ hint: "", distance: 1.5, name: "", location: [spot.longitude, spot.latitude] })),
          destinations: targets.map((spot) => ({ hint: "", distance: 1.5, name: "", location: [spot.longitude, spot.latitude] })),
        };
        return { status: 200, body };
      },
    };
  };

/** `valhalla_service` with `max_matrix_location_pairs`. */
export const valhallaProtocol =
  (maxPairs = 2500): Protocol =>
  (request, text) => {
    const body = JSON.parse(text) as { sources: { lat: number; lon: number }[]; targets: { lat: number; lon: number }[]; costing: string };
    const spots = (list: readonly { lat: number; lon: number }[]): Spot[] =>
      list.map(({ lat, lon }) => ({ latitude: lat, longitude: lon }));
    const [sources, targets] = [spots(body.sources), spots(body.targets)];
    const asked = {
      method: request.method!,
      url: request.url!,
      headers: request.headers,
      profile: body.costing,
      sources,
      targets,
      body: { ...body },
    };
    const refusal = (error_code: number, error: string): Answer => ({
      status: 400,
      body: { error_code, error, status_code: 400, status: "Bad Request" },
    });
    return {
      asked,
      answer(cut) {
        if (new URL(request.url!, "http://stub").pathname !== "/sources_to_targets") return refusal(106, "Try any of: /sources_to_targets");
        if (sources.length * targets.length > maxPairs) return refusal(150, `Exceeded max locations: ${maxPairs}`);
        if (sources.every((from) => targets.every((to) => cut(from, to)))) return refusal(442, "No path could be found for input");
        const rows = sources.map((from, i) =>
          targets.map((to, j) => {
            const { seconds, metres } = trip(from, to, body.costing);
            const way = cut(from, to) ? { time: null, distance: null } : { time: seconds, distance: metres / 1000 };
            return { from_index: i, to_index: j, ...way };
          }),
        );
        return {
          status: 200,
          body: { sources_to_targets: rows, sources: body.sources, targets: body.targets, units: "kilometers", algorithm: "costmatrix" },
        };
      },
    };
  };
