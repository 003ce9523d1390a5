// SPDX-License-Identifier: GPL-3.0-or-later
// How many values of each document this browser holds decisions on, where it lets pages of one folder share them.
'use strict';
for (const cell of document.querySelectorAll('td.done')) {
  const count = Number(cell.dataset.count);
  try {
    const kept = JSON.parse(localStorage.getItem('pactable-review/1/' + cell.dataset.source) || '{}');
    const done = Object.keys(kept).length;
    if (count > 0) cell.textContent = done + ' of ' + count;
  } catch {
    cell.textContent = '–';
  }
}
