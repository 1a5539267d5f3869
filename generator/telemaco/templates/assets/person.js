// What time it is where somebody is, and their free hours by one's own clock.

import { ahead, common, ownZone, slots, stretches } from "./hours.js";

const DAY = 24 * 60;
const language = document.documentElement.lang;
const number = (value) => value.toLocaleString(language, { maximumFractionDigits: 2 });
const clock = (minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
const mine = ahead(ownZone);

/** The stretches of a week by a clock that is so many minutes ahead, cut at midnight, by day. */
function shifted(free, minutes) {
  const days = Array.from({ length: 7 }, () => []);
  for (const { day, start, end } of free) {
    let from = day * DAY + start + minutes;
    const to = day * DAY + end + minutes;
    while (from < to) {
      const midnight = Math.floor(from / DAY) * DAY;
      const until = Math.min(to, midnight + DAY);
      days[(((midnight / DAY) % 7) + 7) % 7].push([from - midnight, until - midnight]);
      from = until;
    }
  }
  return days.map(merged);
}

function merged(found) {
  const day = [];
  for (const [start, end] of found.sort((one, other) => one[0] - other[0])) {
    const last = day.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else day.push([start, end]);
  }
  return day;
}

function tellTheTime(place) {
  const theirs = ahead(place.dataset.tmClock);
  if (theirs === null) return;
  const say = place.dataset;
  const time = new Intl.DateTimeFormat(language, {
    timeZone: say.tmClock, hour: "numeric", minute: "2-digit", weekday: "long", hourCycle: "h23",
  }).format(new Date()).replace(/\b0(?=\d\D)/, "");
  const gap = mine === null ? null : mine - theirs;
  const hours = gap === null ? "" : number(Math.abs(gap) / 60);
  const than = gap === null ? "" : gap === 0 ? say.same : (gap > 0 ? say.ahead : say.behind).replace("#", hours);
  place.textContent = `${say.now.replace("#", time)} ${than}`;
  place.hidden = false;
}

function showTheWeek(box) {
  const theirs = ahead(box.dataset.tmWeek);
  if (theirs === null || mine === null) return;
  const free = stretches(box.dataset.free);
  const [buttonLine, sentence] = box.querySelectorAll(":scope > p");
  const week = slots(free, theirs);
  const awake = slots(stretches("0123456 480-1200"), mine);
  sentence.textContent = box.dataset.common
    .replace("#1", number(common(week, week))).replace("#2", number(common(week, awake)));
  sentence.hidden = false;
  if (mine === theirs) return;
  const caption = box.querySelector("caption");
  const [captions, cells] = [[caption.textContent, box.dataset.mine], [...box.querySelectorAll("td")]];
  const none = cells.find((cell) => !cell.querySelector("rect"))?.innerText ?? "\u2013";
  const button = buttonLine.firstElementChild;
  button.addEventListener("click", () => {
    const own = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(own));
    caption.textContent = captions[Number(own)];
    shifted(free, own ? mine - theirs : 0).forEach((day, place) => draw(cells[place], day, none));
  });
  buttonLine.hidden = false;
}

function draw(cell, day, none) {
  cell.querySelector("span").textContent =
    day.map(([start, end]) => `${clock(start)}\u2013${clock(end)}`).join(", ") || none;
  const picture = cell.querySelector("svg");
  picture.replaceChildren(...day.map(([start, end]) => {
    const bar = document.createElementNS(picture.namespaceURI, "rect");
    for (const [name, value] of Object.entries({ x: start, width: end - start, height: 10 })) {
      bar.setAttribute(name, value);
    }
    return bar;
  }));
}

document.querySelectorAll("[data-tm-clock]").forEach(tellTheTime);
document.querySelectorAll("[data-tm-week]").forEach(showTheWeek);
