// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/reference_words.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/unicode.h"

namespace pactable::audit {
namespace {

using View = std::u32string_view;

constexpr std::size_t kWordsInFront = 6;  // the longest cue and a noun
constexpr std::size_t kWordsBehind = 5;   // "of the CMS Strategic Plan"

constexpr std::string_view kStrongCues =
    "see,see also,cf,refer to,see action,see actions,see measure,see "
    "measures,action,actions,measure,measures,activity,activities,"
    "task,tasks,sub-task,sub-tasks,subtask,subtasks,action item,action items,"
    "voir,voir aussi,mesure,mesures,activité,activités,tâche,tâches,voir action,voir l'action,"
    "véase,véanse,ver,ver también,acción,acciones,medida,medidas,actividad,actividades,tarea,tareas,"
    "см,смотри,см. "
    "также,действие,действия,действию,мера,меры,мероприятие,мероприятия,мероприятию,задача,задачи,пункт,пункты";
constexpr std::string_view kWeakCues =
    "based on,from,in,under,per,as per,building on,build on,according to,following,pursuant to,on the basis of,as "
    "in,implementing,with,"
    "dans,sous,selon,sur la base de,basé sur,basée sur,conformément à,au titre de,à partir de,suivant,"
    "en,según,bajo,sobre la base de,basado en,basada en,de acuerdo con,conforme a,a partir de,"
    "в,из,на основе,на основании,согласно,в соответствии с,по,под";
/// Nouns that belong to a cue with a preposition: "recommendations from 6.3". Before the number itself they block.
constexpr std::string_view kNouns =
    "recommendation,recommendations,principle,principles,measure,measures,action,actions,activity,activities,finding,"
    "findings,result,"
    "results,outcome,outcomes,guidance,guidelines,approach,approaches,steps,"
    "recommandation,recommandations,principe,principes,mesure,mesures,activités,résultats,"
    "recomendación,recomendaciones,principio,principios,medidas,acciones,actividades,resultados,"
    "рекомендации,рекомендаций,рекомендациями,принципы,принципов,принципами,меры,мер,действия,действий,результаты,"
    "результатов";
/// "recommandations de 6.3": a preposition that is too common to be a cue without such a noun.
constexpr std::string_view kNounPrepositions = "of,de,du,des,del";
/// Words that name another document, a part of it or something counted.
constexpr std::string_view kBlocks =
    "resolution,resolutions,res,recommendation,recommendations,rec,recs,decision,decisions,dec,conf,conference,art,"
    "article,articles,"
    "annex,annexes,appendix,appendices,target,targets,table,tables,category,categories,doc,document,documents,docs,inf,"
    "ifc,phase,"
    "phases,version,v,cop,mop,sc,stc,meeting,chapter,chapters,figure,figures,fig,box,paragraph,paragraphs,para,paras,"
    "page,pages,p,pp,"
    "goal,goals,indicator,indicators,standard,standards,iso,regulation,directive,act,law,agreement,protocol,convention,"
    "strategy,"
    "concerted,cooperative,agenda,step,stage,level,zone,score,vol,volume,sdg,milestone,criterion,criteria,"
    "résolution,résolutions,recommandation,recommandations,décision,décisions,annexe,annexes,cible,cibles,tableau,"
    "catégorie,figure,"
    "chapitre,objectif,concertée,concertées,"
    "resolución,resoluciones,recomendación,recomendaciones,decisión,decisiones,artículo,anexo,apéndice,meta,metas,"
    "tabla,cuadro,"
    "categoría,documento,fase,versión,capítulo,figura,concertada,concertadas,"
    "резолюция,резолюции,резолюцией,рез,рекомендация,рекомендации,решение,решения,решении,статья,статьи,статье,ст,"
    "приложение,"
    "приложении,приложения,цель,таблица,таблице,категория,категории,документ,документе,этап,версия,глава,рис,рисунок,"
    "согласованное";
/// Documents in "6.1 of the Strategic Plan"; "of this plan" is the plan itself.
constexpr std::string_view kOtherDocuments =
    "resolution,decision,recommendation,convention,strategy,agreement,protocol,annex,appendix,strategic,report,mou,"
    "memorandum,"
    "framework,guidelines,directive,regulation,sdg,sdgs,résolution,décision,convention,stratégie,stratégique,accord,"
    "rapport,annexe,"
    "resolución,decisión,convenio,convención,estrategia,estratégico,acuerdo,informe,anexo,"
    "резолюции,решения,конвенции,стратегии,стратегического,соглашения,протокола,приложения,доклада";
constexpr std::string_view kOf = "of,de,du,des,del";
constexpr std::string_view kUnits =
    "million,millions,billion,billions,thousand,percent,per,cent,km,km2,km²,ha,hectare,hectares,m,metres,meters,"
    "kilometres,kilometers,"
    "years,year,months,days,weeks,hours,usd,eur,euro,euros,dollars,times,tonnes,tons,individuals,animals,degrees,"
    "points,"
    "pour,ans,années,mois,jours,heures,años,meses,días,horas,millones,mil,por,"
    "млн,млрд,тыс,тысяч,миллиона,миллионов,га,км,лет,года,год,месяцев,дней,процентов,особей";

struct Word {
  std::size_t begin = 0, end = 0;
  std::u32string folded;
};

using Phrase = std::vector<std::u32string>;

bool in_word(char32_t c) {
  return unicode::is_letter(c) || c == '-' || c == '\'' || c == 0x2019 || unicode::is_digit(c) || c == 0xB2;
}

std::u32string fold_word(View word) {
  std::u32string folded = unicode::to_code_points(unicode::fold(unicode::to_utf8(word)));
  std::replace(folded.begin(), folded.end(), char32_t{0x2019}, U'\'');
  return folded;
}

std::set<Phrase> compile(std::string_view list) {
  std::set<Phrase> phrases;
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    Phrase phrase;
    for (std::string_view word : unicode::split_space(list.substr(0, comma))) {
      if (word.ends_with('.')) word.remove_suffix(1);
      phrase.push_back(fold_word(unicode::to_code_points(word)));
    }
    phrases.insert(std::move(phrase));
    list = comma == std::string_view::npos ? std::string_view{} : list.substr(comma + 1);
  }
  return phrases;
}

struct Vocabulary {
  std::set<Phrase> strong = compile(kStrongCues), weak = compile(kWeakCues), nouns = compile(kNouns),
                   noun_prepositions = compile(kNounPrepositions), blocks = compile(kBlocks),
                   other_documents = compile(kOtherDocuments), of = compile(kOf), units = compile(kUnits);
};

const Vocabulary& vocabulary() {
  static const Vocabulary words;
  return words;
}

bool is_one(const Word& word, const std::set<Phrase>& set) { return set.count({word.folded}) > 0; }

/// "no.", "nos", "№", "n°", "#" between cue and number, an opening bracket, a colon.
bool is_number_sign(View folded) {
  return folded == U"no" || folded == U"nos" || folded == U"n" || folded == U"nº" || folded == U"number" ||
         folded == U"numbers" || folded == U"the" || folded == U"также";
}

/// Words that end at `end`, nearest first; white space and the dot of an abbreviation may stand between them.
std::vector<Word> words_before(View text, std::size_t end) {
  std::vector<Word> words;
  while (words.size() < kWordsInFront) {
    std::size_t at = end;
    while (at > 0 && (unicode::is_space(text[at - 1]) || text[at - 1] == '.')) --at;
    const bool dotted = at < end && text[at] == '.';
    const std::size_t word_end = at;
    while (at > 0 && in_word(text[at - 1])) --at;
    if (at == word_end) break;
    const bool sentence_end =
        dotted && word_end - at > 4;  // "Res." and "Conf." are abbreviations, "species." ends a sentence
    if (sentence_end) break;
    words.push_back({at, word_end, fold_word(text.substr(at, word_end - at))});
    end = at;
  }
  return words;
}

std::vector<Word> words_behind(View text, std::size_t begin) {
  std::vector<Word> words;
  while (words.size() < kWordsBehind) {
    while (begin < text.size() && unicode::is_space(text[begin])) ++begin;
    std::size_t end = begin;
    while (end < text.size() && in_word(text[end])) ++end;
    if (end == begin) break;
    words.push_back({begin, end, fold_word(text.substr(begin, end - begin))});
    begin = end;
  }
  return words;
}

/// Number of words of the longest phrase of `set` that begins (backwards) at `at`; 0 where there is none.
std::size_t phrase_length(const std::vector<Word>& before, std::size_t at, const std::set<Phrase>& set) {
  constexpr std::size_t kLongestPhrase = 4;
  for (std::size_t count = std::min(kLongestPhrase, before.size() - at); count > 0; --count) {
    Phrase phrase;
    for (std::size_t i = count; i > 0; --i) phrase.push_back(before[at + i - 1].folded);
    if (set.count(phrase) > 0) return count;
  }
  return 0;
}

bool names_other_document(View text, std::size_t end) {
  const auto behind = words_behind(text, end);
  if (behind.size() < 2 || !is_one(behind.front(), vocabulary().of)) return false;
  for (std::size_t i = 1; i < behind.size(); ++i) {
    if (behind[i].folded == U"this" || behind[i].folded == U"present") return false;
    if (is_one(behind[i], vocabulary().other_documents)) return true;
  }
  return false;
}

bool unit_follows(View text, std::size_t end) {
  const auto behind = words_behind(text, end);
  return !behind.empty() && is_one(behind.front(), vocabulary().units);
}

/// Where the words directly before the number begin once signs such as "no." and "(" are passed.
std::size_t pass_signs(View text, std::size_t begin) {
  const auto skip_back = [&] {
    while (begin > 0 &&
           (unicode::is_space(text[begin - 1]) || text[begin - 1] == '(' || text[begin - 1] == '[' ||
            text[begin - 1] == ':' || text[begin - 1] == '#' || text[begin - 1] == 0x2116 || text[begin - 1] == 0xB0)) {
      --begin;
    }
  };
  skip_back();
  const auto before = words_before(text, begin);
  if (!before.empty() && is_number_sign(before.front().folded)) {
    begin = before.front().begin;
    skip_back();
  }
  return begin;
}

}  // namespace

std::optional<Cue> find_cue(View text, std::size_t begin, std::size_t end) {
  const Vocabulary& known = vocabulary();
  const auto before = words_before(text, pass_signs(text, begin));
  if (before.empty() || names_other_document(text, end) || unit_follows(text, end)) return std::nullopt;
  const std::size_t strong = phrase_length(before, 0, known.strong);
  const std::size_t weak = phrase_length(before, 0, known.weak);
  if (strong > 0 && strong >= weak) {
    if (strong < before.size() && is_one(before[strong], known.blocks)) return std::nullopt;
    return Cue{CueStrength::kStrong, before[strong - 1].begin};
  }
  if (is_one(before.front(), known.blocks)) return std::nullopt;
  const auto with_noun = [&](std::size_t at) { return at < before.size() && is_one(before[at], known.nouns); };
  if (weak > 0) return Cue{CueStrength::kWeak, with_noun(weak) ? before[weak].begin : before[weak - 1].begin};
  if (is_one(before.front(), known.noun_prepositions) && with_noun(1)) return Cue{CueStrength::kWeak, before[1].begin};
  return std::nullopt;
}

}  // namespace pactable::audit
