// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile/docx_cases.h"

#include "hostile/raw_zip.h"
#include "unit/readers/docx_package.h"

namespace pactable::test {
namespace {

using Allowed = std::vector<std::string>;
const Allowed kRead = {"no-plan"};
const Allowed kDamaged = {"damaged"};
const Allowed kLimit = {"limit-exceeded"};
const Allowed kReadOrDamaged = {"no-plan", "damaged"};
constexpr std::uint32_t kPlainFile = 0644U << 16U;

const std::string kRelationships =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
    "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
    "Target=\"word/document.xml\"/></Relationships>";

std::string repeated(const std::string& text, int count) {
  std::string out;
  out.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

std::string p(const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; }
std::string cell(const std::string& text, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
}
std::string row(const std::string& cells, const std::string& properties = "") {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table(const std::string& rows) { return "<w:tbl>" + rows + "</w:tbl>"; }
std::string value(const std::string& element, const std::string& number) {
  return "<w:" + element + " w:val=\"" + number + "\"/>";
}

std::string document_xml(const std::string& body) {
  return DocxPackage().root("document", "<w:body>" + body + "</w:body>");
}

RawZip package_of(const std::string& document) {
  RawZip zip;
  zip.add("[Content_Types].xml", "<Types/>").add("_rels/.rels", kRelationships).add("word/document.xml", document);
  return zip;
}
RawZip package() { return package_of(document_xml(p("text"))); }

void archives(std::vector<HostileCase>& cases) {
  const auto add = [&](const std::string& name, const RawZip& zip, const Allowed& allowed) {
    cases.push_back({name, zip.bytes(), allowed});
  };
  const auto lying = [](std::uint32_t packed, std::uint32_t size) {
    return package().add({"word/styles.xml", "<x/>", {}, packed, size, kPlainFile, -1});
  };
  add("size-beyond-the-file", lying(1'000'000, 0), kDamaged);
  add("size-into-the-directory", lying(40, 0), kDamaged);
  add("one-entry-too-few", package().count_lie(-1), kDamaged);
  add("one-entry-too-many", package().count_lie(1), kDamaged);
  add("main-part-twice", package().add("word/document.xml", document_xml(p("other"))), kDamaged);
  add("entries-overlap", package().add({"word/styles.xml", document_xml(p("text")), {}, 0, 0, kPlainFile, 2}),
      kDamaged);
  add("local-name-differs", package().add({"word/styles.xml", "<x/>", "word/footer.xml", 0, 0, kPlainFile, -1}),
      kDamaged);
  for (const char* name : {"../../etc/passwd", "word/../../x", "..", "word\\..\\..\\x"}) {
    add("leads-out-" + std::to_string(cases.size()), package().add(name, "x"), kDamaged);
  }
  add("symbolic-link", package().add({"word/link", "/etc/passwd", {}, 0, 0, 0120777U << 16U, -1}), kDamaged);
  RawZip many = package();
  for (int i = 0; i < 60'000; ++i) many.add("word/media/" + std::to_string(i), "");
  add("60000-entries", many, kLimit);
  const std::string good = package().bytes();
  for (int tenth = 1; tenth < 10; ++tenth) {
    cases.push_back({"cut-at-" + std::to_string(tenth) + "0-percent",
                     good.substr(0, good.size() * static_cast<std::size_t>(tenth) / 10),
                     {"damaged", "unknown-type"}});
  }
  cases.push_back(
      {"bomb-of-20-mib", DocxPackage().part("word/document.xml", std::string(20 << 20, ' ')).bytes(), kLimit});
  cases.push_back({"locked-parts", DocxPackage().body(p("text")).password("saiga").bytes(), {"encrypted"}});
}

void packages(std::vector<HostileCase>& cases) {
  RawZip rootless;
  rootless.add("[Content_Types].xml", "<Types/>").add("word/document.xml", document_xml(p("text")));
  cases.push_back({"no-relationships", rootless.bytes(), {"damaged", "unsupported", "unknown-type"}});
  RawZip missing;
  missing.add("[Content_Types].xml", "<Types/>").add("_rels/.rels", kRelationships);
  cases.push_back({"main-part-missing", missing.bytes(), {"damaged", "unknown-type"}});
  cases.push_back({"decoy-main-part",
                   DocxPackage(DocxPackage::kTransitional, "word/real.xml")
                       .body("<w:p><w:r><w:t>decoy</w:t></w:r></w:p>")
                       .part("word/real.xml", document_xml(p("real")))
                       .bytes(),
                   kRead});
  cases.push_back({"image-and-template-elsewhere",
                   DocxPackage()
                       .body(p("text"))
                       .relate("word/_rels/document.xml.rels", "image", "http://192.0.2.1/i.png", true)
                       .relate("word/_rels/document.xml.rels", "attachedTemplate", "file:///etc/passwd", true)
                       .bytes(),
                   kRead});
  cases.push_back(
      {"relationship-to-itself",
       DocxPackage().body(p("text")).relate("word/_rels/document.xml.rels", "footnotes", "document.xml").bytes(),
       kReadOrDamaged});
  cases.push_back({"styles-in-a-circle",
                   DocxPackage()
                       .body("<w:p><w:pPr>" + value("pStyle", "A") + "</w:pPr><w:r><w:t>text</w:t></w:r></w:p>")
                       .related("styles", "styles.xml", "styles",
                                "<w:style w:type=\"paragraph\" w:styleId=\"A\">" + value("basedOn", "B") +
                                    "</w:style><w:style w:type=\"paragraph\" w:styleId=\"B\">" + value("basedOn", "A") +
                                    "</w:style>")
                       .bytes(),
                   kRead});
}

void lists(std::vector<HostileCase>& cases) {
  const auto numbered = [](const std::string& id, const std::string& level) {
    return "<w:p><w:pPr><w:numPr>" + value("ilvl", level) + value("numId", id) +
           "</w:numPr></w:pPr><w:r><w:t>text</w:t></w:r></w:p>";
  };
  const auto add = [&](const std::string& name, const std::string& body, const std::string& numbering) {
    cases.push_back(
        {name, DocxPackage().body(body).related("numbering", "numbering.xml", "numbering", numbering).bytes(), kRead});
  };
  const std::string list = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";
  add("lists-in-a-circle", numbered("1", "0"),
      "<w:abstractNum w:abstractNumId=\"1\">" + value("numStyleLink", "A") + value("styleLink", "A") +
          "</w:abstractNum>" + list);
  add("list-level-99", numbered("1", "99") + numbered("1", "-1"), "<w:abstractNum w:abstractNumId=\"1\"/>" + list);
  add("list-begins-at-the-end-of-numbers", repeated(numbered("1", "0"), 3),
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">" + value("start", "2147483647") +
          value("numFmt", "upperRoman") + value("lvlText", "%1.") + "</w:lvl></w:abstractNum>" + list);
  add("list-nobody-defined", numbered("99999999999", "0"), "");
}

void tables(std::vector<HostileCase>& cases) {
  const auto add = [&](const std::string& name, const std::string& body, const Allowed& allowed) {
    cases.push_back({name, package_of(document_xml(body)).bytes(), allowed});
  };
  const Allowed bounded = {"no-plan", "limit-exceeded"};
  for (const char* span : {"1000000000", "-5", "99999999999999999999", "x"}) {
    add("grid-span-" + std::to_string(cases.size()), table(row(cell("a", value("gridSpan", span)) + cell("b"))),
        bounded);
    add("grid-before-" + std::to_string(cases.size()), table(row(cell("a"), value("gridBefore", span))), bounded);
  }
  add("merge-without-a-first-cell", table(repeated(row(cell("a", "<w:vMerge/>")), 3)), kRead);
  add("a-flood-of-merges", table(repeated(row(repeated(cell("", "<w:vMerge/>"), 50)), 400)), bounded);
  add("100000-cells-in-a-row", table(row(repeated(cell(""), 100'000))), bounded);
  add("300-nested-tables", repeated("<w:tbl><w:tr><w:tc>", 300) + p("in") + repeated("</w:tc></w:tr></w:tbl>", 300),
      {"no-plan", "limit-exceeded"});
  add("rows-without-cells", table(repeated("<w:tr/>", 10'000)), bounded);
}

void markup(std::vector<HostileCase>& cases) {
  const auto add = [&](const std::string& name, const std::string& document, const Allowed& allowed) {
    cases.push_back({name, package_of(document).bytes(), allowed});
  };
  std::string laughs = "<!DOCTYPE l [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
  }
  add("a-billion-laughs", laughs + "]>" + document_xml(p("&a29;")).substr(38), kDamaged);
  add("external-entity", "<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + document_xml(p("&x;")).substr(38),
      kDamaged);
  add("external-dtd", "<!DOCTYPE l SYSTEM \"http://192.0.2.1/x.dtd\">" + document_xml(p("text")).substr(38), kDamaged);
  add("not-utf8", document_xml(p("\xC3\x28\xFF")), kDamaged);
  add("encoding-that-lies", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + document_xml(p("text")).substr(38),
      kReadOrDamaged);
  add("nul-by-reference", document_xml(p("a&#0;b")), kDamaged);
  add("surrogate-by-reference", document_xml(p("a&#xD800;b")), kDamaged);
  add("control-characters", document_xml(p("a\x01\x02z")), kDamaged);
  add("never-closed", document_xml(p("text")).substr(0, document_xml(p("text")).size() - 20), kDamaged);
  add("closed-crosswise", document_xml("<w:p><w:r></w:p></w:r>"), kDamaged);
  add("100000-deep", document_xml(repeated("<w:sdt>", 100'000) + repeated("</w:sdt>", 100'000)),
      {"damaged", "limit-exceeded"});
  std::string attributes;
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
  add("100000-attributes", document_xml("<w:p" + attributes + "/>"),
      {"no-plan", "damaged", "limit-exceeded", "timed-out"});
  add("empty-main-part", "", kDamaged);
  add("main-part-of-noise", std::string(100'000, '\xFF'), kDamaged);
  add("another-vocabulary", "<html><body>text</body></html>", {"no-plan", "damaged", "unsupported"});
  add("200000-paragraphs", document_xml(repeated("<w:p/>", 200'000)), kRead);
  add("15-mib-in-one-text", document_xml(p(std::string(15 << 20, 'x'))), kRead);
  add("a-million-comments", document_xml(repeated("<!---->", 1'000'000)), {"no-plan", "limit-exceeded"});
}

}  // namespace

std::vector<HostileCase> hostile_docx() {
  std::vector<HostileCase> cases;
  archives(cases);
  packages(cases);
  lists(cases);
  tables(cases);
  markup(cases);
  return cases;
}

}  // namespace pactable::test
