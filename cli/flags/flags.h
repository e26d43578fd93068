#pragma once

// The options of one command: declared once, then read from the command line
// and from MODGRAPH_<OPTION> variables, and printed as help. The only place
// that knows the library that takes a command line apart.
//
// Every message of a wrong use is ours: it names the option, what is wrong
// with its value, and the nearest right one.
//
// Tested by tests/cli/flags_test.cc.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// What a number may be, both ends included.
struct NumberRange {
  std::uint64_t min = 0;
  std::uint64_t max = UINT64_MAX;
};

/// Names are "-f,--format" or "--top"; `value` is how help calls the value,
/// "FILE". Help is one sentence or phrase without a full stop. What an option
/// fills must outlive parse(). An option is given once unless it is said to be
/// repeatable.
class Flags {
 public:
  using Take = std::function<Result<void>(const std::string& value)>;

  /// The heading of the options declared from here on.
  void group(std::string_view title) { group_ = title; }

  /// A switch.
  void flag(std::string_view names, bool& out, std::string_view help);
  /// A switch that counts how often it is given.
  void counter(std::string_view names, int& out, std::string_view help);
  void text(std::string_view names, std::string_view value, std::string& out,
            std::string_view help);
  /// Repeatable.
  void texts(std::string_view names, std::string_view value,
             std::vector<std::string>& out, std::string_view help);
  void number(std::string_view names, std::string_view value,
              std::uint64_t& out, NumberRange range, std::string_view help);
  /// One of `choices`, which are literals.
  void choice(std::string_view names, std::string_view value, std::string& out,
              std::vector<std::string_view> choices, std::string_view help);
  /// Repeatable; values of several such options are taken in the order of the
  /// command line.
  void each(std::string_view names, std::string_view value, Take take,
            std::string_view help);

  /// The words that belong to no option. `usage` is how the usage line shows
  /// them, "MODULE... [PATH...]".
  void words(std::string_view usage, std::string_view help,
             std::vector<std::string>& out);

  /// Runs behind the reading of all options: for what must hold between them.
  void check(std::function<Result<void>()> holds) {
    checks_.push_back(std::move(holds));
  }

  /// Reads `arguments`, then the variables of options that were not given.
  /// Fails (kUsage) with the first thing that is wrong.
  Result<void> parse(const std::vector<std::string>& arguments);

  /// The usage line's words, "[PATH...]"; "" for none.
  std::string_view usage() const { return usage_; }
  /// All options by group, aligned; help longer than a line goes on below.
  std::string help() const;

  /// What completions and the manual page need of an option.
  struct Option {
    std::string names;
    std::string value;  // "" for a switch
    std::string help;
    std::string group;
    std::vector<std::string_view> choices;
    bool is_repeatable = false;
    Take take;
  };
  const std::vector<Option>& options() const { return options_; }

 private:
  Option& add(std::string_view names, std::string_view value,
              std::string_view help, Take take);
  Result<void> read_variables(const std::vector<bool>& given);

  std::vector<Option> options_;
  std::vector<std::function<Result<void>()>> checks_;
  std::string group_ = "Options";
  std::string usage_;
  std::string words_help_;
  std::vector<std::string>* words_ = nullptr;
};

/// "did you mean 'X'?" for the known name that is nearest, or else `otherwise`.
std::string did_you_mean(std::string_view name,
                         const std::vector<std::string_view>& known,
                         std::string otherwise);

}  // namespace modgraph
