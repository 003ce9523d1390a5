// SPDX-License-Identifier: GPL-3.0-or-later
// Shows rows that were found. Texts of plans become text nodes, never markup.
"use strict";

const siteResults = (() => {
  const list = document.getElementById("results");
  const longestText = 700;
  const longestField = 160;
  const longestTitle = 120;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function cut(text, longest) {
    return text.length > longest ? text.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, "") + "\u2026" : text;
  }

  function markedText(text, looked) {
    const out = element("bdi", "");
    for (const [piece, found] of siteWords.marked(text, looked)) out.append(found ? element("mark", "", piece) : piece);
    return out;
  }

  function numberOf(row) {
    if (row.state === "Repaired") return row.number;
    return row.printed || row.number || row.kind;
  }

  function stateOf(row) {
    if (row.state === "Repaired") return "repaired; printed " + (row.printed ? "\u201C" + row.printed + "\u201D" : "nothing");
    if (row.state === "Disputed") return row.suggested ? "the sequence asks for " + row.suggested : "disputed";
    if (row.state === "Ambiguous" || row.state === "Missing") return "number " + row.state.toLowerCase();
    return "";
  }

  function fieldsOf(row, looked) {
    const fields = element("dl", "result-fields");
    for (const [name, value, label] of row.fields) {
      const shown = markedText(cut(label === undefined ? value : label, longestField), looked);
      const cell = element("dd", "", shown);
      if (label !== undefined) cell.append(" ", element("span", "soft", "(", element("bdi", "", value), ")"));
      fields.append(element("div", "", element("dt", "", name), cell));
    }
    return fields;
  }

  function result({page, title, row}, looked) {
    const link = element("a", "", element("bdi", "", numberOf(row)));
    link.href = "plans/" + encodeURIComponent(page + ".html") + "#" + encodeURIComponent(row.id);
    const first = element("p", "result-head", link, " ", element("span", "chip", row.kind));
    const state = stateOf(row);
    if (state) first.append(" ", element("span", row.state === "Repaired" ? "mark good" : "mark warn", state));
    const out = element("li", "card inside", first);
    if (row.text) out.append(element("p", "result-text", markedText(cut(row.text, longestText), looked)));
    if (row.fields) out.append(fieldsOf(row, looked));
    const where = element("p", "soft small", element("bdi", "", cut(title, longestTitle)));
    if (row.section) where.append(" \u203A ", element("bdi", "", row.section));
    out.append(where);
    return out;
  }

  function show(found, looked, more) {
    const items = found.map((one) => result(one, looked));
    if (more) list.append(...items); else list.replaceChildren(...items);
    return items[0];
  }

  return {show};
})();
