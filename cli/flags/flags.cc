#include "cli/flags/flags.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>
#include <utility>

#include "engine/base/edit_distance.h"
#include "engine/base/printable.h"

namespace modgraph {
namespace {

// "-f,--format" -> "--format"; "-C" -> "-C".
std::string_view long_name(std::string_view names) {
  const std::size_t comma = names.rfind(',');
  return comma == std::string_view::npos ? names : names.substr(comma + 1);
}

// "--fail-on" -> "MODGRAPH_FAIL_ON"; "" for an option without a long name.
std::string variable_of(std::string_view names) {
  const std::string_view name = long_name(names);
  if (!name.starts_with("--") || name == "--help" || name == "--version")
    return {};
  std::string out = "MODGRAPH_";
  for (const char c : name.substr(2))
    out += c == '-'               ? '_'
           : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A')
                                  : c;
  return out;
}

std::string choices_text(const std::vector<std::string_view>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += names[i];
  }
  return out;
}

Result<std::uint64_t> parse_number(const std::string& text, NumberRange range) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  const bool is_number = read.ec == std::errc() && read.ptr == end;
  if (is_number && range.min <= number && number <= range.max) return number;
  return fail(usage_error(
      fmt::format("'{}' is not a whole number {}", printable(text),
                  range.max == UINT64_MAX
                      ? fmt::format("of {} or more", range.min)
                      : fmt::format("from {} to {}", range.min, range.max))));
}

// An error about the value of an option: the option comes first.
tl::unexpected<Errors> about(std::string_view option, Errors errors) {
  for (Error& error : errors)
    error.message = fmt::format("{}: {}", option, error.message);
  return fail(std::move(errors));
}

Error unknown_word(const std::string& word, bool takes_words,
                   const std::vector<Flags::Option>& options) {
  constexpr const char* kHelp = "--help shows the options";
  if (!word.starts_with("-") || word == "-")
    return usage_error(fmt::format("unexpected argument '{}'", printable(word)),
                       takes_words
                           ? kHelp
                           : "this command takes options only; --help shows "
                             "them");
  std::vector<std::string_view> names;
  for (const Flags::Option& option : options)
    names.push_back(long_name(option.names));
  const std::string name = word.substr(0, word.find('='));
  return usage_error(fmt::format("unknown option '{}'", printable(name)),
                     did_you_mean(name, names, kHelp));
}

