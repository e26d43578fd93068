#include "importers/module_folder/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <array>
#include <sstream>
#include <utility>

namespace modgraph {
namespace {

// Of a line that is shown.
constexpr std::size_t kMaxExcerpt = 1'000;

constexpr std::string_view kQuoteValue = "put the value in 'single quotes'";
constexpr std::string_view kCloseQuote =
    "write the quote again at the end of the value";

// What is wrong where the library stops, in words for people who do not know
// its parser: by the beginning of its own message.
struct YamlFault {
  std::string_view library;
  std::string_view message;
  std::string_view hint;
};
const std::array kYamlFaults = {
    YamlFault{YAML::ErrorMsg::END_OF_SEQ_FLOW, "a '[' has no ']'",
              "close the list, as in [a/go.mod, b/go.mod]"},
    YamlFault{YAML::ErrorMsg::END_OF_MAP_FLOW, "a '{' has no '}'",
              "close it, or write `key: value` on lines of their own"},
    YamlFault{YAML::ErrorMsg::FLOW_END, "this closes no '[' or '{'",
              "take it away, or put the value in 'single quotes'"},
    YamlFault{YAML::ErrorMsg::END_OF_MAP,
              "this is not indented like the lines above it",
              "indent the settings of one mapping equally, with spaces"},
    YamlFault{YAML::ErrorMsg::END_OF_SEQ,
              "this is not indented like the list above it",
              "begin each element of a list with '- ', indented equally"},
    YamlFault{YAML::ErrorMsg::TAB_IN_INDENTATION, "a tab indents this line",
              "indent with spaces: YAML takes no tabs here"},
    YamlFault{YAML::ErrorMsg::EOF_IN_SCALAR, "a quoted value is not closed",
              kCloseQuote},
    YamlFault{YAML::ErrorMsg::DOC_IN_SCALAR, "a quoted value is not closed",
              kCloseQuote},
    YamlFault{YAML::ErrorMsg::INVALID_ESCAPE,
              "a backslash begins no escape that YAML has",
              "write \\\\ for a backslash, or use 'single quotes'"},
    YamlFault{YAML::ErrorMsg::INVALID_HEX,
              "an escape has characters that are not hexadecimal digits",
              "write \\\\ for a backslash, or use 'single quotes'"},
    YamlFault{YAML::ErrorMsg::INVALID_UNICODE,
              "an escape is not a Unicode character",
              "write \\\\ for a backslash, or use 'single quotes'"},
    YamlFault{YAML::ErrorMsg::MAP_VALUE, "a ':' is not expected here",
              "put values with ': ' in 'single quotes'; indent the settings of "
              "one mapping equally"},
    YamlFault{YAML::ErrorMsg::MAP_KEY, "a key is not expected here",
              "write `key: value`, one setting on each line"},
    YamlFault{YAML::ErrorMsg::BLOCK_ENTRY, "a list cannot begin here",
              "begin it on a line of its own, or write [a, b]"},
    YamlFault{YAML::ErrorMsg::UNKNOWN_TOKEN,
              "a value cannot begin with this character", kQuoteValue},
    YamlFault{YAML::ErrorMsg::UNKNOWN_ANCHOR,
              "a value that begins with '*' refers to another one, and there "
              "is none of that name",
              kQuoteValue},
};

// `line` is the one where it stops.
YamlFault fault_of(std::string_view library, std::string_view line) {
  // The library skips tabs, and complains about what follows.
  const std::size_t indentation = line.find_first_not_of(" \t");
  if (line.substr(0, indentation).find('\t') != std::string_view::npos)
    library = YAML::ErrorMsg::TAB_IN_INDENTATION;
  for (const YamlFault& fault : kYamlFaults)
    if (library.starts_with(fault.library)) return fault;
  // Among them anchors, tags and directives, which no setting needs.
  return {library, "this is not YAML",
          "put values with special characters in 'single quotes'"};
}

SourcePosition place_in(const std::string& file, const YAML::Mark& mark) {
  if (mark.line < 0) return {file, 0, 0};
  return {file, mark.line + 1, mark.column + 1};
}

// What settings must not have.
struct YamlRefusal {
  YAML::Mark mark;
  std::string_view message;
  std::string_view hint;
};

// Makes the tree. An event that settings must not have ends the reading.
class YamlTreeMaker : public YAML::EventHandler {
 public:
  explicit YamlTreeMaker(const std::string& file) : file_(file) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!nodes_.empty())
      refuse(mark, "a second document begins here",
             "settings are one document: take away the line ---");
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check(mark, "", anchor);
    YamlNode& node = add(YamlNode::Kind::kNull, mark);
    // For the library a value that is missing is where the next line begins.
    if (open_.empty() || open_.back()->kind != YamlNode::Kind::kMapping) return;
    const auto& pairs = open_.back()->children;
    if (pairs.size() % 2 == 0) node.where = pairs[pairs.size() - 2]->where;
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    refuse(mark, "'*' refers to another value", kRepeat);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag,
                YAML::anchor_t anchor, const std::string& value) override {
    check(mark, tag, anchor);
    YamlNode& node = add(YamlNode::Kind::kScalar, mark);
    node.text = value;
    node.is_plain = tag != "!";
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    check(mark, tag, anchor);
    open_.push_back(&add(YamlNode::Kind::kList, mark));
  }
  void OnSequenceEnd() override { open_.pop_back(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag,
                  YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    check(mark, tag, anchor);
    open_.push_back(&add(YamlNode::Kind::kMapping, mark));
  }
  void OnMapEnd() override { open_.pop_back(); }

  std::vector<std::unique_ptr<YamlNode>> take() && {
    if (nodes_.empty()) add(YamlNode::Kind::kNull, YAML::Mark());
    return std::move(nodes_);
  }

 private:
  static constexpr std::string_view kRepeat =
      "write the value again, or put it in 'single quotes' if it is a text";

  [[noreturn]] static void refuse(const YAML::Mark& mark,
                                  std::string_view message,
                                  std::string_view hint) {
    throw YamlRefusal{mark, message, hint};
  }

  static void check(const YAML::Mark& mark, const std::string& tag,
                    YAML::anchor_t anchor) {
    if (anchor != 0) refuse(mark, "'&' names a value to be repeated", kRepeat);
    // What the library says of a value without one.
    if (!tag.empty() && tag != "?" && tag != "!")
      refuse(mark, "'!' gives a value a type", "take it away");
  }

  YamlNode& add(YamlNode::Kind kind, const YAML::Mark& mark) {
    nodes_.push_back(std::make_unique<YamlNode>());
    YamlNode& node = *nodes_.back();
    node.kind = kind;
    node.where = place_in(file_, mark);
    if (!open_.empty()) open_.back()->children.push_back(&node);
    return node;
  }

  const std::string& file_;
  std::vector<std::unique_ptr<YamlNode>> nodes_;
  std::vector<YamlNode*> open_;
};

// Where the first byte is that no YAML has; none of them.
SourcePosition control_in(const std::string& file, std::string_view text) {
  SourcePosition at{file, 1, 1};
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_break = byte == '\n' || byte == '\r' || byte == '\t';
    if ((byte < ' ' && !is_break) || byte == 0x7f) return at;
    if (byte == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((byte & 0xc0) != 0x80) {
      ++at.column;
    }
  }
  return {};
}

Errors yaml_error(std::string_view text, SourcePosition where,
                  std::string_view message, std::string_view hint) {
  Error out =
      usage_error(std::move(where), std::string(message), std::string(hint));
  out.excerpt = yaml_line(text, out.where.line);
  return {std::move(out)};
}

}  // namespace

std::string yaml_line(std::string_view text, int line) {
  for (int i = 1; i < line; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  text = text.substr(0, text.find('\n'));
  return std::string(text.size() > kMaxExcerpt ? "" : text);
}

Result<YamlTree> YamlTree::parse(const std::string& file,
                                 std::string_view text) {
  if (const SourcePosition at = control_in(file, text); at.line > 0)
    return fail(usage_error(at, "this is a control character, and no text",
                            "take it away, or write \\x and its number in "
                            "\"double quotes\""));
  YamlTreeMaker maker(file);
  try {
    std::istringstream in{std::string(text)};
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(maker)) {
    }
  } catch (const YAML::Exception& e) {
    const SourcePosition where = place_in(file, e.mark);
    const YamlFault fault = fault_of(e.msg, yaml_line(text, where.line));
    return fail(yaml_error(text, where, fault.message, fault.hint));
  } catch (const YamlRefusal& refusal) {
    return fail(yaml_error(text, place_in(file, refusal.mark), refusal.message,
                           refusal.hint));
  }
  YamlTree out;
  out.nodes_ = std::move(maker).take();
  return out;
}

}  // namespace modgraph
