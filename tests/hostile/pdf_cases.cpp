// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/pdf_cases.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "hostile/pdf_file.h"

namespace pactable::test {
namespace {

using Allowed = std::vector<std::string>;
const Allowed kRead = {"no-plan"};
const Allowed kBroken = {"damaged"};
const Allowed kReadOrBroken = {"no-plan", "damaged", "limit-exceeded"};
const Allowed kBounded = {"no-plan", "damaged", "limit-exceeded", "timed-out", "out-of-memory", "unsupported"};
const Allowed kBoundedOrCrashed = {"no-plan", "damaged", "limit-exceeded", "timed-out", "out-of-memory", "crashed"};

std::string ref(int number) { return PdfFile::ref(number); }

/// `size` times one byte, deflated `times` times over.
std::string bomb(std::size_t size, int times) {
  z_stream stream{};
  deflateInit(&stream, 9);
  std::string out, chunk(1 << 20, ' ');
  std::array<unsigned char, 1 << 16> piece{};
  for (std::size_t left = size; left > 0 || stream.avail_in > 0;) {
    if (stream.avail_in == 0) {
      stream.next_in = reinterpret_cast<unsigned char*>(chunk.data());
      stream.avail_in = static_cast<unsigned>(std::min(left, chunk.size()));
      left -= stream.avail_in;
    }
    stream.next_out = piece.data();
    stream.avail_out = piece.size();
    deflate(&stream, left == 0 ? Z_FINISH : Z_NO_FLUSH);
    out.append(reinterpret_cast<const char*>(piece.data()), piece.size() - stream.avail_out);
    if (left == 0 && stream.avail_in == 0 && stream.avail_out > 0) break;
  }
  deflateEnd(&stream);
  for (int i = 1; i < times; ++i) {
    uLongf length = compressBound(out.size());
    std::string again(length, '\0');
    compress2(reinterpret_cast<Bytef*>(again.data()), &length, reinterpret_cast<const Bytef*>(out.data()), out.size(),
              9);
    again.resize(length);
    out = std::move(again);
  }
  return out;
}

void page_trees(std::vector<HostileCase>& cases) {
  OnePage circle;
  circle.file.set(circle.pages, "<< /Type /Pages /Kids [" + ref(circle.pages) + "] /Count 1 >>");
  cases.push_back({"circular-page-tree", circle.bytes(), kReadOrBroken});
  OnePage two;
  const int other = two.file.add("");
  two.file.set(other, "<< /Type /Pages /Parent " + ref(two.pages) + " /Kids [" + ref(two.pages) + "] /Count 2 >>");
  two.file.set(two.pages, "<< /Type /Pages /Kids [" + ref(other) + ' ' + ref(two.page) + "] /Count 2 >>");
  cases.push_back({"circular-page-tree-of-two", two.bytes(), kBoundedOrCrashed});
  for (const char* count : {"0", "-1", "7", "19999", "2147483647", "99999999999999999999", "/Many", "1.5"}) {
    OnePage lie;
    lie.file.set(lie.pages, "<< /Type /Pages /Kids [" + ref(lie.page) + "] /Count " + count + " >>");
    cases.push_back({"page-count-" + std::to_string(cases.size()), lie.bytes(), kReadOrBroken});
  }
  OnePage flood;
  std::string kids;
  for (int i = 0; i < 1'000'000; ++i) kids += ref(flood.page) + ' ';
  flood.file.set(flood.pages, "<< /Type /Pages /Kids [" + kids + "] /Count 1000000 >>");
  cases.push_back({"a-million-kids", flood.bytes(), kBounded});
  OnePage deep;
  int parent = deep.pages;
  for (int i = 0; i < 20000; ++i) {
    const int child = deep.file.add("");
    deep.file.set(parent, "<< /Type /Pages /Kids [" + ref(child) + "] /Count 1 >>");
    parent = child;
  }
  deep.file.set(parent, "<< /Type /Pages /Kids [" + ref(deep.page) + "] /Count 1 >>");
  cases.push_back({"page-tree-20000-deep", deep.bytes(), kBoundedOrCrashed});
  OnePage none;
  none.file.set(none.root, "<< /Type /Catalog >>");
  cases.push_back({"no-page-tree", none.bytes(), kBroken});
  OnePage itself;
  itself.file.set(itself.root, ref(itself.root));
  cases.push_back({"catalog-is-itself", itself.bytes(), kBroken});
}

void contents(std::vector<HostileCase>& cases) {
  OnePage forms("/X0 Do");
  std::vector<int> numbers;
  for (int i = 0; i < 31; ++i) numbers.push_back(forms.file.add(""));
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::string calls;
    if (i + 1 < numbers.size())
      for (int k = 0; k < 10; ++k) calls += "/X Do ";
    const std::string next = i + 1 < numbers.size() ? "/XObject << /X " + ref(numbers[i + 1]) + " >>" : "";
    forms.file.set(numbers[i], PdfFile::stream(calls, "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << " +
                                                          next + " >>"));
  }
  forms.file.set(forms.page, "<< /Type /Page /Parent " + ref(forms.pages) + " /MediaBox [0 0 595 842] /Contents " +
                                 ref(forms.content) + " /Resources << /XObject << /X0 " + ref(numbers[0]) +
                                 " >> >> >>");
  cases.push_back({"forms-10-to-the-30", forms.bytes(), kBounded});

