#include "engine/base/name_chain.h"

#include "tests/support/test.h"

namespace modgraph {

TEST_CASE("a chain gives back the names in their order") {
  const NameChain chain({"a", "", "b@v1.0.0"});
  CHECK(chain.size() == 3);
  CHECK(chain.front() == "a");
  CHECK(chain[1].empty());
  CHECK(chain.back() == "b@v1.0.0");
  CHECK(std::vector<std::string>(chain.begin(), chain.end()) ==
        std::vector<std::string>{"a", "", "b@v1.0.0"});
}

TEST_CASE("a name may come in pieces") {
  NameChain chain;
  CHECK(chain.empty());
  chain.append_to_last("a");
  chain.append_to_last("@");
  chain.append_to_last("v1.0.0");
  chain.end_last();
  chain.push_back("b");
  CHECK(chain[0] == "a@v1.0.0");
  CHECK(chain[1] == "b");
}

}  // namespace modgraph
