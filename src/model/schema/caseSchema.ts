/** The Case as JSON Schema; `case.ts` says what everything means. Who works is in `staffSchema.ts`, who needs help in `clientSchema.ts`. */
import { Type } from "@sinclair/typebox";
import { client, framePeriod, household, need } from "./clientSchema.ts";
import { lazy } from "./lazy.ts";
import { amount, byName, id, ids, notNegative, oneOf, oneOfNumbers, positive, record, share, text, whole } from "./parts.ts";
import { caseShift, clockWindow, mode, staff } from "./staffSchema.ts";

const place = () =>
  record({
    id: id(),
    latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    area: Type.Optional(id()),
  });

const travelMode = () =>
  record({
    mode: mode(),
    matrix: Type.Optional(
      record({
        seconds: Type.Array(Type.Array(whole(0))),
        metres: Type.Optional(Type.Array(Type.Array(whole(0)))),
      }),
    ),
    formula: Type.Optional(
      record({
        kmPerHour: positive(),
        detour: Type.Number({ minimum: 1 }),
        fixedSeconds: notNegative(),
        winterFactor: Type.Optional(Type.Number({ minimum: 1 })),
      }),
    ),
    profile: Type.Optional(Type.Array(record({ from: text("clock-time"), factor: positive() }), { minItems: 1 })),
    co2GramsPerKm: Type.Optional(notNegative()),
  });

const framePolicy = () =>
  record({
    id: id(),
    scope: oneOf("client", "provider"),
    carryOver: record({ mode: oneOf("none", "withinPeriod", "rolling"), maxShare: Type.Optional(notNegative()) }),
    swap: record({ betweenPurposes: Type.Boolean(), betweenDays: Type.Boolean() }),
    cap: Type.Optional(share()),
    includesDelegated: Type.Optional(Type.Boolean()),
    doubleCounts: Type.Optional(oneOfNumbers(1, 2)),
  });

const tariff = () =>
  record({
    id: id(),
    basis: oneOf("grantedHour", "performedHour", "visit", "lumpSum"),
    amount: amount(),
    amountByClass: Type.Optional(byName(amount())),
    amountByArea: Type.Optional(byName(amount())),
    nightAmount: Type.Optional(amount()),
    nightHours: Type.Optional(clockWindow()),
    declinedShares: Type.Optional(byName(share())),
    unplannedAbsence: Type.Optional(record({ firstDayShare: share(), laterShare: share(), lastDay: whole(1), classes: Type.Optional(ids()) })),
    newClientAmount: Type.Optional(amount()),
    alarmPerMonth: Type.Optional(amount()),
    costPerWorkedHour: Type.Optional(notNegative()),
    overtimeFactor: Type.Optional(notNegative()),
  });

const provider = () =>
  record({
    id: id(),
    name: Type.Optional(Type.String()),
    tariff: Type.Optional(id()),
    pool: Type.Optional(record({ minutes: notNegative(), per: framePeriod(), usedMinutes: Type.Optional(notNegative()) })),
  });

const agreement = () =>
  record({
    dailyRestHours: Type.Optional(Type.Number({ minimum: 0, maximum: 24 })),
    weeklyRestHours: Type.Optional(Type.Number({ minimum: 0, maximum: 168 })),
    maxStretchMinutes: Type.Optional(positive()),
  });

const practice = () =>
  record({
    documentationMinutesPerShift: Type.Optional(notNegative()),
    keysBackAt: Type.Optional(Type.Array(text("clock-time"))),
    toleranceMinutes: Type.Optional(notNegative()),
  });

export const caseSchema = lazy(() =>
  record({
    version: Type.Literal(1),
    name: Type.String(),
    timeZone: Type.Optional(text("time-zone")),
    period: record({ from: text("date"), days: Type.Integer({ minimum: 1, maximum: 3660 }) }),
    places: Type.Array(place()),
    travel: Type.Array(travelMode()),
    households: Type.Array(household()),
    clients: Type.Array(client()),
    needs: Type.Array(need()),
    staff: Type.Array(staff()),
    shifts: Type.Array(caseShift()),
    vehicles: Type.Optional(Type.Array(record({ id: id(), mode: mode(), base: id(), count: whole(0) }))),
    teams: Type.Optional(Type.Array(record({ id: id(), name: Type.Optional(Type.String()), base: id(), provider: Type.Optional(id()), isShared: Type.Optional(Type.Boolean()) }))),
    providers: Type.Optional(Type.Array(provider())),
    areas: Type.Optional(Type.Array(record({ id: id(), name: Type.Optional(Type.String()) }))),
    framePolicies: Type.Optional(Type.Array(framePolicy())),
    tariffs: Type.Optional(Type.Array(tariff())),
    agreement: Type.Optional(agreement()),
    practice: Type.Optional(practice()),
  }),
);
