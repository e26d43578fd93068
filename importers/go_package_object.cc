#include "importers/go_package_object.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "importers/go_packages.h"
#include "importers/json_trace.h"

namespace modgraph {
namespace {

using Json = nlohmann::json;

enum class Kind : std::uint8_t {
  kIgnored,  // a field that nobody asks about
  kText,
  kFlag,
  kTexts,
  kModule,
  kTestTexts,  // a list of which only counts whether it is empty
};

// A field of a package, or of its module.
struct Field {
  std::string_view name;
  Kind kind = Kind::kIgnored;
  std::string PackageInfo::*text = nullptr;
  bool PackageInfo::*flag = nullptr;
};

constexpr std::array kFields = {
    Field{"ImportPath", Kind::kText, &PackageInfo::import_path},
    Field{"Name", Kind::kText, &PackageInfo::name},
    Field{"ForTest", Kind::kText, &PackageInfo::for_test},
    Field{"Module", Kind::kModule},
    Field{"Standard", Kind::kFlag, nullptr, &PackageInfo::standard},
    Field{"DepOnly", Kind::kFlag, nullptr, &PackageInfo::dep_only},
    Field{"Imports", Kind::kTexts},
    Field{"TestImports", Kind::kTestTexts},
    Field{"XTestImports", Kind::kTestTexts},
};

// What the next value of an object goes into.
struct Slot {
  Kind kind = Kind::kIgnored;
  std::string_view name;  // of the field, for messages
  std::string* text = nullptr;
  bool* flag = nullptr;
};

// An open object or array.
struct Level {
  enum class What : std::uint8_t { kPackage, kModule, kTexts, kIgnored };
  What what = What::kIgnored;
  bool is_array = false;
  Slot slot;  // of kTexts: the list itself
};

// Takes what the library's parser finds and puts it into a PackageInfo.
class PackageReader {
 public:
  using What = Level::What;

  PackageReader(std::string_view text, std::size_t at, int line)
      : trace_(text, at) {
    out_.package.line = line;
  }

  tl::expected<GoPackageObject, GoPackageFault> read() {
    if (!Json::sax_parse(trace_.begin(), trace_.end(), this,
                         Json::input_format_t::json, false))
      return tl::unexpected(std::move(fault_));
    out_.end = trace_.behind();
    return std::move(out_);
  }

  // What the library calls: true goes on, false ends the reading.

  bool null() {
    if (levels_.back().what == What::kTexts) return wrong_type("null");
    return after_value();
  }

  bool boolean(bool value) {
    const Slot& slot = levels_.back().slot;
    if (slot.kind == Kind::kFlag)
      *slot.flag = value;
    else if (slot.kind != Kind::kIgnored)
      return wrong_type(value ? "true" : "false");
    return after_value();
  }

  bool number_integer(Json::number_integer_t) { return number(); }
  bool number_unsigned(Json::number_unsigned_t) { return number(); }
  bool number_float(Json::number_float_t, const std::string&) {
    return number();
  }
  bool binary(Json::binary_t&) { return false; }  // there is none in text

  bool string(std::string& value) {
    const Level& level = levels_.back();
    if (level.what == What::kTexts) {
      if (level.slot.kind == Kind::kTexts)
        out_.package.imports.push_back(std::move(value));
      else
        out_.package.has_test_imports = true;
    } else if (level.slot.kind == Kind::kText) {
      *level.slot.text = std::move(value);
    } else if (level.slot.kind != Kind::kIgnored) {
      return wrong_type("a string");
    }
    return after_value();
  }

  bool start_object(std::size_t) {
    if (levels_.empty()) return open({What::kPackage, false, {}});
    const Level& level = levels_.back();
    const Kind kind = level.slot.kind;
    if (level.what == What::kTexts) return wrong_type("an object");
    if (kind == Kind::kModule) {
      out_.package.module = {};
      return open({What::kModule, false, {}});
    }
    if (kind != Kind::kIgnored) return wrong_type("an object");
    return open({What::kIgnored, false, {}});
  }

