// SPDX-License-Identifier: GPL-3.0-or-later
// What rows are filtered by: boxes to tick for each kind of value, the plan, the party. Values are what the legend of
// each plan decodes; how they are printed stands beside them.
"use strict";

const siteFilters = (() => {
  const planChoice = document.getElementById("plan");
  const partyField = document.getElementById("party");
  const partyHint = document.getElementById("party-hint");
  const offered = 500;  // parties in the list of suggestions; every other one can be typed
  const hinted = 4;
  let facets = [];
  let parties = [];
  let plans = [];

  function element(name, properties, ...children) {
    const made = document.createElement(name);
    Object.assign(made, properties);
    made.append(...children);
    return made;
  }

  const figure = (number) => number.toLocaleString("en");

  function showPlans(list) {
    plans = list;
    const titles = new Map();
    for (const [, title] of list) titles.set(title, (titles.get(title) || 0) + 1);
    for (const [page, title] of list) {
      const shown = title.length > 90 ? title.slice(0, 89) + "\u2026" : title;
      planChoice.append(element("option", {value: page}, titles.get(title) > 1 ? shown + " (" + page + ")" : shown));
    }
  }

  function showValue(facet, value) {
    value.box = element("input", {type: "checkbox", name: facet.id, value: value.label});
    value.shown = element("span", {className: "tally"}, figure(value.count));
    const label = element("label", {}, value.box, element("bdi", {}, value.label), value.shown);
    if (value.printed) label.append(element("span", {className: "printed-as"}, value.printed));
    return element("li", {}, label);
  }

  function showFacet(facet) {
    facet.chosen = element("span", {className: "chosen"});
    facet.details = element("details", {className: "facet"},
      element("summary", {}, facet.name + " ", facet.chosen),
      element("fieldset", {}, element("legend", {className: "unseen"}, facet.name),
        element("ul", {}, ...facet.values.map((value) => showValue(facet, value)))));
    return facet.details;
  }

  function show(head, loaded) {
    showPlans(head.plans);
    facets = loaded.filter(({id, values}) => id !== "party" && values.length > 0);
    parties = (loaded.find(({id}) => id === "party") || {values: []}).values;
    for (const party of parties) party.words = siteWords.wordsOf(party.label);
    const frequent = [...parties].sort((a, b) => b.count - a.count).slice(0, offered);
    document.getElementById("parties").append(...frequent.map(({label}) => element("option", {value: label})));
    document.getElementById("facets").append(...facets.map(showFacet));
  }

  function setOf(value) {
    if (!value.set) value.set = siteFiles.addPlaces(siteFiles.emptySet(), value.places);
    return value.set;
  }

  // The parties all of whose typed words are there; an exact name is itself alone.
  function partiesTyped() {
    const typed = partyField.value.trim();
    if (typed === "") return null;
    const exact = parties.filter(({label}) => label === typed);
    if (exact.length > 0) return exact;
    const wanted = siteWords.wordsOf(typed);
    return parties.filter(({words}) => wanted.every((word) => words.some((own) => own.startsWith(word))));
  }

  function tellParties(found) {
    if (found === null) {
      partyHint.textContent = "";
    } else if (found.length === 0) {
      partyHint.textContent = "No party is called so.";
    } else {
      const names = found.slice(0, hinted).map(({label}) => label).join(", ");
      partyHint.textContent = names + (found.length > hinted ? " and " + figure(found.length - hinted) + " more" : "");
    }
  }

  // Narrows `set` by plan and party.
  function narrow(set) {
    const plan = plans.findIndex(([page]) => page === planChoice.value);
    if (plan >= 0) {
      siteFiles.keep(set, siteFiles.addRange(siteFiles.emptySet(), plans[plan][2], siteFiles.planEnd(plan)));
    }
    const found = partiesTyped();
    tellParties(found);
    if (found !== null) {
      siteFiles.keep(set, found.reduce((all, party) => siteFiles.join(all, setOf(party)), siteFiles.emptySet()));
    }
    return set;
  }

  const ticked = (facet) => facet.values.filter(({box}) => box.checked);

  // The rows of `set` that pass all boxes; beside each box stands how many rows it would leave.
  function pass(set) {
    const allowed = facets.map((facet) => {
      const chosen = ticked(facet);
      facet.chosen.textContent = chosen.length > 0 ? chosen.length + " chosen" : "";
      if (chosen.length === 0) return null;
      return chosen.reduce((all, value) => siteFiles.join(all, setOf(value)), siteFiles.emptySet());
    });
    facets.forEach((facet, own) => {
      const others = allowed.reduce((rest, one, at) => one && at !== own ? siteFiles.keep(rest, one) : rest, set.slice());
      for (const value of facet.values) {
        const left = siteFiles.countBoth(others, setOf(value));
        value.shown.textContent = figure(left);
        value.shown.classList.toggle("zero", left === 0);
      }
    });
    return allowed.reduce((rest, one) => one ? siteFiles.keep(rest, one) : rest, set);
  }

  function write(state) {
    if (planChoice.value) state.append("plan", planChoice.value);
    if (partyField.value.trim()) state.append("party", partyField.value.trim());
    for (const facet of facets) for (const {label} of ticked(facet)) state.append(facet.id, label);
  }

  function read(state) {
    // On a phone the rows come first.
    const any = [...state.keys()].some((key) => key !== "words");
    if (!any && matchMedia("(max-width: 46rem)").matches) document.getElementById("narrow").open = false;
    planChoice.value = state.get("plan") || "";
    if (planChoice.selectedIndex < 0) planChoice.value = "";
    partyField.value = state.get("party") || "";
    for (const facet of facets) {
      const chosen = state.getAll(facet.id);
      for (const {box, label} of facet.values) box.checked = chosen.includes(label);
      if (chosen.length > 0) facet.details.open = true;
    }
  }

  return {show, narrow, pass, write, read};
})();
