#include "importers/module_cache/version_info.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "importers/module_cache/rfc3339.h"

namespace modgraph {
namespace {

// As deep as Go reads JSON.
constexpr std::size_t kDeepest = 10'000;

constexpr std::array<std::string_view, 8> kOriginTexts = {
    "vcs", "url", "subdir", "hash", "tagprefix", "tagsum", "ref", "reposum"};

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

// Without zeros at the end of a fraction, and with Z for no offset.
std::string as_go_writes(std::string out) {
  const std::size_t point = out.find('.');
  if (point != std::string::npos) {
    std::size_t end = point + 1;
    while (end < out.size() && out[end] >= '0' && out[end] <= '9') ++end;
    std::size_t keep = std::min(end, point + 10);  // nanoseconds
    while (keep > point + 1 && out[keep - 1] == '0') --keep;
    if (keep == point + 1) keep = point;
    out.erase(keep, end - keep);
  }
  if (out.ends_with("+00:00") || out.ends_with("-00:00"))
    out.replace(out.size() - 6, 6, "Z");
  return out;
}

// Go reads a time and writes it again. It takes an hour of one digit, and a
// comma before the fraction.
std::optional<std::string> go_time(std::string time) {
  constexpr std::size_t kHour = 11, kFraction = 19;
  if (time.size() > kHour + 1 && time[kHour + 1] == ':')
    time.insert(kHour, 1, '0');
  if (time.size() > kFraction && time[kFraction] == ',') time[kFraction] = '.';
  if (!is_rfc3339(time)) return std::nullopt;
  return as_go_writes(std::move(time));
}

// Gets one value after the other, so that depth costs no memory. A handler that
// returns false ends the reading.
class InfoReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  const VersionInfo& info() const { return info_; }

  bool null() override { return true; }
  bool boolean(bool) override { return other(); }
  bool number_integer(number_integer_t) override { return other(); }
  bool number_unsigned(number_unsigned_t) override { return other(); }
  bool number_float(number_float_t, const string_t&) override {
    return other();
  }
  bool binary(binary_t&) override { return other(); }

  bool string(string_t& value) override {
    switch (field()) {
      case Field::kVersion:
        info_.version = value;
        return true;
      case Field::kTime:
        return set_time(value);
      case Field::kOriginText:
      case Field::kUnknown:
        return true;
      case Field::kInfo:
      case Field::kOrigin:
        break;
    }
    return false;
  }

  bool start_object(std::size_t) override {
    const Field at = field();
    if (at != Field::kInfo && at != Field::kOrigin && at != Field::kUnknown)
      return false;
    if (at == Field::kOrigin) in_origin_ = true;
    return ++depth_ <= kDeepest;
  }
  bool end_object() override {
    if (--depth_ == 1) in_origin_ = false;
    return true;
  }
  bool start_array(std::size_t) override {
    if (!other()) return false;
    return ++depth_ <= kDeepest;
  }
  bool end_array() override { return --depth_ > 0; }

  bool key(string_t& name) override {
    if (depth_ == 1) name_ = lower(name);
    if (depth_ == 2 && in_origin_) origin_name_ = lower(name);
    return true;
  }

  bool parse_error(std::size_t, const std::string&,
                   const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  bool set_time(const std::string& text) {
    auto time = go_time(text);
    if (time) info_.time = std::move(*time);
    return time.has_value();
  }

  // What the next value is.
  enum class Field { kInfo, kVersion, kTime, kOrigin, kOriginText, kUnknown };

  Field field() const {
    if (depth_ == 0) return Field::kInfo;
    if (depth_ == 1) {
      if (name_ == "version") return Field::kVersion;
      if (name_ == "time") return Field::kTime;
      return name_ == "origin" ? Field::kOrigin : Field::kUnknown;
    }
    const bool is_text = depth_ == 2 && in_origin_ &&
                         std::find(kOriginTexts.begin(), kOriginTexts.end(),
                                   origin_name_) != kOriginTexts.end();
    return is_text ? Field::kOriginText : Field::kUnknown;
  }

  // A number, a truth value or a list: no field that is known is one.
  bool other() const { return field() == Field::kUnknown; }

  VersionInfo info_;
  std::size_t depth_ = 0;
  bool in_origin_ = false;
  std::string name_, origin_name_;
};

}  // namespace

std::optional<VersionInfo> parse_version_info(std::string_view text) {
  // The library skips a byte order mark, Go does not.
  if (text.starts_with("\xef\xbb\xbf")) return std::nullopt;
  InfoReader reader;
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &reader))
    return std::nullopt;
  return reader.info();
}

}  // namespace modgraph
