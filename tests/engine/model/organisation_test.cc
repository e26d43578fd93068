#include "engine/model/organisation.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("an organisation is an account on a shared host, else the host") {
  CHECK(organisation_of("github.com/aws/aws-sdk-go-v2") == "github.com/aws");
  CHECK(organisation_of("github.com/aws") == "github.com/aws");
  CHECK(organisation_of("golang.org/x/net") == "golang.org/x");
  CHECK(organisation_of("k8s.io/api") == "k8s.io");
  CHECK(organisation_of("git.sr.ht/~someone/tool") == "git.sr.ht/~someone");
  CHECK(organisation_of("storefront") == "storefront");
  CHECK(organisation_of("").empty());
}

}  // namespace
}  // namespace modgraph
