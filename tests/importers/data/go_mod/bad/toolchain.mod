toolchain 1.22.0
