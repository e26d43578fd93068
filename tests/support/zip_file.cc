#include "tests/support/zip_file.h"

#include <cstdint>

namespace modgraph::test {
namespace {

class ZipText {
 public:
  ZipText& two(std::size_t n) { return little(n, 2); }
  ZipText& four(std::size_t n) { return little(n, 4); }
  ZipText& text(const std::string& s) {
    out_ += s;
    return *this;
  }
  const std::string& str() const { return out_; }

 private:
  ZipText& little(std::size_t n, int bytes) {
    for (int i = 0; i < bytes; ++i)
      out_ += static_cast<char>(static_cast<unsigned char>(n >> (8 * i)));
    return *this;
  }

  std::string out_;
};

}  // namespace

std::string zip_of(const std::vector<std::string>& names) {
  ZipText files, table;
  for (const std::string& name : names) {
    table.text("PK\x01\x02").two(20).two(20).two(0).two(0).two(0).two(0);
    table.four(0).four(0).four(0).two(name.size()).two(0).two(0).two(0);
    table.two(0).four(0).four(files.str().size()).text(name);
    files.text("PK\x03\x04").two(20).two(0).two(0).two(0).two(0);
    files.four(0).four(0).four(0).two(name.size()).two(0).text(name);
  }
  ZipText end;
  end.text("PK\x05\x06").two(0).two(0).two(names.size()).two(names.size());
  end.four(table.str().size()).four(files.str().size()).two(0);
  return files.str() + table.str() + end.str();
}

}  // namespace modgraph::test
