// Narrows the directory of mentors. Without JavaScript the form stays hidden and all are shown.
// Every choice stands in the address, so that it can be shared and the back button works.

import { ahead, common, offsetName, ownZone, slots, stretches } from "./hours.js";

const AT_ONCE = 200;
const DAYS = { "": "0123456", work: "01234", rest: "56" };
const BY_DAY = "0123456 480-1200";

const form = document.querySelector("[data-tm-filter]");
const list = document.querySelector("[data-tm-list]");
const parts = document.querySelector(".tm-parts");
const more = document.querySelector(".tm-more");
const say = form.dataset;
const output = form.querySelector("output");
const nobody = form.querySelector("[data-tm-none]");
const fields = [...form.elements].filter((field) => field.name);
const language = document.documentElement.lang;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const count = (number) =>
  number === 1 ? say.one : say.many.replace("#", number.toLocaleString(language));
const label = (field) => field.selectedOptions?.[0].text ?? field.labels[0].innerText.trim();

// What the rows do not say of a skill stands once, in its option: its aliases and its group.
const skills = new Map(
  [...form.elements.skill.options].filter((option) => option.value).map((option) => [
    option.text,
    { id: option.value, also: option.dataset.also ?? "", group: option.parentElement.dataset.key },
  ]),
);
const values = (name) =>
  new Map([...(form.elements[name]?.options ?? [])].map((option) => [option.text, option.value]));
const languages = values("language");
const formats = values("format");

const read = (element, place) => {
  const offered = [...element.querySelectorAll("ul > li")].map((item) => skills.get(item.textContent.trim()));
  const facts = element.querySelector("p:last-of-type");
  const coded = (selector, codes) =>
    (facts.querySelector(selector)?.textContent ?? "").split(", ").map((word) => codes.get(word));
  return {
    element,
    place,
    facts,
    name: element.firstElementChild.textContent,
    words: plain([element.textContent, ...offered.map((skill) => skill?.also)].join(" ")),
    skill: offered.map((skill) => skill?.id),
    group: offered.map((skill) => skill?.group),
    language: coded(":scope > span", languages),
    format: coded(":scope > small", formats),
    room: Boolean(element.querySelector(":scope > b")),
    zone: element.dataset.zone ?? "",
    free: element.dataset.free ?? "",
  };
};

const own = [...list.children].map(read);
let everybody = say.parts.trim() ? null : own;

/** All mentors: those of the other parts of the list come when they are first wanted. */
async function all() {
  if (everybody) return everybody;
  const pages = say.parts.trim().split(" ").map(async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return [...page.querySelector("[data-tm-list]").children];
  });
  const found = (await Promise.all(pages)).flat();
  everybody ??= [...own, ...found.map((row, place) => read(row, own.length + place))];
  return everybody;
}

const clocks = new Map();
const clock = (zone) => {
  if (!clocks.has(zone)) clocks.set(zone, zone ? ahead(zone) : null);
  return clocks.get(zone);
};

const weeks = new Map();
function week(free, zone) {
  const key = `${free}|${zone}`;
  if (!weeks.has(key)) weeks.set(key, slots(stretches(free), clock(zone)));
  return weeks.get(key);
}

/** Hours in common with my window of the week; null for who publishes neither hours nor zone. */
function hoursWith(row, wanted) {
  if (clock(row.zone) === null || clock(ownZone) === null) return null;
  const from = (+wanted.from || 0) * 60;
  const to = (+wanted.to || 24) * 60;
  const mine = `${DAYS[wanted.days ?? ""] ?? DAYS[""]} ${from}-${to > from ? to : to + 24 * 60}`;
  return common(week(mine, ownZone), week(row.free || BY_DAY, row.zone));
}

const conditions = {
  words: (row, wanted) => plain(wanted.words).split(/\s+/).every((word) => row.words.includes(word)),
  skill: (row, wanted) => row.skill.includes(wanted.skill),
  group: (row, wanted) => row.group.includes(wanted.group),
  language: (row, wanted) => row.language.includes(wanted.language),
  format: (row, wanted) => row.format.includes(wanted.format),
  room: (row) => row.room,
  hours: (row, wanted) => row.hours !== null && row.hours >= +wanted.hours,
};

const orders = {
  "": (one, other) => one.place - other.place,
  name: (one, other) => one.name.localeCompare(other.name, language),
  hours: (one, other) =>
    (other.hours ?? -1) - (one.hours ?? -1) || Boolean(other.free) - Boolean(one.free) || one.place - other.place,
};

const chosen = () =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));

/** The rows that fit, all conditions but one counted when one is named. */
function fitting(rows, wanted, but = "") {
  const asked = Object.keys(conditions).filter((name) => wanted[name] && name !== but);
  return rows.filter((row) => asked.every((name) => conditions[name](row, wanted)));
}

