module toolchain
