#include "tests/support/world_simulator.h"

#include <utility>

#include "engine/findings/run_rules.h"
#include "engine/resolve/resolved_project.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_edit.h"
#include "tests/support/world_words.h"

namespace modgraph::test {
namespace {

std::string without_host(std::string text) {
  for (std::size_t at; (at = text.find("example.com/")) != std::string::npos;)
    text.erase(at, 12);
  return text;
}

}  // namespace

Result<EditedManifest> edited(const Manifest& manifest,
                              std::span<const ManifestEdit> edits) {
  auto text = edit_go_mod(manifest.file, manifest.text, edits);
  if (!text) return fail(std::move(text.error()));
  auto parsed = parse_main_go_mod(manifest.file, std::move(text->text));
  if (!parsed) return fail(std::move(parsed.error()));
  return EditedManifest{std::move(*parsed), text->reformats};
}

WorldSimulator::WorldSimulator(std::string_view words, RuleSettings settings)
    : settings_(std::move(settings)),
      mains_(main_modules_of(world_of(words)).value()),
      source_(go_mod_files_of(world_of(words))),
      store_(source_) {
  auto build = load(mains_, store_, options_);
  if (!build) {
    error_ = build.error().front().message;
    return;
  }
  project_ = resolved_project(mains_, std::move(*build));
  analysis_.emplace(analyse(project_));
  lines_.emplace(project_.manifests);
  findings_ = run_rules(project_, *analysis_, settings_);
  simulator_.emplace(EditSimulator::make(source(), edited).value());
}

BuildSource WorldSimulator::source() {
  BuildSource out{project_, mains_, store_, options_, sums_};
  out.gate.rules = settings_;
  return out;
}

std::string edits_in_words(std::span<const MainEdit> edits) {
  std::string out;
  for (const MainEdit& e : edits)
    out += (out.empty() ? "" : " ") + without_host(flag_of(e.edit));
  return out;
}

std::string effect_in_words(const BuildEffect& effect) {
  std::string out;
  for (const std::string& m : effect.added) out += " +" + without_host(m);
  for (const std::string& m : effect.removed) out += " -" + without_host(m);
  for (const MovedModule& m : effect.changed)
    out += " " + without_host(m.module) + " " + m.from + ">" + m.to;
  return out.empty() ? out : out.substr(1);
}

}  // namespace modgraph::test
