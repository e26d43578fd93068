#pragma once

// The box of a module, or of several, as a picture shows it.

#include <vector>

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/overview_graph.h"
#include "engine/report/views/overview_marks.h"

namespace modgraph {

/// Makes the boxes of a report. The report and the marks must outlive it.
class BoxMaker {
 public:
  BoxMaker(const Report& report, const PictureMarks& marks);

  PictureBox box(const DrawnBox& drawn) const;

 private:
  PictureBox module_box(ModuleId module) const;
  PictureBox group_box(const DrawnBox& drawn) const;

  const Report& report_;
  const PictureMarks& marks_;
  std::vector<const ModuleRow*> rows_;  // by module; null: go and toolchain
};

}  // namespace modgraph
