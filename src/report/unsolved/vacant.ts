/** Shifts that nobody works (*vakanta pass*), and who could. */
import type { View } from "../view.ts";
import { type CallPlan, callText } from "./calls.ts";
import { type Item, orderOf } from "./item.ts";
import { vacantShifts } from "./lacking.ts";
import { workText } from "./lost.ts";
import { UNSOLVED_WORDS } from "./words.ts";

/** Vacant shifts on the days planned, by begin. */
export function vacantItems(view: View, { shifts, allCalled }: CallPlan): Item[] {
  const words = UNSOLVED_WORDS[view.locale].vacant;
  return vacantShifts(view).map(({ shift, hours }) => {
    const proposal = shifts.get(shift.id);
    return {
      kind: "vacant", isCallable: proposal !== undefined, order: orderOf(hours.begin), who: words.who, when: workText(view, hours.begin, hours.end),
      fact: words.fact, action: proposal === undefined ? (allCalled.has(shift.id) ? words.allCalled : words.nobody) : callText(view, proposal),
    };
  });
}