  OnePage own("/X Do");
  const int form = own.file.add("");
  own.file.set(form,
               PdfFile::stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " +
                                            ref(form) + " >> >>"));
  own.file.set(own.page, "<< /Type /Page /Parent " + ref(own.pages) + " /MediaBox [0 0 595 842] /Contents " +
                             ref(own.content) + " /Resources << /XObject << /X " + ref(form) + " >> >> >>");
  cases.push_back({"form-in-itself", own.bytes(), kBounded});

  for (const int times : {1, 2}) {
    OnePage flate;
    flate.file.set(flate.content,
                   PdfFile::stream(bomb(std::size_t{1} << 30U, times),
                                   times == 1 ? "/Filter /FlateDecode" : "/Filter [/FlateDecode /FlateDecode]"));
    cases.push_back({"flate-bomb-" + std::to_string(times), flate.bytes(), kBounded});
  }
  std::string filters;
  for (int i = 0; i < 5000; ++i) filters += "/ASCIIHexDecode ";
  OnePage chain;
  chain.file.set(chain.content, PdfFile::stream("00>", "/Filter [" + filters + "]"));
  cases.push_back({"5000-filters", chain.bytes(), kBoundedOrCrashed});
  OnePage own_length;
  own_length.file.set(own_length.content, "<< /Length " + ref(own_length.content) + " >>\nstream\nBT ET\nendstream");
  cases.push_back({"length-is-the-stream", own_length.bytes(), kReadOrBroken});

