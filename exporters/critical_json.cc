// The JSON side of exporters/critical.h.

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "exporters/amounts.h"
#include "exporters/critical.h"
#include "exporters/json_text.h"

namespace modgraph {
namespace {

std::string_view unit_of(PathWeight weight) {
  switch (weight) {
    case PathWeight::kModules:
      return "modules";
    case PathWeight::kBytes:
      return "bytes";
    case PathWeight::kDownload:
    case PathWeight::kBuild:
      break;
  }
  return "seconds";
}

class JsonWriter {
 public:
  JsonWriter(const CriticalAnswer& answer, Sink& out) : a_(answer), out_(out) {}

  void write() {
    out_.put("{\"schema_version\": 1, \"weight\": ");
    put_json_string(out_, path_weight_name(a_.weight));
    out_.put(", \"unit\": ");
    put_json_string(out_, unit_of(a_.weight));
    put_number("length", a_.length);
    put_number("total", a_.total);
    out_.put(",\n\"path\": [");
    Separator comma;
    for (const auto& component : a_.path) {
      comma.put(out_);
      put_modules(component);
    }
    out_.put("],\n\"modules\": ");
    put_modules(a_.modules, ",\n");
    out_.put(",\n\"bottlenecks\": ");
    put_bottlenecks();
    out_.put(",\n\"schedule\": ");
    if (a_.schedule)
      put_schedule(*a_.schedule);
    else
      out_.put("null");
    out_.put("}\n");
  }

 private:
  void put_number(std::string_view key, std::uint64_t amount) {
    out_.put(", ");
    put_json_string(out_, key);
    out_.put(": ").put(amount_number(amount, a_.weight));
  }

  void put_modules(const std::vector<WeighedModule>& modules,
                   std::string_view between = ", ") {
    out_.put("[");
    Separator comma(between);
    for (const WeighedModule& m : modules) {
      comma.put(out_);
      out_.put("{\"module\": ");
      put_json_string(out_, m.name);
      out_.put(", \"weight\": ");
      out_.put(m.weight ? amount_number(*m.weight, a_.weight) : "null");
      put_number("slack", m.slack);
      out_.put(fmt::format(", \"dependents\": {}}}", m.dependents));
    }
    out_.put("]");
  }

  // With the weight of every module alike there is nothing to compare.
  void put_bottlenecks() {
    if (a_.weight == PathWeight::kModules) {
      out_.put("null");
      return;
    }
    out_.put(
        fmt::format("{{\"dependents_at_least\": {}", a_.dependents_at_least));
    put_number("weight_at_least", a_.weight_at_least);
    out_.put(", \"modules\": ");
    put_modules(a_.bottlenecks);
    out_.put("}");
  }

  void put_schedule(const ScheduleAnswer& s) {
    out_.put("{\"length\": ").put(amount_number(s.length, PathWeight::kBuild));
    put_number("total", s.total);
    put_number("elapsed", s.elapsed);
    out_.put(",\n\"path\": [");
    Separator comma(",\n");
    for (const ScheduleStep& step : s.path) {
      comma.put(out_);
      out_.put("{\"action\": ");
      put_json_string(out_, step.mode);
      out_.put(", \"package\": ");
      put_json_string(out_, step.package);
      out_.put(", \"module\": ");
      put_json_string(out_, step.module);
      put_number("seconds", step.duration);
      out_.put("}");
    }
    out_.put("],\n\"modules\": [");
    Separator next(",\n");
    for (const ScheduleShare& share : s.shares) {
      next.put(out_);
      out_.put("{\"module\": ");
      put_json_string(out_, share.name);
      out_.put(fmt::format(", \"actions\": {}", share.actions));
      put_number("total", share.total);
      put_number("on_path", share.on_path);
      put_number("slack", share.slack);
      out_.put("}");
    }
    out_.put("]}");
  }

  const CriticalAnswer& a_;
  Sink& out_;
};

}  // namespace

void write_critical_json(const CriticalAnswer& answer, Sink& out) {
  JsonWriter(answer, out).write();
}

}  // namespace modgraph
