#include "engine/base/result.h"

namespace modgraph {
namespace {

Error error_of(ErrorKind kind, SourcePosition where, std::string message,
               std::string hint) {
  return {kind, std::move(message), std::move(where), {}, std::move(hint)};
}

}  // namespace

Error input_error(std::string message, std::string hint) {
  return error_of(ErrorKind::kInput, {}, std::move(message), std::move(hint));
}

Error input_error(SourcePosition where, std::string message, std::string hint) {
  return error_of(ErrorKind::kInput, std::move(where), std::move(message),
                  std::move(hint));
}

Error usage_error(std::string message, std::string hint) {
  return error_of(ErrorKind::kUsage, {}, std::move(message), std::move(hint));
}

Error usage_error(SourcePosition where, std::string message, std::string hint) {
  return error_of(ErrorKind::kUsage, std::move(where), std::move(message),
                  std::move(hint));
}

Error io_error(std::string message, std::string hint) {
  return error_of(ErrorKind::kIo, {}, std::move(message), std::move(hint));
}

Error io_error(SourcePosition where, std::string message, std::string hint) {
  return error_of(ErrorKind::kIo, std::move(where), std::move(message),
                  std::move(hint));
}

Error environment_error(std::string message, std::string hint) {
  return error_of(ErrorKind::kEnvironment, {}, std::move(message),
                  std::move(hint));
}

Error environment_error(SourcePosition where, std::string message,
                        std::string hint) {
  return error_of(ErrorKind::kEnvironment, std::move(where), std::move(message),
                  std::move(hint));
}

Error limit_error(std::string message, std::string hint) {
  return error_of(ErrorKind::kLimit, {}, std::move(message), std::move(hint));
}

Error limit_error(SourcePosition where, std::string message, std::string hint) {
  return error_of(ErrorKind::kLimit, std::move(where), std::move(message),
                  std::move(hint));
}

Error internal_error(std::string message, std::string hint) {
  return error_of(ErrorKind::kInternal, {}, std::move(message),
                  std::move(hint));
}

Error internal_error(SourcePosition where, std::string message,
                     std::string hint) {
  return error_of(ErrorKind::kInternal, std::move(where), std::move(message),
                  std::move(hint));
}

}  // namespace modgraph
