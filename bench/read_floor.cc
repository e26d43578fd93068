// How long does it take to open and read the files named on standard input, one
// after the other, relative to a folder? What a program that resolves from them
// cannot go below on one thread.
//
//   read_floor FOLDER < NAMES     prints the median of 15 rounds, in ms

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <vector>

namespace {

double round_ms(int folder, const std::vector<std::string>& names,
                std::vector<char>& buffer) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  for (const std::string& name : names) {
    const int file = openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) continue;
    struct stat info {};
    if (fstat(file, &info) == 0)
      while (read(file, buffer.data(), buffer.size()) > 0) {
      }
    close(file);
  }
  return std::chrono::duration<double, std::milli>(Clock::now() - start)
      .count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const int folder = open(argv[1], O_PATH | O_DIRECTORY | O_CLOEXEC);
  std::vector<std::string> names;
  for (std::string line; std::getline(std::cin, line);) names.push_back(line);
  std::vector<char> buffer(std::size_t{1} << 20);
  std::vector<double> rounds;
  for (int i = 0; i < 15; ++i)
    rounds.push_back(round_ms(folder, names, buffer));
  std::sort(rounds.begin(), rounds.end());
  std::printf("%.2f\n", rounds[rounds.size() / 2]);
  return 0;
}