function showHours(row, tells) {
  row.note ??= Object.assign(document.createElement("em"), { hidden: true });
  row.note.hidden = !tells || row.hours === null;
  if (row.note.hidden) return;
  const hours = row.hours.toLocaleString(language, { maximumFractionDigits: 2 });
  row.note.textContent = (row.free ? say.common : say.perhaps).replace("#", hours);
  row.facts.append(row.note);
}

function show(rows, limit) {
  const visible = new Set(rows.slice(0, limit));
  for (const row of everybody ?? own) row.element.hidden = !visible.has(row);
  const ordered = [...visible].map((row) => row.element);
  if (ordered.some((element, place) => list.children[place] !== element)) list.prepend(...ordered);
  more.hidden = rows.length <= limit;
}

/** What to let go of when nobody fits: each condition that stands alone in the way. */
function loosen(rows, wanted, found) {
  nobody.hidden = found > 0;
  const ways = found ? [] : Object.keys(conditions).filter((name) => wanted[name]).map((name) =>
    [name, fitting(rows, wanted, name).length]).filter(([, without]) => without);
  nobody.firstElementChild.replaceChildren(...ways.map(([name, without]) => {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    button.textContent = say.drop.replace("#1", () => name === "words" ? wanted.words : label(form.elements[name])).replace("#2", count(without));
    button.addEventListener("click", () => drop(form.elements[name]));
    const item = document.createElement("li");
    item.append(button);
    return item;
  }));
}

function drop(field) {
  if (field.type === "checkbox") field.checked = false;
  else field.value = "";
  field.closest("details")?.setAttribute("open", "");
  field.focus();
  remember(field);
  apply();
}

let turn = 0;
let limit = AT_ONCE;

/** Shows what the form asks for; an answer that comes late is let go. */
async function apply() {
  const mine = (turn += 1);
  const wanted = chosen();
  const tells = ["hours", "days", "from", "to"].some((name) => wanted[name]) || wanted.order === "hours";
  const narrows = tells || Object.keys(wanted).length > 0;
  let failed = "";
  const rows = narrows ? await all().catch(() => ((failed = `. ${say.failed}`), own)) : own;
  if (mine !== turn) return;
  for (const row of rows) row.hours = tells ? hoursWith(row, wanted) : null;
  for (const row of rows) showHours(row, tells);
  const found = fitting(rows, wanted).sort(orders[wanted.order] ?? orders[""]);
  show(found, narrows ? limit : Infinity);
  if (parts) parts.hidden = narrows;
  loosen(rows, wanted, found.length);
  const silent = wanted.hours ? rows.filter((row) => row.hours === null).length : 0;
  output.textContent =
    (narrows ? (found.length ? count(found.length) : say.none) : count(+say.total)) +
    (silent ? `. ${say.unknown.replace("#", count(silent))}` : "") + failed;
}

/** Puts the choices into the address: typing one word is one step of the history. */
function remember(field) {
  const query = new URLSearchParams(chosen()).toString();
  const address = location.pathname + (query ? `?${query}` : "");
  if (address === location.pathname + location.search) return;
  const typing = field?.type === "search" ? field.name : null;
  if (typing && history.state?.typing === typing) history.replaceState({ typing }, "", address);
  else history.pushState({ typing }, "", address);
}

/** Takes the choices from the address; one that the list does not have is none. */
function recall() {
  const wanted = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = wanted.get(field.name) ?? "";
    if (field.type === "checkbox") field.checked = value === field.value;
    else field.value = value;
    if (field.selectedIndex === -1) field.value = "";
  }
  const details = form.querySelector("details");
  details.open ||= fields.some((field) => details.contains(field) && field.value);
  limit = AT_ONCE;
  apply();
}

let pause;
form.addEventListener("input", (event) => {
  limit = AT_ONCE;
  clearTimeout(pause);
  pause = setTimeout(() => {
    remember(event.target);
    apply();
  }, event.target.type === "search" ? 150 : 0);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const field of fields) {
    if (field.type === "checkbox") field.checked = false;
    else field.value = "";
  }
  remember();
  apply();
});
more.addEventListener("click", async () => {
  const next = list.children[limit];
  limit = Infinity;
  await apply();
  next?.querySelector("a").focus();
});
window.addEventListener("popstate", recall);

const hint = form.querySelector("[data-clock]");
if (hint && clock(ownZone) !== null) {
  hint.textContent = say.clock.replace("#1", ownZone.replaceAll("_", " ")).replace("#2", offsetName(clock(ownZone)));
}
form.hidden = false;
recall();
