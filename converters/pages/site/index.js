// SPDX-License-Identifier: GPL-3.0-or-later
// Narrows the list of plans to those whose lines hold all typed words.
"use strict";

(() => {
  const field = document.getElementById("filter");
  const count = document.getElementById("filter-count");
  const compared = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const lines = Array.from(document.getElementById("plan-rows").rows, (row) => ({row, text: compared(row.textContent)}));

  field.addEventListener("input", () => {
    const words = compared(field.value).split(/\s+/u).filter((word) => word !== "");
    let left = 0;
    for (const {row, text} of lines) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) ++left;
    }
    count.textContent = left.toLocaleString("en") + (left === 1 ? " plan" : " plans");
  });
  document.getElementById("plan-filter").hidden = false;
})();