  bool key(std::string& name) {
    Level& level = levels_.back();
    level.slot = {};
    if (level.what == What::kPackage) take_field(name, level.slot);
    if (level.what == What::kModule) take_module_field(name, level.slot);
    trace_.name_read();
    return true;
  }

  bool start_array(std::size_t) {
    const Level& level = levels_.back();
    const Kind kind = level.slot.kind;
    const bool texts = kind == Kind::kTexts || kind == Kind::kTestTexts;
    if (texts && level.what != What::kTexts) {
      if (kind == Kind::kTexts) out_.package.imports.clear();
      return open({What::kTexts, true, level.slot});
    }
    if (kind != Kind::kIgnored) return wrong_type("a list");
    return open({What::kIgnored, true, {}});
  }

  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool parse_error(std::size_t, const std::string&, const Json::exception&) {
    JsonFault fault = trace_.fault();
    if (fault.message.empty())
      fault.message = fmt::format("the text ends inside the object of line {}",
                                  out_.package.line);
    fault_ = {fault.at, std::move(fault.message), ErrorKind::kInput};
    return false;
  }

 private:
  bool after_value() {
    trace_.value_read(levels_.back().is_array);
    return true;
  }

  bool number() {
    if (levels_.back().slot.kind != Kind::kIgnored)
      return wrong_type("a number");
    trace_.number_read(levels_.back().is_array);
    return true;
  }

  bool open(Level level) {
    if (levels_.size() == kDeepestPackageNesting) {
      fault_ = {trace_.token(),
                fmt::format("objects and lists are nested more than {} deep",
                            kDeepestPackageNesting),
                ErrorKind::kLimit};
      return false;
    }
    trace_.opened(level.is_array);
    levels_.push_back(level);
    return true;
  }

  bool close() {
    levels_.pop_back();
    if (!levels_.empty()) return after_value();
    trace_.closed();
    return true;
  }

  void take_field(std::string_view name, Slot& slot) {
    const auto* const field =
        std::find_if(kFields.begin(), kFields.end(),
                     [&](const Field& f) { return f.name == name; });
    if (field == kFields.end()) return;
    slot = {field->kind, field->name};
    if (field->text != nullptr) slot.text = &(out_.package.*field->text);
    if (field->flag != nullptr) slot.flag = &(out_.package.*field->flag);
  }

  void take_module_field(std::string_view name, Slot& slot) {
    PackageModule& module = out_.package.module;
    if (name == "Path") slot = {Kind::kText, "Path", &module.path};
    if (name == "Version") slot = {Kind::kText, "Version", &module.version};
    if (name == "Main") slot = {Kind::kFlag, "Main", nullptr, &module.main};
  }

  bool wrong_type(std::string_view have) {
    const Level& level = levels_.back();
    const bool element = level.what == What::kTexts;
    fault_ = {trace_.token(),
              fmt::format("{}'{}' is {}, where `go list` writes {}",
                          element ? "an element of " : "", level.slot.name,
                          have, element ? "a string" : wanted(level.slot.kind)),
              ErrorKind::kInput};
    return false;
  }

  static std::string_view wanted(Kind kind) {
    switch (kind) {
      case Kind::kFlag:
        return "true or false";
      case Kind::kTexts:
      case Kind::kTestTexts:
        return "a list of strings";
      case Kind::kModule:
        return "an object";
      case Kind::kText:
      case Kind::kIgnored:
        break;
    }
    return "a string";
  }

  JsonTrace trace_;
  std::vector<Level> levels_;
  GoPackageObject out_;
  GoPackageFault fault_;
};

}  // namespace

tl::expected<GoPackageObject, GoPackageFault> read_go_package_object(
    std::string_view text, std::size_t at, int line) {
  return PackageReader(text, at, line).read();
}

}  // namespace modgraph