  cases.push_back({"saves-without-end",
                   OnePage([] {
                     std::string saves;
                     for (int i = 0; i < 2'000'000; ++i) saves += "q ";
                     return saves;
                   }())
                       .bytes(),
                   kBoundedOrCrashed});
  cases.push_back({"nested-arrays", OnePage(std::string(200'000, '[')).bytes(), kBoundedOrCrashed});
  std::string scattered;
  for (long long i = 0; i < 100'000; ++i) {
    scattered +=
        "BT /F 6 Tf " + std::to_string(i * 7919 % 595) + ' ' + std::to_string(i * 104729 % 842) + " Td (x) Tj ET\n";
  }
  cases.push_back({"100000-scattered-glyphs", OnePage(scattered).bytes(), kBounded});
  std::string lines;
  for (int i = 0; i < 50'000; ++i)
    lines += "0 " + std::to_string(i % 842) + " m 595 " + std::to_string(i % 842) + " l S " + std::to_string(i % 595) +
             " 0 m " + std::to_string(i % 595) + " 842 l S\n";
  cases.push_back({"100000-rulings", OnePage(lines).bytes(), kBounded});
  cases.push_back(
      {"not-a-number-positions",
       OnePage("BT /F 1e38 Tf 1e38 -1e38 Td (far) Tj 99999999999999999999 0 0 0 1e99 0 cm (x) Tj ET").bytes(),
       kReadOrBroken});
  for (const char* box : {"[0 0 1e9 1e9]", "[0 0 0 0]", "[595 842 0 0]", "[0 0 1e38 -1e38]", "[(a) (b)]", "7"}) {
    cases.push_back({"media-box-" + std::to_string(cases.size()),
                     OnePage("BT /F 12 Tf 72 720 Td (Action plan) Tj ET", std::string("/MediaBox ") + box).bytes(),
                     kReadOrBroken});
  }
}

void fonts(std::vector<HostileCase>& cases) {
  const std::string text = "BT /F 12 Tf 72 720 Td <00010002> Tj ET";
  OnePage map(text);
  const int cmap = map.file.add("");
  map.file.set(cmap, PdfFile::stream("begincmap endcmap", "/Type /CMap /CMapName /Own /UseCMap " + ref(cmap)));
  const int descendant = map.file.add(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
      "/Supplement 0 >> >>");
  map.file.set(map.font, "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding " + ref(cmap) + " /DescendantFonts [" +
                             ref(descendant) + "] >>");
  cases.push_back({"cmap-uses-itself", map.bytes(), kBoundedOrCrashed});
  OnePage own(text);
  own.file.set(own.font, "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [" +
                             ref(own.font) + "] >>");
  cases.push_back({"font-in-itself", own.bytes(), {"no-plan", "damaged", "unsupported"}});
  OnePage type3("BT /F 12 Tf 72 720 Td (aaa) Tj ET");
  const int glyph = type3.file.add_stream("9 0 d0 BT /F 12 Tf (a) Tj ET");
  type3.file.set(type3.font,
                 "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar "
                 "97 /Widths [9] /CharProcs << /a " +
                     ref(glyph) + " >> /Encoding << /Differences [97 /a] >> /Resources << /Font << /F " +
                     ref(type3.font) + " >> >> >>");
  cases.push_back({"type3-glyph-shows-itself", type3.bytes(), kBounded});
  OnePage unmapped(text);
  const int plain = unmapped.file.add(
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
      "/Supplement 0 >> >>");
  unmapped.file.set(
      unmapped.font,
      "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [" + ref(plain) + "] >>");
  cases.push_back({"no-to-unicode", unmapped.bytes(), {"unsupported"}});
  for (const char* target : {"0000", "D800", "FFFE", "FFFF", "003C0021002D002D", "DC00D800", ""}) {
    OnePage mapped("BT /F 12 Tf 72 720 Td (A) Tj ET");
    const int to_unicode = mapped.file.add_stream(
        std::string("begincmap 1 begincodespacerange <00><FF> endcodespacerange 1 beginbfchar <41><") + target +
        "> endbfchar endcmap");
    mapped.file.set(mapped.font,
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " + ref(to_unicode) + " >>");
    cases.push_back({"to-unicode-" + std::to_string(cases.size()), mapped.bytes(), {"no-plan", "unsupported"}});
  }
  OnePage range("BT /F 12 Tf 72 720 Td (A) Tj ET");
  const int wide = range.file.add_stream("begincmap 1 beginbfrange <00000000><FFFFFFFF><0000> endbfrange endcmap");
  range.file.set(range.font, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " + ref(wide) + " >>");
  cases.push_back({"to-unicode-of-4-billion", range.bytes(), kBounded});
}

void images_and_marks(std::vector<HostileCase>& cases) {
  for (const std::string filter : {"/JBIG2Decode", "/JPXDecode", "/DCTDecode", "/CCITTFaxDecode"}) {
    OnePage image("q 500 0 0 700 0 0 cm /I Do Q");
    const int picture = image.file.add_stream("claims",
                                              "/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 "
                                              "/ColorSpace /DeviceRGB /BitsPerComponent 16 /Filter " +
                                                  filter);
    image.file.set(image.page, "<< /Type /Page /Parent " + ref(image.pages) + " /MediaBox [0 0 595 842] /Contents " +
                                   ref(image.content) + " /Resources << /XObject << /I " + ref(picture) + " >> >> >>");
    cases.push_back({"image" + filter.substr(1), image.bytes(), kBounded});
  }
  for (const char* text : {"(\xFE\xFF)", "(\xFE\xFF\xD8\x00)", "()", "7", "(\xFE\xFF\x00\x00\x00\x01)"}) {
    cases.push_back({"actual-text-" + std::to_string(cases.size()),
                     OnePage(std::string("/Span << /ActualText ") + text +
                             " >> BDC BT /F 12 Tf 72 720 Td (Action) Tj ET EMC EMC EMC /Span << /ActualText (never "
                             "closed) >> BDC BT /F 9 Tf 9 9 Td (x) Tj ET")
                         .bytes(),
                     kRead});
  }
  std::string open;
  for (int i = 0; i < 200'000; ++i) open += "/Span << /ActualText (a) >> BDC ";
  cases.push_back({"200000-open-spans", OnePage(open).bytes(), kBoundedOrCrashed});
}

void files(std::vector<HostileCase>& cases) {
  const std::string good = OnePage().bytes();
  for (int tenth = 1; tenth < 10; ++tenth) {
    cases.push_back({"cut-at-" + std::to_string(tenth) + "0-percent",
                     good.substr(0, good.size() * static_cast<std::size_t>(tenth) / 10), kReadOrBroken});
  }
  std::string text = good;
  const auto replace = [&good](const std::string& from, const std::string& to) {
    std::string changed = good;
    const std::size_t at = changed.rfind(from);
    return at == std::string::npos ? changed : changed.replace(at, from.size(), to);
  };
  cases.push_back({"startxref-nowhere", replace("startxref\n", "startxref\n9"), kReadOrBroken});
  cases.push_back({"xref-lost", replace("xref\n0", "yref\n0"), kReadOrBroken});
  cases.push_back({"xref-of-a-billion", replace("xref\n0 6", "xref\n0 999999999"), kReadOrBroken});
  cases.push_back({"no-trailer", replace("trailer", "tralier"), kReadOrBroken});
  OnePage loop;
  cases.push_back({"previous-xref-is-this-one", loop.bytes("/Prev " + good.substr(good.rfind("startxref\n") + 10, 3)),
                   kReadOrBroken});
  OnePage objects;
  const int packed = objects.file.add("");
  objects.file.set(
      packed, PdfFile::stream(bomb(std::size_t{1} << 30U, 1),
                              "/Type /ObjStm /N 1000000 /First 8000000 /Filter /FlateDecode /Extends " + ref(packed)));
  objects.file.set(objects.root,
                   "<< /Type /Catalog /Pages " + ref(objects.pages) + " /Extensions " + ref(packed) + " >>");
  cases.push_back({"object-stream-bomb", objects.bytes(), kBounded});
  OnePage locked;
  const int lock = locked.file.add("<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O (" + std::string(32, 'o') +
                                   ") /U (" + std::string(32, 'u') + ") >>");
  cases.push_back({"encrypted",
                   locked.bytes("/Encrypt " + ref(lock) + " /ID [(0123456789abcdef) (0123456789abcdef)]"),
                   {"encrypted"}});
  OnePage unknown;
  const int handler = unknown.file.add("<< /Filter /Own.Handler /V 99 >>");
  cases.push_back({"encrypted-by-nobody-knows",
                   unknown.bytes("/Encrypt " + ref(handler)),
                   {"encrypted", "damaged", "unsupported"}});
  cases.push_back({"only-a-header", "%PDF-1.7\n", kBroken});
  cases.push_back({"header-and-noise", "%PDF-1.7\n" + std::string(100'000, '\xFF'), kBroken});
  cases.push_back({"a-million-open-dictionaries",
                   "%PDF-1.7\n1 0 obj\n" +
                       [] {
                         std::string open;
                         for (int i = 0; i < 1'000'000; ++i) open += "<</A";
                         return open;
                       }(),
                   kBoundedOrCrashed});
}

}  // namespace

std::vector<HostileCase> hostile_pdfs() {
  std::vector<HostileCase> cases;
  page_trees(cases);
  contents(cases);
  fonts(cases);
  images_and_marks(cases);
  files(cases);
  return cases;
}

}  // namespace pactable::test
