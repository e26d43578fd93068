#include "exporters/findings/junit.h"

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "exporters/findings/finding_lines.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

struct CaseCounts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t skipped = 0;
};

std::string attributes(const CaseCounts& c) {
  return fmt::format(
      "tests=\"{}\" failures=\"{}\" errors=\"0\" "
      "skipped=\"{}\"",
      c.tests, c.failures, c.skipped);
}

// Lines stay lines.
std::string paragraph(const Finding& f) {
  const std::string text = finding_paragraph(f);
  std::string out;
  std::string_view rest = text;
  while (true) {
    const std::size_t end = rest.find('\n');
    out += xml_text(rest.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += '\n';
    rest.remove_prefix(end + 1);
  }
}

class JunitReport {
 public:
  JunitReport(const Report& report, const JunitOptions& options, Sink& out)
      : report_(report), options_(options), out_(out) {
    by_rule_.resize(rules().size());
    for (const Finding& f : report.findings)
      if (f.level >= options.show)
        by_rule_[static_cast<std::size_t>(f.rule - rules().data())].push_back(
            &f);
  }

  void write() {
    CaseCounts all;
    for (const auto& findings : by_rule_) {
      const CaseCounts c = counts(findings);
      all.tests += c.tests;
      all.failures += c.failures;
      all.skipped += c.skipped;
    }
    out_.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out_.put(
        fmt::format("<testsuites name=\"modgraph\" {}>\n", attributes(all)));
    for (std::size_t i = 0; i < by_rule_.size() && !out_.failed(); ++i)
      suite(rules()[i], by_rule_[i]);
    out_.put("</testsuites>\n");
  }

 private:
  bool fails(const Finding& f) const {
    return !f.suppressed && options_.failing && f.level >= *options_.failing;
  }

  CaseCounts counts(const std::vector<const Finding*>& findings) const {
    CaseCounts out;
    out.tests = findings.empty() ? 1 : findings.size();
    for (const Finding* f : findings) {
      out.failures += fails(*f) ? 1u : 0u;
      out.skipped += f->suppressed ? 1u : 0u;
    }
    return out;
  }

  void suite(const Rule& rule, const std::vector<const Finding*>& findings) {
    const std::string name = fmt::format("{} {}", rule.code, rule.name);
    out_.put(fmt::format("<testsuite name=\"{}\" {}>\n", name,
                         attributes(counts(findings))));
    if (findings.empty())
      out_.put(
          fmt::format("<testcase classname=\"modgraph.{}\" "
                      "name=\"{}\"/>\n",
                      rule.code, name));
    for (const Finding* f : findings) one(*f);
    out_.put("</testsuite>\n");
  }

  void one(const Finding& f) {
    const FindingPlace at = place_of(report_, f);
    const std::string message = xml_text(f.message);
    out_.put(fmt::format(
        "<testcase classname=\"modgraph.{}\" name=\"{}\" file=\"{}\" "
        "line=\"{}\">\n<properties><property name=\"fingerprint\" "
        "value=\"{}\"/></properties>\n",
        f.rule->code, message, xml_text(at.file), at.line, f.fingerprint));
    if (f.suppressed)
      out_.put(fmt::format("<skipped message=\"{}\"/>\n",
                           xml_text(f.suppressed->reason)));
    else if (fails(f))
      out_.put(
          fmt::format("<failure type=\"{}\" message=\"{}\">{}:{}:{}\n{}"
                      "</failure>\n",
                      level_name(f.level), message, xml_text(at.file), at.line,
                      at.column, paragraph(f)));
    else
      out_.put(fmt::format("<system-out>{}:{}:{}\n{}</system-out>\n",
                           xml_text(at.file), at.line, at.column,
                           paragraph(f)));
    out_.put("</testcase>\n");
  }

  const Report& report_;
  const JunitOptions& options_;
  Sink& out_;
  std::vector<std::vector<const Finding*>> by_rule_;  // as in rules()
};

}  // namespace

void write_junit(const Report& report, const JunitOptions& options, Sink& out) {
  JunitReport(report, options, out).write();
}

}  // namespace modgraph
