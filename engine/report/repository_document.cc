#include "engine/report/repository_document.h"

#include <span>
#include <string>
#include <vector>

#include "engine/report/answers/cross_module_drift.h"
#include "engine/report/report_document.h"

namespace modgraph {
namespace {

constexpr FieldShape kFolderFields[] = {
    field("folder", FieldType::kText, "the folder"),
    list_of("main_modules", FieldType::kModule, "its main modules"),
    field("modules", FieldType::kCount, "modules of its build list"),
    field("requirements", FieldType::kCount, "requirements of its graph"),
    field("errors", FieldType::kCount, "findings of this level"),
    field("warnings", FieldType::kCount, "findings of this level"),
    field("notes", FieldType::kCount, "findings of this level"),
};
constexpr RecordShape kFolderShape{"folder_summary", kFolderFields};

constexpr FieldShape kRepositoryFields[] = {
    records("findings", kSharedFindingShape,
            "what is found in the folders and between them; what folders share "
            "is told once"),
    records("cross_module_drift", kCrossModuleDriftShape,
            kCrossModuleDriftSays),
    records("folders", kFolderShape,
            "each folder in short, in the order of the command line"),
    list_of("failed", FieldType::kText, "folders without a report"),
    records("reports", kReportShape.top, "the report of each folder"),
};

constexpr std::size_t kMaxFolders = 200;

void put_folder(RecordWriter& out, const FolderReport& one) {
  const Counts& counts = one.report.counts;
  const auto found = [&](Level level) {
    return counts.findings[static_cast<std::size_t>(level)];
  };
  out.text("folder", one.folder);
  out.begin_list("main_modules");
  for (const std::string& name : one.report.main_modules) out.module({}, name);
  out.end_list();
  out.count("modules", counts.modules);
  out.count("requirements", counts.requirements);
  out.count("errors", found(Level::kError));
  out.count("warnings", found(Level::kWarning));
  out.count("notes", found(Level::kNote));
}

}  // namespace

constexpr DocumentShape kRepositoryShape{
    "repository",
    "What is wrong with the requirement graphs of several folders",
    {"repository", kRepositoryFields},
    "findings"};

Document repository_document(const RepositoryReport& report,
                             const Report& combined, FolderReports folders) {
  return Document(kRepositoryShape, [&](RecordWriter& out) {
    put_shared_findings(out, "findings", combined.findings);
    put_cross_module_drift(out, "cross_module_drift", report.drift);
    out.list("folders",
             {.title = "folders",
              .max_shown = kMaxFolders,
              .columns = {"folder", "modules", "requirements", "errors",
                          "warnings", "notes"}},
             report.folders,
             [&](const FolderReport& one) { put_folder(out, one); });
    out.texts("failed", report.failed, {.title = "folders without a report"});
    std::span<const FolderReport> in_full(report.folders);
    if (folders == FolderReports::kLeftOut) in_full = {};
    out.list("reports", {}, in_full,
             [&](const FolderReport& one) { put_report(out, one.report); });
  });
}

}  // namespace modgraph