// Help of `width` columns beside names, wrapped between words.
std::string wrapped(std::string_view text, std::size_t indent) {
  constexpr std::size_t kWidth = 100;
  std::string out;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (column > indent && column + 1 + end > kWidth) {
      out.append("\n").append(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += text.substr(0, end);
    column += end;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

std::string did_you_mean(std::string_view name,
                         const std::vector<std::string_view>& known,
                         std::string otherwise) {
  const auto near = nearest(name, known);
  return near ? fmt::format("did you mean '{}'?", *near) : std::move(otherwise);
}

Flags::Option& Flags::add(std::string_view names, std::string_view value,
                          std::string_view help, Take take) {
  Option& out = options_.emplace_back();
  out.names = names;
  out.value = value;
  out.help = help;
  out.group = group_;
  out.take = std::move(take);
  return out;
}

void Flags::flag(std::string_view names, bool& out, std::string_view help) {
  add(names, "", help, [&out](const std::string&) -> Result<void> {
    out = true;
    return {};
  }).is_repeatable = true;
}

void Flags::counter(std::string_view names, int& out, std::string_view help) {
  add(names, "", help, [&out](const std::string&) -> Result<void> {
    ++out;
    return {};
  }).is_repeatable = true;
}

void Flags::text(std::string_view names, std::string_view value,
                 std::string& out, std::string_view help) {
  add(names, value, help, [&out](const std::string& text) -> Result<void> {
    if (text.empty()) return fail(usage_error("the value is empty"));
    out = text;
    return {};
  });
}

void Flags::texts(std::string_view names, std::string_view value,
                  std::vector<std::string>& out, std::string_view help) {
  each(
      names, value,
      [&out](const std::string& text) -> Result<void> {
        if (text.empty()) return fail(usage_error("the value is empty"));
        out.push_back(text);
        return {};
      },
      help);
}

void Flags::number(std::string_view names, std::string_view value,
                   std::uint64_t& out, NumberRange range,
                   std::string_view help) {
  add(names, value, help,
      [&out, range](const std::string& text) -> Result<void> {
        const auto number = parse_number(text, range);
        if (!number) return fail(number.error());
        out = *number;
        return {};
      });
}

void Flags::choice(std::string_view names, std::string_view value,
                   std::string& out, std::vector<std::string_view> choices,
                   std::string_view help) {
  Option& option = add(names, value, help, nullptr);
  option.choices = choices;
  option.take = [&out, choices = std::move(choices)](
                    const std::string& text) -> Result<void> {
    if (std::find(choices.begin(), choices.end(), text) == choices.end())
      return fail(usage_error(
          fmt::format("'{}' is not {}", printable(text), choices_text(choices)),
          did_you_mean(text, choices, "")));
    out = text;
    return {};
  };
}

void Flags::each(std::string_view names, std::string_view value, Take take,
                 std::string_view help) {
  add(names, value, help, std::move(take)).is_repeatable = true;
}

void Flags::words(std::string_view usage, std::string_view help,
                  std::vector<std::string>& out) {
  usage_ = usage;
  words_help_ = help;
  words_ = &out;
}

Result<void> Flags::parse(const std::vector<std::string>& arguments) {
  CLI::App app;
  app.set_help_flag();
  std::vector<std::string> words;
  std::map<const CLI::Option*, std::size_t> option_of;
  std::vector<CLI::Option*> known;
  std::vector<std::vector<std::string>> values(options_.size());
  for (std::size_t i = 0; i < options_.size(); ++i) {
    CLI::Option* const option =
        options_[i].value.empty()
            ? app.add_flag(options_[i].names)->disable_flag_override()
            : app.add_option(options_[i].names, values[i])
                  ->allow_extra_args(false)
                  ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    option_of[option] = i;
    known.push_back(option);
  }
  if (words_ != nullptr) app.add_option("words", words);
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ExtrasError&) {
    return fail(
        unknown_word(app.remaining().front(), words_ != nullptr, options_));
  } catch (const CLI::ParseError& e) {
    // "--top: 1 required TEXT missing": only the name is of use.
    const std::string_view what = e.what();
    const std::string name(what.substr(0, what.find(':')));
    for (const Option& option : options_)
      if (name == long_name(option.names) && !option.value.empty())
        return fail(
            usage_error(fmt::format("{} needs a value", name),
                        fmt::format("write {} {}", name, option.value)));
    return fail(usage_error(fmt::format("{} takes no value", printable(name)),
                            "--help shows the options"));
  }
  std::vector<bool> given(options_.size());
  std::vector<std::size_t> next(options_.size());
  for (const CLI::Option* parsed : app.parse_order()) {
    const auto found = option_of.find(parsed);
    if (found == option_of.end()) continue;
    const std::size_t i = found->second;
    const Option& option = options_[i];
    const std::string_view name = long_name(option.names);
    if (given[i] && !option.is_repeatable)
      return fail(
          usage_error(fmt::format("{} is given twice", name), "give it once"));
    given[i] = true;
    const std::vector<std::string>& own = values[i];
    const std::string value =
        option.value.empty() || next[i] >= own.size() ? "" : own[next[i]++];
    if (auto taken = option.take(value); !taken)
      return about(name, std::move(taken.error()));
  }
  if (auto read = read_variables(given); !read) return read;
  if (words_ != nullptr) *words_ = std::move(words);
  for (const auto& holds : checks_)
    if (auto held = holds(); !held) return held;
  return {};
}

Result<void> Flags::read_variables(const std::vector<bool>& given) {
  for (std::size_t i = 0; i < options_.size(); ++i) {
    const Option& option = options_[i];
    const std::string name = variable_of(option.names);
    if (given[i] || name.empty()) continue;
    const char* const value = std::getenv(name.c_str());
    if (value == nullptr || *value == '\0') continue;
    if (option.value.empty()) {
      const std::string_view word = value;
      if (word == "0" || word == "false") continue;
      if (word != "1" && word != "true")
        return fail(usage_error(
            fmt::format("{}: '{}' is not 1 or 0", name, printable(word))));
    }
    if (auto taken = option.take(value); !taken)
      return about(name, std::move(taken.error()));
  }
  return {};
}

std::string Flags::help() const {
  std::vector<std::string> groups;
  for (const Option& option : options_)
    if (std::find(groups.begin(), groups.end(), option.group) == groups.end())
      groups.push_back(option.group);
  std::string out;
  constexpr std::size_t kColumn = 30;
  const auto row = [&](std::string left, std::string_view help) {
    left.insert(0, "  ");
    if (left.size() + 2 > kColumn)
      left.append("\n").append(kColumn, ' ');
    else
      left.resize(kColumn, ' ');
    out += left + wrapped(help, kColumn) + "\n";
  };
  if (words_ != nullptr) row(usage_, words_help_);
  for (const std::string& group : groups) {
    out += fmt::format("{}{}:\n", out.empty() ? "" : "\n", group);
    for (const Option& option : options_) {
      if (option.group != group) continue;
      std::string left =
          option.names.starts_with("--") ? "    " + option.names : option.names;
      if (const std::size_t comma = left.find(','); comma != std::string::npos)
        left.insert(comma + 1, " ");
      if (!option.value.empty()) left += " " + option.value;
      row(std::move(left), option.help);
    }
  }
  return out;
}

}  // namespace modgraph
