// SPDX-License-Identifier: GPL-3.0-or-later
// The search page: what is typed and ticked to a set of rows, the first of them shown, the state kept in the address.
"use strict";

(() => {
  const inWindow = 10;   // shown with every keystroke
  const inMore = 30;
  const form = document.getElementById("search");
  const wordsField = document.getElementById("words");
  const countLine = document.getElementById("count");
  const moreButton = document.getElementById("more");
  let items = 0;
  let plans = 0;
  let current = 0;  // of several searches at work the last one counts
  let found = null;
  let looked = [];
  let shown = 0;

  const figure = (number) => number.toLocaleString("en");

  function tell(text) {
    if (countLine.textContent !== text) countLine.textContent = text;
  }

  function fail(error) {
    tell("The search cannot go on: " + error.message + ". Is the folder of the site whole?");
  }

  async function showWindow(mine, more) {
    const rows = await siteFiles.rowsAt(siteFiles.places(found, shown, more ? inMore : inWindow));
    if (mine !== current) return;
    const first = siteResults.show(rows, looked, more);
    shown += rows.length;
    const count = siteFiles.count(found);
    moreButton.hidden = shown >= count;
    moreButton.textContent = "Show " + figure(Math.min(inMore, count - shown)) + " more";
    tell(figure(count) + (count === 1 ? " row" : " rows") + " found, of " + figure(items) + " in " + figure(plans) +
      (plans === 1 ? " plan" : " plans") + (count > shown ? "; the first " + figure(shown) + " are shown" : ""));
    if (more && first) {
      first.tabIndex = -1;
      first.focus();
    }
  }

  function keepState() {
    const state = new URLSearchParams();
    if (wordsField.value.trim()) state.append("words", wordsField.value.trim());
    siteFilters.write(state);
    const hash = state.toString();
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", "#" + hash);
  }

  async function search() {
    const mine = ++current;
    const wanted = siteWords.wanted(wordsField.value);
    try {
      const set = siteFiles.fullSet();
      for (const rows of await Promise.all(wanted.map(siteFiles.rowsWith))) siteFiles.keep(set, rows);
      if (mine !== current) return;
      found = siteFilters.pass(siteFilters.narrow(set));
      looked = wanted;
      shown = 0;
      keepState();
      await showWindow(mine, false);
      if (mine === current) document.documentElement.dataset.searched = String(mine);
    } catch (error) {
      fail(error);
    }
  }

  function readState() {
    const state = new URLSearchParams(location.hash.slice(1));
    wordsField.value = state.get("words") || "";
    siteFilters.read(state);
  }

  async function begin() {
    const {head, facets} = await siteFiles.begin();
    items = head.items;
    plans = head.plans.length;
    siteFilters.show(head, facets);
    readState();
    form.addEventListener("input", search);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(search));
    moreButton.addEventListener("click", () => showWindow(current, true).catch(fail));
    window.addEventListener("hashchange", () => {
      readState();
      search();
    });
    await search();
  }

  begin().catch(fail);
})();
