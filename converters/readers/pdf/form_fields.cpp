// SPDX-License-Identifier: GPL-3.0-or-later
#include "readers/pdf/form_fields.h"

#include <Annot.h>
#include <Form.h>
#include <Page.h>

#include <algorithm>
#include <cstdint>

namespace pactable::readers::pdf {

FormButtons find_buttons(PDFDoc& document, int page) {
  FormButtons found;
  Page* const on = document.getPage(page);
  const std::unique_ptr<FormPageWidgets> widgets = on == nullptr ? nullptr : on->getFormWidgets();
  if (!widgets) return found;
  for (int i = 0; i < widgets->getNumWidgets(); ++i) {
    FormWidget* const widget = widgets->getWidget(i);
    if (widget->getType() != formButton) continue;
    auto* const button = static_cast<FormWidgetButton*>(widget);
    if (button->getButtonType() != formButtonCheck && button->getButtonType() != formButtonRadio) continue;
    const AnnotWidget* const annotation = button->getWidgetAnnotation();
    if (annotation != nullptr && (annotation->getFlags() & Annot::flagHidden) != 0) continue;
    FormMark mark;
    button->getRect(&mark.box.x0, &mark.box.y0, &mark.box.x1, &mark.box.y1);
    mark.radio = button->getButtonType() == formButtonRadio;
    mark.on = button->getState();
    // Buttons of which one is chosen are kids of one field.
    const Object& parent = button->getObj()->dictLookupNF("Parent");
    mark.group = static_cast<std::uint64_t>(parent.isRef() ? parent.getRefNum() : button->getRef().num);
    found.marks.push_back(mark);
    found.objects.insert(button->getRef().num);
  }
  return found;
}

Box displayed(const Box& box, const std::array<double, 6>& m) {
  const auto map = [&](double x, double y) { return Point{m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]}; };
  const Point a = map(box.x0, box.y0);
  const Point b = map(box.x1, box.y1);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

}  // namespace pactable::readers::pdf
