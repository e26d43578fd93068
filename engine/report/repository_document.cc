#include "engine/report/repository_document.h"

#include "engine/report/answers/cross_module_drift.h"
#include "engine/report/report_document.h"

namespace modgraph {
namespace {

constexpr FieldShape kRepositoryFields[] = {
    records("reports", kReportShape.top,
            "the report of each folder, in the order of the command line"),
    list_of("failed", FieldType::kText, "folders without a report"),
    records("findings", kFindingShape, "findings between the folders"),
    records("cross_module_drift", kCrossModuleDriftShape,
            "modules that the main modules disagree about, ascending"),
};

}  // namespace

constexpr DocumentShape kRepositoryShape{
    "repository",
    "What is wrong with the requirement graphs of several folders",
    {"repository", kRepositoryFields},
    "findings"};

Document repository_document(const RepositoryReport& report) {
  return Document(kRepositoryShape, [&](RecordWriter& out) {
    out.list("reports", {}, report.folders,
             [&](const FolderReport& one) { put_report(out, one.report); });
    out.texts("failed", report.failed);
    put_findings(out, "findings", report.findings);
    put_cross_module_drift(out, "cross_module_drift", report.drift);
  });
}

}  // namespace modgraph
