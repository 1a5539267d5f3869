// Filters the directory of mentors. Without JavaScript the form stays hidden and all are shown.
(() => {
  const form = document.querySelector("[data-tm-filter]");
  const rows = [...document.querySelectorAll("[data-tm-list] > li")];
  if (!form || !rows.length) return;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = rows.map((row) => plain(row.textContent));
  const output = form.querySelector("output");

  const apply = () => {
    const wanted = new FormData(form);
    const words = plain(wanted.get("words") || "").split(/\s+/).filter(Boolean);
    const language = wanted.get("language");
    let shown = 0;
    rows.forEach((row, index) => {
      const fits =
        words.every((word) => texts[index].includes(word)) &&
        (!language || row.dataset.languages.split("|").includes(language)) &&
        (!wanted.get("room") || "room" in row.dataset);
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    const say = output.dataset;
    output.textContent =
      shown === 0 ? say.none : shown === 1 ? say.one : say.many.replace("#", shown);
    const query = new URLSearchParams([...wanted].filter(([, value]) => value)).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field && field.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
  }
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
