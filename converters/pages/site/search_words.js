// SPDX-License-Identifier: GPL-3.0-or-later
// The words of what is typed, as the program made those of the plans (words.h): no case, accents or compatibility forms.
"use strict";

const siteWords = (() => {
  const longestWord = 40;
  const plainLetters = {
    "\u00DF": "ss", "\u00E6": "ae", "\u00F0": "d", "\u00F8": "o", "\u0111": "d", "\u0131": "i", "\u0142": "l", "\u0153": "oe",
    "\u03C2": "\u03C3",
  };
  const inWord = /[\p{L}\p{N}]/u;
  const figure = /\p{N}/u;

  function compared(text) {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return Array.from(plain, (letter) => plainLetters[letter] || letter).join("");
  }

  function wordsOf(text) {
    const letters = Array.from(compared(text));
    const words = [];
    let word = [];
    const endWord = () => {
      if (word.length > 0) words.push(word.slice(0, longestWord).join(""));
      word = [];
    };
    letters.forEach((letter, at) => {
      const joins = letter === "." && word.length > 0 && figure.test(word[word.length - 1]) && at + 1 < letters.length &&
        figure.test(letters[at + 1]);
      if (joins || inWord.test(letter)) word.push(letter); else endWord();
    });
    endWord();
    return words;
  }

  // What is looked for: {word, whole}. "#3.2" is the number alone; one letter or figure stands for itself.
  function wanted(typed) {
    const out = [];
    for (const piece of typed.split(/\s+/u)) {
      const words = wordsOf(piece);
      if (piece.startsWith("#") && words.length > 0) {
        out.push({word: "#" + words.join("."), whole: true});
      } else {
        for (const word of words) out.push({word, whole: Array.from(word).length === 1});
      }
    }
    return out;
  }

  // The text in pieces, [piece, is it looked for].
  function marked(text, looked) {
    const plain = looked.filter(({word}) => !word.startsWith("#"));
    if (plain.length === 0) return [[text, false]];
    return text.split(/([\p{L}\p{N}\p{M}]+(?:\.\p{N}+)*)/u).filter((piece) => piece !== "").map((piece) => {
      const [first] = wordsOf(piece);
      return [piece, first !== undefined && plain.some(({word, whole}) => whole ? first === word : first.startsWith(word))];
    });
  }

  return {wordsOf, wanted, marked};
})();
