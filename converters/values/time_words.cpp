// SPDX-License-Identifier: GPL-3.0-or-later
#include "values/time_words.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace pactable::values {
namespace {

struct Entry {
  Meaning meaning;
  int value;
  std::string_view phrases;  // parted by commas
};

constexpr Entry kEntries[] = {
    {Meaning::kMonth, 1, "january,jan,janvier,janv,enero,ene,январь,января,январе,январю,янв"},
    {Meaning::kMonth, 2, "february,feb,février,févr,fév,febrero,февраль,февраля,феврале,февралю,фев,февр"},
    {Meaning::kMonth, 3, "march,mar,mars,marzo,март,марта,марте,марту,мар"},
    {Meaning::kMonth, 4, "april,apr,avril,avr,abril,abr,апрель,апреля,апреле,апрелю,апр"},
    {Meaning::kMonth, 5, "may,mai,mayo,май,мая,мае,маю"},
    {Meaning::kMonth, 6, "june,jun,juin,junio,июнь,июня,июне,июню,июн"},
    {Meaning::kMonth, 7, "july,jul,juillet,juil,julio,июль,июля,июле,июлю,июл"},
    {Meaning::kMonth, 8, "august,aug,août,agosto,ago,август,августа,августе,августу,авг"},
    {Meaning::kMonth, 9,
     "september,sept,sep,septembre,septiembre,setiembre,set,сентябрь,сентября,сентябре,сентябрю,сент,сен"},
    {Meaning::kMonth, 10, "october,oct,octobre,octubre,октябрь,октября,октябре,октябрю,окт"},
    {Meaning::kMonth, 11, "november,nov,novembre,noviembre,ноябрь,ноября,ноябре,ноябрю,нояб,ноя"},
    {Meaning::kMonth, 12, "december,dec,décembre,déc,diciembre,dic,декабрь,декабря,декабре,декабрю,дек"},
    {Meaning::kSeason, 21, "spring,printemps,primavera,весна,весной,весны,весне"},
    {Meaning::kSeason, 22, "summer,été,verano,лето,летом,лета,лету"},
    {Meaning::kSeason, 23, "autumn,fall,automne,otoño,осень,осенью,осени"},
    {Meaning::kSeason, 24, "winter,hiver,invierno,зима,зимой,зимы,зиме"},
    {Meaning::kQuarter, 0, "quarter,qtr,trimestre,trim,квартал,квартала,квартале,кварталу,кв"},
    {Meaning::kHalf, 0, "half,semester,semestre,полугодие,полугодия,полугодии,полугодию"},
    {Meaning::kOrdinal, 1, "first,premier,première,primer,primero,primera,первый,первое,первая,первого,первом,i"},
    {Meaning::kOrdinal, 2, "second,deuxième,segundo,segunda,второй,второе,вторая,второго,втором,ii"},
    {Meaning::kOrdinal, 3, "third,troisième,tercer,tercero,третий,третьего,третьем,iii"},
    {Meaning::kOrdinal, 4, "fourth,quatrième,cuarto,четвертый,четвертого,четвертом,iv"},
    {Meaning::kOrdinalEnding, 0, "st,nd,rd,th,er,re,ère,ème,e,º,o,й,го,ое,е,ый,ий"},
    {Meaning::kYearWord, 0, "year,année,an,año,г,год,года,году,годы,годов,годах,гг"},
    {Meaning::kFiller, 0,
     "the,of,in,on,during,for,de,du,des,del,la,le,l,el,los,en,au,à,au cours de,durante,courant,d,в,во,на,period,"
     "the period,la période,el período,период,в период,в течение,calendar,year,año,l'année"},
    {Meaning::kJoin, 0, "to,through,thru,till,until,à,au,a,al,jusqu'à,jusqu'en,jusqu'au,hasta,по,до"},
    {Meaning::kAnd, 0, "and,et,y,e,и"},
    {Meaning::kBetween, 0, "between,entre,между"},
    {Meaning::kBy, 0,
     "by,until,till,up to,no later than,not later than,d'ici,d'ici à,d'ici au,d'ici la,jusqu'à,jusqu'en,jusqu'au,"
     "au plus tard en,au plus tard,para,hasta,a más tardar en,a más tardar,al,к,до,ко,не позднее,"
     "по состоянию на,deadline,due,due by"},
    {Meaning::kBy, 1, "before,prior to,avant,avant la,antes de,antes del,перед"},
    {Meaning::kFrom, 0,
     "from,since,starting,starting in,starting from,beginning in,beginning,as of,as from,commencing,à partir de,"
     "à partir du,à compter de,dès,depuis,desde,desde el,a partir de,a partir del,с,со,начиная с,период с"},
    {Meaning::kFrom, 1, "after,après,después de,после"},
    {Meaning::kOnwards, 0,
     "onwards,onward,on,beyond,forward,au-delà,et suivantes,en avant,en adelante,más allá,далее,"
     "последующие годы,present,date,now,présent,presente"},
    {Meaning::kThen, 0,
     "then,and then,and,thereafter,puis,et,puis en,ensuite,luego,después,y,y luego,затем,и,и затем,а затем,"
     "далее,and thereafter"},
    {Meaning::kVague, 0,
     "mid,early,late,end,end of,beginning of,beginning,start of,middle of,"
     "mi,début,début de,fin,fin de,milieu,milieu de,mediados de,a mediados de,principios de,"
     "a principios de,comienzos de,finales de,a finales de,fines de,a fines de,fin de,inicios de,середина,"
     "середине,середины,начало,начале,начала,начала,конец,конце,конца,концу,началу,"
     "around,circa,c,ca,approximately,about,environ,vers,hacia,около,примерно"},
    {Meaning::kOngoing, 0,
     "ongoing,on going,continuing,continuous,continuously,continual,continually,continued,permanent,permanently,"
     "continu,continue,en continu,en cours,permanente,en permanence,de façon continue,en curso,continuo,continua,"
     "de forma continua,en marcha,permanentemente,de manera continua,de manera permanente,постоянно,"
     "постоянный,постоянная,постоянное,на постоянной основе,в постоянном режиме,непрерывно,продолжается,"
     "continúa,en forma continua,на регулярной и постоянной основе"},
    {Meaning::kDone, 0,
     "complete,completed,done,achieved,finished,delayed,terminé,terminée,achevé,achevée,réalisé,réalisée,"
     "completado,completada,finalizado,finalizada,concluido,concluida,завершено,выполнено,завершен,завершена,"
     "designated,adopted,published,implemented,underway"},
    {Meaning::kUnit, 0,
     "year,years,yr,yrs,month,months,week,weeks,day,days,decade,decades,an,ans,année,années,mois,semaine,semaines,"
     "jour,jours,año,años,mes,meses,semana,semanas,día,días,год,года,лет,месяц,месяца,месяцев,мес,неделя,недели,"
     "недель,день,дня,дней"},
    {Meaning::kCount, 1, "one,un,une,uno,una,один"},
    {Meaning::kCount, 2, "two,deux,dos,два"},
    {Meaning::kCount, 3, "three,trois,tres,три"},
    {Meaning::kCount, 4, "four,quatre,cuatro,четыре"},
    {Meaning::kCount, 5, "five,cinq,cinco,пять"},
    {Meaning::kCount, 6, "six,seis,шесть"},
    {Meaning::kCount, 7, "seven,sept,siete,семь"},
    {Meaning::kCount, 8, "eight,huit,ocho,восемь"},
    {Meaning::kCount, 9, "nine,neuf,nueve,девять"},
    {Meaning::kCount, 10, "ten,dix,diez,десять"},
    {Meaning::kWithin, 0,
     "within,over,over the next,the next,in,for,during,up to,approximately,about,around,dans un délai de,dans,sur,"
     "pendant,environ,en un plazo de,en,durante,por,aproximadamente,в течение,на,около,до"},
};

/// More words without a meaning of their own in a row are prose.
constexpr int kMostInARow = 4;

struct Phrase {
  std::vector<std::string> words;
  Meaning meaning;
  int value;
};

using PhrasesByFirstWord = std::unordered_map<std::string, std::vector<Phrase>>;

PhrasesByFirstWord compile() {
  PhrasesByFirstWord phrases;
  for (const Entry& entry : kEntries) {
    std::string_view rest = entry.phrases;
    while (!rest.empty()) {
      const std::size_t comma = rest.find(',');
      Phrase phrase{{}, entry.meaning, entry.value};
      for (const Token& token : tokenize(rest.substr(0, comma))) {
        if (token.kind == TokenKind::kWord) phrase.words.push_back(token.plain);
      }
      if (!phrase.words.empty()) phrases[phrase.words.front()].push_back(phrase);
      rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
    }
  }
  return phrases;
}

/// Index behind the words of a phrase, 0 where they do not stand at `at`.
std::size_t words_end(const Tokens& tokens, std::size_t at, const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool hyphen = i > 0 && at + 1 < tokens.size() && tokens[at].kind == TokenKind::kDash &&
                        !tokens[at].space_before && !tokens[at + 1].space_before;
    if (hyphen) ++at;
    if (at >= tokens.size() || tokens[at].kind != TokenKind::kWord || tokens[at].plain != words[i]) return 0;
    ++at;
  }
  return at;
}

}  // namespace

std::optional<PhraseMatch> match(const Tokens& tokens, std::size_t at, Meaning meaning) {
  static const PhrasesByFirstWord phrases = compile();
  std::optional<PhraseMatch> best;
  if (at >= tokens.size() || tokens[at].kind != TokenKind::kWord) return best;
  const auto candidates = phrases.find(tokens[at].plain);
  if (candidates == phrases.end()) return best;
  for (const Phrase& phrase : candidates->second) {
    if (phrase.meaning != meaning) continue;
    const std::size_t end = words_end(tokens, at, phrase.words);
    if (end > 0 && (!best || end > best->next)) best = PhraseMatch{end, phrase.value};
  }
  return best;
}

std::size_t skip(const Tokens& tokens, std::size_t at, Meaning meaning) {
  for (int i = 0; i < kMostInARow; ++i) {
    const auto found = match(tokens, at, meaning);
    if (!found) break;
    at = found->next;
  }
  return at;
}

}  // namespace pactable::values
