// Hours of the week across time zones, as in telemaco/model/overlap.py: a week is a ring of quarter
// hours in UTC, Monday 00:00 first. Clocks are those of today, daylight saving included.

const DAY = 24 * 60;
const SLOT = 15;
const SLOTS = (7 * DAY) / SLOT;

/** The IANA time zone of whoever reads; empty where the browser does not tell. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone || "";

/** Minutes that a zone's clock is ahead of UTC at a moment; null for a zone it does not know. */
export function ahead(zone, moment = new Date()) {
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
      hour: "numeric", minute: "numeric", second: "numeric",
    });
    const part = Object.fromEntries(format.formatToParts(moment).map((p) => [p.type, +p.value]));
    const clock = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
    return Math.round((clock - moment.getTime()) / 60000);
  } catch {
    return null;
  }
}

/** UTC+1, UTC−3:30. */
export function offsetName(minutes) {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const tail = rest ? `:${String(rest).padStart(2, "0")}` : "";
  return `UTC${minutes < 0 ? "\u2212" : "+"}${hours}${tail}`;
}

/** Stretches of a week from `02 1080-1230;4 540-720`: day and minutes, by their own clock. */
export function stretches(free) {
  return free.split(";").filter(Boolean).flatMap((part) => {
    const [days, hours] = part.split(" ");
    const [start, end] = hours.split("-").map(Number);
    return [...days].map((day) => ({ day: +day, start, end }));
  });
}

/** The quarter hours of the week in UTC that lie wholly in the stretches. */
export function slots(free, minutesAhead) {
  const found = new Uint8Array(SLOTS);
  for (const { day, start, end } of free) {
    const midnight = day * DAY - minutesAhead;
    const last = Math.floor((midnight + end) / SLOT);
    for (let slot = Math.ceil((midnight + start) / SLOT); slot < last; slot += 1) {
      found[((slot % SLOTS) + SLOTS) % SLOTS] = 1;
    }
  }
  return found;
}

/** Hours a week in common of two weeks. */
export function common(one, other) {
  let shared = 0;
  for (let slot = 0; slot < SLOTS; slot += 1) shared += one[slot] & other[slot];
  return (shared * SLOT) / 60;
}
